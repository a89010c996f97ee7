"""Planning a roster: many days in turn, one day, and which days it covers."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.duty.duty_forms import CoverageForm, FillForm, NewShiftForm
from youju.desk.duty.roster_list import duty_member
from youju.duty.rosters import get_kept_roster
from youju.duty.shift_verbs import coverage_set, shift_assign, shifts_fill
from youju.lib import clock
from youju.orgs.groups import Group
from youju.phrases import enumerated

_OPEN = require_http_methods(["GET", "HEAD", "POST"])


@_OPEN
def shift_fill(request: HttpRequest, code: str) -> HttpResponse:
    """Let the group take turns from day to day."""
    member = duty_member(request)
    group = get_kept_roster(member, code)

    def act(values: Values) -> Done:
        count = shifts_fill(
            group=group, days=values["days"], persons=values["persons"], deputies=values["deputies"],
            part=values["part"], actor=member,
        )  # fmt: skip
        said = ngettext("%(count)d day is planned.", "%(count)d days are planned.", count) % {"count": count}
        return Done(said, f"{_home(group)}?month={values['first']:%Y-%m}")

    def foretell(values: Values) -> list[str]:
        names = enumerated(values["persons"])
        return [
            _("From %(first)s to %(last)s, in turn: %(names)s.")
            % {
                "first": date_format(values["first"], "DATE_FORMAT"),
                "last": date_format(values["last"], "DATE_FORMAT"),
                "names": names,
            },
            _("Days that are planned already stay as they are."),
        ]

    form = FillForm(request.POST or None, group=group)
    return change_page(
        request,
        Change(_("Plan shifts"), form, act, foretell, _home(group), str(group), _("Plan them")),
    )


@_OPEN
def shift_add(request: HttpRequest, code: str) -> HttpResponse:
    """Put one person on duty on one day."""
    member = duty_member(request)
    group = get_kept_roster(member, code)

    def act(values: Values) -> Done:
        shift = shift_assign(group=group, actor=member, **{name: values[name] for name in _COLUMNS})
        return Done(_("%(name)s is on duty.") % {"name": shift.person}, f"{_home(group)}?month={shift.day:%Y-%m}")

    def foretell(values: Values) -> list[str]:
        words = {"name": values["person"], "day": date_format(values["day"], "DATE_FORMAT")}
        return [_("%(name)s is on duty on %(day)s.") % words]

    form = NewShiftForm(request.POST or None, group=group, initial={"day": request.GET.get("day") or clock.today()})
    return change_page(request, Change(_("One shift"), form, act, foretell, _home(group), str(group), _("Put on duty")))


_COLUMNS = ("day", "part", "person", "deputy")


@_OPEN
def coverage(request: HttpRequest, code: str) -> HttpResponse:
    """Say on which days somebody has to be on duty."""
    member = duty_member(request)
    group = get_kept_roster(member, code)
    now = getattr(group, "coverage", None)

    def act(values: Values) -> Done:
        coverage_set(group=group, days=values["days"], actor=member)
        return Done(_("“%s” is changed.") % group, _home(group))

    def foretell(values: Values) -> list[str]:
        return [_("A day of these without anybody is shown as a gap.")]

    form = CoverageForm(request.POST or None, initial={"days": now.days} if now else None)
    return change_page(
        request, Change(_("Days covered"), form, act, foretell, _home(group), str(group), _("Change it"))
    )


def _home(group: Group) -> str:
    return reverse("duty-roster", args=[group.code])
