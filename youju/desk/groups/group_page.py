"""One group: who is in it and since when, who was, and who keeps the list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.people.people_list import keeper_of
from youju.lib import clock
from youju.orgs.keeping import get_group_for, persons_kept_by
from youju.orgs.people import posts_in


@require_GET
def group_page(request: HttpRequest, code: str) -> HttpResponse:
    member, today = keeper_of(request), clock.today()
    group = get_group_for(member, code)
    memberships = group.memberships.select_related("person").order_by("pk")
    posts = posts_in(group.unit, today)
    now = [each for each in memberships if each.until is None or each.until >= today]
    context = {
        "group": group,
        "is_open": group.is_open(today),
        "now": [(each, each.post or posts.get(each.person_id, "")) for each in now],
        "before": [each for each in memberships if each.until is not None and each.until < today],
        "keepers": [keeper.member for keeper in group.keepers.select_related("member").order_by("pk")],
        "known": set(persons_kept_by(member).filter(memberships__group=group).values_list("pk", flat=True)),
    }
    return render(request, "desk/groups/group.html", context)
