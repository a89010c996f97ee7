"""What a file is where nobody said it: its name says so, or its being a picture."""

import pytest

from youju.evidence.models import File
from youju.records.heads.evidence_roles import EvidenceRole, usual_role

PICTURE, PAPER = File(media_type="image/jpeg"), File(media_type="application/pdf")


@pytest.mark.parametrize(
    ("file", "name", "role"),
    [
        (PAPER, "三月党支部学习记录.pdf", EvidenceRole.MINUTES),
        (PICTURE, "会议记录第2页.jpg", EvidenceRole.MINUTES),
        (PICTURE, "签到表.jpg", EvidenceRole.SIGN_IN),
        (PAPER, "学习书籍签收表.docx", EvidenceRole.SIGN_IN),
        (PICTURE, "晚报版面.png", EvidenceRole.CLIPPING),
        (PAPER, "关于表彰优秀教师的决定.pdf", EvidenceRole.DECISION),
        (PAPER, "监护人同意书.pdf", EvidenceRole.CONSENT),
        (PICTURE, "IMG_2041.jpg", EvidenceRole.PHOTO),
        (PAPER, "情况说明.docx", EvidenceRole.OTHER),
        (None, "", EvidenceRole.OTHER),
    ],
)
def test_a_name_says_what_it_is(file: File | None, name: str, role: EvidenceRole):
    assert usual_role(file, name) == role
