"""A member's alerts: what happened to things of theirs, each with the way to it, what is alike in one line."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from youju.desk.pages import listed
from youju.desk.scope import member_of
from youju.duty.rosters import rosters_for
from youju.duty.swaps import Swap
from youju.orgs.members import Member
from youju.plans.access import dues_for
from youju.plans.dues import Due
from youju.records.alert_groups import AlertGroup, alert_groups
from youju.records.alerts import Alert, alerts_read
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import heads_for
from youju.summaries.drafts.access import documents_for
from youju.summaries.objecting.objections import Objection

# So many of a group stand on the page itself.
_SHOWN = 10
_GROUP, _SWAP = "group-", "swap-"


class Way(NamedTuple):
    title: str
    url: str


class Shown(NamedTuple):
    """An alert with what it is about: a head, a due, or else title and address of a document, a duty roster or a swap.

    None of them where the reader may not read that (any more).
    """

    alert: Alert
    head: Ledgered | None
    due: Due | None
    document: Way | None
    reason: str


class ShownGroup(NamedTuple):
    """A line of alerts that are alike. rows: the newest; rest: how many more there are."""

    group: AlertGroup
    rows: list[Shown]

    @property
    def rest(self) -> int:
        return self.group.size - len(self.rows)


@require_http_methods(["GET", "HEAD", "POST"])
def alert_list(request: HttpRequest) -> HttpResponse:
    """The unread ones in groups, and what was read, newest first; with ``?sort=&kind=`` all of one group.

    By POST they are marked as read: those about one thing, which then opens, those of a group, or all.
    """
    member = member_of(request)
    if request.method == "POST":
        return _read(request, member)
    groups = alert_groups(member)
    asked = (request.GET.get("sort", ""), request.GET.get("kind", ""))
    group = next((each for each in groups if (each.sort, each.kind) == asked), None)
    alerts = (
        Alert.objects.filter(pk__in=group.pks) if group else Alert.objects.filter(member=member, read_at__isnull=False)
    )
    shown = listed(request, alerts)
    first = group is None and shown["page"].number == 1
    context = {
        "rows": _rows(member, list(shown["page"].object_list)),
        "groups": _shown_groups(member, groups) if first else [],
        "group": group,
    }
    return render(request, "desk/alerts/alerts.html", shown | context)


def _shown_groups(member: Member, groups: list[AlertGroup]) -> list[ShownGroup]:
    wanted = {pk for group in groups for pk in group.pks[:_SHOWN]}
    rows = {row.alert.pk: row for row in _rows(member, list(Alert.objects.filter(pk__in=wanted)))}
    return [ShownGroup(group, [rows[pk] for pk in group.pks[:_SHOWN]]) for group in groups]


def _read(request: HttpRequest, member: Member) -> HttpResponse:
    """Opening a thing by its address marks nothing: what a browser fetches ahead must not write."""
    target = request.POST.get("target", "")
    about = [head.ref for head in heads_for(member, [target])] if target else []
    dues = dues_for(member).filter(ref=target).exists()
    texts = _others(member, [target])
    alerts_read(member=member, target=target, sort=request.POST.get("sort", ""), kind=request.POST.get("kind", ""))
    if dues:
        return redirect("due", target)
    if target in texts:
        return redirect(texts[target].url)
    return redirect("record", about[0]) if about else redirect("alerts")


def _rows(member: Member, alerts: list[Alert]) -> list[Shown]:
    targets = list(dict.fromkeys(alert.target for alert in alerts))
    heads = {head.ref: head for head in heads_for(member, targets)}
    rest = [ref for ref in targets if ref not in heads]
    dues = {due.ref: due for due in dues_for(member).filter(ref__in=rest)}
    texts = _others(member, rest)
    return [_shown(each, heads.get(each.target), dues.get(each.target), texts.get(each.target)) for each in alerts]


def _others(member: Member, refs: list[str]) -> dict[str, Way]:
    """What else is told of, as far as the member may read it: documents, duty rosters, swaps."""
    return _documents(member, refs) | _rosters(member, refs) | _swaps(member, refs)


def _rosters(member: Member, refs: list[str]) -> dict[str, Way]:
    """The duty rosters among ``refs``, as far as the member may read them."""
    named = {ref.removeprefix(_GROUP) for ref in refs if ref.startswith(_GROUP)}
    groups = rosters_for(member).filter(code__in=named) if named else []
    return {group.target: Way(group.name, reverse("duty-roster", args=[group.code])) for group in groups}


def _swaps(member: Member, refs: list[str]) -> dict[str, Way]:
    """The swaps of duty among ``refs``, in rosters that the member may read."""
    named = [ref.removeprefix(_SWAP) for ref in refs if ref.startswith(_SWAP)]
    if not named:
        return {}
    rows = Swap.objects.filter(pk__in=named, shift__group__in=rosters_for(member))
    swaps = rows.select_related("shift__group", "gives", "takes")
    return {each.target: Way(str(each), reverse("shift", args=[each.shift_id])) for each in swaps}


def _documents(member: Member, refs: list[str]) -> dict[str, Way]:
    """The documents among ``refs`` by their reference: whoever writes one is shown it, a school what rests on it."""
    own = {
        each.ref: Way(each.title, reverse("document", args=[each.ref]))
        for each in documents_for(member).filter(ref__in=refs)
    }
    about = Objection.objects.filter(document__ref__in=refs, author=member).select_related("document")
    return {each.document.ref: Way(each.document.title, reverse("lines-about")) for each in about} | own


def _shown(alert: Alert, head: Ledgered | None, due: Due | None, document: Way | None) -> Shown:
    """With the reason that still stands in the row; what was said before is in the record's history."""
    reasons = {"returned": "returned_reason", "voided": "void_reason"}
    reason = getattr(head, reasons[alert.sort], "") if head and alert.sort in reasons else ""
    return Shown(alert, head, due, document, reason)
