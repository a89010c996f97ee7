"""A member's alerts: what happened to things of theirs, each with the way to it."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from youju.desk.pages import listed
from youju.desk.scope import member_of
from youju.orgs.members import Member
from youju.plans.access import dues_for
from youju.plans.dues import Due
from youju.records.alerts import Alert, alerts_read
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import heads_for
from youju.summaries.drafts.access import documents_for
from youju.summaries.objecting.objections import Objection


class Way(NamedTuple):
    title: str
    url: str


class Shown(NamedTuple):
    """An alert with what it is about: a head, a due, or else the title and address of a document.

    None of them where the reader may not read that (any more).
    """

    alert: Alert
    head: Ledgered | None
    due: Due | None
    document: Way | None
    reason: str


@require_http_methods(["GET", "HEAD", "POST"])
def alert_list(request: HttpRequest) -> HttpResponse:
    """All of them, newest first. By POST they are marked as read: those about one thing, which then opens, or all."""
    member = member_of(request)
    if request.method == "POST":
        return _read(member, request.POST.get("target", ""))
    shown = listed(request, Alert.objects.filter(member=member))
    return render(request, "desk/alerts/alerts.html", shown | {"rows": _rows(member, list(shown["page"].object_list))})


def _read(member: Member, target: str) -> HttpResponse:
    """Opening a thing by its address marks nothing: what a browser fetches ahead must not write."""
    about = [head.ref for head in heads_for(member, [target])] if target else []
    dues = dues_for(member).filter(ref=target).exists()
    texts = _documents(member, [target])
    alerts_read(member=member, target=target)
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
    texts = _documents(member, rest)
    return [_shown(each, heads.get(each.target), dues.get(each.target), texts.get(each.target)) for each in alerts]


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
