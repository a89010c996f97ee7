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
from youju.records.heads.states import EDITABLE
from youju.records.study.session.attendance import How, Mark
from youju.records.study.session.errors import (
    NameTaken,
    NothingToSignInFor,
    NotOnTheSignInList,
    NotYet,
    SignInClosed,
    TelephoneUsed,
)
from youju.records.study.session.models import Attendance, StudySession
from youju.records.study.session.sign_in import Signed, SignIn

_LONGEST = timedelta(hours=24)
# Uses of the ticket beyond the names: for names that are given back, and so that its page is still there for the last.
_SPARE = 20


@transaction.atomic
def sign_in_open(*, session: StudySession, begins: datetime, actor: Member) -> SignIn:
    """Open the sign-in of a draft or returned session; one that is open already stays as it is.

    Raises WrongState, NothingToSignInFor where nobody is on its list.
    """
    _hold_editable(session)
    there = SignIn.objects.filter(session=session).first()
    if there is not None and there.running:
        return there
    persons = session.attendance.count()
    if not persons:
        raise NothingToSignInFor(title=session.title)
    SignIn.objects.filter(session=session).delete()  # closed too early: it begins anew, with what is marked already
    code = ticket_make(
        purpose=Purpose.SIGN_IN, ref=session.ref, expires=max(clock.now(), begins) + _LONGEST, actor=actor,
        uses=2 * persons + _SPARE,
    )  # fmt: skip
    opened = SignIn.objects.create(
        session=session, secret=chance.token_bytes(32), code=code, begins=begins, opened_by=actor
    )
    before = session.attendance.exclude(signed_in="").values_list("person", "signed_in")
    Signed.objects.bulk_create(Signed(sign_in=opened, person_id=person, how=how) for person, how in before)
    audit.write(actor=actor, action="sign-in.open", target=session.ref, persons=persons)
    return opened


def get_sign_in(ref: str) -> SignIn:
    """The sign-in that runs for a session. Raises TicketInvalid, as its page does for every code that does not hold."""
    found = SignIn.objects.select_related("session", "session__unit").filter(session__ref=ref, closed_at=None).first()
    if found is None:
        raise TicketInvalid()
    return found


def device_digest(device: str) -> str:
    """What is kept of what tells a telephone from others."""
    return sha256(device.encode()).hexdigest()


def names_open(sign_in: SignIn) -> list[Person]:
    """The adults of the list who have not signed in: the names that a telephone is offered."""
    taken = sign_in.signed.values("person")
    rows = sign_in.session.attendance.filter(minor=False).exclude(person__in=taken)
    return [row.person for row in rows.select_related("person")]


@transaction.atomic
def sign_in_by_code(*, sign_in: SignIn, person: int, device: str, code: str) -> Signed:
    """A telephone takes a name, once. device: what tells it from others. code: of the ticket.

    Raises NotYet, NotOnTheSignInList (also for minors), NameTaken, TelephoneUsed, TicketInvalid once it is closed.
    """
    if not sign_in.begun:
        raise NotYet(begins=f"{localtime(sign_in.begins):%Y-%m-%d %H:%M}")
    row = sign_in.session.attendance.filter(person=person, minor=False).select_related("person").first()
    if row is None:
        raise NotOnTheSignInList()
    signed = _take(sign_in, row.person, How.CODE, device_digest(device))
    ticket_burn(code=code, purpose=Purpose.SIGN_IN)
    audit.write(actor=HOLDER, action="sign-in.name", target=sign_in.session.ref, person=row.person.token)
    return signed


@transaction.atomic
def sign_in_by_hand(*, sign_in: SignIn, person: int, actor: Member) -> Signed:
    """The organiser says that somebody is there. Raises NotOnTheSignInList, NameTaken, SignInClosed."""
    _hold_open(sign_in)
    row = sign_in.session.attendance.filter(person=person).select_related("person").first()
    if row is None:
        raise NotOnTheSignInList()
    signed = _take(sign_in, row.person, How.HAND, None)
    audit.write(actor=actor, action="sign-in.by-hand", target=sign_in.session.ref, person=row.person.token)
    return signed


@transaction.atomic
def sign_in_take_back(*, sign_in: SignIn, person: int, actor: Member) -> None:
    """A name was taken by somebody else: the organiser gives it back. Raises SignInClosed."""
    _hold_open(sign_in)
    signed = sign_in.signed.filter(person=person).select_related("person").first()
    if signed is not None:
        signed.delete()
        audit.write(actor=actor, action="sign-in.take-back", target=sign_in.session.ref, person=signed.person.token)


@transaction.atomic
def sign_in_close(*, sign_in: SignIn, actor: Member) -> StudySession:
    """End it: whoever signed in is marked as having come, with how; all others keep the mark they have.

    Raises WrongState where the session was handed in meanwhile, SignInClosed the second time.
    """
    session = sign_in.session
    _hold_editable(session)
    if not SignIn.objects.filter(pk=sign_in.pk, closed_at=None).update(closed_at=clock.now()):
        raise SignInClosed()
    move(session, EDITABLE, {"version": session.version + 1}, version=session.version)
    # First the ticket: whoever is just signing in is waited for, and whoever comes later is refused.
    tickets_revoke(purpose=Purpose.SIGN_IN, ref=session.ref, actor=actor)
    came = dict(sign_in.signed.values_list("person", "how"))
    _write(session.attendance.filter(person__in=came), came)
    audit.write(actor=actor, action="sign-in.close", target=session.ref, persons=len(came))
    return session


def _write(rows: Iterable[Attendance], came: dict[int, str]) -> None:
    changed = list(rows)
    for row in changed:
        row.mark, row.reason, row.signed_in, row.made_up = Mark.PRESENT, "", came[row.person_id], ""
    Attendance.objects.bulk_update(changed, ["mark", "reason", "signed_in", "made_up"])


def _take(sign_in: SignIn, person: Person, how: str, device: str | None) -> Signed:
    """The database decides who of several is first. Raises NameTaken, TelephoneUsed."""
    try:
        with transaction.atomic():
            return Signed.objects.create(sign_in=sign_in, person=person, how=how, device=device)
    except IntegrityError:
        if sign_in.signed.filter(person=person).exists():
            raise NameTaken(name=person) from None
        raise TelephoneUsed(name=sign_in.signed.get(device=device).person) from None


def _hold_editable(session: StudySession) -> None:
    """Raises WrongState unless it is a draft or was returned; a colleague may have handed it in since it was read."""
    list(Ledgered.objects.select_for_update().filter(pk=session.pk))
    session.refresh_from_db()
    if session.state not in EDITABLE:
        raise WrongState(title=session.title, state=session.state_label)


def _hold_open(sign_in: SignIn) -> None:
    if not SignIn.objects.select_for_update().filter(pk=sign_in.pk, closed_at=None).exists():
        raise SignInClosed()
