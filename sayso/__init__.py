"""sayso: who said it, on whose say-so, and who else says so."""

__version__ = "0.1.0"
