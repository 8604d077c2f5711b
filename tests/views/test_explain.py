"""What `explain` says of a claim: the rule or tagger behind each part."""

import pytest

from sayso.model.article import Article
from sayso.model.collection import Collection
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.reading.claims import claims
from sayso.reading.names import names
from sayso.reading.train_told import train
from sayso.views.explain import explain

TEXT = "Mayor Ilse Varga said the port was safe."
MARKED = {"source": [[0, 16]], "cue": [[17, 21]], "content": [[22, 39]]}
pytestmark = pytest.mark.model


def told(model=""):
    document = Document("0", "t", TEXT, "text/plain", "a", "utf-8")
    page = Page.of(document, Article(document.span(0, len(TEXT)), (), "en"))
    page = page.having(tuple(names(page)))
    page = page.having(tuple(claims(page, model)))
    return "\n".join(explain(document, Collection((page,)), [], 23))


def test_each_part_of_a_claim_is_told_with_the_rule_that_made_it():
    said = told()
    assert "holder [0, 16) «Mayor Ilse Varga», made by: rule 'clause'" in said
    assert "cue [17, 21) «said», made by: rule 'clause'" in said
    assert "content [22, 39) «the port was safe», made by: rule 'clause'" in said
    assert "taken for the name «Ilse Varga»" in said


def test_of_a_tagger_the_features_are_told(tmp_path):
    train([{"text": TEXT, "attributions": [MARKED]}] * 4, tmp_path)
    said = told(str(tmp_path))
    assert "cue [17, 21) «said», made by: tagger, which saw word say" in said
    assert "holder [0, 16) «Mayor Ilse Varga», made by: tagger" in said
