"""Entries that are likely the same person: shown in pairs, for somebody who knows them to decide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.pages import listed
from youju.desk.people.people_list import keeper_of
from youju.errors import NotAllowed
from youju.orgs.keeping import persons_kept_by
from youju.orgs.members import Role
from youju.orgs.people import Person, Tenure
from youju.orgs.same_person import likely_pairs


@require_GET
def pairs_page(request: HttpRequest) -> HttpResponse:
    """Pairs of one name on one roster, or of whom one begins where the other left."""
    member = keeper_of(request)
    if not member.has_role(Role.OFFICER, Role.ADMIN):
        raise NotAllowed()
    shown = listed(request, likely_pairs(persons_kept_by(member)))
    pairs = list(shown["page"].object_list)
    posts = _posts([person for pair in pairs for person in (pair.first, pair.second)])
    rows = [(pair, posts.get(pair.first.pk, []), posts.get(pair.second.pk, [])) for pair in pairs]
    return render(request, "desk/people/same_person.html", shown | {"rows": rows})


def _posts(persons: list[Person]) -> dict[int, list[Tenure]]:
    found: dict[int, list[Tenure]] = {}
    for tenure in Tenure.objects.filter(person__in=persons).select_related("unit").order_by("since", "pk"):
        found.setdefault(tenure.person_id, []).append(tenure)
    return found
