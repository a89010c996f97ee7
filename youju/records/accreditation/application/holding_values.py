"""What a granted application begins its record of the title with."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from youju.lib import clock
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.accreditation.checklist.words import level_names, title_of
from youju.records.accreditation.holding.models import Holding
from youju.records.declared.becoming import begun
from youju.records.heads.attachments import Attachment
from youju.records.heads.lateness import is_late


def holding_values(application: Application) -> dict[str, Any] | None:
    """Values of the form of a title held; None before it is granted."""
    if application.state != ApplicationState.GRANTED:
        return None
    checklist = application.checklist
    words = {"unit": application.unit, "level": level_names().get(application.level, ""), "title": title_of(checklist)}
    return {
        "unit": application.unit,
        "title": (_("%(unit)s holds: %(level)s, %(title)s") % words)[:120],
        "happened": application.granted_on,
        "due_on": application.valid_until,
        "sort": checklist.sort,
        "name": checklist.title,
        "level": application.level,
        "issuer": application.issuer,
        "document": application.document,
        "late_reason": _late_reason(application),
    }


def _late_reason(application: Application) -> str:
    """Why the record comes late: it could not be written before the grant was entered. "" where it is in time."""
    if application.granted_on is None or not is_late(application.granted_on):
        return ""
    return _("written when the title was granted, after the application %(ref)s") % {"ref": application.ref}


def unrecorded(campaign: Campaign) -> list[Application]:
    """The applications granted of which no record of the title is written, begun here or written down otherwise; by
    their units. Two queries, one where nothing was granted.
    """
    granted = campaign.applications.filter(state=ApplicationState.GRANTED).order_by("unit__code", "ref")
    refs = {case: begun("holding", case.ref) for case in granted.select_related("unit", "author", "checklist")}
    of_these = Q(ref__in=list(refs.values())) | Q(unit__in={case.unit_id for case in refs})
    there = list(Holding.objects.filter(of_these).values_list("ref", "unit", "sort", "happened")) if refs else []
    begun_here, written = {row[0] for row in there}, {row[1:] for row in there}
    return [
        case
        for case, ref in refs.items()
        if ref not in begun_here and (case.unit_id, case.sort, case.granted_on) not in written
    ]


def decision_of(application: Application) -> list[Attachment]:
    """What came with the grant, or later: the document of the decision. Materials were added before."""
    granted = application.verified_at or clock.now()
    return list(Attachment.objects.filter(record_ref=application.ref, added__gte=granted).select_related("file"))
