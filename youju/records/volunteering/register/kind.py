"""The register of volunteers as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.kind import RecordKind
from youju.records.sections import Section
from youju.records.volunteering.register.forms import RegisterForm
from youju.records.volunteering.register.models import MEASURES, Register
from youju.records.volunteering.register.registered import refuse_doubled

KIND = RecordKind(
    code="register",
    section=Section.VOLUNTEERING,
    label=_("Register of volunteers"),
    help=_("Who became a volunteer, and who no longer is one: adults by name, pupils by number."),
    model=Register,
    form=RegisterForm,
    measures=MEASURES,
    headings={"change": ("变动",)},
    refuses=refuse_doubled,
)
