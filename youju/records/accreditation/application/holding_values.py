"""What a granted application begins its record of the title with."""

from typing import Any

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.accreditation.checklist.words import level_names, title_of
from youju.records.heads.attachments import Attachment


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
    }


def decision_of(application: Application) -> list[Attachment]:
    """What came with the grant, or later: the document of the decision. Materials were added before."""
    granted = application.verified_at or clock.now()
    return list(Attachment.objects.filter(record_ref=application.ref, added__gte=granted).select_related("file"))
