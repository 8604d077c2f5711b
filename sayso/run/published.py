"""When was an article published, once a person has put its date right?"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sayso.errors import BadUsage
from sayso.model.article import Article
from sayso.model.judgement import Judgement
from sayso.model.text import Told

BASIS = "judgement"


def written(day: date | None) -> str:
    """A correction as its judgement keeps it; None says that the date is not known.

    >>> written(date(2024, 3, 2))
    '{"published":"2024-03-02"}'
    """
    return json.dumps({"published": day.isoformat() if day else None}, separators=(",", ":"))


def corrections(in_force: Iterable[Judgement]) -> dict[str, date | None]:
    """Article id -> the publication date that the last judgement in force gives it."""
    return {
        subject: _day(judgement)
        for judgement in in_force
        if judgement.verdict == "correct"
        for subject in judgement.subjects
        if subject.startswith("art-")
    }


def put_right(article: Article, known: dict[str, date | None]) -> Article:
    """The article with its corrected date; what it told before is kept among the conflicts."""
    if article.id not in known:
        return article
    day, before = known[article.id], article.published
    told = Told(day.isoformat(), BASIS) if day else None
    kept = (*article.date_conflicts, before) if before else article.date_conflicts
    return replace(article, published=told, date_conflicts=kept)


def _day(judgement: Judgement) -> date | None:
    try:
        told = json.loads(judgement.question)["published"]
        return date.fromisoformat(told) if told is not None else None
    except (ValueError, KeyError, TypeError) as error:
        raise BadUsage(
            f"judgement {judgement.id} corrects an article but gives no date; undo it, then use "
            "'sayso published'"
        ) from error
