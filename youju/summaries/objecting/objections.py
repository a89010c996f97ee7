"""Objections (异议) of a unit to a line of a text that rests on its records; the answer stays with the figure."""

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.errors import NotAllowed
from youju.indicators.figure import Figure
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.alerts import AlertSort, alert
from youju.summaries.drafts.access import documents_for, may_object, may_write
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.errors import NothingSaid, NotYours
from youju.summaries.drafts.history import writers_of


class Objection(models.Model):
    """indicator: the code of the figure. said: the sentence as it was printed then. unit: whose records it rests on."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="objections", verbose_name=_("document"))
    indicator = models.CharField(_("indicator"), max_length=120)
    said = models.CharField(_("what the text says"), max_length=500)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    reason = models.CharField(_("reason"), max_length=500)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("author"))
    at = models.DateTimeField(_("time"), default=clock.now)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["document", "indicator"], name="objections_by_figure")]

    def __str__(self) -> str:
        return self.reason


@transaction.atomic
def objection_add(*, document: Document, indicator: str, unit: Unit, reason: str, actor: Member) -> Objection:
    """Object to a figure that rests on records of the unit. Raises NotAllowed, NothingSaid, NotYours."""
    if not may_object(actor, unit):
        raise NotAllowed()
    if not reason.strip():
        raise NothingSaid()
    from youju.summaries.objecting.resting import lines_resting_on  # what builds a summary takes long to load

    line = next((line for line in lines_resting_on(document, unit) if indicator in line.codes), None)
    if line is None:
        raise NotYours()
    objection = Objection.objects.create(
        document=document, indicator=indicator, said=line.text[:500], unit=unit, reason=reason.strip(), author=actor
    )
    audit.write(actor=actor, action="summary.object", target=document.ref, objection=objection.pk, unit=unit.code)
    alert(told=[(writer, document.ref) for writer in writers_of(document)], sort=AlertSort.OBJECTED, actor=actor)
    return objection


@transaction.atomic
def objection_answer(*, objection: Objection, answer: str, actor: Member) -> Objection:
    """Answer an objection, or answer it anew. Raises NotAllowed, NothingSaid."""
    if not may_write(actor, objection.document.unit):
        raise NotAllowed()
    if not answer.strip():
        raise NothingSaid()
    objection.answer, objection.answered_by, objection.answered_at = answer.strip(), actor, clock.now()
    objection.save(update_fields=["answer", "answered_by", "answered_at"])
    target = objection.document.ref
    audit.write(actor=actor, action="summary.object-answer", target=target, objection=objection.pk)
    alert(told=[(objection.author, target)], sort=AlertSort.ANSWERED, actor=actor)
    return objection


def objections_to(figure: Figure, member: Member) -> list[Objection]:
    """What was objected to a figure, in documents open to the member and by the member; the newest first."""
    found = Objection.objects.filter(indicator=figure.indicator.code, document__period=figure.period.code)
    own = Q(document__in=documents_for(member)) | Q(author=member)
    return list(found.filter(own, document__unit__code=figure.unit).select_related("document", "unit", "author"))
