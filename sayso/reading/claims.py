"""What does an article claim, and on whose say-so?"""

from collections.abc import Iterator

from sayso.language.parse import parse
from sayso.model.claim import Attribution, Claim, Holder
from sayso.model.page import Page
from sayso.reading.chains import chained
from sayso.reading.cues_en import tellings_en
from sayso.reading.quotes import quotations
from sayso.reading.speech import attached, speakers


def claims(page: Page) -> Iterator[Claim]:
    text, language = page.text, page.article.language
    stretches = page.prose()
    quotes = quotations(text, stretches)
    found = []
    for a, b in stretches:
        found.extend(t.moved(a) for t in tellings_en(text[a:b], parse(text[a:b], language)))
    found.extend(speakers(text, stretches))
    for line in chained(text, attached(text, found, quotes, stretches)):
        links = []
        for t in line.links:
            scope = tuple(page.span(*p) for p in t.content)
            h = Holder("person", page.span(*t.holder), text[t.holder[0]:t.holder[1]]) if t.holder else Holder("unknown")
            links.append(Attribution(h, "indirect", scope, page.span(*t.cue) if t.cue else None, because=(t.rule,)))
        content = links[-1].scope
        yield Claim(page.article.id, content, (Attribution(Holder("outlet"), "narrated", content), *links))
