"""Series of meetings as a register."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.inquiries.series.first_series import first_series
from youju.records.inquiries.series.forms import SeriesForm
from youju.records.inquiries.series.models import Series
from youju.records.registers.register import Register

REGISTER = Register(
    code="series",
    section=Section.INQUIRIES,
    help=_("What the bureau meets about again and again. Each regular meeting names its series and counts under it."),
    model=Series,
    form=SeriesForm,
    shown=("rhythm", "takes_part"),
    begins=first_series,
)
