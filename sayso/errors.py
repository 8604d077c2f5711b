"""What can go wrong, said in one clear sentence: what, where, what to try."""


class SaysoError(Exception):
    """The base of every error that sayso raises on purpose."""


class UnreadableInput(SaysoError):
    """An input that cannot be read; the run goes on and records it."""


class BadUsage(SaysoError):
    """Wrong words on the command line or in a sidecar (exit code 2)."""


class CaseUnusable(SaysoError):
    """The case folder or the disk cannot be used (exit code 3)."""


class BadSpan(SaysoError, ValueError):
    """A span that is empty, backward or outside its document."""
