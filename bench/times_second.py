"""How right are times in the texts that were annotated before any reader ran on them? As bench/second.py counts it."""

from second import scores as both


def scores() -> dict[str, float]:
    """The figures of `golden/times-second` alone."""
    return {name: value for name, value in both().items() if name.startswith("times")}
