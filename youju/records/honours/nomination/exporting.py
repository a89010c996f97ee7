"""Everything of a selection leaves the house as a workbook: that is on record, and who is named in full and why."""

from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason, in_full
from youju.orgs.revealing import person_reveal
from youju.records.honours.nomination.errors import NotGivenYet
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.round.models import Round
from youju.records.notices.lines import consenting


class Named(NamedTuple):
    """One on the list as a file for the next level calls them. allowed_by: what lets a minor stand in it by name."""

    name: str
    allowed_by: str = ""


@transaction.atomic
def round_export_note(*, round: Round, actor: Member) -> None:
    """Note who took it along."""
    audit.write(actor=actor, action="sheet.export", target=round.ref, form="xlsx")


@transaction.atomic
def round_recommended(*, round: Round, actor: Member, reason: str, basis: str = "") -> dict[str, Named]:
    """The names of those on the list, by the nomination's reference, for the office that they are recommended to.

    Somebody under age is named by a consent that is on file, or by the rule given as ``basis``; without either the name
    stays masked. Each that is opened is noted with the reason. Raises NotGivenYet, ReasonMissing, TooLong.
    """
    if not round.is_given:
        raise NotGivenYet(title=round.title)
    reason, basis, today = given_reason(reason), in_full(one_line(basis), 200), clock.today()
    listed: list[Nomination] = round.nominations_listed()
    agreed = consenting([each.person.token for each in listed if each.person], today)
    named = {each.ref: _named(each, agreed, basis, reason, actor) for each in listed}
    audit.write(actor=actor, action="sheet.export", target=round.ref, form="recommendation", reason=reason, basis=basis)
    return named


def _named(nomination: Nomination, agreed: set[str], basis: str, reason: str, actor: Member) -> Named:
    person = nomination.person
    if person is None or not person.is_minor(clock.today()):
        return Named(nomination.who)
    allowed = _("consent on file") if person.token in agreed else basis
    if not allowed:
        return Named(nomination.who, _("masked: neither consent nor basis"))
    return Named(person_reveal(person=person, actor=actor, reason=reason), allowed)
