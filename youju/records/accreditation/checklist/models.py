"""Checklists: by what a title is measured, in versions; one by which somebody was measured never changes."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.records.accreditation.checklist.criteria import GRADES, USUAL_SHARES, Asked, Method, Sort

LEVELS_GRANTED = ("county", "city", "province", "nation")


class Checklist(models.Model):
    """code: of this version alone. sort: the title, as titles held have it; title: its name where that is another one.

    issuer: whose version it is, mostly a province. locked_on: since when somebody is measured by it. county … nation:
    points of a hundred that the level takes; empty where the list does not lead to it.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    sort = models.CharField(_("title"), max_length=60)
    title = models.CharField(_("name of the title"), max_length=60, blank=True)
    issuer = models.CharField(_("province or body that issued it"), max_length=40, blank=True)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="copies")
    locked_on = models.DateField(_("locked on"), null=True)
    county = models.PositiveSmallIntegerField(_("points for the county level"), null=True, blank=True)
    city = models.PositiveSmallIntegerField(_("points for the city level"), null=True, blank=True)
    province = models.PositiveSmallIntegerField(_("points for the province level"), null=True, blank=True)
    nation = models.PositiveSmallIntegerField(_("points for the national level"), null=True, blank=True)

    class Meta:
        verbose_name = _("checklist")
        verbose_name_plural = _("checklists")
        ordering = ["sort", "name", "-version"]
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="one_version_of_a_checklist")]

    def __str__(self) -> str:
        return _text("%(name)s, version %(version)s") % {"name": self.name, "version": self.version}

    @property
    def lines(self) -> dict[str, int]:
        """Points of a hundred that a level takes, by the level, the lowest first."""
        found = zip(LEVELS_GRANTED, (self.county, self.city, self.province, self.nation), strict=True)
        return {level: points for level, points in found if points}

    def criteria_in_order(self) -> list["Criterion"]:
        return list(self.criteria.all())

    def leaves(self) -> list["Criterion"]:
        """What is graded, in order."""
        every = self.criteria_in_order()
        above = {criterion.parent_id for criterion in every}
        return [criterion for criterion in every if criterion.pk not in above]


class Criterion(models.Model):
    """A heading, or what is graded: nothing stands under it. place: from 1, in the order of the numbers.

    share_a … share_d: percent of the points that a grade gives.
    """

    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="criteria")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    place = models.PositiveSmallIntegerField()
    no = models.CharField(_("number"), max_length=16)
    text = models.CharField(_("what is asked"), max_length=400)
    points = models.DecimalField(_("points"), max_digits=4, decimal_places=1, default=Decimal(0))
    sort = models.CharField(_("what it does"), max_length=8, choices=Sort.choices, default=Sort.COUNTED)
    method = models.CharField(_("how it is looked at"), max_length=10, choices=Method.choices, default=Method.MATERIALS)
    wants = models.CharField(_("evidence asked for"), max_length=160, blank=True)
    share_a = models.PositiveSmallIntegerField(_("A gives, in percent"), default=USUAL_SHARES[0])
    share_b = models.PositiveSmallIntegerField(_("B gives, in percent"), default=USUAL_SHARES[1])
    share_c = models.PositiveSmallIntegerField(_("C gives, in percent"), default=USUAL_SHARES[2])
    share_d = models.PositiveSmallIntegerField(_("D gives, in percent"), default=USUAL_SHARES[3])

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["checklist", "place"]
        constraints = [
            models.UniqueConstraint(fields=["checklist", "no"], name="one_number_once_per_checklist"),
            models.CheckConstraint(
                condition=Q(share_a__lte=100, share_b__lte=F("share_a"), share_c__lte=F("share_b"))
                & Q(share_d__lte=F("share_c")),
                name="shares_never_rise",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.no} {self.text}"

    @property
    def chapter(self) -> str:
        """The number at the top that it stands under."""
        return self.no.partition(".")[0]

    @property
    def shares(self) -> tuple[int, ...]:
        return (self.share_a, self.share_b, self.share_c, self.share_d)

    def share(self, grade: str) -> int | None:
        """Percent of its points that a grade gives; None for no grade."""
        return self.shares[GRADES.index(grade)] if grade in GRADES else None

    def asked(self) -> Asked:
        return Asked(self.no, self.text, self.points, self.sort, self.method, self.wants, self.shares)
