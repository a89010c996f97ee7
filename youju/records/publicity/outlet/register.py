"""Outlets as a register."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.publicity.outlet.forms import OutletForm
from youju.records.publicity.outlet.models import Outlet
from youju.records.registers.register import Register

REGISTER = Register(
    code="outlet",
    section=Section.PUBLICITY,
    help=_("Papers, stations, websites and accounts that items name, and the bulletins that take information."),
    model=Outlet,
    form=OutletForm,
    shown=("sort", "level", "official"),
    proposals=True,
)
