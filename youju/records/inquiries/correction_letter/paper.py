"""An official letter as PDF in the letter layout of GB/T 9704-2012 (10.1). The same letter gives the same bytes."""

import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.lib.typesetting import typeset
from youju.orgs.fonts import FANGSONG, SONGTI, XIAOBIAOSONG, families, own_folder, stands_in
from youju.records.declared.papers import PaperFile
from youju.records.inquiries.correction_letter.contact import contact_note
from youju.records.inquiries.correction_letter.models import CorrectionLetter
from youju.records.inquiries.correction_letter.moves import LetterState
from youju.records.inquiries.correction_letter.page import HAS_PAPER, issuer_of

_TEMPLATE = Path(__file__).with_name("letter.typ")
_FACES = {"body": FANGSONG, "title": XIAOBIAOSONG, "song": SONGTI}


def letter_paper(letter: CorrectionLetter, verify: str) -> PaperFile | None:
    """The PDF, in Chinese whatever language is asked for; None where it was withdrawn or is void.

    Raises NoChineseFont.
    """
    if letter.state not in HAS_PAPER:
        return None
    with override("zh-hans"):
        given = json.dumps(_data(letter), ensure_ascii=False)
        return PaperFile(f"{letter.title}.pdf", typeset(_TEMPLATE, {"given": given}, own_folder()))


def _data(letter: CorrectionLetter) -> dict[str, Any]:
    day = letter.issued_on
    return {
        "faces": {name: families(face) for name, face in _FACES.items()},
        "bold_title": bool(stands_in(XIAOBIAOSONG)),
        "draft": "" if letter.state == LetterState.ISSUED else _("Draft, not signed"),
        "issuer": issuer_of(letter),
        "number": letter.number_text or _("%(mark)s〔　　〕　号") % {"mark": letter.mark},
        "title": letter.title,
        "addressee": f"{letter.addressee.rstrip('：:')}：",
        "paragraphs": [line.strip() for line in letter.body.splitlines() if line.strip()],
        "day": f"{day.year}年{day.month}月{day.day}日" if day else "",
        "contact": contact_note(letter.contact),
    }
