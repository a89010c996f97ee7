"""What the page of an official letter shows besides: its text as it will stand, and the PDF."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from youju.lib import clock
from youju.orgs.tree import signing_name
from youju.records.heads.ledgered import Ledgered
from youju.records.inquiries.correction_letter.models import CorrectionLetter
from youju.records.inquiries.correction_letter.moves import LetterState


def beside(letter: CorrectionLetter, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    return {
        "has_paper": letter.state in HAS_PAPER,
        "issuer": issuer_of(letter),
        "is_issued": letter.state == LetterState.ISSUED,
        "paragraphs": [line.strip() for line in letter.body.splitlines() if line.strip()],
    }


def issuer_of(letter: CorrectionLetter) -> str:
    """Whose name stands at its head and below it."""
    return signing_name(letter.unit, letter.issued_on or clock.today())


HAS_PAPER = (LetterState.DRAFTED, LetterState.TO_SIGN, LetterState.ISSUED)
"""The states in which it can be opened as a PDF; marked as a draft before it is signed."""
