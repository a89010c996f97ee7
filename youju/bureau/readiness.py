"""就绪: whether a bureau can begin to work here for good. Each question is answered by what is missing."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.backups.places import last_backup, last_drill
from youju.bureau.staffing import (
    audited_apart,
    deciders_missing,
    signer_missing,
    units_without_liaison,
    without_second_factor,
)
from youju.lib import clock
from youju.machine.checks import check_of
from youju.orgs.calendar import Term, is_announced
from youju.orgs.units import UnitKind
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import ENDED, State
from youju.records.opening.models import OpeningFigure

_SAFE = ("triggers", "durability", "permissions")
_FRESH = timedelta(days=7)


class Question(NamedTuple):
    """must: whether the bureau cannot begin without it; place: the page on which it is seen to, "" for a command.

    look: a sentence for everything that is missing, each with what to do.
    """

    code: str
    label: str | Promise
    must: bool
    place: str
    look: Callable[[], Iterator[str]]


class Answer(NamedTuple):
    question: Question
    missing: tuple[str, ...]

    @property
    def red(self) -> bool:
        """Whether it keeps the bureau from beginning."""
        return self.question.must and bool(self.missing)


def readiness() -> list[Answer]:
    """Every question with its answer, in the order of the page. The public address is visited, where one is set."""
    return [Answer(question, tuple(question.look())) for question in QUESTIONS]


def _machine(*codes: str) -> Callable[[], Iterator[str]]:
    """What the checks of the machine find, as ``youju doctor`` says it."""
    return lambda: (sentence for code in codes for sentence in check_of(code).findings())


def _reached() -> Iterator[str]:
    if not settings.PUBLIC_URL:
        yield _(
            "Only this machine reaches the site: let whoever looks after the server put a proxy before it, "
            "and give the site its public address (YOUJU_PUBLIC_URL)."
        )


def _backup() -> Iterator[str]:
    last = last_backup()
    if last is None:
        yield _("No backup was made yet: press “Back up now” on the page “System”, or run “youju backup FILE”.")
    elif clock.now() - last.at > _FRESH:
        yield _(
            "The last backup is of %(day)s: press “Back up now” on the page “System”, or run “youju backup FILE”."
        ) % {"day": clock.day_of(last.at)}


def _restored() -> Iterator[str]:
    if last_drill() is None:
        yield _("No backup was put back for trial yet: press “Put it back for trial” on the page “System”.")


def _opening_there() -> Iterator[str]:
    if not _opening_figures().exists():
        yield _("No opening figure is there: write down titles and rules in force, and last year's totals.")


def _opening_confirmed() -> Iterator[str]:
    waiting = _opening_figures().exclude(state=State.VERIFIED).count()
    if waiting:
        yield _("%(count)s opening figures are not confirmed yet: somebody else than their writer verifies them.") % {
            "count": waiting
        }  # fmt: skip


def _opening_figures() -> QuerySet[OpeningFigure]:
    return OpeningFigure.objects.exclude(state__in=ENDED)


def _rehearsed() -> Iterator[str]:
    if not Ledgered.objects.filter(unit__kind=UnitKind.PRACTICE, state=State.VOIDED).exists():
        yield _("Nobody has tried it out to the end yet: one record through return, verifying, figure and void.")


def _calendar() -> Iterator[str]:
    year = clock.today().year
    if not is_announced(year):
        yield _("The days off of %(year)s are not in the calendar: deadlines would be provisional.") % {"year": year}


def _terms() -> Iterator[str]:
    today = clock.today()
    if not Term.objects.filter(last__gte=today).exists():
        yield _("No term is there that ends after today: enter the terms of the school year.")


QUESTIONS = (
    Question("deciders", gettext_lazy("two deciders for each section"), True, "members", deciders_missing),
    Question("auditor", gettext_lazy("auditor and administrator are two people"), True, "members", audited_apart),
    Question("signer", gettext_lazy("a leader who signs"), False, "members", signer_missing),
    Question("invitations", gettext_lazy("a liaison in each unit"), False, "members", units_without_liaison),
    Question("factor", gettext_lazy("second factor of whoever decides"), False, "members", without_second_factor),
    Question("opening-there", gettext_lazy("opening figures entered"), False, "workbook", _opening_there),
    Question("opening", gettext_lazy("opening figures confirmed"), True, "", _opening_confirmed),
    Question("rehearsed", gettext_lazy("tried out once"), False, "practice", _rehearsed),
    Question("calendar", gettext_lazy("days off announced"), True, "calendar", _calendar),
    # Nobody need wait in December for what is announced by others.
    Question("next-year", gettext_lazy("days off of next year announced"), False, "calendar", _machine("calendar")),
    Question("terms", gettext_lazy("terms of the school year"), False, "calendar", _terms),
    Question("backup", gettext_lazy("a backup made"), True, "system", _backup),
    Question("restored", gettext_lazy("a backup put back for trial"), True, "system", _restored),
    Question("clock", gettext_lazy("clock"), True, "system", _machine("clock")),
    Question("clockwork", gettext_lazy("what time does"), True, "system", _machine("clockwork")),
    Question("safe", gettext_lazy("ledger and database safe"), True, "system", _machine(*_SAFE)),
    Question("disk", gettext_lazy("disk"), True, "system", _machine("disk")),
    Question("fonts", gettext_lazy("fonts"), True, "", _machine("fonts")),
    Question("https", gettext_lazy("HTTPS for whoever reaches the site"), True, "", _machine("exposure", "https")),
    Question("reached", gettext_lazy("public address"), False, "", _reached),
)
