"""Ledgered: the head of everything that posts to the ledger, one row a thing, whatever its kind.

Lists, search, queues and counts read this one table. A kind's own columns hang on it (Django's multi-table
inheritance); they are loaded where one thing is shown, changed or posted.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.heads.attachments import Attachment
from youju.records.heads.lines import line_items, line_models, line_relations, lines_values, lines_write, same_lines
from youju.records.heads.occasions import Occasion
from youju.records.heads.ones import load_ones
from youju.records.heads.sections import Section
from youju.records.heads.several import load_several
from youju.records.heads.states import EDITABLE, State

Item = tuple[str, str | None]


def number_text(number: int | None) -> str | None:
    """A number as an item says it; None where it was left out, which is not 0."""
    return None if number is None else str(number)


class Ledgered(models.Model):
    """What records (something happened) and cases (something runs) have in common. Only verbs change a row."""

    ref = models.CharField(_("reference"), max_length=40, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, editable=False)
    section = models.CharField(_("section"), max_length=16, choices=Section.choices, editable=False)
    # The sort within the kind (of study, of what is counted …): what lists are narrowed by.
    sort = models.CharField(_("sort"), max_length=60, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    partners = models.ManyToManyField(Unit, related_name="+", blank=True, verbose_name=_("partner units"))
    title = models.CharField(_("title"), max_length=120)
    happened = models.DateField(_("happened"))
    happened_until = models.DateField(_("last day"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    occasion = models.ForeignKey(
        Occasion, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("occasion")
    )
    note = models.TextField(_("note"), blank=True, max_length=2000)
    # From before this ledger began: opening figures, and what lasts (a title) where it was there before.
    opening = models.BooleanField(_("opening entry"), default=False)

    state = models.CharField(_("state"), max_length=12, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("recorded by"))
    owner = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("in charge"))
    created_at = models.DateTimeField(_("recorded"), default=clock.now)
    # Whoever typed it for a unit that has liaisons of its own (代报); the one who confirms it is its author.
    filed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("filed by"))
    # The first time: what was returned since does not become late by it.
    handed_in_on = models.DateField(_("first handed in"), null=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True)
    verifier = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("verified by"))
    verified_at = models.DateTimeField(_("verified"), null=True)
    self_verified = models.BooleanField(_("self-verified"), default=False)
    late = models.BooleanField(_("late"), default=False)
    late_reason = models.CharField(_("why it comes late"), max_length=200, blank=True)
    returned_reason = models.CharField(_("returned because"), max_length=400, blank=True)
    void_reason = models.CharField(_("voided because"), max_length=400, blank=True)
    dropped_reason = models.CharField(_("not pursued because"), max_length=400, blank=True)
    # The record that tells the same, where this one was closed for it.
    same_as = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("told already by")
    )

    # The fields that a kind's form may set, and what must be loaded to tell items and facts.
    EDITED: ClassVar[tuple[str, ...]] = (
        "sort", "unit", "title", "happened", "happened_until", "occasion", "note", "late_reason",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = ("unit", "occasion", "author", "filed_by", "verifier", "owner", "partners")

    # Columns of a kind that a search for words looks into, beside title and note.
    SEARCHED: ClassVar[tuple[str, ...]] = ()

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        ordering = ["-happened", "-id"]
        indexes = [
            # With what decides who reads a row, so that a list passes over what it does not show without reading it.
            models.Index(
                fields=["section", "-happened", "-id", "kind", "state", "unit", "author"], name="ledgered_for_lists"
            ),
            models.Index(fields=["kind", "-happened", "-id"], name="ledgered_by_kind"),
            models.Index(fields=["unit", "-happened", "-id"], name="ledgered_by_unit"),
            models.Index(fields=["state", "submitted_at", "ref"], name="ledgered_by_state"),
            models.Index(fields=["happened", "unit"], name="ledgered_by_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def state_label(self) -> str:
        """The state in words; a kind with states of its own says it in its own."""
        if self.state == State.SUBMITTED and self.unit.checks:
            return gettext("to check")
        return str(State(self.state).label) if self.state in State.values else self.state

    def assign(self, values: dict[str, Any]) -> None:
        """Set the fields that a form may set. Values not given stay as they are."""
        for name in self.EDITED:
            if name in values:
                setattr(self, name, values[name])

    def save_parts(self, values: dict[str, Any]) -> None:
        """Write what hangs on the saved row, its lines among it; a kind with more of its own extends this."""
        if "partners" in values:
            self.partners.set(values["partners"])
        lines_write(record=self, values=values)

    def parts(self) -> dict[str, Any]:
        """The present values that ``save_parts`` would write again unchanged."""
        return {"partners": list(self.partners.all()), **lines_values(self)}

    def says(self, values: dict[str, Any]) -> bool:
        """Whether the row, as it is saved, holds just these values."""
        parts = self.parts()
        return all(self._same(name, values[name]) for name in self.EDITED if name in values) and all(
            self._same_part(name, parts[name], values[name]) for name in parts if name in values
        )

    def _same_part(self, name: str, part: Any, value: Any) -> bool:
        model = line_models(type(self)).get(name)
        return same_lines(model, part, value) if model else set(part) == set(value)

    def _same(self, name: str, value: Any) -> bool:
        field = self._meta.get_field(name)
        if isinstance(field, models.Field) and not field.is_relation:
            value = field.to_python(value)
        return bool(getattr(self, name) == value)

    def seals(self, name: str, reader: Member) -> bool:
        """Whether a reader of this row may not know what a field of the form holds."""
        return False

    def told(self, name: str, reader: Member) -> Any:
        """What a field of the form holds, as far as a reader of this row may know it."""
        return getattr(self, name)

    def shows(self, attachment: Attachment, reader: Member | None) -> bool:
        """Whether a piece of evidence is for a reader of this row; None: for whoever reads a text that cites it."""
        return True

    def raises(self) -> str:
        """What it found that has to be settled, in its own words: with that a follow-up begins. Mostly nothing."""
        return ""

    def settles(self) -> Unit:
        """The unit that has to settle what this row found: mostly its own."""
        return self.unit

    def ready(self) -> None:
        """Raise what keeps this row from being handed in or verified as it stands; a kind says what that is."""

    def standing(self) -> tuple[str, ...]:
        """The milestones that this row says are in the ledger now, in the order in which they are posted."""
        raise NotImplementedError

    def fits(self, milestone: str, *, live: bool) -> bool:
        """Whether the row agrees with a milestone that was posted once, and is live or was taken back since."""
        return live == (milestone in self.standing())

    def items(self, milestone: str, attachments: Iterable[Attachment]) -> list[Item]:
        """The content that posting a milestone commits to: names with text values, in a fixed order; no names."""
        raise NotImplementedError

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """What posting a milestone adds to the ledger."""
        raise NotImplementedError

    def fact(self, measure: str, quantity: int, **dimensions: str) -> FactLine:
        """One fact of this row's unit, day and occasion. quantity: scaled by the measure's scale (98.71 % is 9871)."""
        occasion = self.occasion.code if self.occasion else ""
        return FactLine(self.unit.code, self.happened, measure, quantity, occasion=occasion, **dimensions)

    @classmethod
    def loaded(cls, rows: "Iterable[Self]") -> "list[Self]":
        """The rows with everything loaded that ``items`` and ``facts`` read: a few queries, however many."""
        found = cls.with_ones(rows)
        load_several(found, cls.related())
        return found

    @classmethod
    def with_ones(cls, rows: "Iterable[Self]") -> "list[Self]":
        """The rows with what each has one of: enough to tell their columns, and mostly which milestones stand."""
        found = list(rows)
        load_ones(found, [name for name in cls.RELATED if "__" not in name])
        return found

    @classmethod
    def related(cls) -> tuple[str, ...]:
        """RELATED and what the lines lead to."""
        return (*cls.RELATED, *line_relations(cls))

    def line_items(self) -> list[Item]:
        """What the rows of its own add to the content."""
        return line_items(self)
