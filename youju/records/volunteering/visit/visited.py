"""Households and enterprises that are visited. What a household is called stays in this table: the ledger and the
content of records know its token, lists and search its village."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import NotAllowed
from youju.orgs.members import Member, Role
from youju.orgs.mergers import tokens_merge
from youju.orgs.tokens import new_token
from youju.orgs.units import Unit
from youju.records.heads.sections import Section
from youju.records.rights import own_units, reached_units
from youju.records.volunteering.visit.errors import VisitedApart, VisitedMerged

_SEAL = "**"


class VisitSort(models.TextChoices):
    """Whom visits are paid to, by the measure that counts it."""

    HOUSEHOLD = "visits.households", _("household")
    ENTERPRISE = "visits.enterprises", _("enterprise")


class VisitedRows(models.QuerySet["Visited"]):
    def known_to(self, unit: Unit) -> "VisitedRows":
        """Whom a unit has visited or written down first; merged rows are left out."""
        mine = models.Q(unit=unit) | models.Q(visits__unit=unit)
        return self.filter(mine, merged_into=None).distinct()


class Visited(models.Model):
    """One household or enterprise. name: of the head of the household, or of the enterprise; place: its village.

    unit: which wrote it down first. merged_into: the row that it turned out to be the same as.
    """

    token = models.CharField(max_length=16, unique=True, default=new_token, editable=False)
    sort = models.CharField(_("sort"), max_length=20, choices=VisitSort.choices)
    place = models.CharField(_("village or place"), max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    objects = VisitedRows.as_manager()

    class Meta:
        verbose_name = _("household or enterprise")
        verbose_name_plural = _("households and enterprises")
        ordering = ["place", "name"]
        constraints = [models.UniqueConstraint(fields=["sort", "place", "name"], name="one_row_a_household")]

    def __str__(self) -> str:
        """What anybody may read: of a household its village alone."""
        return self.name if self.sort == VisitSort.ENTERPRISE else self.place

    @property
    def target(self) -> str:
        """What audit rows call it: never by name."""
        return f"visited-{self.token}"

    @property
    def survivor(self) -> "Visited":
        """Itself, or the one that it counts as since it was merged."""
        return self if self.merged_into is None else self.merged_into.survivor

    def name_for(self, reader: Member, unit_id: int) -> str:
        """Its name, to whoever may read what a unit calls its households; to others the first character of it."""
        return self.name if self.sort == VisitSort.ENTERPRISE or reads_names(reader, unit_id) else self.name[:1] + _SEAL


def reads_names(member: Member, unit_id: int) -> bool:
    """Whether a member reads the names of a unit's households: its own people, and the section's officers."""
    own = own_units(member, Role.LIAISON, Role.REVIEWER, section=Section.VOLUNTEERING)
    return unit_id in own or unit_id in reached_units(member, Role.OFFICER, section=Section.VOLUNTEERING)


def visited_named(sort: str, place: str, name: str, unit: Unit) -> Visited:
    """The row so called, whoever wrote it down, or the one it was merged into; else one that is not saved yet."""
    found = Visited.objects.filter(sort=sort, place=place, name=name).first()
    return found.survivor if found else Visited(sort=sort, place=place, name=name, unit=unit)


def visited_kept(visited: Visited) -> Visited:
    """The saved row of one that may be new; the row given stays as it is, whatever becomes of the transaction."""
    row, _new = Visited.objects.get_or_create(
        sort=visited.sort, place=visited.place, name=visited.name, defaults={"unit": visited.unit}
    )
    return row


@transaction.atomic
def visited_merge(*, visited: Visited, into: Visited, actor: Member) -> None:
    """Let two rows be one household: from now on both tokens count as one; what was recorded of either stays.

    Raises NotAllowed for whoever is no officer of the section over both, VisitedApart, VisitedMerged.
    """
    reached = reached_units(actor, Role.OFFICER, section=Section.VOLUNTEERING)
    if not {visited.unit_id, into.unit_id} <= reached:
        raise NotAllowed()
    held = {row.pk: row for row in Visited.objects.select_for_update().filter(pk__in=(visited.pk, into.pk))}
    if visited.pk == into.pk or visited.sort != into.sort:
        raise VisitedApart()
    if any(row.merged_into_id for row in held.values()):
        raise VisitedMerged()
    Visited.objects.filter(pk=visited.pk).update(merged_into=into)
    tokens_merge(gone=visited.token, kept=into.token, actor=actor)
    visited.refresh_from_db()
