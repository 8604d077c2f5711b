"""Which settings hold for this run? Read once at the edge, passed down, never changed."""

from dataclasses import dataclass, fields

from sayso.errors import BadUsage

LANGUAGES = ("en", "ru", "uk", "ar", "fa", "he")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run. `digest_fields` name those that can change a result."""

    engine: str = "here"
    workers: int = 0
    timeout: float = 120.0
    as_article: bool = False
    published: str | None = None
    language: str | None = None
    attribution_model: str | None = None
    max_bytes: int = 64 * 1024 * 1024
    max_container: int = 16 * 1024 * 1024 * 1024

    def __post_init__(self) -> None:
        if self.engine not in ("here", "pool"):
            raise BadUsage(f"engine {self.engine!r} is unknown; try 'here' or 'pool'")
        if self.language is not None and self.language not in LANGUAGES:
            raise BadUsage(
                f"language {self.language!r} is unknown; try one of {', '.join(LANGUAGES)}"
            )

    def digest_fields(self) -> dict[str, object]:
        """The settings that can change a result: engine, workers and time-outs must not."""
        silent = {"engine", "workers", "timeout"}
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in silent}
