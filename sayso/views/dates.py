"""How does a page write a date or an interval, without making it more exact than it is?"""

from calendar import monthrange
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(iso: str | None) -> date | None:
    """The day an ISO date or date-time begins with, or None."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def day_words(iso: str | None) -> str:
    """A day in words; what is no ISO day is shown as it stands.

    >>> day_words("2024-03-02T10:00:00Z")
    '2 March 2024'
    """
    at = day(iso)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}" if at else (iso or "")


def interval_words(earliest: str | None, latest: str | None) -> str:
    """An interval of days, both ends inside it; an end that is not known stays open.

    >>> interval_words("2024-02-01", "2024-02-29")
    'February 2024'
    >>> interval_words("2024-02-03", "2024-02-09")
    '3 to 9 February 2024'
    >>> interval_words(None, "2024-02-09")
    'up to 9 February 2024'
    """
    first, last = day(earliest), day(latest)
    if first and last:
        return _between(first, last)
    if earliest and not latest:
        return f"from {day_words(earliest)}"
    if latest and not earliest:
        return f"up to {day_words(latest)}"
    return f"{earliest} to {latest}" if earliest else "undated"


def _between(first: date, last: date) -> str:
    if first == last:
        return day_words(first.isoformat())
    if first.year == last.year:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year)
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        if whole and first.month == last.month:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if whole:
            return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"
        if first.month == last.month:
            return f"{first.day} to {day_words(last.isoformat())}"
        return f"{first.day} {MONTHS[first.month - 1]} to {day_words(last.isoformat())}"
    return f"{day_words(first.isoformat())} to {day_words(last.isoformat())}"
