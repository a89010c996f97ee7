"""Contacts (联系群、联系电话): under which chat group or number a unit is reached, and when that was tried out."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.errors import NotFound
from youju.orgs.keeping import kept_units
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.orgs.tree import above, this_month
from youju.orgs.units import Unit


class ContactSort(models.TextChoices):
    CHAT = "chat", _("contact group chat")
    PHONE = "phone", _("contact telephone")


class ContactQuerySet(models.QuerySet["Contact"]):
    def unchecked(self, today: date) -> "ContactQuerySet":
        """Those that nobody has tried out for longer than the setting says."""
        since = today - timedelta(days=setting("contact_check_days"))
        return self.filter(models.Q(checked_on=None) | models.Q(checked_on__lt=since))


class Contact(models.Model):
    """number: of the telephone or the chat group; an office's, never a parent's or a pupil's.

    checked_on: when somebody last tried whether it is answered. closed: no longer in use; the row stays.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="contacts", verbose_name=_("unit"))
    sort = models.CharField(_("sort of contact"), max_length=8, choices=ContactSort.choices)
    name = models.CharField(_("name of the contact"), max_length=80)
    number = models.CharField(_("number or group number"), max_length=60)
    serves = models.CharField(_("what it is for"), max_length=120, blank=True)
    keeper = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who keeps it")
    )
    checked_on = models.DateField(_("last checked"), null=True)
    checked_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("checked by"))
    closed = models.BooleanField(_("no longer in use"), default=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact entry")
        verbose_name_plural = _("contact entries")
        ordering = ["unit__kind", "unit__code", "sort", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def target(self) -> str:
        return f"contact-{self.pk}"


def contacts_for(member: Member) -> ContactQuerySet:
    """The contacts in use that a member may look up: of the units where a role is held, of those above them (a school
    reaches its bureau), and of those kept.
    """
    own = [grant.unit for grant in member.held()]
    month = this_month()
    units = {unit.pk for each in own for unit in above(each, month)} | kept_units(member)
    return Contact.objects.filter(unit__in=units, closed=False).select_related("unit", "keeper", "checked_by")


def get_contact_for(member: Member, pk: int) -> Contact:
    """A contact to change: of a unit that the member keeps, or its own to keep. Raises NotFound."""
    kept = models.Q(unit__in=kept_units(member)) | models.Q(keeper=member)
    contact = contacts_for(member).filter(kept, pk=pk).first()
    if contact is None:
        raise NotFound()
    return contact
