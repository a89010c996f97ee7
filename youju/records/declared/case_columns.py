"""What a list of cases shows of each, and by what it can be narrowed beside what all kinds have."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Case


@dataclass(frozen=True)
class CaseColumn:
    """texts: what stands in the column, by the case's id; asked once for all rows of a page."""

    label: str | Promise
    texts: Callable[[Sequence[Case]], Mapping[int, str]]


@dataclass(frozen=True)
class CaseNarrow:
    """A choice of the list beside those of every kind. condition: over the kind's own rows, asked when it is chosen."""

    code: str
    label: str | Promise
    condition: Callable[[], Q]


IN_CHARGE = CaseColumn(_("In charge"), lambda cases: {case.pk: str(case.owner or "") for case in cases})
DUE = CaseColumn(_("Due"), lambda cases: {case.pk: case.due_on.isoformat() if case.due_on else "" for case in cases})
