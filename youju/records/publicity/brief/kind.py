"""Briefs as a kind."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from youju.records.declared.case_columns import CaseColumn
from youju.records.heads.case import Case
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.messages.reading import phrase
from youju.records.publicity.brief.adopted_list import ADOPTED_LIST
from youju.records.publicity.brief.forms import BriefForm, BriefMoveForm
from youju.records.publicity.brief.models import MEASURES, Brief
from youju.records.rights import units_to_record_for


def _bulletins(cases: Sequence[Case]) -> dict[int, str]:
    return {case.pk: str(case.adopter) for case in cases if isinstance(case, Brief)}


KIND = CaseKind(
    code="brief",
    section=Section.PUBLICITY,
    label=_("Briefs"),
    help=_("A text that was submitted to a bulletin of a higher body, and whether that adopted it."),
    model=Brief,
    opens=BriefForm,
    move_form=BriefMoveForm,
    open_label=_("Report it"),
    opens_for=units_to_record_for,
    files=True,
    by_list=ADOPTED_LIST,
    columns=(CaseColumn(_("submitted to"), _bulletins),),
    measures=MEASURES,
    told_by=(
        "信息报送",
        "报送信息",
        "上报信息",
        "信息专报",
        "政务信息",
        "信息被",
        "信息获",
        "信息简报",
        "内参",
        "采用信息",
    ),
    reads={"title": phrase(r"《([^《》\n]{2,60}(?<![报刊志台网]))》")},
)
