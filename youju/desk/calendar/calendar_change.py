"""Changing the calendar: one day by hand, the shipped years, a file of an announcement, the terms of a unit."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField, LineField
from youju.desk.scope import member_of
from youju.desk.units.unit_forms import managed
from youju.errors import NotFound
from youju.evidence.encodings import encoding_of
from youju.lib import clock
from youju.orgs.calendar import Term
from youju.orgs.calendar_verbs import Changes, day_rule_set, days_import, term_remove, term_set
from youju.orgs.days_off import SOURCE, DayRow, announced_days
from youju.orgs.ics import read_ics
from youju.orgs.keeping import require_manager
from youju.orgs.members import Member
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.forms.choosing import let_choose

_OFF, _WORK = "off", "work"
_LARGEST = 512 * 1024

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


class DayForm(forms.Form):
    day = DayField(label=gettext_lazy("day"))
    sort = forms.ChoiceField(
        label=gettext_lazy("off or worked"),
        choices=((_OFF, gettext_lazy("day off")), (_WORK, gettext_lazy("worked day"))),
    )
    name = LineField(label=gettext_lazy("name"), max_length=40, help_text=gettext_lazy("What it is called: 校庆放假."))
    source = LineField(
        label=gettext_lazy("source"), max_length=120, help_text=gettext_lazy("Where it is written, for others to read.")
    )


class TermForm(forms.Form):
    unit = forms.ModelChoiceField(label=gettext_lazy("unit"), queryset=Unit.objects.none())
    name = LineField(
        label=gettext_lazy("name"), max_length=40,
        help_text=gettext_lazy("A term of this name is moved; a new name makes one more."),
    )  # fmt: skip
    first = DayField(label=gettext_lazy("first day"))
    last = DayField(label=gettext_lazy("last day"))

    def __init__(self, *args: Any, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = managed(actor).filter(code__in=standing(this_month()))
        let_choose(self, "unit", units)
        self.initial.setdefault("unit", actor.unit_id)


class FileForm(forms.Form):
    """text: what the file said, carried along from the look to the change."""

    file = forms.FileField(label=gettext_lazy("calendar file (.ics)"), required=False)
    source = LineField(
        label=gettext_lazy("source"), max_length=120, help_text=gettext_lazy("Which announcement: number and day.")
    )
    text = forms.CharField(required=False, widget=forms.HiddenInput())

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("file"):
            values["text"] = _text(values["file"])
            data = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
            data["text"] = values["text"]
            self.data = data
        if not values.get("text"):
            self.add_error("file", _("Choose a file."))
            return values
        read = read_ics(values["text"])
        for problem in read.problems:
            self.add_error("file", f"{problem.source}: {problem.message}")
        if not read.problems and not read.rows:
            self.add_error("file", _("The file names no day that is off or worked."))
        values["rows"] = read.rows
        return values


@ReadOrWrite
def day_set(request: HttpRequest) -> HttpResponse:
    """Say of one day that it is off or worked."""
    member = _manager(request)

    def act(values: Values) -> Done:
        work = values["sort"] == _WORK
        rule = day_rule_set(day=values["day"], work=work, name=values["name"], source=values["source"], actor=member)
        return Done(_("The calendar is changed."), f"{reverse('calendar')}?year={rule.date.year}")

    def foretell(values: Values) -> list[str]:
        words = {"day": date_format(values["day"], "DATE_FORMAT")}
        said = _("%(day)s is worked.") if values["sort"] == _WORK else _("%(day)s is off.")
        return [
            said % words,
            _("Deadlines that run over it are computed anew; announcements no longer change this day."),
        ]

    form = DayForm(request.POST or None, initial={"day": request.GET.get("day") or clock.today()})
    return change_page(request, _change(_("Set a day by hand"), form, act, foretell))


@ReadOrWrite
def fill(request: HttpRequest) -> HttpResponse:
    """Take over the years that were announced when this version was made."""
    member = _manager(request)

    def act(values: Values) -> Done:
        days_import(rows=announced_days(), source=SOURCE, actor=member)
        return Done(_("The calendar is changed."), reverse("calendar"))

    def foretell(values: Values) -> list[str]:
        return _told(announced_days(), SOURCE, member)

    return change_page(request, _change(_("Take over the announced years"), forms.Form(), act, foretell))


@ReadOrWrite
def import_file(request: HttpRequest) -> HttpResponse:
    """Take over the days off of a calendar file."""
    member = _manager(request)

    def act(values: Values) -> Done:
        changes = days_import(rows=values["rows"], source=values["source"], actor=member)
        years = sorted({day.year for day in (*changes.added, *changes.changed)})
        return Done(_("The calendar is changed."), f"{reverse('calendar')}{f'?year={years[-1]}' if years else ''}")

    form = FileForm(request.POST or None, request.FILES or None)
    return change_page(
        request,
        _change(_("Read a calendar file"), form, act, lambda values: _told(values["rows"], values["source"], member)),
    )


@ReadOrWrite
def term(request: HttpRequest) -> HttpResponse:
    """Make a term of a unit, or move it."""
    member = _manager(request)

    def act(values: Values) -> Done:
        made = term_set(actor=member, **values)
        return Done(_("“%s” is set.") % made, f"{reverse('calendar')}?year={made.first.year}")

    def foretell(values: Values) -> list[str]:
        words = {
            "name": values["name"], "unit": values["unit"],
            "first": date_format(values["first"], "DATE_FORMAT"), "last": date_format(values["last"], "DATE_FORMAT"),
        }  # fmt: skip
        return [
            _("“%(name)s” of %(unit)s, and of the units below without terms of their own: %(first)s to %(last)s.")
            % words
        ]

    return change_page(request, _change(_("Term"), TermForm(request.POST or None, actor=member), act, foretell))


@ReadOrWrite
def term_delete(request: HttpRequest, number: int) -> HttpResponse:
    """Take a term out of the calendar. Raises NotFound."""
    member = _manager(request)
    found = Term.objects.select_related("unit").filter(pk=number).first()
    if found is None:
        raise NotFound()
    words = {
        "name": found.name, "unit": found.unit,
        "first": date_format(found.first, "DATE_FORMAT"), "last": date_format(found.last, "DATE_FORMAT"),
    }  # fmt: skip

    def act(values: Values) -> Done:
        term_remove(term=found, actor=member)
        return Done(_("“%(name)s” is deleted.") % words, f"{reverse('calendar')}?year={found.first.year}")

    def foretell(values: Values) -> list[str]:
        return [
            _("“%(name)s” of %(unit)s (%(first)s to %(last)s) goes out of the calendar.") % words,
            _("Items of a plan that go by terms no longer ask anything within it; what fell due already stays due."),
        ]

    heading = _("Delete the term “%(name)s”") % words
    return change_page(request, _change(heading, forms.Form(), act, foretell))


def _change(heading: str, form: forms.Form, act: Any, foretell: Any) -> Change:
    return Change(heading, form, act, foretell, reverse("calendar"), _("Calendar"), _("Change the calendar"))


def _manager(request: HttpRequest) -> Member:
    member = member_of(request)
    require_manager(member)
    return member


def _told(rows: Iterable[DayRow], source: str, member: Member) -> list[str]:
    """What an announcement would change: the verb is run, and taken back."""
    with transaction.atomic():
        changes = days_import(rows=rows, source=source, actor=member)
        transaction.set_rollback(True)
    return _counted(changes) or [_("Nothing: the calendar says all of it already.")]


def _counted(changes: Changes) -> list[str]:
    sentences = (
        (changes.added, _("New: %s")),
        (changes.changed, _("Changed: %s")),
        (changes.kept, _("Left alone, set by hand: %s")),
    )
    return [sentence % _days(days) for days, sentence in sentences if days]


def _days(days: tuple[Any, ...]) -> str:
    years = sorted({day.year for day in days})
    counts = (_("%(count)d days of %(year)d") % {"count": sum(d.year == y for d in days), "year": y} for y in years)
    return enumerated(counts)


def _text(file: Any) -> str:
    """The file's text. Raises ValidationError."""
    if file.size > _LARGEST:
        raise ValidationError(_("The file is too large for a calendar."))
    content: bytes = file.read()
    encoding = encoding_of([content])
    if encoding is None:
        raise ValidationError(_("The file's text cannot be read: save it as UTF-8."))
    return content.decode(encoding)
