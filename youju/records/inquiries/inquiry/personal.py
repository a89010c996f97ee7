"""What of a text would tell who asked: the name or number that was given, or any number like a telephone's."""

import re
from collections.abc import Iterable

from youju.records.inquiries.inquiry.askers import Asker
from youju.records.inquiries.inquiry.columns import InquiryColumns

# Telephones, identity cards and the like: seven digits and more in a row, blanks and hyphens among them.
_LONG_NUMBER = re.compile(r"(?<![\d.])\d(?:[ -]?\d){6,17}[Xx]?(?![\d.])")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")


def names_asker(inquiry: InquiryColumns, text: str) -> str:
    """The first piece of a text for the unit by which the asker could be known; empty where there is none."""
    return tells(asker_pieces(inquiry), text)


def asker_pieces(inquiry: InquiryColumns) -> tuple[str, ...]:
    """What is kept of the asker, as far as it was given."""
    asker = Asker.objects.filter(record=inquiry.pk).first() if inquiry.pk else None
    return (asker.name, asker.phone, asker.address) if asker else ()


def tells(pieces: Iterable[str], text: str) -> str:
    """The first of the pieces that stands in a text, else a number like a telephone's; empty where there is none."""
    known = next((piece for piece in pieces if len(piece) > 1 and piece in text), "")
    number = _LONG_NUMBER.search(text)
    return known or (number.group() if number else "")


def subject_of(text: str, pieces: Iterable[str], most: int) -> str:
    """The first sentence of a text by which the asker cannot be known, at most so long; empty where there is none."""
    known = tuple(pieces)
    sentences = (" ".join(sentence.split()) for sentence in _SENTENCE.findall(text))
    return next((sentence[:most] for sentence in sentences if sentence and not tells(known, sentence)), "")
