"""Mergers: two rows that are one person, or one thing. Both tokens stay in the ledger and count as one from then on.

An entry of the ledger commits to both tokens, so that a figure as of an earlier size still counts two, and a merger
slipped into the table by hand is found.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from youju.ledger import log, stored
from youju.ledger.facts import Posting
from youju.ledger.log import Entry
from youju.lib import canonical
from youju.orgs import audit
from youju.orgs.audit import AuditRow
from youju.orgs.errors import AlreadyMerged, MergedWithItself, TwoAccounts
from youju.orgs.groups import Membership
from youju.orgs.keeping import require_unguarded
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.spans import put_together
from youju.orgs.tree import home_unit

PREFIX = "merge-"
MILESTONE = "merged"
# What the audit row of a merger says.
OF_PERSONS, OF_THINGS = "person.merge", "thing.merge"
_LABEL = "youju-merge-v1"


class Merger(models.Model):
    """One token that counts as another from the entry ``seq`` on. Rows are only ever added."""

    gone = models.CharField(max_length=16, unique=True)
    kept = models.CharField(max_length=16)
    seq = models.BigIntegerField(unique=True)

    def __str__(self) -> str:
        return f"{self.gone} > {self.kept}"

    @property
    def ref(self) -> str:
        return f"{PREFIX}{self.gone}"

    @property
    def commitment(self) -> bytes:
        return canonical.statement(_LABEL, (self.gone, self.kept))


class Flaw(NamedTuple):
    """A merger that is not the one the ledger committed to; seq: -1 where no entry speaks of it."""

    ref: str
    seq: int
    sentence: str


@transaction.atomic
def person_merge(*, person: Person, into: Person, actor: Member) -> Merger:
    """Let two rows be one person: ``into`` lives on and takes over the posts, groups and account of ``person``.

    A post or a membership that both hold for the same days is one from then on. What was recorded of either stays as
    it was recorded. Raises NotAllowed, MergedWithItself, AlreadyMerged,
    TwoAccounts.
    """
    require_unguarded(actor, (person, into))
    _hold(person, into)
    _refuse(person, into)
    account = person.member or into.member
    Person.objects.filter(pk=person.pk).update(merged_into=into, member=None)
    Person.objects.filter(pk=into.pk).update(member=account)
    person.tenures.update(person=into)
    Membership.objects.filter(person=person).update(person=into)
    put_together(into)
    merger = tokens_merge(gone=person.token, kept=into.token, actor=actor, action=OF_PERSONS)
    person.refresh_from_db()
    into.refresh_from_db()
    return merger


@transaction.atomic
def tokens_merge(*, gone: str, kept: str, actor: Member, action: str = OF_THINGS) -> Merger:
    """Let one token count as another from now on. The rows that bear them are the caller's business."""
    merger = Merger(gone=gone, kept=kept)
    audit.write(actor=actor, action=action, target=merger.ref, kept=kept)
    merger.seq = _posted(merger, actor).seq
    merger.save()
    return merger


def canonical_tokens(size: int | None = None) -> dict[str, str]:
    """Each merged token and the one it counts as, as the first ``size`` entries of the ledger say; None means all.

    Chains are followed to their end, so that one look-up is enough; a token that is not here counts as itself.
    """
    mergers = Merger.objects.all() if size is None else Merger.objects.filter(seq__lt=size)
    survivors: dict[str, str] = {}
    for gone, kept in mergers.order_by("-seq").values_list("gone", "kept"):
        survivors[gone] = survivors.get(kept, kept)  # whoever lived on was merged later, so it is here already
    return survivors


def flaws() -> Iterator[Flaw]:
    """Yield every merger that the ledger does not bear out, and every entry of a merger whose row is gone."""
    rows = {merger.ref: merger for merger in Merger.objects.order_by("seq")}
    noted = set(AuditRow.objects.filter(action__in=(OF_PERSONS, OF_THINGS)).values_list("target", "actor"))
    for entry in stored.sound_entries(Q(record_ref__startswith=PREFIX)):
        merger = rows.pop(entry.record_ref, None)
        if merger is None or merger.seq != entry.seq or merger.commitment != bytes(entry.commitment):
            yield Flaw(entry.record_ref, entry.seq, _("%s: which two persons are one was altered.") % entry.record_ref)
        elif (entry.record_ref, entry.actor) not in noted:
            sentence = _("%(ref)s: the audit row of entry %(seq)s is missing or was altered.")
            yield Flaw(entry.record_ref, entry.seq, sentence % {"ref": entry.record_ref, "seq": entry.seq})
    for ref in rows:
        yield Flaw(ref, -1, _("%s: two persons count as one, but the ledger does not say so.") % ref)


def _hold(*persons: Person) -> None:
    """Keep the rows to the end of the transaction, and read them anew: one merger at a time may touch a person."""
    held = {row.pk: row for row in Person.objects.select_for_update().filter(pk__in=[p.pk for p in persons])}
    for person in persons:
        person.merged_into_id, person.member_id = held[person.pk].merged_into_id, held[person.pk].member_id


def _refuse(person: Person, into: Person) -> None:
    if person.pk == into.pk:
        raise MergedWithItself()
    if person.merged_into_id is not None or into.merged_into_id is not None:
        raise AlreadyMerged()
    if person.member_id and into.member_id:
        raise TwoAccounts()


def _posted(merger: Merger, actor: Member) -> Entry:
    return log.post(
        Posting(
            ref=merger.ref,
            milestone=MILESTONE,
            unit=home_unit().code,
            actor=actor.token,
            facts=(),
            commitment=merger.commitment,
        )
    )
