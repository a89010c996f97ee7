"""A kind's form as a page asks for it: empty, as sent, or drawn anew because something was chosen."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, QueryDict

from youju.orgs.members import Member
from youju.records.forms.record_form import RecordForm
from youju.records.heads.record import Record
from youju.records.kind import RecordKind

REDRAW = "redraw"

# What has htmx send the form as it stands and take its fields back, drawn anew; ``then`` says why.
REDRAWING = {
    "hx-post": "",
    "hx-vals": json.dumps({"then": REDRAW}),
    "hx-encoding": "application/x-www-form-urlencoded",
    "hx-target": "#fields",
    "hx-select": "#fields",
    "hx-swap": "outerHTML",
    "hx-trigger": "change",
}


def is_redraw(request: HttpRequest) -> bool:
    """Whether the form is only to follow what was chosen, or to have more rows: nothing is checked or saved."""
    return request.method == "POST" and request.POST.get("then", "").split(" ")[0] == REDRAW


def kind_form(
    request: HttpRequest,
    kind: RecordKind,
    member: Member,
    record: Record | None = None,
    *,
    first: Mapping[str, Any] | None = None,
) -> RecordForm:
    """The form of a new record or of ``record``; an address may bring the first values, beside those of ``first``."""
    if request.method == "POST" and not is_redraw(request):
        return kind.form(request.POST, instance=record, actor=member)
    typed: QueryDict = request.POST if is_redraw(request) else request.GET
    return kind.form(initial={**(first or {}), **kind.form.typed(typed)}, instance=record, actor=member)


def sent(request: HttpRequest) -> bool:
    """Whether the form was sent to be saved."""
    return request.method == "POST" and not is_redraw(request)
