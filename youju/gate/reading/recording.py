"""Films and sound: what they show and say nobody can look through here; only where they were recorded."""

import re
from collections.abc import Iterator

from youju.evidence.upload import Upload
from youju.gate.finding import Finding
from youju.gate.rules.rules import GPS

# ISO 6709 behind the box of the place: +32.0512+118.7650/
_PLACE = re.compile(
    rb"(?:\xa9xyz|location\.ISO6709).{0,200}?[+-][0-9]{2}\.[0-9]{2,}[+-][0-9]{2,3}\.[0-9]{2,}", re.DOTALL
)


def read_recording(upload: Upload) -> Iterator[Finding]:
    if upload.holds(_PLACE):
        yield Finding(GPS, upload.name, "picture", "", "")
