"""Confirmations (领导确认): a signing leader has looked at entries that one person wrote and verified alone.

A grade of the entry, not a state of the record: it counts as before, and says that somebody else has seen it. A record
that is corrected is a new entry, which nobody has confirmed yet.
"""

from collections.abc import Iterable, Sequence

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import NotAllowed
from youju.ledger.reading import entries_by_seq, live_posts
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.records.errors import NothingToConfirm, OwnRecord
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED
from youju.records.heads.states import State
from youju.records.reading.access import visible_to
from youju.records.rights import own_records, within


class Confirmation(models.Model):
    """seq: the entry that was confirmed."""

    seq = models.BigIntegerField(_("entry"), unique=True)
    record_ref = models.CharField(max_length=40, db_index=True)
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("confirmed by"))
    at = models.DateTimeField(_("time"), default=clock.now)

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.record_ref} {self.seq}"


@transaction.atomic
def entries_confirm(*, seqs: Sequence[int], actor: Member) -> int:
    """Confirm self-verified entries in one go: all of them, or none. Gives how many.

    Raises NotAllowed where one is out of the actor's reach as a signing leader, OwnRecord where the actor had a hand in
    it, NothingToConfirm where one does not wait: somebody has confirmed it, or it was corrected or voided since.
    """
    refs = {entry.record_ref for entry in entries_by_seq(seqs).values()}
    held = Ledgered.objects.filter(ref__in=refs, state=State.VERIFIED, self_verified=True).select_for_update()
    waiting = {seq: record for record, seq in _unconfirmed(list(held.order_by("ref")))}
    records = [waiting[seq] for seq in dict.fromkeys(seqs) if seq in waiting]
    if not records or len(records) < len(set(seqs)):
        raise NothingToConfirm()
    open_to_actor = set(signed_for(actor).values_list("pk", flat=True))
    if any(record.pk not in open_to_actor for record in records):
        raise NotAllowed()
    if own := own_records(actor, records):
        raise OwnRecord(title=next(record.title for record in records if record.ref in own))
    by_ref = {record.ref: seq for seq, record in waiting.items()}
    Confirmation.objects.bulk_create(
        Confirmation(seq=by_ref[record.ref], record_ref=record.ref, by=actor, at=clock.now()) for record in records
    )
    audit.write_many(actor=actor, action="entry.confirm", targets=[record.ref for record in records])
    return len(records)


def to_confirm(member: Member) -> list[tuple[Ledgered, int]]:
    """What waits for a leader's word, oldest first, each with its entry; not what the leader had a hand in."""
    found = _unconfirmed(list(signed_for(member).order_by("verified_at", "pk")))
    own = own_records(member, [record for record, _seq in found])
    return [(record, seq) for record, seq in found if record.ref not in own]


def signed_for(member: Member) -> models.QuerySet[Ledgered]:
    """The self-verified records in a signing leader's reach."""
    return visible_to(member).filter(within(member, Role.SIGNER), state=State.VERIFIED, self_verified=True)


def confirmations_of(refs: Iterable[str]) -> dict[str, Confirmation]:
    """The confirmation of what counts now of these records, by ref; those without one are left out."""
    live = {post.post.seq: ref for (ref, milestone), post in live_posts(refs).items() if milestone == VERIFIED}
    return {each.record_ref: each for each in Confirmation.objects.filter(seq__in=live).select_related("by")}


def _unconfirmed(records: list[Ledgered]) -> list[tuple[Ledgered, int]]:
    live = live_posts(record.ref for record in records)
    seqs = {record.ref: live[record.ref, VERIFIED].post.seq for record in records if (record.ref, VERIFIED) in live}
    done = set(Confirmation.objects.filter(seq__in=seqs.values()).values_list("seq", flat=True))
    return [(record, seqs[record.ref]) for record in records if seqs.get(record.ref, -1) not in done | {-1}]
