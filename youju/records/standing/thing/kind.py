"""Standing things as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.rights import units_to_record_for
from youju.records.standing.thing.forms import ThingForm, ThingMoveForm
from youju.records.standing.thing.listing import COLUMNS, NARROWS
from youju.records.standing.thing.models import MEASURES, Thing
from youju.records.standing.thing.page import beside
from youju.records.standing.thing.sorts import ThingSort

KIND = CaseKind(
    code="thing",
    section=Section.STANDING,
    label=_("Standing things"),
    help=_(
        "What lasts: venues, screens, boards, columns, bases, reading rooms, societies, funds, alliances, programmes "
        "with their schools, working rules in force, standing teams."
    ),
    model=Thing,
    opens=ThingForm,
    move_form=ThingMoveForm,
    open_label=_("Report it"),
    opens_for=units_to_record_for,
    files=True,
    columns=COLUMNS,
    narrows=NARROWS,
    beside=beside,
    measures=MEASURES,
    sort_label=_("sort of thing"),
    told_by=(
        "建成",
        "揭牌",
        "挂牌",
        "启用",
        "新建",
        "设立专栏",
        "开设专栏",
        "开设栏目",
        "投入使用",
        "出台制度",
        "建立机制",
    ),
    sorts=lambda: {str(code): str(label) for code, label in ThingSort.choices},
)
