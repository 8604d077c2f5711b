"""What speaks for and against an article beginning at each line of prose? Numbers without words."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import fmean

from sayso.articles import cohesion
from sayso.articles.candidates import Candidate
from sayso.articles.names import Names
from sayso.articles.shape import OPENING, clock, heading, numbered, sentence_end, speaker


class Heap:
    """All candidates of a document with the measures that need them all."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        lines = [c.line for c in candidates]
        found = [cohesion.terms(line.words) for line in lines]
        weight = cohesion.weights(found)
        shared = cohesion.shared(found, weight, 23)
        self.near = cohesion.cosines(shared, 2)
        self.mid = cohesion.cosines(shared, 5)
        self.far = cohesion.cosines(shared, 12)
        self.pull = cohesion.pulls(shared, 8)
        self.pull_far = cohesion.pulls(shared, 20)
        self.introduced = cohesion.introduced(found, weight)
        self.ties = cohesion.ties(found, weight)
        self.seen = cohesion.seen_before(found, weight, 15)
        self.seen_back = cohesion.seen_before(found[::-1], weight, 15)[::-1]
        self.deep = cohesion.depth(self.mid, 6)
        self.lowest = cohesion.lows(self.mid, 5)
        self.lowest_ties = cohesion.lows(self.ties, 5)
        self.deep_ties = cohesion.depth([math.log1p(t) for t in self.ties], 6)
        self.tie_level = fmean(self.ties) or 1.0 if self.ties else 1.0
        self.numbered = [numbered(line) for line in lines]
        self.speakers = [speaker(line) for line in lines]
        self.clocks = [clock(line) for line in lines]
        self.names = Names(lines)
        said = [Counter(capitals) for capitals in self.names.capitals]
        self.name_ties = cohesion.ties(said, cohesion.weights(said))
        self.name_level = fmean(self.name_ties) or 1.0 if self.name_ties else 1.0
        self.lowest_name_ties = cohesion.lows(self.name_ties, 5)


def _hit(c: Candidate, name: str) -> bool:
    return any(h.phrase.list == name and not h.first for h in c.hits)


def cohesion_near(heap: Heap, n: int) -> float:
    """Words that two lines before and after share."""
    return heap.near[n]


def cohesion_mid(heap: Heap, n: int) -> float:
    """Words that five lines before and after share."""
    return heap.mid[n]


def cohesion_far(heap: Heap, n: int) -> float:
    """Words that twelve lines before and after share."""
    return heap.far[n]


def depth_mid(heap: Heap, n: int) -> float:
    """How far the shared words drop here below the lines around."""
    return heap.deep[n]


def lowest_mid(heap: Heap, n: int) -> float:
    """How many places nearby share more words than this one."""
    return heap.lowest[n]


def word_ties(heap: Heap, n: int) -> float:
    """The weight of words that recur across this place, against the heap's usual."""
    return heap.ties[n] / heap.tie_level


def lowest_ties(heap: Heap, n: int) -> float:
    """How many places nearby have more words recurring across them."""
    return heap.lowest_ties[n]


def depth_ties(heap: Heap, n: int) -> float:
    """How far recurring words drop here below the lines around."""
    return heap.deep_ties[n]


def words_kept_up(heap: Heap, n: int) -> float:
    """The share of the line's words that the lines after it take up."""
    return heap.seen_back[n]


def next_line_seen(heap: Heap, n: int) -> float:
    """The share of the next two lines' words that stood before them."""
    return fmean(heap.seen[n + 1 : n + 3]) if n + 1 < len(heap.seen) else 0.5


def last_line_dropped(heap: Heap, n: int) -> float:
    """The share of the last line's words that nothing after it takes up."""
    return 1.0 - heap.seen_back[n - 1] if n else 0.5


def pulled_down(heap: Heap, n: int) -> float:
    """How much more of the line's words come after than before."""
    return heap.pull[n]


def last_pulled_down(heap: Heap, n: int) -> float:
    """The same for the line before."""
    return heap.pull[n - 1] if n else 0.0


def pull_turns(heap: Heap, n: int) -> float:
    """The line looks down where the line before looked up."""
    return heap.pull[n] - heap.pull[n - 1] if n else 0.0


def pull_turns_far(heap: Heap, n: int) -> float:
    """The same over more lines."""
    return heap.pull_far[n] - heap.pull_far[n - 1] if n else 0.0


def pulled_far(heap: Heap, n: int) -> float:
    """How much more of this line's and the next one's words come after than before, over more lines."""
    return fmean(heap.pull_far[n : n + 2])


def brings_new(heap: Heap, n: int) -> float:
    """The share of its words that are new to the heap and come again."""
    return heap.introduced[n]


def brings_new_before(heap: Heap, n: int) -> float:
    """The same of the last four lines."""
    return fmean(heap.introduced[max(0, n - 4) : n]) if n else 0.5


def name_ties(heap: Heap, n: int) -> float:
    """Names that come on both sides, against the heap's usual."""
    return heap.name_ties[n] / heap.name_level


def lowest_name_ties(heap: Heap, n: int) -> float:
    """How many places nearby have more names on both sides."""
    return heap.lowest_name_ties[n]


