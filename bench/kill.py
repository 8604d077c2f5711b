"""Does a case survive being killed at any moment? `python bench/kill.py [KILLS]`

Kills `sayso add` with SIGKILL at random moments, opens and verifies the case after each, then finishes
the work and compares the dossier's bytes with those of a run that nobody interrupted.
"""

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAP = ROOT / "examples" / "heap"
SAYSO = [sys.executable, "-m", "sayso"]


def sayso(*words, cwd=ROOT):
    command = [*SAYSO, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


def bytes_of(folder):
    """One hash over the names and bytes of every file of a dossier."""
    total = hashlib.sha256()
    for path in sorted(p for p in Path(folder).rglob("*") if p.is_file()):
        total.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def whole_run(scratch, heap):
    """The case and dossier of an uninterrupted run, and the seconds that `add` took."""
    case = scratch / "whole"
    sayso("new", case, "--title", "kill")
    began = time.monotonic()
    done = sayso("add", case, heap)
    took = time.monotonic() - began
    assert done.returncode in (0, 1), done.stderr
    sayso("dossier", "--case", case, "-o", scratch / "whole-dossier")
    return bytes_of(scratch / "whole-dossier"), took


def main(kills=100, heap=HEAP, seed=20261124):
    """Exit 1 at the first case that does not open, verify or give the same bytes."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        expected, took = whole_run(scratch, heap)
        case, rounds, number = scratch / "killed", 0, 0
        while number < kills:
            if not case.exists():
                sayso("new", case, "--title", "kill")
                rounds += 1
            run = subprocess.Popen(
                [*SAYSO, "add", str(case), str(heap)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            try:
                run.wait(chance.uniform(0.05, took * 1.05))
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.wait()
                number += 1
            checked = sayso("verify", case)
            if checked.returncode != 0:
                print(f"kill {number}: the case does not verify\n{checked.stderr}")
                return 1
            if chance.random() < 0.1 or run.returncode == 0:
                code = finish(scratch, case, heap, expected, number)
                if code:
                    return code
        print(
            f"{kills} kills in {rounds} cases: every case opened and "
            f"verified, every finished dossier had the bytes of an uninterrupted run"
        )
        return finish(scratch, case, heap, expected, kills) if case.exists() else 0


def finish(scratch, case, heap, expected, number):
    """Finish the work, compare, and clear the case away."""
    sayso("add", case, heap)
    out = scratch / "dossier"
    sayso("dossier", "--case", case, "-o", out)
    if bytes_of(out) != expected:
        print(f"kill {number}: the finished dossier differs from an uninterrupted run")
        return 1
    shutil.rmtree(case)
    shutil.rmtree(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
