"""In which order and under which headings the figures page shows the figures."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.indicators.indicator import Indicator


class Group(NamedTuple):
    """A heading, and the first parts of the indicator codes that stand under it."""

    anchor: str
    label: str | Promise
    begins: tuple[str, ...]


GROUPS = (
    Group("study", _("Study and training"), ("study", "contests", "training", "honours.model_party_members")),
    Group("heritage", _("Ideals and heritage"), ("publications", "projects")),
    Group("publicity", _("Publicity"), ("publicity", "honours.advanced_persons", "honours.outreach", "honours.corr")),
    Group("exemplars", _("Exemplars and teaching"), ("honours", "teaching_contests", "rankings", "exam")),
    Group("volunteering", _("Positions and volunteers"), ("visits", "volunteers")),
    Group("accreditation", _("Accreditation"), ("accreditation",)),
    Group("reviews", _("Reviews and satisfaction"), ("reviews", "surveys")),
    Group("culture", _("Culture"), ("rankings.arts", "arts")),
    Group("answering", _("Answering the public"), ("mechanisms", "inquiries", "incidents", "information", "meetings")),
    Group("plan", _("Plans"), ("plan",)),
)
OTHER = Group("other", _("Other figures"), ())

# The officer's first screen shows these; the figures page shows all.
MAIN = (
    "study.center_group.sessions",
    "study.branch.sessions",
    "publicity.local",
    "publicity.upper",
    "honours.advanced_persons",
    "volunteers.persons",
    "reviews.meetings",
    "reviews.satisfaction",
    "inquiries.online.answered",
    "inquiries.online.answer_rate",
)


def group_of(indicator: Indicator) -> Group:
    """The group an indicator stands under."""
    return group_of_code(indicator.code)


def group_of_code(code: str) -> Group:
    """The group with the longest beginning that fits the code of an indicator or a measure."""
    fitting = ((len(begin), group) for group in GROUPS for begin in group.begins if code.startswith(begin))
    return max(fitting, key=lambda pair: pair[0], default=(0, OTHER))[1]


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Those of GROUPS (and OTHER, last) that are among ``groups``."""
    wanted = set(groups)
    return [group for group in (*GROUPS, OTHER) if group in wanted]
