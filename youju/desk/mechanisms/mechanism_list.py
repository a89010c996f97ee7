"""The nine mechanisms (九大机制): each with the screen where it is worked with, and the rule that is in force."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.scope import BUREAU, LOCAL, member_of
from youju.errors import NotAllowed
from youju.records.heads.sections import Section
from youju.records.reading.access import visible_to
from youju.records.standing.thing.models import Thing
from youju.records.standing.thing.moves import ThingState
from youju.records.standing.thing.sorts import ThingSort, Topic


class Mechanism(NamedTuple):
    """address: route, its arguments and what is asked. words: of which the title of its rule holds one."""

    label: str | Promise
    help: str | Promise
    address: tuple[str, tuple[str, ...], str]
    words: tuple[str, ...]


_RECORDS = ("record-list", (Section.INQUIRIES.value,))
NINE = (
    Mechanism(_("Duty roster"), _("Who is on duty when, swaps, notes handed over."), ("duty", (), ""), ("值班",)),
    Mechanism(
        _("Contact groups"), _("Chat groups of contacts, and when each was tried out."),
        ("contacts", (), "sort=chat"), ("联络员联系", "联系群", "群联系"),
    ),
    Mechanism(
        _("Contact telephones"), _("Telephones under which offices are reached."),
        ("contacts", (), "sort=phone"), ("电话",),
    ),
    Mechanism(
        _("Signed comments"), _("What was said on a registered account, with link and text."),
        (*_RECORDS, "kind=publiccomment"), ("评论",),
    ),
    Mechanism(
        _("Offline handling"), _("Incidents that were talked over and solved in person."),
        ("cases-of", ("incident",), "which=offline"), ("线下",),
    ),
    Mechanism(
        _("On-site inspections"), _("Who went to see what is so, with notes and photos."),
        (*_RECORDS, "kind=inspection"), ("现场",),
    ),
    Mechanism(
        _("Official letters"), _("Responses and corrections on paper, numbered and signed."),
        ("cases-of", ("correctionletter",), ""), ("正面回应", "更正", "公函"),
    ),
    Mechanism(
        _("Regular meetings"), _("Agenda, what was decided, and the follow-ups."),
        (*_RECORDS, "kind=regularmeeting"), ("例会",),
    ),
    Mechanism(
        _("Review of the work"), _("What was in time and what is solved, by unit and month."),
        ("assessment", (), ""), ("考核", "评议"),
    ),
)  # fmt: skip


class Row(NamedTuple):
    """A mechanism on the page."""

    label: str
    help: str
    url: str
    rules: list[Thing]


@require_GET
def mechanism_list(request: HttpRequest) -> HttpResponse:
    """The nine, and whatever other rules are in force. Raises NotAllowed for roles that see no records."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    in_force = {
        "sort": ThingSort.RULE,
        "topic": Topic.ONLINE_OPINION,
        "state__in": (ThingState.OPEN, ThingState.CLOSING),
    }
    rules = list(visible_to(member, Thing).filter(**in_force).order_by("happened", "pk"))
    rows = [_row(mechanism, rules) for mechanism in NINE]
    named = {rule.pk for row in rows for rule in row.rules}
    context = {
        "rows": rows,
        "rules": rules,
        "others": [rule for rule in rules if rule.pk not in named],
        "counted": member.has_role(*BUREAU),
    }
    return render(request, "desk/mechanisms/mechanisms.html", context)


def _row(mechanism: Mechanism, rules: list[Thing]) -> Row:
    route, arguments, asked = mechanism.address
    url = reverse(route, args=arguments)
    own = [rule for rule in rules if any(word in rule.title for word in mechanism.words)]
    return Row(str(mechanism.label), str(mechanism.help), f"{url}?{asked}" if asked else url, own)
