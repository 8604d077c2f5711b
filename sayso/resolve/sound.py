"""Do two words in different alphabets sound alike? Letters become sounds, sounds have distances."""

import re
from functools import cache, lru_cache

from sayso.language.script import script
from sayso.lexicon.load import lexicon
from sayso.resolve.spelling import fold, readings

# Symbols of lexicon/any/sounds.tsv: a e i o u vowels; E a final e, often silent; A alef, W و/ו and
# Y ي/י, vowel or glide; 3 ayin, H final he; O ё; U the au of Paul; x kh, S sh, Z zh, C ch, c ts, j dzh; J the Latin
# j; G gh; Q qaf; T th; D dhal and its like; B, P, K, X the Hebrew letters with two sounds.
_VOWELS = frozenset("aeiouEAWYO3HU")
_SOFT = frozenset("EAWYO3HUhy")

# Pairs that stand for each other across alphabets, and what the change costs. Chosen by hand on the
# Wikidata name tokens (the development 80 %): retrieval among 400 tokens, range 0 to 0.6.
_NEAR = (
    (0.0, "Wv Ww Wu Wo Yi Yy Ye Aa Ae Ai Ao Au Ee Oo Oe Ha Hh 3a Jj Jy Bb Bv Pp Pf Kk Kx Xs XS"),
    (0.0, "Qk Dd Dz Tt Ts Gg Gx Pv Ea 3e 3i 3o 3u"),
    (0.1, "vw hx ae iy ei sc zs Sc gQ JZ jZ Oa CS ou WB Ei YA YE Wf jg hG QK XZ XC 3g Hx gh ky"),
    (0.2, "Ck bp vf dt kg xG sS ZS zZ cC jC gJ xJ cz BP KQ bv pf ui xk AO AY xQ JC Cj jd Gh WO"),
    (0.1, "Cx Uo Ua Uu UO Ue GQ UW UA"),
    (0.75, "Wa Wi WA Yo Yu"),
    (0.25, "ao eo au cS kc gk hg jz jS xg pb dD th vb"),
)
_ABJADS = ("Arab", "Hebr")
# In one alphabet another vowel is mostly another name (Lund, Lind); what spellings of one name vary in.
_ONE_SCRIPT = {
    frozenset(pair): price
    for pair, price in (("ae", 0.25), ("ou", 0.25), ("eo", 0.35), ("ei", 0.45))
}
_LONG = {
    "A": 0.6,
    "W": 0.6,
    "Y": 0.6,
    "a": 0.6,
    "i": 0.6,
    "u": 0.6,
    "O": 0.6,
    "H": 0.3,
    "3": 0.3,
    "h": 0.9,
}
_ABJAD_ONLY = frozenset(map(frozenset, ("bv", "pf", "pb")))  # two letters where both are written
_OTHER_VOWEL = 0.45
_OTHER = 1.0
LEAST = 0.5  # nobody asks how alike two words are below this


@cache
def _letters() -> tuple[dict[str, str], int]:
    table = {w: "" if cells[0] == "-" else cells[0] for w, cells in _rows()}
    return table, max(map(len, table))


def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = lexicon("any", "sounds").entries
    folded = {("^" if w[0] == "^" else "") + fold(w): cells for w, cells in entries.items()}
    folded.update(entries)
    return tuple(folded.items())


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """The sounds of a word, longest letter groups first; doubles made one, except in abjads, where a
    vowel that is not written may part them.

    >>> sound("Шульц"), sound("Schulz")
    ('Sulc', 'Sulz')
    """
    table, longest = _letters()
    framed = f"^{word.casefold()}$"
    out: list[str] = []
    at = 1
    while at < len(framed) - 1:
        at, piece = _next(framed, at, table, longest)
        out.append(piece)
    said = "".join(out)
    return said if script(word) in _ABJADS else re.sub(r"(.)\1+", r"\1", said)


def _next(framed: str, at: int, table: dict[str, str], longest: int) -> tuple[int, str]:
    starts = at - 1 if at == 1 else at
    for size in range(longest, 0, -1):
        for begin in {starts, at}:
            piece = framed[begin : begin + size]
            if piece in table and begin + size > at:
                return begin + size, table[piece]
    return at + 1, ""


@cache
def _costs() -> dict[tuple[str, str], float]:
    costs: dict[tuple[str, str], float] = {}
    for price, pairs in _NEAR:
        for pair in pairs.split():
            costs.setdefault((pair[0], pair[1]), price)
            costs.setdefault((pair[1], pair[0]), price)
    return costs


