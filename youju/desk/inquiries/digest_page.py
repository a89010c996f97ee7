"""What was asked in a month, on one page: by topic and channel; each topic can become a follow-up."""

from calendar import monthrange
from datetime import date

from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.tree import home_unit
from youju.records.heads.sections import Section
from youju.records.inquiries.inquiry.digest import digest_of
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.kinds import get_case_kind
from youju.records.reading.access import visible_to
from youju.records.rights import sections_of

# Three years: a summary looks back at the year before, and one before that.
_YEAR, _MONTHS = 12, 36


@require_GET
def digest_page(request: HttpRequest) -> HttpResponse:
    """The month asked for, else the newest in which something came.

    Raises NotAllowed for whoever has nothing to do with inquiries.
    """
    member = member_of(request)
    if Section.INQUIRIES not in sections_of(member):
        raise NotAllowed()
    months = _months()
    rows = visible_to(member, Inquiry)
    asked = next((month for month in months if f"{month:%Y-%m}" == request.GET.get("month")), None)
    first = asked or _newest(rows, months)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    context = {
        "first": first,
        "bureau": home_unit(),
        "months": months,
        "digest": digest_of(rows, first, last),
        "may_raise": get_case_kind("followup").opens_for(member, Section.INQUIRIES).exists(),
    }
    return render(request, "desk/inquiries/digest.html", context)


def _newest(rows: "QuerySet[Inquiry]", months: list[date]) -> date:
    """Of these months the newest in which something came; the present one where nothing did."""
    came = rows.filter(happened__range=(months[-1], clock.today())).aggregate(newest=Max("happened"))["newest"]
    return came.replace(day=1) if came else months[0]


def _months() -> list[date]:
    """The first days of the last three years of months, the present one first."""
    today = clock.today()
    numbers = [today.year * _YEAR + today.month - 1 - back for back in range(_MONTHS)]
    return [date(number // _YEAR, number % _YEAR + 1, 1) for number in numbers]
