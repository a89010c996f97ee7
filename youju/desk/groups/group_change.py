"""Changes of one group: who joins and leaves, who keeps the list, its end."""

from collections.abc import Callable
from typing import NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.groups import group_forms
from youju.desk.people.people_list import keeper_of
from youju.errors import NotFound
from youju.orgs.group_verbs import group_close, group_join, group_leave, keeper_set
from youju.orgs.groups import Group
from youju.orgs.keeping import get_group_for
from youju.orgs.members import Member
from youju.phrases import enumerated


class Action(NamedTuple):
    """One change: its words, its form, what it foretells and what it does."""

    label: str | Promise
    form: Callable[..., forms.Form]
    foretell: Callable[[Group, Values], str]
    act: Callable[[Group, Values, Member], None]


def _join(group: Group, values: Values, member: Member) -> None:
    for person in values["persons"]:
        group_join(group=group, person=person, since=values["since"], actor=member)


def _leave(group: Group, values: Values, member: Member) -> None:
    for person in values["persons"]:
        group_leave(group=group, person=person, until=values["until"], actor=member)


def _keep(group: Group, values: Values, member: Member) -> None:
    keeper_set(group=group, keepers=values["keepers"], actor=member)


def _close(group: Group, values: Values, member: Member) -> None:
    group_close(group=group, on=values["on"], actor=member)


def _joining(group: Group, values: Values) -> str:
    count = len(values["persons"])
    said = ngettext(
        "%(count)d person is expected at sessions from %(day)s on.",
        "%(count)d people are expected at sessions from %(day)s on.",
        count,
    )
    return said % {"count": count, "day": date_format(values["since"], "DATE_FORMAT")}


def _leaving(group: Group, values: Values) -> str:
    count = len(values["persons"])
    said = ngettext(
        "%(count)d person is no longer expected after %(day)s.",
        "%(count)d people are no longer expected after %(day)s.",
        count,
    )
    return said % {"count": count, "day": date_format(values["until"], "DATE_FORMAT")}


def _keeping(group: Group, values: Values) -> str:
    return _("The list is kept by %s.") % enumerated(values["keepers"])


def _closing(group: Group, values: Values) -> str:
    return _("From %s on nobody can report a session of it; what was reported stays.") % date_format(
        values["on"], "DATE_FORMAT"
    )


ACTIONS = {
    "join": Action(gettext_lazy("Take in"), group_forms.JoinForm, _joining, _join),
    "leave": Action(gettext_lazy("Take out"), group_forms.LeaveForm, _leaving, _leave),
    "keepers": Action(gettext_lazy("Keepers of the list"), group_forms.GroupKeepersForm, _keeping, _keep),
    "close": Action(gettext_lazy("Close the group"), group_forms.CloseForm, _closing, _close),
}


@require_http_methods(["GET", "HEAD", "POST"])
def group_change(request: HttpRequest, code: str, action: str) -> HttpResponse:
    """Make one change of a group."""
    member = keeper_of(request)
    group, wanted = get_group_for(member, code), ACTIONS.get(action)
    if wanted is None:
        raise NotFound()
    back = reverse("group", args=[group.code])

    def act(values: Values) -> Done:
        wanted.act(group, values, member)
        return Done(_("“%s” is changed.") % group, back)

    change = Change(
        heading=f"{wanted.label}{_(': ')}{group}",
        form=wanted.form(request.POST or None, group=group, actor=member),
        act=act,
        foretell=lambda values: [wanted.foretell(group, values)],
        back=back,
        place=str(group),
        button=str(wanted.label),
    )
    return change_page(request, change)
