"""A form of those above (上级报表): an Excel file comes in, and goes out bound or filled. Nothing is kept."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.figures.period_choices import period_name
from youju.desk.scope import chosen_year, member_of
from youju.desk.summary.document_begin import units_for
from youju.errors import NotAllowed, YoujuError
from youju.indicators.years import years_with_facts
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.forms.choosing import let_choose
from youju.summaries.paper.form import FormRefused, bind_form, fill_form

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HALF = (6, 30)


class UpperForm(forms.Form):
    """The workbook, and what it is to be filled for."""

    file = forms.FileField(
        label=gettext_lazy("form (.xlsx)"),
        help_text=gettext_lazy("As those above sent it, or bound here before. An .xls is saved as .xlsx first."),
        widget=forms.ClearableFileInput({"accept": ".xlsx"}),
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("unit"), empty_label=None)
    period = forms.ChoiceField(label=gettext_lazy("Period"))

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units_for(member))
        self.fields["period"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (period.code, period_name(period)) for period in _periods()
        ]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.CHECK_BYTES:
            limit = settings.CHECK_BYTES // 1024**2
            raise forms.ValidationError(_("The file is larger than %(limit)s MB.") % {"limit": limit})
        return file


@require_http_methods(["GET", "HEAD", "POST"])
def upper_form_page(request: HttpRequest) -> HttpResponseBase:
    """Ask for the form; give it back bound, or filled, as the button says. Raises NotAllowed."""
    member = member_of(request)
    if not units_for(member).exists():
        raise NotAllowed()
    initial = {"period": str(chosen_year(request))}
    form = UpperForm(request.POST or None, request.FILES or None, member=member, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            return _filled(form.cleaned_data) if "fill" in request.POST else _bound(form.cleaned_data["file"])
        except FormRefused as refused:
            for problem in str(refused.details["problems"]).splitlines():
                form.add_error(None, problem)
        except YoujuError as error:
            form.add_error("file", str(error))
    return render(request, "desk/upper_form/upper_form.html", {"form": form}, status=422 if form.errors else 200)


def _bound(file: Any) -> FileResponse:
    content, bound = bind_form(file.read(), file.name)
    return _answer(content, file.name, _("bound-%(count)s") % {"count": len(bound)})


def _filled(values: dict[str, Any]) -> FileResponse:
    file, period = values["file"], Period.parse(values["period"])
    content, _count = fill_form(file.read(), file.name, unit=values["unit"], period=period)
    return _answer(content, file.name, period_name(period))


def _answer(content: bytes, name: str, told: str) -> FileResponse:
    """The workbook as a download that no cache keeps, under its own name and what was done with it."""
    filename = f"{PurePath(name).stem}-{told}.xlsx"
    answer = FileResponse(BytesIO(content), as_attachment=True, filename=filename, content_type=_MEDIA_TYPE)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _periods() -> Iterator[Period]:
    """Each year and its first half, the newest first; whatever has facts, and the year that runs."""
    for year in sorted({*years_with_facts(), clock.today().year}, reverse=True):
        yield from (Period.year(year), Period.to_date(date(year, *_HALF)))
