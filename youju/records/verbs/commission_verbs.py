"""What is done with a commission: its ticket is made, its manuscript is written, handed in once, or taken back."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from youju.errors import NotAllowed, NotFound
from youju.evidence.models import File
from youju.evidence.names import safe_name
from youju.lib import clock
from youju.lib.text import one_line, visible
from youju.orgs import audit
from youju.orgs.actors import HOLDER
from youju.orgs.errors import NameMissing
from youju.orgs.members import Member, Role
from youju.orgs.reasons import in_full
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_burn, ticket_make, tickets_revoke
from youju.records.alerts import AlertSort, alert
from youju.records.heads.beside import put_beside
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.refs import new_ref
from youju.records.heads.sections import Section
from youju.records.inquiries.inquiry.public_desk import public_desk
from youju.records.kinds import get_case_kind
from youju.records.publicity.article.body import pictures_called
from youju.records.publicity.article.commission import Commission, CommissionPicture, Shown
from youju.records.publicity.article.errors import (
    CommissionOver,
    ManuscriptUnfinished,
    NoPicture,
    PicturesFull,
    PictureUnsigned,
)
from youju.records.publicity.article.models import Article, Origin
from youju.records.publicity.channel.models import Channel
from youju.records.rights import reached_units
from youju.records.verbs.case_verbs import case_open

WRITTEN = ("title", "byline", "body")
_LONGEST = {"title": 120, "byline": 80, "body": 100_000}


class Upload(NamedTuple):
    """A file that was received, and its name."""

    file: File
    name: str


@transaction.atomic
def commission_make(
    *, writer: str, about: str, channel: Channel, expires: datetime, actor: Member
) -> tuple[Commission, str]:
    """Ask somebody outside for a manuscript; the code of its ticket is nowhere to be read again.

    Raises NotAllowed for whoever is no officer for publicity in their own unit, NameMissing, TooLong.
    """
    if actor.unit is None or actor.unit_id not in reached_units(actor, Role.OFFICER, section=Section.PUBLICITY):
        raise NotAllowed()
    writer = in_full(one_line(writer), 40)
    if not writer:
        raise NameMissing()
    commission = Commission.objects.create(
        ref=new_ref("article"), writer=writer, byline=writer, about=in_full(one_line(about), 200), unit=actor.unit,
        channel=channel, made_by=actor.token, expires=expires,
    )  # fmt: skip
    code = ticket_make(purpose=Purpose.GUEST, ref=commission.ref, expires=expires, actor=actor)
    audit.write(actor=actor, action="commission.make", target=commission.ref)
    return commission, code


def get_commission(ticket: Ticket) -> Commission:
    """What a ticket opens. Raises TicketInvalid, as for every code that does not hold."""
    found: Commission | None = Commission.objects.filter(ref=ticket.ref).select_related("channel", "unit").first()
    if ticket.purpose != Purpose.GUEST or found is None or not found.is_open:
        raise TicketInvalid()
    return found


@transaction.atomic
def manuscript_write(*, commission: Commission, values: Mapping[str, str]) -> None:
    """Keep what was written so far, of WRITTEN. Raises TicketInvalid once it is over."""
    _hold(commission)
    kept = {name: visible(values[name]).replace("\0", "").strip()[: _LONGEST[name]] for name in WRITTEN}
    Commission.objects.filter(pk=commission.pk).update(**kept)
    audit.write(actor=HOLDER, action="commission.write", target=commission.ref)
    commission.refresh_from_db(fields=WRITTEN)


@transaction.atomic
def picture_add(
    *, commission: Commission, picture: Upload, caption: str, shown: str, paper: Upload | None = None
) -> CommissionPicture:
    """Put a picture beside the manuscript; the same picture again changes what is said of it.

    Raises TicketInvalid once it is over, NoPicture, PictureUnsigned, PicturesFull, TooLong.
    """
    _hold(commission)
    name = safe_name(picture.name)
    if not picture.file.media_type.startswith("image/"):
        raise NoPicture(name=name)
    if shown != Shown.NOBODY and paper is None:
        raise PictureUnsigned(name=name)
    others, most = commission.pictures.exclude(file=picture.file), setting("guest_pictures")
    if others.count() >= most:
        raise PicturesFull(most=most)
    told = {
        "name": _unused(name, set(others.values_list("name", flat=True))), "caption": in_full(one_line(caption), 120),
        "shown": Shown(shown), "paper": paper.file if paper else None,
        "paper_name": safe_name(paper.name) if paper else "",
    }  # fmt: skip
    made, _new = commission.pictures.update_or_create(file=picture.file, defaults=told)
    audit.write(actor=HOLDER, action="commission.picture", target=commission.ref, content=picture.file.sha256)
    return made


@transaction.atomic
def picture_drop(*, commission: Commission, pk: int) -> None:
    """Take a picture off with its consent. Raises TicketInvalid once it is over, NotFound."""
    _hold(commission)
    if not commission.pictures.filter(pk=pk).delete()[0]:
        raise NotFound()
    audit.write(actor=HOLDER, action="commission.picture-off", target=commission.ref)


@transaction.atomic
def manuscript_hand_in(*, commission: Commission, code: str) -> Article:
    """Make it an article, spend the ticket, empty the draft, tell the officer who asked for it.

    Raises TicketInvalid once it is over, ManuscriptUnfinished.
    """
    _hold(commission)
    if not (commission.title and commission.body):
        raise ManuscriptUnfinished()
    ticket_burn(code=code, purpose=Purpose.GUEST)
    article = case_open(
        kind=get_case_kind("article"), values=_values(commission), actor=public_desk(), ref=commission.ref
    )
    assert isinstance(article, Article)
    for picture in commission.pictures.select_related("file", "paper"):
        _put(article, picture)
    _empty(commission, handed_in=clock.now())
    asker = Member.objects.filter(token=commission.made_by, is_active=True).first()
    alert(told=[(asker, article.ref)], sort=AlertSort.ASKED, actor=HOLDER)
    return article


@transaction.atomic
def commission_take_back(*, commission: Commission, actor: Member) -> None:
    """Close the link before its time; what was written is deleted. Raises NotAllowed, CommissionOver."""
    if commission.unit_id not in reached_units(actor, Role.OFFICER, section=Section.PUBLICITY):
        raise NotAllowed()
    held = Commission.objects.select_for_update().get(pk=commission.pk)
    if held.handed_in or held.taken_back:
        raise CommissionOver()
    tickets_revoke(purpose=Purpose.GUEST, ref=held.ref, actor=actor)
    _empty(held, taken_back=clock.now())
    audit.write(actor=actor, action="commission.take-back", target=held.ref)


@transaction.atomic
def commissions_sweep() -> int:
    """Delete what was written and never handed in, once the link is closed; how many were emptied.

    Files stay in the evidence store, as those of a deleted draft do: their rows are under the ledger's digests.
    """
    left = list(Commission.objects.left(clock.now()))
    for commission in left:
        _empty(commission)
    return len(left)


def _hold(commission: Commission) -> None:
    """Keep others from it, and read it as it is. Raises TicketInvalid once it is over."""
    held = Commission.objects.select_for_update().get(pk=commission.pk)
    if not held.is_open:
        raise TicketInvalid()
    for name in WRITTEN:
        setattr(commission, name, getattr(held, name))


def _empty(commission: Commission, **columns: datetime) -> None:
    commission.pictures.all().delete()
    Commission.objects.filter(pk=commission.pk).update(title="", byline="", body="", **columns)


def _values(commission: Commission) -> dict[str, object]:
    return {
        "unit": commission.unit, "title": commission.title, "happened": clock.today(), "channel": commission.channel,
        "sort": Origin.CONTRIBUTED, "byline": commission.byline, "source": "", "original": "", "issue": "",
        "body": _with_pictures(commission), "tags": "", "proofreaders": "", "must_be_public": False, "old_address": "",
        "mentions": [], "note": _("Handed in by %(writer)s with a one-time link.") % {"writer": commission.writer},
    }  # fmt: skip


def _with_pictures(commission: Commission) -> str:
    """The text, and below it the pictures that it does not call itself."""
    called = set(pictures_called(commission.body))
    below = [f"![{each.caption}]({each.name})" for each in commission.pictures.all() if each.name not in called]
    return "\n\n".join([commission.body, *below])


def _put(article: Article, picture: CommissionPicture) -> None:
    """The picture and its consent as evidence. Nothing of it is public until an officer releases the picture."""
    desk, shown = public_desk(), Shown(picture.shown).label
    put_beside(
        article, actor=desk, file=picture.file, name=picture.name, note=f"{picture.caption}（{shown}）"[:200],
        role=EvidenceRole.PHOTO,
    )  # fmt: skip
    if picture.paper is not None:
        note = _("Consent for “%(name)s”") % {"name": picture.name}
        put_beside(
            article, actor=desk, file=picture.paper, name=picture.paper_name, note=note[:200], role=EvidenceRole.CONSENT
        )


def _unused(name: str, taken: set[str]) -> str:
    """The name, with a number where another picture bears it: the text calls pictures by their names."""
    stem, dot, extension = name.rpartition(".")
    numbered = (f"{stem}-{number}{dot}{extension}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(each for each in numbered if each not in taken)
