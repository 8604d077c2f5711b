"""Write docs/commands.md from the commands themselves."""

from pathlib import Path

from sayso.cli.main import commands
from sayso.cli.reference import reference

if __name__ == "__main__":
    page = Path(__file__).parent.parent / "docs" / "commands.md"
    page.write_text(reference(commands), encoding="utf-8")
    print(f"wrote {page.name}")
