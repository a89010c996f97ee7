"""What is done with a sign-in: opened, a name taken by a telephone or by the organiser, given back, closed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils.timezone import localtime

from youju.lib import chance, clock
from youju.orgs import audit
from youju.orgs.actors import HOLDER
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.tickets import Purpose, TicketInvalid, ticket_burn, ticket_make, tickets_revoke
from youju.records.errors import WrongState
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.moving import move
from youju.records.heads.presence import How, Listed, SignsIn
from youju.records.heads.states import EDITABLE
from youju.records.sign_in.errors import (
    NameTaken,
    NothingToSignInFor,
    NotOnTheSignInList,
    NotYet,
    SignedOutAlready,
    SignInClosed,
    TelephoneUsed,
)
from youju.records.sign_in.models import Signed, SignIn

_LONGEST = timedelta(hours=24)
# Uses of the ticket beyond the names: for names that are given back, and so that its page is still there for the last.
_SPARE = 20


@transaction.atomic
def sign_in_open(*, record: SignsIn, begins: datetime, actor: Member) -> SignIn:
    """Open the sign-in of a draft or returned record; one that is open already stays as it is.

    Raises WrongState, NothingToSignInFor where nobody is on its list.
    """
    _hold_editable(record)
    there = SignIn.objects.filter(record=record).first()
    if there is not None and there.running:
        return there
    listed = record.sign_in_list()
    if not listed:
        raise NothingToSignInFor(title=record.title)
    code = ticket_make(
        purpose=Purpose.SIGN_IN, ref=record.ref, expires=max(clock.now(), begins) + _LONGEST, actor=actor,
        uses=2 * len(listed) + _SPARE,
    )  # fmt: skip
    opened = there or SignIn(record=record, secret=chance.token_bytes(32))
    opened.code, opened.begins, opened.opened_by = code, begins, actor
    opened.opened_at, opened.closed_at = clock.now(), None
    opened.save()
    _keep(opened, listed)
    audit.write(actor=actor, action="sign-in.open", target=record.ref, persons=len(listed))
    return opened


def get_sign_in(ref: str) -> SignIn:
    """The sign-in that runs for a record. Raises TicketInvalid, as its page does for every code that does not hold."""
    found = SignIn.objects.select_related("record").filter(record__ref=ref, closed_at=None).first()
    if found is None:
        raise TicketInvalid()
    return found


def device_digest(device: str) -> str:
    """What is kept of what tells a telephone from others."""
    return sha256(device.encode()).hexdigest()


def names_open(sign_in: SignIn, listed: Iterable[Listed]) -> list[Person]:
    """The adults of the list who have not signed in: the names that a telephone is offered."""
    taken = set(sign_in.signed.values_list("person", flat=True))
    return [each.person for each in listed if not each.minor and each.person.pk not in taken]


@transaction.atomic
def sign_in_by_code(*, sign_in: SignIn, record: SignsIn, person: int, device: str, code: str) -> Signed:
    """A telephone takes a name, once. device: what tells it from others. code: of the ticket.

    Raises NotYet, NotOnTheSignInList (also for minors), NameTaken, TelephoneUsed, TicketInvalid once it is closed.
    """
    if not sign_in.begun:
        raise NotYet(begins=f"{localtime(sign_in.begins):%Y-%m-%d %H:%M}")
    found = _listed(record, person)
    if found.minor:
        raise NotOnTheSignInList()
    signed = _take(sign_in, found.person, How.CODE, device_digest(device))
    ticket_burn(code=code, purpose=Purpose.SIGN_IN)
    audit.write(actor=HOLDER, action="sign-in.name", target=record.ref, person=found.person.token)
    return signed


@transaction.atomic
def sign_out_by_code(*, sign_in: SignIn, device: str) -> Signed:
    """The telephone that took a name signs it out, once. Raises TicketInvalid, SignedOutAlready."""
    signed = sign_in.signed.filter(device=device_digest(device)).select_related("person").first()
    if signed is None or not SignIn.objects.filter(pk=sign_in.pk, closed_at=None).exists():
        raise TicketInvalid()
    _leave(signed)
    audit.write(actor=HOLDER, action="sign-in.out", target=sign_in.record.ref, person=signed.person.token)
    return signed


@transaction.atomic
def sign_in_by_hand(*, sign_in: SignIn, record: SignsIn, person: int, actor: Member) -> Signed:
    """The organiser says that somebody is there. Raises NotOnTheSignInList, NameTaken, SignInClosed."""
    _hold_open(sign_in)
    signed = _take(sign_in, _listed(record, person).person, How.HAND, None)
    audit.write(actor=actor, action="sign-in.by-hand", target=record.ref, person=signed.person.token)
    return signed


@transaction.atomic
def sign_out_by_hand(*, sign_in: SignIn, person: int, actor: Member) -> None:
    """The organiser says that somebody leaves. Raises SignInClosed, NotOnTheSignInList, SignedOutAlready."""
    _hold_open(sign_in)
    signed = sign_in.signed.filter(person=person).select_related("person").first()
    if signed is None:
        raise NotOnTheSignInList()
    _leave(signed)
    audit.write(actor=actor, action="sign-in.out", target=sign_in.record.ref, person=signed.person.token)


@transaction.atomic
def sign_in_take_back(*, sign_in: SignIn, person: int, actor: Member) -> None:
    """A name was taken by somebody else: the organiser gives it back. Raises SignInClosed."""
    _hold_open(sign_in)
    signed = sign_in.signed.filter(person=person).select_related("person").first()
    if signed is not None:
        signed.delete()
        audit.write(actor=actor, action="sign-in.take-back", target=sign_in.record.ref, person=signed.person.token)


@transaction.atomic
def sign_in_close(*, sign_in: SignIn, record: SignsIn, actor: Member) -> int:
    """End it, and have the record write who came; gives how many that are.

    Raises WrongState where the record was handed in meanwhile, SignInClosed the second time.
    """
    _hold_editable(record)
    now = clock.now()
    if not SignIn.objects.filter(pk=sign_in.pk, closed_at=None).update(closed_at=now):
        raise SignInClosed()
    move(record, EDITABLE, {"version": record.version + 1}, version=record.version)
    # First the ticket: whoever is just signing in is waited for, and whoever comes later is refused.
    tickets_revoke(purpose=Purpose.SIGN_IN, ref=record.ref, actor=actor)
    came = {each.person_id: each.came(now) for each in sign_in.signed.all()}
    record.write_signed(came)
    audit.write(actor=actor, action="sign-in.close", target=record.ref, persons=len(came))
    return len(came)


def _keep(opened: SignIn, listed: Iterable[Listed]) -> None:
    """Closed too early, it goes on with those of whom the record still says that they signed in."""
    opened.signed.exclude(person__in=[each.person.pk for each in listed if each.how]).delete()


def _listed(record: SignsIn, person: int) -> Listed:
    """Raises NotOnTheSignInList."""
    found = next((each for each in record.sign_in_list() if each.person.pk == person), None)
    if found is None:
        raise NotOnTheSignInList()
    return found


def _take(sign_in: SignIn, person: Person, how: str, device: str | None) -> Signed:
    """The database decides who of several is first. Raises NameTaken, TelephoneUsed."""
    try:
        with transaction.atomic():
            return Signed.objects.create(sign_in=sign_in, person=person, how=how, device=device)
    except IntegrityError:
        if sign_in.signed.filter(person=person).exists():
            raise NameTaken(name=person) from None
        raise TelephoneUsed(name=sign_in.signed.get(device=device).person) from None


def _leave(signed: Signed) -> None:
    """Raises SignedOutAlready."""
    if not Signed.objects.filter(pk=signed.pk, left=None).update(left=clock.now()):
        raise SignedOutAlready(name=signed.person)
    signed.refresh_from_db(fields=["left"])


def _hold_editable(record: SignsIn) -> None:
    """Raises WrongState unless it is a draft or was returned; a colleague may have handed it in since it was read."""
    list(Ledgered.objects.select_for_update().filter(pk=record.pk))
    record.refresh_from_db()
    if record.state not in EDITABLE:
        raise WrongState(title=record.title, state=record.state_label)


def _hold_open(sign_in: SignIn) -> None:
    if not SignIn.objects.select_for_update().filter(pk=sign_in.pk, closed_at=None).exists():
        raise SignInClosed()
