"""Docs say what is: every command, setting, zone kind, record and stage appears in docs/."""

import dataclasses
import importlib
import pkgutil
from pathlib import Path

import pytest

import sayso.model
from sayso.cli.main import commands
from sayso.cli.reference import reference
from sayso.model.article import ZONE_KINDS
from sayso.run.plan import PLAN
from sayso.settings import Settings

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def records():
    for module in pkgutil.iter_modules(sayso.model.__path__):
        for value in vars(importlib.import_module(f"sayso.model.{module.name}")).values():
            if dataclasses.is_dataclass(value) and value.__module__.endswith(module.name):
                yield value


def test_the_command_reference_is_what_the_commands_say():
    assert page("commands.md") == reference(commands), "run: make docs"


@pytest.mark.parametrize("record", sorted(set(records()), key=lambda r: r.__name__))
def test_every_record_and_field_is_told(record):
    text = page("records.md")
    assert f"**{record.__name__}**" in text
    after = text.split(f"**{record.__name__}**", 1)[1].split("\n\n", 1)[0]
    missing = [f.name for f in dataclasses.fields(record) if f"`{f.name}`" not in after]
    assert missing == []


@pytest.mark.parametrize("kind", ZONE_KINDS)
def test_every_zone_kind_is_told(kind):
    assert f"`{kind}`" in page("articles.md")


@pytest.mark.parametrize("stage", [s.name for s in PLAN])
def test_every_stage_is_told(stage):
    assert f"`{stage}`" in page("run.md")


@pytest.mark.parametrize("field", [f.name for f in dataclasses.fields(Settings)])
def test_every_setting_is_told(field):
    assert f"`{field}`" in page("run.md")


def test_every_page_is_reached_from_the_index():
    index = page("index.md")
    assert [p.name for p in sorted(DOCS.glob("*.md")) if p.name not in index] == ["index.md"]


def test_the_readmes_two_commands_are_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in text
    assert "make test" in text
