"""Titles of honour as a register."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.honours.title.forms import TitleForm
from youju.records.honours.title.models import Title
from youju.records.registers.register import Register

REGISTER = Register(
    code="title",
    section=Section.HONOURS,
    help=_("Titles that persons and units are given, whoever gives them: award lists name them."),
    model=Title,
    form=TitleForm,
    shown=("level", "goes_to", "sort", "lasting", "issuer"),
    proposals=True,
)
