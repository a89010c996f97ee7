"""What of a text would tell who asked: the name or number that was given, or any number like a telephone's."""

import re

from youju.records.inquiries.inquiry.askers import Asker
from youju.records.inquiries.inquiry.columns import InquiryColumns

# Telephones, identity cards and the like: seven digits and more in a row, blanks and hyphens among them.
_LONG_NUMBER = re.compile(r"(?<![\d.])\d(?:[ -]?\d){6,17}[Xx]?(?![\d.])")


def names_asker(inquiry: InquiryColumns, text: str) -> str:
    """The first piece of a text for the unit by which the asker could be known; empty where there is none."""
    asker = Asker.objects.filter(record=inquiry.pk).first()
    given = (asker.name, asker.phone, asker.address) if asker else ()
    known = next((piece for piece in given if len(piece) > 1 and piece in text), "")
    number = _LONG_NUMBER.search(text)
    return known or (number.group() if number else "")
