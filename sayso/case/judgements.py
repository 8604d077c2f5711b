"""What have people decided in this case? An append-only log, each entry chained to the one before."""

import json

from sayso.case.store import Case
from sayso.errors import BadUsage
from sayso.model.judgement import Judgement
from sayso.model.lines import line, restore


def log(case: Case) -> tuple[Judgement, ...]:
    """All judgements in the order they were made, undone ones included."""
    rows = case.rows("SELECT record FROM judgements ORDER BY number")
    return tuple(restore(Judgement, json.loads(str(row[0]))) for row in rows)


def append(case: Case, said: Judgement) -> Judgement:
    """Add a judgement at the end of the chain; `previous` is filled in here.

    Raises BadUsage when it undoes a judgement that is not in the log.
    """
    with case.change() as db:
        last = db.execute("SELECT id FROM judgements ORDER BY number DESC LIMIT 1").fetchone()
        known = {row[0] for row in db.execute("SELECT id FROM judgements")}
        if said.undoes is not None and said.undoes not in known:
            raise BadUsage(f"judgement {said.undoes} is not in the log; see 'sayso status'")
        chained = Judgement(
            said.subjects,
            said.verdict,
            said.by,
            said.at,
            said.why,
            said.question,
            said.undoes,
            last[0] if last else None,
        )
        db.execute("INSERT INTO judgements (id, record) VALUES (?, ?)", (chained.id, line(chained)))
    return chained


def broken(case: Case) -> list[str]:
    """One sentence for each entry that was altered, dropped or reordered; empty when none was."""
    found: list[str] = []
    previous: str | None = None
    for number, kept_id, record in case.rows(
        "SELECT number, id, record FROM judgements ORDER BY number"
    ):
        said = restore(Judgement, json.loads(str(record)))
        if said.id != kept_id or json.loads(str(record))["id"] != kept_id:
            found.append(f"judgement {number} ({kept_id}) was altered after it was made")
        if said.previous != previous:
            found.append(f"judgement {number} ({kept_id}) does not follow the one before it")
        previous = str(kept_id)
    return found
