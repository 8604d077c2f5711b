"""How right is the weighing of the affairs that were written when the engine stood? As bench/weigh_scores.py counts it."""

from weigh_scores import scores as of_folder


def scores() -> dict[str, float]:
    """The figures of `golden/affairs-second` alone."""
    return of_folder("second")
