"""One person: posts, groups and consents. A minor's name is masked until somebody gives a reason."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from youju.desk.people.people_list import keeper_of
from youju.errors import YoujuError
from youju.lib import clock
from youju.orgs.keeping import get_person_for, kept_units, persons_kept_by
from youju.orgs.members import Member, Role
from youju.orgs.people import Person, Tenure
from youju.orgs.revealing import person_reveal
from youju.records.reading.personal_page import is_open

_NAMESAKES = 8


@require_http_methods(["GET", "HEAD", "POST"])
def person_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The page; by POST, with a reason, the same once more with a minor's name in full."""
    member = keeper_of(request)
    person, units, today = get_person_for(member, ref), kept_units(member), clock.today()
    shown, wrong = "", ""
    if request.method == "POST" and person.is_minor(today):
        try:
            shown = person_reveal(person=person, actor=member, reason=request.POST.get("reason", ""))
        except YoujuError as refusal:
            wrong = str(refusal)
    tenures = person.tenures.filter(unit__in=units).select_related("unit").order_by("-since", "-pk")
    works_here = tenures.exclude(until__lt=today).exists()
    context = {
        "person": person,
        "shown": shown,
        "wrong": wrong,
        "minor": person.is_minor(today),
        "posts": tenures,
        "may_transfer": len(units) > 1,
        "memberships": person.memberships.filter(group__unit__in=units)
        .select_related("group__unit")
        .order_by("-since"),
        "works_here": works_here,
        "consents": person.consents.order_by("-on", "-pk") if works_here else [],
        "today": today,
        "own_unit": is_open(member, person),
        "namesakes": _namesakes(member, person) if member.has_role(Role.OFFICER, Role.ADMIN) else [],
    }
    response = render(request, "desk/people/person.html", context, status=422 if wrong else 200)
    response["Cache-Control"] = "private, no-store"
    return response


def _namesakes(member: Member, person: Person) -> list[tuple[Person, list[Tenure]]]:
    """Others of the same name whom a member keeps, with their posts: any of them may be the same person twice."""
    if person.is_minor(clock.today()):
        return []
    others = persons_kept_by(member).filter(name=person.name).exclude(pk=person.pk).order_by("pk")[:_NAMESAKES]
    return [(other, list(other.tenures.select_related("unit").order_by("since", "pk"))) for other in others]
