"""The duty rosters of a member: who is on duty today, and which days have nobody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.duty.rosters import gaps, on_duty, rosters_for, shifts_to_come, swaps_of, swaps_waiting, uncovered
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.keeping import KEEPERS
from youju.orgs.members import Member, Role

_MINE = 12


@require_GET
def roster_list(request: HttpRequest) -> HttpResponse:
    """Rosters, who is on duty now, the member's own next shifts, and what waits for their answer."""
    member = duty_member(request)
    today = clock.today()
    shifts = on_duty(member, clock.now())
    rosters = list(rosters_for(member).select_related("unit", "coverage").order_by("unit__kind", "unit__code", "code"))
    missing = gaps(member)
    context = {
        "rows": [
            (
                group,
                [shift for shift in shifts if shift.group_id == group.pk],
                [gap.day for gap in missing if gap.group.pk == group.pk],
            )
            for group in rosters
        ],
        "mine": shifts_to_come(member, _MINE),
        "swaps": swaps_waiting(member),
        "my_swaps": swaps_of(member),
        "uncovered": uncovered(rosters, today),
        "today": today,
        "may_add": member.has_role(*KEEPERS),
    }
    return render(request, "desk/duty/duty.html", context)


def duty_member(request: HttpRequest) -> Member:
    """Whoever has a role. Raises NotAllowed."""
    member = member_of(request)
    if not member.has_role(*Role.values):
        raise NotAllowed()
    return member
