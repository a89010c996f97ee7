"""What an answer lacks before it may be sent, said alike while it is typed and when it is signed."""

from collections.abc import Iterator
from datetime import date

from youju.errors import YoujuError
from youju.phrases import enumerated
from youju.records.inquiries.inquiry.errors import PlacesLeft, VaguePromise
from youju.records.inquiries.inquiry.vague import vague_words
from youju.records.inquiries.wording.models import places_in


def lacking(text: str, redacted: str, promised_on: date | None) -> Iterator[YoujuError]:
    """Places that are not filled in, and a promise without a day."""
    if left := places_in(text) + places_in(redacted):
        yield PlacesLeft(places=enumerated(dict.fromkeys(left)))
    if (words := vague_words(text)) and not promised_on:
        yield VaguePromise(words=enumerated(words))
