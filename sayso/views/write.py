"""How does a dossier reach the disk, whole or not at all?"""

import shutil
from pathlib import Path

from sayso.errors import BadUsage, CaseUnusable
from sayso.views.dossier import MANIFEST, pages
from sayso.views.holdings import Holdings


def write(holdings: Holdings, directory: Path) -> None:
    """Writes the dossier into a sibling of `directory` and swaps it in.

    An earlier dossier there is replaced. A folder that holds anything else is refused (BadUsage), so
    that no file of a person is ever lost; a disk that cannot be written raises CaseUnusable.
    """
    target = directory.resolve()
    fresh = target.with_name(f".{target.name}.writing")
    spent = target.with_name(f".{target.name}.replaced")
    _refuse_foreign(target)
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for path, data in pages(holdings):
            file = fresh / path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
        if target.exists():
            shutil.rmtree(spent, ignore_errors=True)
            target.rename(spent)
        fresh.rename(target)
    except OSError as error:
        raise CaseUnusable(
            f"the dossier cannot be written to {directory}: {error.strerror or error}; "
            "choose a folder on a disk that has room and can be written"
        ) from error
    finally:
        if spent.exists() and not target.exists():
            spent.rename(target)
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(spent, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    """Raises BadUsage when the folder holds a file that is no part of a dossier."""
    if not target.exists():
        return
    if not target.is_dir():
        raise BadUsage(f"{target} is a file; name a folder for the dossier")
    manifest = target / MANIFEST
    listed = {MANIFEST}
    if manifest.is_file():
        rows = manifest.read_text(encoding="utf-8", errors="replace").splitlines()
        listed |= {row.partition("  ")[2] for row in rows}
    for file in sorted(target.rglob("*")):
        name = file.relative_to(target).as_posix()
        if not file.is_dir() and name not in listed:
            raise BadUsage(
                f"{target} holds {name}, which is no part of a dossier; "
                "move it away or name another folder"
            )
