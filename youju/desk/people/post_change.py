"""Changes of one post: another one in the same unit, a transfer to another unit, the end."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField, LineField
from youju.desk.people.people_list import keeper_of
from youju.desk.people.people_new import units_of_keeper
from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.groups import Membership
from youju.orgs.keeping import get_person_for, get_tenure_for
from youju.orgs.members import Member
from youju.orgs.people import Tenure
from youju.orgs.rosters import person_leave, person_move
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.forms.choosing import let_choose


class PostForm(forms.Form):
    post = LineField(label=gettext_lazy("new post"), max_length=40)
    on = DayField(label=gettext_lazy("from the day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", clock.today())


class TransferForm(PostForm):
    unit = forms.ModelChoiceField(label=gettext_lazy("to the unit"), queryset=Unit.objects.none())
    post = LineField(label=gettext_lazy("post there"), max_length=40, required=False)
    field_order = ("unit", "post", "on")

    def __init__(self, *args: Any, actor: Member, held: Tenure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["post"] = held.post  # most who are transferred do the same elsewhere
        units = units_of_keeper(actor).exclude(pk=held.unit_id)
        let_choose(self, "unit", units)


class LeaveForm(forms.Form):
    until = DayField(label=gettext_lazy("last day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", clock.today())


@require_http_methods(["GET", "HEAD", "POST"])
def post_change(request: HttpRequest, ref: str, pk: int, action: str) -> HttpResponse:
    """Change a post (``post``), move to another unit (``move``), give it up (``leave``)."""
    member = keeper_of(request)
    tenure = get_tenure_for(member, get_person_for(member, ref), pk)
    changes = {"post": _post, "move": _move, "leave": _leave}
    if action not in changes:
        raise NotFound()
    return change_page(request, changes[action](request, tenure, member))


def _post(request: HttpRequest, tenure: Tenure, member: Member) -> Change:
    def act(values: Values) -> Done:
        moved = person_move(tenure=tenure, unit=tenure.unit, on=values["on"], post=values["post"], actor=member)
        return Done(_("%(person)s: %(post)s.") % {"person": tenure.person, "post": moved}, _page(tenure))

    def foretell(values: Values) -> list[str]:
        words = {"person": tenure.person, "unit": tenure.unit, "post": values["post"], "day": _day(values["on"])}
        return [_("From %(day)s on, %(person)s is %(post)s at %(unit)s; groups stay as they are.") % words]

    return _change(_("Change of post: %s") % tenure.person, PostForm(request.POST or None), act, foretell, tenure)


def _move(request: HttpRequest, tenure: Tenure, member: Member) -> Change:
    def act(values: Values) -> Done:
        moved = person_move(tenure=tenure, actor=member, **values)
        return Done(_("%(person)s: %(post)s.") % {"person": tenure.person, "post": moved}, _page(tenure))

    def foretell(values: Values) -> list[str]:
        last = values["on"] - timedelta(days=1)
        words = {
            "person": tenure.person, "old": tenure.unit, "unit": values["unit"],
            "last": _day(last), "day": _day(values["on"]),
        }  # fmt: skip
        return [
            _("%(last)s is the last day of %(person)s at %(old)s; from %(day)s on the post is at %(unit)s.") % words,
            *_post_there(tenure, values),
            *_groups_left(tenure),
            _("Attendance and records of before stay with %(old)s.") % words,
        ]

    form = TransferForm(request.POST or None, actor=member, held=tenure)
    return _change(_("Transfer: %s") % tenure.person, form, act, foretell, tenure)


def _leave(request: HttpRequest, tenure: Tenure, member: Member) -> Change:
    def act(values: Values) -> Done:
        person_leave(person=tenure.person, tenure=tenure, until=values["until"], actor=member)
        return Done(_("The post of %s ends.") % tenure.person, _page(tenure))

    def foretell(values: Values) -> list[str]:
        words = {"person": tenure.person, "unit": tenure.unit, "last": _day(values["until"])}
        return [_("%(last)s is the last day of %(person)s at %(unit)s.") % words, *_groups_left(tenure)]

    return _change(_("End of a post: %s") % tenure.person, LeaveForm(request.POST or None), act, foretell, tenure)


def _change(heading: str, form: forms.Form, act: Any, foretell: Any, tenure: Tenure) -> Change:
    return Change(heading, form, act, foretell, _page(tenure), str(tenure.person), _("Confirm"), str(tenure))


def _post_there(tenure: Tenure, values: Values) -> list[str]:
    """What the post is at the new unit; that there is none, where one is given up by it."""
    if values["post"]:
        return [_("Post there: %(post)s.") % {"post": values["post"]}]
    words = {"unit": values["unit"], "old": tenure.unit, "post": tenure.post}
    return [_("No post is written down at %(unit)s; at %(old)s it was %(post)s.") % words] if tenure.post else []


def _groups_left(tenure: Tenure) -> list[str]:
    """The groups that are left with the last post in a unit."""
    others = tenure.person.tenures.filter(unit=tenure.unit, until=None).exclude(pk=tenure.pk)
    if others.exists():
        return []
    held = Membership.objects.filter(person=tenure.person, group__unit=tenure.unit, until=None).select_related("group")
    names = [str(membership.group) for membership in held]
    return [_("With the last post in the unit these groups are left: %s.") % enumerated(names)] if names else []


def _page(tenure: Tenure) -> str:
    return reverse("person", args=[tenure.person.token])


def _day(day: Any) -> str:
    return date_format(day, "DATE_FORMAT")
