"""Changes of one person that concern no single post: one more post, the name, and being the same as somebody else."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField, LineField, NameField
from youju.desk.people.people_list import keeper_of
from youju.desk.people.people_new import units_of_keeper
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.keeping import get_person_for
from youju.orgs.members import Member, Role
from youju.orgs.mergers import person_merge
from youju.orgs.people import Person
from youju.orgs.rosters import person_join, person_rename
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.forms.choosing import let_choose


class JoinForm(forms.Form):
    unit = forms.ModelChoiceField(label=gettext_lazy("unit"), queryset=Unit.objects.none())
    post = LineField(label=gettext_lazy("post"), max_length=40, required=False)
    since = DayField(label=gettext_lazy("since"))

    def __init__(self, *args: Any, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units_of_keeper(actor))
        self.initial.update(unit=actor.unit_id, since=clock.today())


class NameForm(forms.Form):
    name = NameField(label=gettext_lazy("name"), max_length=40)


class SameForm(forms.Form):
    into = forms.CharField(widget=forms.HiddenInput())


@require_http_methods(["GET", "HEAD", "POST"])
def person_change(request: HttpRequest, ref: str, action: str) -> HttpResponse:
    """One more post (``join``), another spelling (``rename``), the same person as another entry (``merge``)."""
    member = keeper_of(request)
    person = get_person_for(member, ref)
    changes = {"join": _join, "rename": _rename, "merge": _merge}
    if action not in changes:
        raise NotFound()
    return change_page(request, changes[action](request, person, member))


def _join(request: HttpRequest, person: Person, member: Member) -> Change:
    def act(values: Values) -> Done:
        tenure = person_join(person=person, actor=member, **values)
        return Done(_("%(person)s holds one more post: %(post)s.") % {"person": person, "post": tenure}, _page(person))

    form = JoinForm(request.POST or None, actor=member)
    return Change(_("One more post: %s") % person, form, act, _no_words, _page(person), str(person), _("Give the post"))


def _rename(request: HttpRequest, person: Person, member: Member) -> Change:
    def act(values: Values) -> Done:
        person_rename(person=person, name=values["name"], actor=member)
        return Done(_("The name is written anew."), _page(person))

    def foretell(values: Values) -> list[str]:
        return [_("It is the same person under a name written otherwise; records and figures stay as they are.")]

    # A minor's name stays behind its mask: whoever writes it anew types it.
    first = {} if person.is_minor(clock.today()) else {"name": person.name}
    form = NameForm(request.POST or None, initial=first)
    return Change(_("Write the name anew: %s") % person, form, act, foretell, _page(person), str(person), _("Save"))


def _merge(request: HttpRequest, person: Person, member: Member) -> Change:
    if not member.has_role(Role.OFFICER, Role.ADMIN):
        raise NotAllowed()
    into = get_person_for(member, request.POST.get("into") or request.GET.get("into", ""))

    def act(values: Values) -> Done:
        person_merge(person=person, into=into, actor=member)
        return Done(_("Both entries of %s are one person now.") % into, _page(into))

    def foretell(values: Values) -> list[str]:
        return [
            _("Both entries become one person, who holds all posts and groups of the two: %(posts)s.")
            % {"posts": enumerated(dict.fromkeys(str(held) for each in (into, person) for held in each.tenures.all()))},
            _("Figures that count persons count them once from now on; figures that were issued stay as they are."),
            _("This cannot be taken back."),
        ]

    form = SameForm(request.POST or None, initial={"into": into.token})
    note = _("Look at posts and days of both: people of one name are many.")
    heading = _("The same person twice: %s") % person
    return Change(heading, form, act, foretell, _page(person), str(person), _("They are one person"), note)


def _page(person: Person) -> str:
    return reverse("person", args=[person.token])


def _no_words(values: Values) -> list[str]:
    return []
