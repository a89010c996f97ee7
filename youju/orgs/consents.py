"""Consents: what a person, or the guardian of one under age, has agreed to, from a day to a day."""

from datetime import date

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs import audit
from youju.orgs.errors import ConsentWithoutPaper, GuardianMissing
from youju.orgs.members import Member
from youju.orgs.people import Person


class Purpose(models.TextChoices):
    PUBLIC_NAME = "public_name", _("name made public")
    PUBLIC_PICTURE = "public_picture", _("picture made public")
    VOLUNTEERING = "volunteering", _("taking part as a volunteer")
    CONTEST = "contest", _("taking part in a contest")


class Giver(models.TextChoices):
    """Who consents. A guardian is not named: the paper names them."""

    SELF = "self", _("the person")
    GUARDIAN = "guardian", _("a guardian")


class ConsentQuerySet(models.QuerySet["Consent"]):
    def valid_on(self, day: date) -> "ConsentQuerySet":
        """Given by ``day``, not yet run out and not withdrawn."""
        return self.filter(Q(until=None) | Q(until__gte=day), Q(withdrawn=None) | Q(withdrawn__gt=day), on__lte=day)


class Consent(models.Model):
    """One consent. until: the last day; sha256: of the kept paper; reference: where a paper outside is filed."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    by = models.CharField(_("given by"), max_length=10, choices=Giver.choices)
    on = models.DateField(_("given on"))
    until = models.DateField(_("until"), null=True, blank=True)
    withdrawn = models.DateField(_("withdrawn on"), null=True, blank=True)
    sha256 = models.CharField(_("paper"), max_length=64, blank=True)
    reference = models.CharField(_("filed under"), max_length=120, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(sha256="") | ~Q(reference=""), name="consent_has_a_paper"),
        ]

    def __str__(self) -> str:
        return str(self.get_purpose_display())


@transaction.atomic
def consent_give(
    *,
    person: Person,
    purpose: str,
    by: str,
    on: date,
    actor: Member,
    until: date | None = None,
    sha256: str = "",
    reference: str = "",
) -> Consent:
    """Note a consent. Raises ConsentWithoutPaper, GuardianMissing."""
    if not (sha256 or reference.strip()):
        raise ConsentWithoutPaper()
    if by != Giver.GUARDIAN and person.is_minor(on):
        raise GuardianMissing()
    consent = Consent.objects.create(
        person=person, purpose=purpose, by=by, on=on, until=until, sha256=sha256, reference=reference.strip()
    )
    audit.write(actor=actor, action="consent.give", target=person.target, purpose=purpose)
    return consent


@transaction.atomic
def consent_withdraw(*, consent: Consent, actor: Member) -> None:
    """From today on it no longer holds; what was done under it before stays done. A second time changes nothing."""
    if Consent.objects.filter(pk=consent.pk, withdrawn=None).update(withdrawn=clock.today()):
        audit.write(actor=actor, action="consent.withdraw", target=consent.person.target, purpose=consent.purpose)
    consent.refresh_from_db()
