"""Which shape has the case file? Numbered steps, each applied with its record in one transaction."""

import sqlite3
from collections.abc import Callable


def _first(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.execute(
        """CREATE TABLE sources (
            name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
            metadata TEXT NOT NULL, as_article INTEGER NOT NULL) STRICT"""
    )
    db.execute(
        """CREATE TABLE unopened (
            name TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT"""
    )
    db.execute(
        """CREATE TABLE outputs (
            key TEXT PRIMARY KEY, stage TEXT NOT NULL, version TEXT NOT NULL,
            records TEXT NOT NULL) STRICT"""
    )


def _judgements(db: sqlite3.Connection) -> None:
    db.execute(
        """CREATE TABLE judgements (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL) STRICT"""
    )
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"""CREATE TRIGGER judgements_no_{verb.lower()} BEFORE {verb} ON judgements
            BEGIN SELECT RAISE(ABORT, 'judgements are appended, never edited'); END"""
        )


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _judgements)


def migrate(db: sqlite3.Connection) -> None:
    """Bring the file to the newest shape; each step and its record commit together or not at all."""
    db.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY) STRICT")
    done = {row[0] for row in db.execute("SELECT number FROM migrations")}
    for number, step in enumerate(MIGRATIONS, 1):
        if number in done:
            continue
        db.execute("BEGIN IMMEDIATE")
        try:
            step(db)
            db.execute("INSERT INTO migrations VALUES (?)", (number,))
        except sqlite3.Error:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
