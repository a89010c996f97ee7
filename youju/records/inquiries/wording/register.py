"""Wordings of answers as a register."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.inquiries.wording.first_wordings import first_wordings
from youju.records.inquiries.wording.forms import WordingForm
from youju.records.inquiries.wording.models import Wording
from youju.records.registers.register import Register

REGISTER = Register(
    code="wording",
    section=Section.INQUIRIES,
    help=_("What the bureau answers again and again. Whoever writes an answer begins with one and fills its places."),
    model=Wording,
    form=WordingForm,
    shown=("topic", "sort", "basis"),
    begins=first_wordings,
)
