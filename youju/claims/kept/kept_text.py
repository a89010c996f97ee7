"""Checked texts that somebody asked to keep, with the verdicts of that day.

A text is kept only when asked. It is a working paper: its next draft takes its place, and what is deleted is gone for
good, for a draft may hold names. No other table points to it, and the audit row calls it by number alone.
"""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, NamedTuple, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.claims.telling.checked import Checked, Plain, ledger_size, plain_value
from youju.errors import Conflict, NotAllowed
from youju.lib import clock
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.orgs.units import Unit, UnitKind
from youju.records.rights import own_units, reached_units

TITLE_LENGTH = 120
_READING = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)  # who checks a bureau's texts
_KEEPING = (Role.OFFICER, Role.SIGNER)  # an auditor reads everything and leaves nothing
_LOCAL = (Role.LIAISON, Role.REVIEWER)  # who checks a school's: it is under work, and not the bureau's business
_UNTITLED = 40  # characters of its first line that name a text without a name


class KeptElsewhere(Conflict):
    """A kept text was deleted, or kept anew, since the page was drawn."""

    code = "kept-elsewhere"
    sentence = _(
        "Somebody has kept another version of this text in the meantime, or deleted it. Yours is still on this page: "
        "keep it as another text, or open the kept one first."
    )


class Told(NamedTuple):
    """How a figure stood when its text was kept.

    start, end: characters of the text; value: the ledger's, without its word, which is another in each language.
    """

    start: int
    end: int
    verdict: str
    value: Plain


class Paper(NamedTuple):
    """What is kept of a checked text. names: the names that stand for units, as typed, one a line."""

    title: str
    text: str
    period: str
    names: str


class KeptTextQuerySet(models.QuerySet["KeptText"]):
    def visible_to(self, member: Member) -> Self:
        """Those of the bureaus whose texts a member checks, and of the units it works in."""
        bureaus = Q(unit__in=reached_units(member, *_READING), unit__kind=UnitKind.COUNTY)
        return self.filter(bureaus | Q(unit__in=own_units(member, *_LOCAL, *_READING)))


class KeptText(models.Model):
    """A checked text and how its figures stood.

    version: how often it was kept; told: a Told for each figure; once: what makes the same keeping, sent again, the
    same text, until another draft takes its place.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("bureau"))
    title = models.CharField(_("name of the document"), max_length=TITLE_LENGTH)
    text = models.TextField(_("text"))
    period = models.CharField(_("year or period"), max_length=24)
    names = models.TextField(_("names that stand for units"), blank=True)
    told = models.JSONField(_("verdicts"), default=list)
    ledger_size = models.BigIntegerField(_("entries of the ledger"))
    version = models.PositiveIntegerField(_("version"), default=1)
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("kept by"))
    at = models.DateTimeField(_("kept"), default=clock.now)
    once = models.CharField(max_length=64, unique=True, null=True, editable=False)

    objects = KeptTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept text")
        verbose_name_plural = _("kept texts")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["unit", "-at"], name="kept_texts_of_a_unit")]

    def __str__(self) -> str:
        return self.title

    @property
    def figures(self) -> list[Told]:
        """How each of its figures stood, in the order of the text."""
        return [Told(*each) for each in self.told]

    @property
    def tally(self) -> Counter[str]:
        """How many of its figures had each verdict."""
        return Counter(one.verdict for one in self.figures)

    def holds(self, paper: Paper) -> bool:
        """Whether a text on the page is the one kept, checked for the same period and names."""
        return (self.text, self.period, self.names) == (paper.text, paper.period, paper.names)


def may_keep(member: Member, unit: Unit) -> bool:
    """Who may keep texts of a unit: its own officers, signers, liaisons and reviewers; of a bureau those in reach."""
    if unit.pk in own_units(member, *_LOCAL, *_KEEPING):
        return True
    return unit.kind == UnitKind.COUNTY and unit.pk in reached_units(member, *_KEEPING)


def may_replace(member: Member, kept: KeptText) -> bool:
    """Keep the next draft in its place, or delete it: who kept it, the bureau's officers, a school's liaisons."""
    if not may_keep(member, kept.unit):
        return False
    leading = own_units(member, Role.LIAISON) | reached_units(member, Role.OFFICER)
    return kept.by_id == member.pk or kept.unit_id in leading


@transaction.atomic
def text_keep(*, unit: Unit, paper: Paper, found: Sequence[Checked], actor: Member) -> KeptText:
    """Keep a text that was just checked. Raises NotAllowed.

    Sent again by the same member with the same words, at the same size of the ledger, it is kept already: the first
    is returned.
    """
    if not may_keep(actor, unit):
        raise NotAllowed()
    what = _what(paper, found)
    once = _once(unit, actor, what)
    try:
        with transaction.atomic():
            kept = KeptText.objects.create(unit=unit, by=actor, once=once, **what)
    except IntegrityError:
        if (there := KeptText.objects.filter(once=once).first()) is not None:
            return there
        raise
    _note("text.keep", kept.pk, actor, version=kept.version)
    return kept


@transaction.atomic
def text_replace(*, kept: KeptText, version: int, paper: Paper, found: Sequence[Checked], actor: Member) -> KeptText:
    """Keep a text in the place of the version that was seen; sent again, it is so already.

    Raises NotAllowed, KeptElsewhere.
    """
    if not may_replace(actor, kept):
        raise NotAllowed()
    seen = KeptText.objects.filter(pk=kept.pk, version=version)
    what = _what(paper, found)
    if not seen.update(by=actor, at=clock.now(), version=version + 1, once=None, **what):
        again = KeptText.objects.filter(pk=kept.pk, version=version + 1, by=actor, **_words(what)).first()
        if again is None:
            raise KeptElsewhere()
        return again
    _note("text.replace", kept.pk, actor, version=version + 1)
    return KeptText.objects.get(pk=kept.pk)


@transaction.atomic
def text_delete(*, kept: KeptText, actor: Member) -> None:
    """Delete a kept text for good. Raises NotAllowed; Conflict where it was gone."""
    if not may_replace(actor, kept):
        raise NotAllowed()
    deleted, _tables = KeptText.objects.filter(pk=kept.pk).delete()
    if not deleted:
        raise Conflict()
    _note("text.delete", kept.pk, actor)


def _what(paper: Paper, found: Sequence[Checked]) -> dict[str, Any]:
    return paper._asdict() | {
        "title": _title(paper),
        "told": [Told(one.claim.start, one.claim.end, one.verdict.value, plain_value(one.value)) for one in found],
        "ledger_size": ledger_size(found),
    }


def _once(unit: Unit, actor: Member, what: dict[str, Any]) -> str:
    """One keeping's mark, a SHA-256 in hex: whose it is, and all that is kept."""
    parts = [unit.code, actor.token, *_words(what).values()]
    return sha256(json.dumps(parts).encode()).hexdigest()


def _words(what: dict[str, Any]) -> dict[str, Any]:
    """What was kept without the verdicts, which follow from it."""
    return {name: what[name] for name in (*Paper._fields, "ledger_size")}


def _title(paper: Paper) -> str:
    """The name given, or how the text begins."""
    first = next(filter(None, map(one_line, paper.text.splitlines())), "")
    return (one_line(paper.title) or first[:_UNTITLED] or "—")[:TITLE_LENGTH]


def _note(action: str, pk: int, actor: Member, **detail: int) -> None:
    audit.write(actor=actor, action=action, target=f"text-{pk}", **detail)