def _swap(a: str, b: str, one_script: bool, abjad: bool) -> float:
    if a == b:
        return 0.0
    near = _costs().get((a, b))
    if not abjad and frozenset((a, b)) in _ABJAD_ONLY:
        return _OTHER
    if one_script and a in _VOWELS and b in _VOWELS and near != 0.0:
        return _ONE_SCRIPT.get(frozenset((a, b)), _OTHER)
    if near is not None:
        return near
    return _OTHER_VOWEL if a in _VOWELS and b in _VOWELS else _OTHER


def _drop(symbol: str, other_is_abjad: bool, one_script: bool) -> float:
    """What it costs that a sound has no partner; abjads do not write short vowels, but long ones."""
    if one_script and other_is_abjad:
        return _LONG.get(symbol, 0.9)
    if symbol in "aeiou":
        return 0.1 if other_is_abjad else 0.45
    return (0.3 if symbol == "W" else 0.15) if symbol in _SOFT else 0.9


@cache
def _symbols() -> str:
    return "".join(sorted({symbol for cells in _letters()[0].values() for symbol in cells}))


@cache
def _swaps(one_script: bool, abjad: bool) -> dict[str, dict[str, float]]:
    """What every sound costs for every other."""
    every = _symbols()
    return {a: {b: _swap(a, b, one_script, abjad) for b in every} for a in every}


@cache
def _drops(other_is_abjad: bool, one_script: bool) -> dict[str, float]:
    return {symbol: _drop(symbol, other_is_abjad, one_script) for symbol in _symbols()}


@lru_cache(maxsize=200_000)
def _heard(word: str) -> tuple[str, str, float]:
    """The sounds of a word, its script, and what the sounds weigh."""
    said = sound(word)
    return said, script(word), sum(0.4 if s in _VOWELS else 1.0 for s in said)


@lru_cache(maxsize=100_000)
def _least(other: str, other_is_abjad: bool, one_script: bool, abjad: bool) -> dict[str, float]:
    """The least that each sound can cost against a word: left out, or taken for one of its sounds."""
    drops, swaps, there = _drops(other_is_abjad, one_script), _swaps(one_script, abjad), set(other)
    return {s: min((drops[s], *(swaps[s][t] for t in there))) for s in drops}


def alike(a: str, b: str, least: float = LEAST) -> float:
    """How alike two folded words sound, 0 to 1; 1 for the same spelling, 0 for all below `least`.

    >>> alike("tarasenko", "тарасенко"), alike("petrov", "петренко") < 0.7
    (1.0, True)
    """
    if a == b:
        return 1.0
    x, x_script, x_weight = _heard(a)
    y, y_script, y_weight = _heard(b)
    if not x or not y:
        return 0.0
    one, x_abjad, y_abjad = x_script == y_script, x_script in _ABJADS, y_script in _ABJADS
    abjad, weight = x_abjad or y_abjad, max(x_weight, y_weight, 1.0)
    most = (1.0 - least) * weight
    lowest = _least(y, y_abjad, one, abjad)
    if sum([lowest[s] for s in x]) > most:
        return 0.0  # most pairs of strangers end here, without a table
    lowest = _least(x, x_abjad, one, abjad)
    if sum([lowest[t] for t in y]) > most:
        return 0.0
    drop_x, swaps = _drops(y_abjad, one), _swaps(one, abjad)
    drop_y = [_drops(x_abjad, one)[t] for t in y]
    row = [0.0]
    for price in drop_y:
        row.append(row[-1] + price)
    for s in x:
        row = _next_row(row, drop_x[s], [swaps[s][t] for t in y], drop_y)
        if min(row) > most:
            return 0.0
    return 1.0 - row[-1] / weight if row[-1] <= most else 0.0


def _next_row(row: list[float], drop: float, swap: list[float], drop_y: list[float]) -> list[float]:
    """One sound further in the table of cheapest changes."""
    left = row[0] + drop
    new = [left]
    for j, price in enumerate(swap):
        left += drop_y[j]
        dropped = row[j + 1] + drop
        swapped = row[j] + price
        if dropped < left:  # three comparisons: `min` would be called for every cell of every table
            left = dropped
        if swapped < left:
            left = swapped
        new.append(left)
    return new


@lru_cache(maxsize=300_000)
def alike_in_some_reading(a: str, b: str) -> float:
    """`alike` of the best pair of readings of the two words."""
    return best_alike(readings(a), readings(b))


def best_alike(a: tuple[str, ...], b: tuple[str, ...], least: float = LEAST) -> float:
    """`alike` of the best pair; a reading that lost an ending is worth a little less."""
    best = 0.0
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            best = max(best, alike(x, y, max(least, best)) - (0.02 if i or j else 0.0))
    return best


@lru_cache(maxsize=200_000)
def consonants(word: str) -> int:
    """How many sounds of a word carry it (vowels, glides and breaths do not count)."""
    return sum(1 for s in sound(word) if s not in _VOWELS and s not in _SOFT)
