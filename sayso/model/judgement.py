"""What have people decided? Appended, never edited, each chained to the one before."""

from dataclasses import dataclass, field

from sayso.model.ids import content_id

VERDICTS = (
    "same",
    "not same",
    "unsure",
    "confirm",
    "correct",
    "reject",
    "strike",
    "expect",
    "undo",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about records. Its id hashes every field and `previous`, so that no row can
    be altered, dropped or reordered unseen.

    `subjects` are record ids; `undoes` is the id of an earlier judgement; `at` is an ISO time in UTC.
    """

    subjects: tuple[str, ...]
    verdict: str
    by: str
    at: str
    why: str = ""
    question: str = ""
    undoes: str | None = None
    previous: str | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"verdict {self.verdict!r} is unknown; use one of {VERDICTS}")
        said = (self.subjects, self.verdict, self.by, self.at, self.why, self.question, self.undoes)
        object.__setattr__(self, "id", content_id("jdg", *said, self.previous))


def standing_judgements(log: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements in force: those that no later `undo` (itself in force) takes back."""
    undone: set[str] = set()
    kept: list[Judgement] = []
    for judgement in reversed(log):
        if judgement.id in undone:
            continue
        if judgement.verdict == "undo" and judgement.undoes:
            undone.add(judgement.undoes)
        else:
            kept.append(judgement)
    return tuple(reversed(kept))
