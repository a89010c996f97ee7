"""Units proposed while somebody types into a field of units: boxes to tick, which belong to the form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound
from youju.records.forms.units_field import UnitsField
from youju.records.kinds import get_record_kind
from youju.records.rights import units_to_record_for


@require_GET
def unit_picks(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """The units that what was typed into the field ``name`` of a kind's form may become. Raises NotAllowed."""
    member, kind = member_of(request), get_record_kind(code)
    if not units_to_record_for(member, kind.section).exists():
        raise NotAllowed()
    field = kind.form(actor=member).fields.get(name)
    if not isinstance(field, UnitsField):
        raise NotFound()
    text = request.GET.get(f"{name}-add", "")[:80].replace("\0", "")
    last = text.replace("，", "、").rpartition("、")[2]
    return render(request, "desk/records/unit_picks.html", {"name": name, "units": field.like(last), "text": last})
