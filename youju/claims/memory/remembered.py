"""What people have said of claims: this phrase means that figure. Kept per bureau, with who and when.

A binding picks the candidate of a claim; whether the claim is right is still judged by the ledger's value. Nothing
else of a checked draft is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.claims.memory.phrase import SCOPE_LENGTH, SUBJECT_LENGTH, WORD_LENGTH, Phrase, phrase_of
from youju.errors import Conflict, NotAllowed
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.orgs.tree import ancestor, named_unit, this_month
from youju.orgs.units import Unit, UnitKind
from youju.records.rights import reached_units

# A table of what was said needs no reading of texts, whose patterns take long to make.
if TYPE_CHECKING:
    from youju.claims.reading import Claim

PLACE = "地名"
"""In the place of a measure word: the row says what a name stands for, not what a claim counts."""


class RememberedQuerySet(models.QuerySet["Remembered"]):
    def standing(self) -> Self:
        """Those not taken back."""
        return self.filter(taken_back_at=None)


class Remembered(models.Model):
    """A phrase bound to what it counts. A row is never changed but for being taken back.

    target: the code of an indicator, or of a cell of the ledger; name: what that was called when it was bound.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("bureau"))
    subject = models.CharField(pgettext_lazy("binding", "what is counted"), max_length=SUBJECT_LENGTH)
    word = models.CharField(_("sort of measure word"), max_length=WORD_LENGTH)
    scope = models.CharField(_("level and place"), max_length=SCOPE_LENGTH, blank=True)
    target = models.CharField(_("figure"), max_length=240)
    name = models.CharField(_("name of the figure"), max_length=240)
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("bound by"))
    at = models.DateTimeField(_("bound"), default=clock.now)
    taken_back_by = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("taken back by")
    )
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = RememberedQuerySet.as_manager()

    class Meta:
        verbose_name = _("remembered binding")
        verbose_name_plural = _("remembered bindings")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "subject", "word", "scope"],
                condition=Q(taken_back_at=None),
                name="one_standing_binding_per_phrase",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.name}"

    @property
    def phrase(self) -> Phrase:
        return Phrase(self.subject, self.word, self.scope)


class Memory:
    """The standing bindings of one bureau, looked up by the claims of a text."""

    def __init__(self, rows: Mapping[Phrase, Remembered]) -> None:
        self._rows = rows

    @classmethod
    def of(cls, unit: Unit) -> Memory:
        """Read once what the bureau over a unit remembers."""
        rows = Remembered.objects.standing().filter(unit=bureau_of(unit)).select_related("by")
        return cls({row.phrase: row for row in rows})

    def recall(self, text: str, claim: Claim) -> Remembered | None:
        """What somebody said of a claim with this phrase."""
        return self._rows.get(phrase_of(text, claim)) if self._rows else None


def places_bound(unit: Unit) -> dict[str, Unit]:
    """What the bureau over a unit has said that names of places stand for, as 镇江市 for its own city."""
    bureau = bureau_of(unit)
    rows = Remembered.objects.standing().filter(unit=bureau, word=PLACE)
    return {row.subject: named_unit(row.target, bureau) for row in rows}


def bureau_of(unit: Unit) -> Unit:
    """Whose memory a unit's texts are checked with: the county's, for all that is below it."""
    return ancestor(unit, UnitKind.COUNTY, this_month()) or unit


def binding_confirm(*, bureau: Unit, phrase: Phrase, target: str, name: str, actor: Member) -> Remembered:
    """Keep that a phrase means what the check itself found. Raises NotAllowed, Conflict."""
    return _bind("binding.confirm", bureau, phrase, actor, target=target, name=name)


def binding_correct(*, bureau: Unit, phrase: Phrase, target: str, name: str, actor: Member) -> Remembered:
    """Keep that a phrase means something else than the check found, or than was said before.

    Raises NotAllowed, Conflict.
    """
    return _bind("binding.correct", bureau, phrase, actor, target=target, name=name)


def place_bind(*, bureau: Unit, name: str, target: str, actor: Member) -> Remembered:
    """Keep that a name in a text means a place seen from the bureau. target: @county, @city or @province.

    Raises UnknownUnit, NotAllowed, Conflict.
    """
    meant = named_unit(target, bureau)
    return _bind("place.bind", bureau, Phrase(name, PLACE, ""), actor, target=target, name=str(meant))


@transaction.atomic
def binding_forget(*, remembered: Remembered, actor: Member) -> None:
    """Take a binding back: the next check asks the words again. Raises NotAllowed; Conflict where it was gone."""
    _require_officer(actor, remembered.unit)
    if not _take_back(Remembered.objects.filter(pk=remembered.pk), actor):
        raise Conflict()
    audit.write(actor=actor, action="binding.forget", target=_target(remembered), figure=remembered.target)


@transaction.atomic
def _bind(action: str, bureau: Unit, phrase: Phrase, actor: Member, **what: Any) -> Remembered:
    _require_officer(actor, bureau)
    own = Remembered.objects.filter(unit=bureau, **phrase._asdict())
    before = own.standing().first()
    if before is not None and before.target == what["target"]:  # pressed twice, or said by a colleague already
        return before
    _take_back(own, actor)
    try:
        made = Remembered.objects.create(unit=bureau, by=actor, **phrase._asdict(), **what)
    except IntegrityError:  # a colleague has bound it between our two statements
        raise Conflict() from None
    instead_of = before.target if before else ""
    # The phrase stays out of the audit row, which cannot be erased: it may hold a person's name.
    audit.write(actor=actor, action=action, target=_target(made), figure=made.target, instead_of=instead_of)
    return made


def _take_back(rows: models.QuerySet[Remembered], actor: Member) -> int:
    return rows.filter(taken_back_at=None).update(taken_back_by=actor, taken_back_at=clock.now())


def _require_officer(actor: Member, bureau: Unit) -> None:
    if bureau.pk not in reached_units(actor, Role.OFFICER):
        raise NotAllowed()


def _target(remembered: Remembered) -> str:
    return f"binding-{remembered.pk}"
