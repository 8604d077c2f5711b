"""The curated list of bodies, places and newsmakers: one kind for an id, and names in many languages."""

from collections import defaultdict

from sayso.language.script import script
from sayso.lexicon.load import lexicon

ROWS = lexicon("any", "aliases").entries
PREFIX = {"PER": "per", "ORG": "org", "LOC": "loc", "CAPITAL": "loc", "DEMONYM": "loc"}


def test_an_id_tells_its_kind_and_belongs_to_one_other():
    owners = defaultdict(set)
    for word, (known, kind, of) in ROWS.items():
        assert known.split(":")[0] == PREFIX[kind], word
        if kind in ("PER", "ORG"):
            owners[known].add(of)
    assert [known for known, of in owners.items() if len(of) > 1] == []


def test_whom_an_entity_belongs_to_is_itself_known():
    countries = {
        f"loc:{code.lower()}" for (code,) in lexicon("any", "territories").entries.values()
    }
    known = {row[0] for row in ROWS.values()} | countries
    assert {of for _, _, of in ROWS.values() if of != "-"} - known == set()


def test_entities_are_known_under_names_of_several_scripts():
    scripts = defaultdict(set)
    for word, (known, kind, _) in ROWS.items():
        if kind in ("PER", "ORG"):
            scripts[known].add(script(word))
    several = [known for known, found in scripts.items() if len(found) >= 4]
    assert len(several) >= 0.9 * len(scripts)
    assert len({row[0] for row in ROWS.values()}) >= 2000
