"""Persons and tenures: people on units' rosters, without an account, and the posts they hold from a day to a day."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.members import Member
from youju.orgs.tokens import new_token
from youju.orgs.units import Unit


class PersonQuerySet(models.QuerySet["Person"]):
    def on_roster(self, unit: Unit, day: date) -> "PersonQuerySet":
        """Who holds a post in ``unit`` on ``day``; each once, however many posts."""
        return self.filter(pk__in=Tenure.objects.on(day).filter(unit=unit).values("person"))

    def ever_in(self, unit: Unit) -> "PersonQuerySet":
        """Who holds, held or will hold a post in ``unit``."""
        return self.filter(pk__in=Tenure.objects.filter(unit=unit).values("person"))


class Person(models.Model):
    """One human being. The token stands for it in the ledger and stays the same wherever it works.

    minor_until: the last day on which it is under age; none for an adult. Neither birthday nor identity-card number
    is kept. member: the account of the same person, where there is one. merged_into: the row that lives on.
    """

    token = models.CharField(max_length=16, unique=True, default=new_token, editable=False)
    name = models.CharField(_("name"), max_length=40)
    minor_until = models.DateField(_("under age until"), null=True, blank=True)
    member = models.OneToOneField(
        Member, models.PROTECT, null=True, blank=True, related_name="person", verbose_name=_("account")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("same person as")
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["id"]

    def __str__(self) -> str:
        """The name as any page prints it: a minor's is masked."""
        return mask(self.name) if self.is_minor(clock.today()) else self.name

    @property
    def target(self) -> str:
        """What audit rows call this person: never by name."""
        return f"person-{self.token}"

    def is_minor(self, day: date) -> bool:
        return self.minor_until is not None and day <= self.minor_until


class TenureQuerySet(models.QuerySet["Tenure"]):
    def on(self, day: date) -> "TenureQuerySet":
        """The tenures that hold on ``day``."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class Tenure(models.Model):
    """One post of one person in one unit. since and until: first and last day, both inclusive; none leaves it open."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures", verbose_name=_("person"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="tenures", verbose_name=_("unit"))
    post = models.CharField(_("post"), max_length=40, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = TenureQuerySet.as_manager()

    class Meta:
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ["id"]
        indexes = [models.Index(fields=["unit", "since"], name="tenure_by_unit")]

    def __str__(self) -> str:
        return f"{self.unit} {self.post}".strip()


def posts_in(unit: Unit, day: date) -> dict[int, str]:
    """What each person on the roster of a unit is there on a day, by the person's id; several posts in one text."""
    posts: dict[int, list[str]] = {}
    for person, post in Tenure.objects.on(day).filter(unit=unit).values_list("person", "post"):
        posts.setdefault(person, []).append(post)
    return {person: "、".join(filter(None, held)) for person, held in posts.items()}


def survivors(ids: Iterable[int | None]) -> dict[int, int]:
    """The person that each of these lives on as, by id: two that were merged are one. A query for each step."""
    found = {pk: pk for pk in ids if pk is not None}
    ahead = dict(found)
    while ahead:
        into: dict[int, int] = {}
        for batch in batches(sorted(set(ahead.values()))):
            merged = Person.objects.filter(pk__in=batch).exclude(merged_into=None).order_by()
            into |= {pk: other for pk, other in merged.values_list("pk", "merged_into") if other is not None}
        ahead = {pk: into[now] for pk, now in ahead.items() if now in into}
        found |= ahead
    return found


def mask(name: str) -> str:
    """A minor's name as others see it: the family name, then marks (王某某)."""
    return name[:1] + "某" * (len(name) - 1)
