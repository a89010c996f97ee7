"""Groups: branches, leading groups, teams, panels and the like. They are no units: they have members and keepers."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit

CODE = RegexValidator(r"^[a-z0-9][a-z0-9.-]*$", _("Small letters, digits, dots and hyphens only."))


class GroupSort(models.TextChoices):
    """What a group is for. None is a list of persons to be watched or scored."""

    LEADING_GROUP = "leading_group", _("leading study group")
    LEADERS = "leaders", _("leadership")
    BRANCH = "branch", _("party branch")
    STAFF = "staff", _("staff")
    VOLUNTEER_TEAM = "volunteer_team", _("volunteer team")
    PANEL = "panel", _("panel")
    DUTY = "duty", _("duty roster")
    CONTACT = "contact", _("contact group")
    DISCIPLINE = "discipline", _("discipline group")


GUARDED = (GroupSort.DISCIPLINE,)
"""Groups whose members read what is kept from everybody else: an administrator of the bureau begins them."""


class GroupQuerySet(models.QuerySet["Group"]):
    def open_on(self, day: date) -> "GroupQuerySet":
        """Groups that exist on ``day``."""
        return self.filter(Q(opened=None) | Q(opened__lte=day), Q(closed=None) | Q(closed__gt=day))


class Group(models.Model):
    """opened: the first day; closed: the first day on which it is no longer there."""

    code = models.CharField(_("code"), max_length=60, unique=True, validators=[CODE])
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="groups", verbose_name=_("unit"))
    sort = models.CharField(_("sort of group"), max_length=16, choices=GroupSort.choices)
    name = models.CharField(_("name"), max_length=80)
    opened = models.DateField(_("opened"), null=True, blank=True)
    closed = models.DateField(_("closed"), null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["unit", "sort", "code"]

    def __str__(self) -> str:
        return self.name

    @property
    def target(self) -> str:
        """What audit rows call this group."""
        return f"group-{self.code}"

    def is_open(self, day: date) -> bool:
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)

    def on(self, day: date) -> "models.QuerySet[Person]":
        """Its members on ``day``, each once; nobody where the group was not there."""
        if not self.is_open(day):
            return Person.objects.none()
        return Person.objects.filter(pk__in=self.memberships.on(day).values("person"))


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: date) -> "MembershipQuerySet":
        """The memberships that hold on ``day``."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class Membership(models.Model):
    """One person in one group; post: what they are in it. since and until are both inclusive."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="memberships", verbose_name=_("group"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships", verbose_name=_("person"))
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    post = models.CharField(_("post"), max_length=40, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["id"]


class Keeper(models.Model):
    """A member who keeps a group's list: several may, at least one must."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="keepers", verbose_name=_("group"))
    member = models.ForeignKey(Member, models.PROTECT, related_name="kept_groups", verbose_name=_("member"))

    class Meta:
        verbose_name = _("keeper")
        verbose_name_plural = _("keepers")
        constraints = [models.UniqueConstraint(fields=["group", "member"], name="one_keeper_once_per_group")]
