"""Is the case still what was put into it? Every hash and the judgement chain, checked again."""

from sayso.case import judgements
from sayso.case.store import Case
from sayso.errors import CaseUnusable


def check(case: Case) -> list[str]:
    """One sentence for each thing that is not as it should be; empty when the case is whole."""
    found = [
        f"case.db fails SQLite's own check: {row[0]}"
        for row in case.rows("PRAGMA integrity_check")
        if row[0] != "ok"
    ]
    for source in case.sources():
        try:
            case.original(source.sha256)
        except CaseUnusable as error:
            found.append(f"{source.name}: {error}")
    return found + judgements.broken(case)
