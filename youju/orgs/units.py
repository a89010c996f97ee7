"""Units: the tree nation > province > city > county > school. The county node is the bureau."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    NATION = "nation", _("nation")
    PROVINCE = "province", _("province")
    CITY = "city", _("city")
    COUNTY = "county", _("county bureau")
    OFFICE = "office", _("office")
    TOWN = "town", _("town")
    SCHOOL = "school", _("school")


class UnitQuerySet(models.QuerySet["Unit"]):
    def open_on(self, day: date) -> "UnitQuerySet":
        """Units that exist on ``day``."""
        return self.filter(Q(opened=None) | Q(opened__lte=day)).filter(Q(closed=None) | Q(closed__gt=day))


class Unit(models.Model):
    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9.-]*$", _("Small letters, digits, dots and hyphens only."))],
    )
    kind = models.CharField(_("kind of unit"), max_length=10, choices=UnitKind.choices)
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("parent")
    )
    opened = models.DateField(_("opened"), null=True, blank=True)
    closed = models.DateField(_("closed"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    single_post = models.BooleanField(
        _("one-person office"),
        default=False,
        help_text=_("One member may verify what the same member recorded. It counts, marked as self-verified."),
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.short_name or self.name


class UnitAlias(models.Model):
    """Another name people write for a unit."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="one_alias_once_per_unit")]

    def __str__(self) -> str:
        return self.name
