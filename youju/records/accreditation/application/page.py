"""What the page of an application shows besides: how far it is, what it scores, what fell, what the last cycle had."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from youju.records.accreditation.application.carrying import Unmatched, unmatched
from youju.records.accreditation.application.marks import Sheet
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ASSESSING, ON_THE_LIST, ApplicationState
from youju.records.accreditation.checklist.words import level_names, title_of
from youju.records.declared.becoming import begun
from youju.records.heads.ledgered import Ledgered
from youju.records.notices.passing import latest_notice


def beside(application: Application, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read, among which the record of the title may be."""
    sheet = application.sheet()
    reviewed = application.state not in (*ASSESSING, ApplicationState.DECLINED)
    return {
        "sheet": sheet,
        "own": sheet.own_score(),
        "experts": sheet.expert_score() if reviewed else None,
        "line": application.line,
        "title": title_of(application.checklist),
        "level": level_names().get(application.level, ""),
        "fallen": sheet.fallen(),
        "carried": carried(application, sheet),
        "notice": latest_notice(application.campaign.list_ref) if application.state in ON_THE_LIST else None,
        "is_granted": application.state == ApplicationState.GRANTED,
        "record": _record(application, readable),
    }


def _record(application: Application, readable: "QuerySet[Ledgered]") -> Ledgered | None:
    """The record of the title: that which was begun here, or one that was written down of the same grant."""
    same = Q(kind="holding", unit=application.unit, sort=application.sort, happened=application.granted_on)
    return readable.filter(Q(ref=begun("holding", application.ref)) | same).first()


def carried(application: Application, sheet: Sheet) -> Unmatched | None:
    """What of the last application has no counterpart in this one, and the other way round; None without a last one."""
    last = application.begins_from
    if last is None:
        return None
    answered = (line.criterion.no for line in last.sheet().lines if line.answer is not None)
    return unmatched(last.checklist, application.checklist, answered)
