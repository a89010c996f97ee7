"""Signing in where a record lists who is to be there: over a draft, by a code that changes every half minute.

The wall shows the code; a telephone that has it picks its own name. The code alone proves that somebody was there
within the last minute; a name is taken once, and a telephone takes one. Where it counts how long, whoever leaves signs
out by the code of that moment. Whoever cannot be helped by that goes to the organiser. Nothing is locked by being wrong
or early.
"""

import hmac
from datetime import datetime
from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.lib import clock
from youju.lib.naturals import natural
from youju.lib.refs import ALPHABET
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.presence import Came, How
from youju.records.sign_in.errors import SignInOpen

STEP = 30
"""Seconds for which a code is shown; the one before still holds."""

_GRACE = 1
# So long after its code was right a telephone may look for its name in the list.
_PICKING = 6
_LETTERS = 8


class SignIn(models.Model):
    """The sign-in of one record. secret: what its codes are made of. begins: before it, “not yet”.

    code: of the ticket whose page the telephones open; it opens nothing without the code of the moment, so the wall may
    show it again. closed_at: from then on nobody signs in, and who came stands in the record.
    """

    record = models.OneToOneField(Ledgered, models.CASCADE, related_name="sign_in")
    secret = models.BinaryField()
    code = models.CharField(max_length=40)
    begins = models.DateTimeField(pgettext_lazy("sign-in", "begins"))
    opened_by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("opened by"))
    opened_at = models.DateTimeField(_("opened at"), default=clock.now)
    closed_at = models.DateTimeField(_("closed at"), null=True)

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")

    def __str__(self) -> str:
        return f"sign-in-{self.pk}"

    @property
    def running(self) -> bool:
        return self.closed_at is None

    @property
    def begun(self) -> bool:
        return clock.now() >= self.begins

    def code_now(self) -> str:
        """The code that the wall shows at this moment."""
        return self._code(_step(clock.now()))

    def accepts(self, code: str) -> bool:
        """Whether a code is that of the moment or the one before it."""
        now = _step(clock.now())
        return any(hmac.compare_digest(code.encode(), self._code(now - back).encode()) for back in range(_GRACE + 1))

    def leave(self) -> str:
        """What a telephone is given whose code was right: it may pick a name for some minutes."""
        step = _step(clock.now())
        return f"{step}-{self._mac(f'leave:{step}').hex()[:32]}"

    def honours(self, leave: str) -> bool:
        text, _dash, mac = leave.partition("-")
        step = natural(text, 11)
        if step is None:
            return False
        right = self._mac(f"leave:{step}").hex()[:32]
        return 0 <= _step(clock.now()) - step <= _PICKING and hmac.compare_digest(mac.encode(), right.encode())

    def _code(self, step: int) -> str:
        number = int.from_bytes(self._mac(f"code:{step}")[:8], "big")
        return "".join(ALPHABET[number >> 5 * place & 31] for place in range(_LETTERS))

    def _mac(self, text: str) -> bytes:
        return hmac.new(bytes(self.secret), text.encode(), sha256).digest()


class Signed(models.Model):
    """One person of the list who signed in. device: of the telephone, a digest; empty where the organiser did it.

    left: when they signed out again, where that is asked.
    """

    sign_in = models.ForeignKey(SignIn, models.CASCADE, related_name="signed")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    how = models.CharField(_("how signed in"), max_length=8, choices=How.choices)
    device = models.CharField(max_length=64, null=True)
    at = models.DateTimeField(_("signed in at"), default=clock.now)
    left = models.DateTimeField(_("signed out at"), null=True)

    class Meta:
        verbose_name = _("person signed in")
        verbose_name_plural = _("persons signed in")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sign_in", "person"], name="one_name_once_per_sign_in"),
            models.UniqueConstraint(fields=["sign_in", "device"], name="one_name_per_telephone"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    def came(self, closed: datetime) -> Came:
        """What the record is told when the sign-in is closed."""
        return Came(self.how, self.at, self.left or closed)


def refuse_running(record: Ledgered) -> None:
    """Raises SignInOpen while people are still signing in at a record."""
    if SignIn.objects.filter(record=record.pk, closed_at=None).exists():
        raise SignInOpen(title=record.title)


def _step(moment: datetime) -> int:
    return int(moment.timestamp()) // STEP
