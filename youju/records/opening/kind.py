"""Opening figures as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.opening.doubled import refuse_doubled
from youju.records.opening.forms import OpeningForm, measure_names
from youju.records.opening.models import OpeningFigure

KIND = RecordKind(
    code="opening",
    section=Section.STATISTICS,
    label=_("Opening figures"),
    help=_(
        "What stood or was counted before the bureau worked here: titles, programmes and rules in force, one a name, "
        "and totals, each with the document that says so."
    ),
    model=OpeningFigure,
    form=OpeningForm,
    measures=(),
    every=True,
    sort_label=_("what is counted"),
    sorts=measure_names,
    refuses=refuse_doubled,
)
