"""Members: accounts, and the roles they hold in units."""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.tokens import new_token
from youju.orgs.units import Unit


class Role(models.TextChoices):
    LIAISON = "liaison", _("liaison")
    REVIEWER = "reviewer", _("reviewer")
    OFFICER = "officer", _("officer")
    SIGNER = "signer", _("signing leader")
    AUDITOR = "auditor", _("auditor")
    ADMIN = "admin", _("administrator")


DECIDING = (Role.OFFICER, Role.SIGNER, Role.ADMIN)
"""Roles whose holders let something count, sign or say who may do what."""


class Member(AbstractUser):
    first_name = None  # type: ignore[assignment]  # one name: Chinese names are not split
    last_name = None  # type: ignore[assignment]  # as above
    name = models.CharField(_("name"), max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="members", verbose_name=_("unit"))
    token = models.CharField(max_length=16, unique=True, default=new_token, editable=False)
    # Log-ins begun before it was counted up hold no longer.
    log_ins_ended = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a log-in was begun with: Django ends it at the next request where this has become another."""
        about = f"{self.password}/{self.log_ins_ended}"
        return salted_hmac("youju.orgs.members.session", about, secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    def held(self) -> list["RoleGrant"]:
        """The grants that hold today. One query, kept for this object's life."""
        if not hasattr(self, "_held"):
            self._held = list(self.grants.current(clock.today()).select_related("unit"))
        return self._held

    def roles(self) -> dict[str, set[int]]:
        """Each role held today, with the ids of the units it is held in."""
        held: dict[str, set[int]] = {}
        for grant in self.held():
            held.setdefault(grant.role, set()).add(grant.unit_id)
        return held

    def has_role(self, *roles: str) -> bool:
        """Whether any of the roles is held, in any unit."""
        return any(role in self.roles() for role in roles)


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def current(self, day: date) -> "RoleGrantQuerySet":
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))

    def not_over(self, day: date) -> "RoleGrantQuerySet":
        """Those that hold on a day or will begin later."""
        return self.filter(Q(until=None) | Q(until__gte=day))


class RoleGrant(models.Model):
    """A role held in a unit, from one day to another (both inclusive), for some sections or for all.

    Bureau roles reach the unit's whole subtree; an officer of an office reaches its whole county.
    """

    member = models.ForeignKey(Member, models.CASCADE, related_name="grants", verbose_name=_("member"))
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="grants", verbose_name=_("unit"))
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    sections = models.JSONField(
        _("sections"), default=list, blank=True, help_text=_("Codes of the sections it is for; empty for all of them.")
    )

    stands_in_for = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="deputies", verbose_name=_("stands in for")
    )

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role grant")
        verbose_name_plural = _("role grants")
        constraints = [
            models.UniqueConstraint(fields=["member", "role", "unit", "since"], name="one_grant_per_role_unit_and_day")
        ]

    def covers(self, section: str) -> bool:
        """Whether the grant is for this section; "" asks for none in particular."""
        return not section or not self.sections or section in self.sections

    def __str__(self) -> str:
        return f"{self.member}: {self.get_role_display()} @ {self.unit}"
