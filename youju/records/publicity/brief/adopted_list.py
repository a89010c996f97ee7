"""The list of what a bulletin has adopted in a month: each line marks the brief that it means as adopted."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from youju.lib import clock
from youju.lib.sheets import Column, Row, Said, as_date, as_text
from youju.records.declared.case_lists import CaseList, ListedMove
from youju.records.heads.case import Case
from youju.records.publicity.brief.models import Brief
from youju.records.publicity.brief.moves import BriefState

NO_BRIEF = gettext_noop("no brief of this title was submitted to “%(adopter)s”: compare title and bulletin")
SEVERAL = gettext_noop("several briefs have this title: name the unit as well")
EARLY = gettext_noop("the brief was submitted on %(day)s: the day of adoption cannot be before")


def _columns() -> Sequence[Column]:
    return (
        Column("title", str(_("title of the brief")), ("标题", "信息标题", "title"), required=True, width=40),
        Column("adopter", str(_("submitted to")), ("采用刊物", "报送刊物", "bulletin"), required=True, width=24),
        Column("day", str(_("adopted on")), ("采用日期", "日期", "day"), required=True, sort="date"),
        Column("issue", str(_("issue")), ("期号", "issue")),
        Column("unit", str(_("where it comes from")), ("报送单位", "单位", "unit"), width=24),
    )


def _find(line: Row, cases: Sequence[Case]) -> ListedMove | None:
    """The brief that a line means. Blanks in titles make no difference."""
    title, adopter = line.need("title", as_text) or "", line.need("adopter", as_text) or ""
    day = line.need("day", lambda value: as_date(value, clock.today().year))
    issue, unit = line.read("issue", as_text) or "", line.read("unit", as_text) or ""
    if line.problems or day is None:
        return None
    briefs = [
        brief for brief in _briefs(cases) if _plain(brief.title) == _plain(title) and adopter in brief.adopter.names
    ]
    found = [brief for brief in briefs if not unit or unit in (brief.unit.name, brief.unit.short_name, brief.unit.code)]
    if len(found) != 1:
        line.note("title", Said(SEVERAL) if found else Said(NO_BRIEF, {"adopter": adopter}))
        return None
    brief = found[0]
    if day < brief.happened:
        line.note("day", Said(EARLY, {"day": brief.happened.isoformat()}))
        return None
    return ListedMove(brief, {"adopted_on": day, "issue": issue}, brief.state == BriefState.ADOPTED)


def _briefs(cases: Sequence[Case]) -> Iterator[Brief]:
    wanted = (BriefState.SUBMITTED, BriefState.ADOPTED)
    return (case for case in cases if isinstance(case, Brief) and case.state in wanted)


def _plain(title: str) -> str:
    return "".join(title.split()).casefold()


ADOPTED_LIST = CaseList(
    label=_("Adopted briefs"),
    help=_(
        "A bulletin's monthly list: each line marks the brief of that title as adopted. Read twice, it does so once."
    ),
    action="adopt",
    columns=_columns,
    find=_find,
)
