"""Is a sidecar read as the collector wrote it, and a mistake in it named?"""

import pytest

from sayso.errors import BadUsage
from sayso.ingest.sidecar import metadata
from sayso.model.text import Told


def test_what_the_collector_knows():
    told = metadata(b'{"published": "2026-05-04T18:30:00Z", "language": "uk", "url": null}', "a")
    assert told.published == Told("2026-05-04", "sidecar")
    assert told.language == Told("uk", "sidecar")
    assert told.url is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"publishd": "2026-05-04"}', "publishd"),
        (b'{"published": "4 May"}', "published '4 May'"),
        (b'{"retrieved": "2026-13-01"}', "retrieved"),
        (b'{"language": "xx"}', "language 'xx'"),
        (b'{"byline": 5}', "byline"),
        (b"[1]", "one JSON object"),
        (b"{", "not JSON"),
    ],
)
def test_a_mistake_is_named_with_its_file(data, says):
    with pytest.raises(BadUsage, match=says) as caught:
        metadata(data, "a.txt.meta.json")
    assert "a.txt.meta.json" in str(caught.value)
