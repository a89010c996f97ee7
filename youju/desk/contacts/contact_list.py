"""The chat groups or the telephones under which units are reached."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.duty.roster_list import duty_member
from youju.desk.pages import listed
from youju.duty.contacts import ContactSort, contacts_for
from youju.lib import clock
from youju.orgs.keeping import KEEPERS, kept_units


@require_GET
def contact_list(request: HttpRequest) -> HttpResponse:
    """Those of ``?sort=``; chat groups where it names none."""
    member = duty_member(request)
    asked = request.GET.get("sort", "")
    sort = ContactSort(asked) if asked in ContactSort.values else ContactSort.CHAT
    contacts = contacts_for(member).filter(sort=sort)
    shown = listed(request, contacts)
    kept = kept_units(member)
    context = shown | {
        "sort": sort.value,
        "label": sort.label,
        "sorts": ContactSort.choices,
        "unchecked": set(contacts.unchecked(clock.today()).values_list("pk", flat=True)),
        "mine": {each.pk for each in shown["page"] if each.unit_id in kept or each.keeper_id == member.pk},
        "may_add": member.has_role(*KEEPERS),
    }
    return render(request, "desk/contacts/contacts.html", context)
