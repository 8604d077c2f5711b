"""How many were right? Counts per language, and the precision, recall and F1 they give."""

from collections.abc import Iterable
from dataclasses import dataclass, field

LANGUAGES = ("en", "ru", "uk", "ar", "fa", "he")


@dataclass
class Tally:
    """Counts per language: `right` of `found` against `gold`."""

    right: dict[str, int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    gold: dict[str, int] = field(default_factory=dict)

    def add(self, language: str, right: int = 0, found: int = 0, gold: int = 0) -> None:
        for counts, n in ((self.right, right), (self.found, found), (self.gold, gold)):
            counts[language] = counts.get(language, 0) + n

    def languages(self) -> list[str]:
        seen = {*self.found, *self.gold}
        return [x for x in LANGUAGES if x in seen] + sorted(seen - set(LANGUAGES))

    def scores(self) -> dict[str, dict[str, float | int]]:
        """Per language and for `all`: precision, recall, F1 and the counts."""
        out = {x: self._score([x]) for x in self.languages()}
        return {**out, "all": self._score(self.languages())}

    def _score(self, languages: list[str]) -> dict[str, float | int]:
        right, found, gold = (
            sum(counts.get(x, 0) for x in languages)
            for counts in (self.right, self.found, self.gold)
        )
        precision = right / found if found else 0.0
        recall = right / gold if gold else 0.0
        both = precision + recall
        return {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(2 * precision * recall / both, 4) if both else 0.0,
            "right": right,
            "found": found,
            "gold": gold,
        }


def paired(scored: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs (gold, found), best score first; ties go to the earlier ones."""
    golds, founds, out = set(), set(), []
    for _, g, f in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if g not in golds and f not in founds:
            golds.add(g)
            founds.add(f)
            out.append((g, f))
    return out
