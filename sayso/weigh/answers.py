"""Which claims answer another of the same article without repeating its words?"""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.lexicon.load import lexicon
from sayso.model.claim import Claim
from sayso.model.collection import Collection
from sayso.weigh.propositions import Proposition
from sayso.weigh.roots import Origins
from sayso.weigh.verdict import Verdict
from sayso.weigh.words import content_words

# A denial of so few content words ("the existence of the letter") leans on what was said before it.
SHORT = 4
Answer = tuple[int, int, Verdict]


def answers(
    collection: Collection, said: Sequence[Proposition], origins: Origins
) -> Iterator[Answer]:
    """(answer, what it answers, verdict), positions in `said`, in the order of articles."""
    claims = {c.id: c for p in collection.pages for c in p.claims}
    by_article: dict[str, list[int]] = {}
    for number, proposition in enumerate(said):
        by_article.setdefault(proposition.article, []).append(number)
    for _, numbers in sorted(by_article.items()):
        row = sorted(numbers, key=lambda n: (claims[said[n].claim].content[0].start, n))
        for place, number in enumerate(row):
            if target := _accused(number, row[:place], said, origins):
                yield target
            others = (n for n in row if n != number)
            yield from _forged(number, others, said, claims)


def _accused(
    number: int, earlier: Sequence[int], said: Sequence[Proposition], origins: Origins
) -> Answer | None:
    """A short denial by the one whom the nearest claim before it names, said by another."""
    denial = said[number]
    content = [f for f in denial.features if f[0] in "cew"]
    if not denial.denies or denial.positive or not denial.holder or len(content) > SHORT:
        return None
    speaks_for = {denial.holder, *origins.parties.get(denial.holder, ())}
    for other in reversed(earlier):
        claim = said[other]
        named = {n.entity for n in claim.named}
        if claim.voice == denial.voice or claim.stance != "fact" or not claim.positive:
            continue
        if named & speaks_for:
            why = "who is named in it answers with a denial"
            return number, other, Verdict("denies", 0.3, (why, "rule: accused"), "accused")
    return None


def _forged(
    number: int, others: Iterator[int], said: Sequence[Proposition], claims: dict[str, Claim]
) -> Iterator[Answer]:
    """Who calls a document a forgery contradicts what the document is quoted for."""
    p = said[number]
    about = {f[2:] for f in p.features if f[0] in "cb"}
    if "forge" not in about or "document" not in about or p.stance != "fact" or not p.positive:
        return
    for other in others:
        told = claims[said[other].claim].told
        if not told or told[-1].holder.kind != "document" or said[other].voice == p.voice:
            continue
        held = {w.concept for w in content_words(told[-1].holder.words, p.language)}
        if about & held & papers():
            why = "it calls the document a forgery that the other rests on"
            yield number, other, Verdict("contradicts", 0.5, (why, "rule: forged"), "forged")


@cache
def papers() -> frozenset[str]:
    """Concepts that are a kind of document."""
    kinds = lexicon("any", "broader").entries.items()
    return frozenset({"document", *(word for word, row in kinds if row[0] == "document")})
