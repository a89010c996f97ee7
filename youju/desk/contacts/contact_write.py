"""Writing a contact down, changing it, trying it out, taking it out of use."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import LineField
from youju.desk.duty.roster_list import duty_member
from youju.desk.people.people_list import keeper_of
from youju.duty.contact_verbs import contact_add, contact_change, contact_check, contact_close
from youju.duty.contacts import Contact, ContactSort, get_contact_for
from youju.orgs.keeping import kept_units
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.forms.choosing import let_choose

_OPEN = require_http_methods(["GET", "HEAD", "POST"])


class ContactForm(forms.Form):
    unit = forms.ModelChoiceField(label=gettext_lazy("unit"), queryset=Unit.objects.none())
    sort = forms.ChoiceField(label=gettext_lazy("sort of contact"), choices=ContactSort.choices)
    name = LineField(label=gettext_lazy("name of the contact"), max_length=80)
    number = LineField(
        label=gettext_lazy("number or group number"), max_length=60,
        help_text=gettext_lazy("Of an office: never a parent's or a pupil's."),
    )  # fmt: skip
    serves = LineField(label=gettext_lazy("what it is for"), max_length=120, required=False)
    keeper = forms.ModelChoiceField(label=gettext_lazy("who keeps it"), queryset=Member.objects.none(), required=False)
    close = forms.BooleanField(label=gettext_lazy("no longer in use"), required=False)

    def __init__(self, *args: Any, actor: Member, contact: Contact | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = kept_units(actor) | ({contact.unit_id} if contact else set())
        members = Member.objects.filter(is_active=True, unit__in=units).order_by("username")
        let_choose(self, "unit", Unit.objects.filter(pk__in=units))
        let_choose(self, "keeper", members)
        self.initial.setdefault("unit", actor.unit_id)
        self.initial.setdefault("keeper", actor.pk)
        if contact is None:
            del self.fields["close"]


@_OPEN
def contact_new(request: HttpRequest) -> HttpResponse:
    """Raises NotAllowed for whoever keeps no unit."""
    member = keeper_of(request)
    initial = {"sort": request.GET.get("sort", "")}

    def act(values: Values) -> Done:
        contact = contact_add(values=values, actor=member)
        return Done(_("“%s” is written down.") % contact, _list(contact))

    form = ContactForm(request.POST or None, actor=member, initial=initial)
    return change_page(request, _change(_("New contact"), form, act))


@_OPEN
def contact_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change it, or take it out of use. Raises NotFound for a contact that is another's."""
    member = duty_member(request)
    contact = get_contact_for(member, pk)
    names = ("unit", "sort", "name", "number", "serves", "keeper")

    def act(values: Values) -> Done:
        changed = contact_change(contact=contact, values=values, actor=member)
        if values.get("close"):
            contact_close(contact=changed, actor=member)
        return Done(_("“%s” is changed.") % changed, _list(changed))

    initial = {name: getattr(contact, f"{name}_id", getattr(contact, name)) for name in names}
    form = ContactForm(request.POST or None, actor=member, contact=contact, initial=initial)
    return change_page(request, _change(str(contact), form, act))


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that it was tried out today. Raises NotFound."""
    member = duty_member(request)
    contact = get_contact_for(member, pk)
    contact_check(contact=contact, actor=member)
    messages.success(request, _("“%s” was tried out today.") % contact)
    return redirect(_list(contact))


def _list(contact: Contact) -> str:
    return f"{reverse('contacts')}?sort={contact.sort}"


def _change(heading: str, form: ContactForm, act: Any) -> Change:
    def foretell(values: Values) -> list[str]:
        words = {"name": values["name"], "unit": values["unit"], "number": values["number"]}
        said = [_("%(unit)s is reached by “%(name)s”, %(number)s.") % words]
        return [*said, _("It is taken out of use.")] if values.get("close") else said

    return Change(heading, form, act, foretell, reverse("contacts"), _("Contacts"), _("Save it"))