def names_known(heap: Heap, n: int) -> float:
    """The share of the line's names that the lines before it had."""
    return heap.names.known(n)


def names_fresh(heap: Heap, n: int) -> float:
    """The share of the next lines' names that the lines before had not."""
    return heap.names.fresh(n)


def surname_later(heap: Heap, n: int) -> float:
    """Full names here whose surname comes alone in the lines after."""
    return min(2.0, heap.names.used_later(n))


def full_name_again(heap: Heap, n: int) -> float:
    """Names given in full that were only surnames before."""
    return min(1.0, heap.names.reintroduced(n))


def length(heap: Heap, n: int) -> float:
    """The line's words, as a logarithm."""
    return math.log1p(len(heap.candidates[n].line.words))


def length_before(heap: Heap, n: int) -> float:
    """The words of the line before, as a logarithm."""
    return math.log1p(len(heap.candidates[n - 1].line.words)) if n else 0.0


def length_after(heap: Heap, n: int) -> float:
    """The words of the line after, as a logarithm."""
    after = heap.candidates[n + 1 : n + 2]
    return math.log1p(len(after[0].line.words)) if after else 0.0


def opens_with_quotation(heap: Heap, n: int) -> float:
    """A quotation opens the line."""
    return float(heap.candidates[n].line.text[0] in OPENING)


def opens_with_small_letter(heap: Heap, n: int) -> float:
    """A small letter or a list mark opens the line."""
    first = heap.candidates[n].line.text[0]
    return float(first.islower() or first in "-–—•*·")


def opens_with_number(heap: Heap, n: int) -> float:
    """A number opens the line."""
    return float(heap.candidates[n].line.text[0].isdigit())


def opens_by_going_on(heap: Heap, n: int) -> float:
    """A pronoun, a connective or an aside opens the line."""
    return float(_hit(heap.candidates[n], "openers"))


def ends_a_sentence(heap: Heap, n: int) -> float:
    """The line ends as sentences do."""
    return float(sentence_end(heap.candidates[n].line.text))


def sentence_ended_before(heap: Heap, n: int) -> float:
    """The line before ends as sentences do."""
    return float(sentence_end(heap.candidates[n - 1].line.text)) if n else 1.0


def names_a_weekday(heap: Heap, n: int) -> float:
    """A weekday is named."""
    return float(any(h.phrase.list == "weekdays" for h in heap.candidates[n].hits))


def names_an_agency(heap: Heap, n: int) -> float:
    """A news agency is named."""
    return float(any(h.phrase.list == "agencies" for h in heap.candidates[n].hits))


def has_dateline(heap: Heap, n: int) -> float:
    """A dateline opens the line."""
    return float(any(p.kind == "dateline" for p in heap.candidates[n].pieces))


def repeated_below(heap: Heap, n: int) -> float:
    """The line stands twice: a lede shown again."""
    return float("repeated-lede" in heap.candidates[n].below[:1])


def end_furniture_above(heap: Heap, n: int) -> float:
    """Appeals or a comment widget stand between the line before and this one."""
    return float(bool({"boilerplate", "comments"} & set(heap.candidates[n].above)))


def comments_above(heap: Heap, n: int) -> float:
    """A comment widget stands between the line before and this one."""
    return float("comments" in heap.candidates[n].above)


def last_above_is_end(heap: Heap, n: int) -> float:
    """An appeal or a comment widget stands directly above."""
    return float(heap.candidates[n].above[-1:] in (("boilerplate",), ("comments",)))


def picture_above(heap: Heap, n: int) -> float:
    """A caption, credit or counter stands between the line before and this one."""
    return float(bool({"caption", "credit", "residue"} & set(heap.candidates[n].above)))


def heading_shape(heap: Heap, n: int) -> float:
    """The line has the shape of a heading."""
    return float(heading(heap.candidates[n].line))


Sign = Callable[[Heap, int], float]

SIGNS: tuple[Sign, ...] = (
    cohesion_near,
    cohesion_mid,
    cohesion_far,
    depth_mid,
    lowest_mid,
    word_ties,
    lowest_ties,
    depth_ties,
    words_kept_up,
    next_line_seen,
    last_line_dropped,
    pulled_down,
    last_pulled_down,
    pull_turns,
    pull_turns_far,
    pulled_far,
    brings_new,
    brings_new_before,
    name_ties,
    lowest_name_ties,
    names_known,
    names_fresh,
    surname_later,
    full_name_again,
    length,
    length_before,
    length_after,
    opens_with_quotation,
    opens_with_small_letter,
    opens_with_number,
    opens_by_going_on,
    ends_a_sentence,
    sentence_ended_before,
    names_a_weekday,
    names_an_agency,
    has_dateline,
    repeated_below,
    end_furniture_above,
    comments_above,
    last_above_is_end,
    picture_above,
    heading_shape,
)


# They say nothing of scripts without capitals.
BY_CAPITALS: frozenset[Sign] = frozenset(
    {names_known, names_fresh, surname_later, full_name_again, name_ties, lowest_name_ties}
)


def measure(heap: Heap) -> list[tuple[float, ...]]:
    """For each candidate, one number per sign, in the order of `SIGNS`."""
    return [tuple(sign(heap, n) for sign in SIGNS) for n in range(len(heap.candidates))]
