"""Record: what every kind of record has, and what each kind must say of itself."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import canonical, clock
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.attachments import Attachment
from youju.records.occasions import Occasion
from youju.records.refs import kind_code
from youju.records.states import EDITABLE, State

Item = tuple[str, str | None]

# The moment at which a record of these kinds enters the ledger.
VERIFIED = "verified"


class Record(models.Model):
    """One thing that happened, with one home unit. Its verbs are in verbs.py; nothing else changes it."""

    ref = models.CharField(_("reference"), max_length=40, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    partners = models.ManyToManyField(Unit, related_name="+", blank=True, verbose_name=_("partner units"))
    title = models.CharField(_("title"), max_length=120)
    happened = models.DateField(_("happened"))
    happened_until = models.DateField(_("last day"), null=True, blank=True)
    occasion = models.ForeignKey(
        Occasion, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("occasion")
    )
    note = models.TextField(_("note"), blank=True, max_length=2000)
    opening = models.BooleanField(
        _("opening entry"), default=False, help_text=_("A stock or total from before this ledger began.")
    )

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT, db_index=True)
    version = models.PositiveIntegerField(default=1)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("recorded by"))
    created_at = models.DateTimeField(_("recorded"), default=clock.now)
    submitted_at = models.DateTimeField(_("submitted"), null=True)
    verifier = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("verified by"))
    verified_at = models.DateTimeField(_("verified"), null=True)
    self_verified = models.BooleanField(_("self-verified"), default=False)
    late = models.BooleanField(_("late"), default=False)
    late_reason = models.CharField(_("why it comes late"), max_length=200, blank=True)
    returned_reason = models.CharField(_("returned because"), max_length=400, blank=True)
    void_reason = models.CharField(_("voided because"), max_length=400, blank=True)

    # What a kind adds: the fields a form may set, and what must be loaded to tell items and facts.
    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "happened", "happened_until", "occasion", "note", "opening", "late_reason",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = ("unit", "occasion", "author", "verifier", "partners")

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True
        ordering = ["-happened", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def kind(self) -> str:
        return kind_code(self.ref)

    @property
    def milestone(self) -> str:
        return VERIFIED

    @property
    def editable(self) -> bool:
        return self.state in EDITABLE

    def assign(self, values: dict[str, Any]) -> None:
        """Set the fields that a form may set. Values not given stay as they are."""
        for name in self.EDITED:
            if name in values:
                setattr(self, name, values[name])

    def save_parts(self, values: dict[str, Any]) -> None:
        """Write what hangs on the saved row; a kind with rows of its own extends this."""
        if "partners" in values:
            self.partners.set(values["partners"])

    def parts(self) -> dict[str, Any]:
        """The present values that ``save_parts`` would write again unchanged."""
        return {"partners": list(self.partners.all())}

    def says(self, values: dict[str, Any]) -> bool:
        """Whether the record, as it is saved, holds just these values."""
        parts = self.parts()
        return all(self._same(name, values[name]) for name in self.EDITED if name in values) and all(
            set(parts[name]) == set(values[name]) for name in parts if name in values
        )

    def _same(self, name: str, value: Any) -> bool:
        field = self._meta.get_field(name)
        if isinstance(field, models.Field) and not field.is_relation:
            value = field.to_python(value)
        return bool(getattr(self, name) == value)

    def items(self, attachments: Iterable[Attachment]) -> list[Item]:
        """The content that verifying commits to: names with text values, in a fixed order; no person's name."""
        return [
            ("ref", self.ref),
            ("unit", self.unit.code),
            ("partners", " ".join(sorted(unit.code for unit in self.partners.all()))),
            ("title", self.title),
            ("happened", self.happened.isoformat()),
            ("happened_until", self.happened_until.isoformat() if self.happened_until else None),
            ("occasion", self.occasion.code if self.occasion else None),
            ("note", self.note),
            ("opening", str(int(self.opening))),
            ("late_reason", self.late_reason if self.late else None),
            ("author", self.author.token),
            ("created_at", _instant(self.created_at)),
            ("submitted_at", _instant(self.submitted_at)),
            ("verifier", self.verifier.token if self.verifier else None),
            ("verified_at", _instant(self.verified_at)),
            ("self_verified", str(int(self.self_verified))),
            ("version", str(self.version)),
            *self.own_items(),
            *((f"evidence/{place}", attachment.text) for place, attachment in enumerate(attachments, 1)),
        ]

    def own_items(self) -> list[Item]:
        """What the kind itself adds to the content."""
        raise NotImplementedError

    def facts(self) -> tuple[FactLine, ...]:
        """What posting this record adds to the ledger."""
        raise NotImplementedError

    def fact(self, measure: str, quantity: int, **dimensions: str) -> FactLine:
        """One fact of this record: its unit, day and occasion with the given measure and quantity."""
        occasion = self.occasion.code if self.occasion else ""
        return FactLine(self.unit.code, self.happened, measure, quantity, occasion=occasion, **dimensions)

    @classmethod
    def loaded(cls, records: "Iterable[Self]") -> "list[Self]":
        """The records with everything loaded that ``items`` and ``facts`` read: a few queries, however many."""
        found = list(records)
        models.prefetch_related_objects(found, *cls.RELATED)
        return found


def _instant(moment: datetime | None) -> str | None:
    return None if moment is None else canonical.instant(moment)
