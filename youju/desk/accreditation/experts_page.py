"""Experts of an application: their sheets with how far each is, a new one with its link, one taken back."""

from datetime import timedelta
from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.accreditation.application_of import application_of
from youju.desk.addresses import desk_address
from youju.desk.change.fields import LineField
from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.settings import setting
from youju.records.accreditation.application.answers import ExpertSheet
from youju.records.accreditation.application.expert_verbs import graders, sheet_make, sheet_take_back
from youju.records.accreditation.application.models import Application
from youju.records.forms.member_field import MemberField
from youju.records.rights import reached_units


class SheetForm(forms.Form):
    member = MemberField(
        label=gettext_lazy("account"), required=False,
        help_text=gettext_lazy("By name; grades after logging in. Leave it empty for somebody from outside."),
    )  # fmt: skip
    expert = LineField(
        label=gettext_lazy("name of an expert from outside"), max_length=40, required=False,
        help_text=gettext_lazy("Grades on a telephone by a link, without logging in."),
    )  # fmt: skip
    chapters = forms.MultipleChoiceField(
        label=gettext_lazy("chapters"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen: all of them."),
    )  # fmt: skip
    days = forms.IntegerField(label=gettext_lazy("days until the sheet closes"), min_value=1, max_value=90)

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("days", setting("expert_sheet_days"))
        self.fields["member"].offered = graders(application)  # type: ignore[attr-defined]  # a MemberField
        tops = [each for each in application.checklist.criteria_in_order() if each.parent_id is None]
        self.fields["chapters"].choices = [(each.no, str(each)) for each in tops]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and bool(values.get("member")) == bool(values.get("expert")):
            self.add_error("expert", _("Either an account or a name."))
        return values


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def experts(request: HttpRequest, ref: str) -> HttpResponse:
    """The sheets; a POST makes one and shows its link, which is shown this once."""
    application, member = _reviewed(request, ref), member_of(request)
    form, made = SheetForm(request.POST or None, application=application), {}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            sheet, code = sheet_make(
                application=application, member=said["member"], expert=said["expert"],
                chapters=" ".join(said["chapters"]), expires=clock.now() + timedelta(days=said["days"]), actor=member,
            )  # fmt: skip
        except YoujuError as refusal:
            form.add_error(None, str(refusal))
        else:
            made = _link(request, application, sheet, code) if code else _own(request, sheet)
            form = SheetForm(application=application)
    every = application.sheet().lines
    rows = [
        (sheet, [line for line in every if sheet.covers(line.criterion.chapter)])
        for sheet in ExpertSheet.objects.filter(application=application)
    ]
    context = {
        "case": application, "form": form, "now": clock.now(),
        "rows": [(sheet, sum(line.is_graded for line in lines), len(lines)) for sheet, lines in rows],
    } | made  # fmt: skip
    return render(request, "desk/accreditation/experts.html", context, status=422 if form.errors else 200)


@require_POST
def take_back(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Close a sheet. Raises NotFound for one of another application, SheetOver."""
    application = _reviewed(request, ref)
    sheet = ExpertSheet.objects.select_related("application").filter(application=application, pk=pk).first()
    if sheet is None:
        raise NotFound()
    sheet_take_back(sheet=sheet, actor=member_of(request))
    messages.success(request, _("The sheet is taken back; its link opens nothing any more."))
    return redirect("experts", ref)


def _reviewed(request: HttpRequest, ref: str) -> Application:
    """An application whose unit the member reaches as an officer. Raises NotFound, NotAllowed."""
    application = application_of(request, ref)
    reached = reached_units(member_of(request), Role.OFFICER, section=application.section)
    if application.unit_id not in reached:
        raise NotAllowed()
    return application


def _own(request: HttpRequest, sheet: ExpertSheet) -> dict[str, Any]:
    """A member finds the sheet on the workbench: nothing is shown."""
    messages.success(request, _("%(name)s finds the sheet on the workbench.") % {"name": sheet.expert})
    return {}


def _link(request: HttpRequest, application: Application, sheet: ExpertSheet, code: str) -> dict[str, Any]:
    url = desk_address(request, reverse("ticket", args=[code]))
    words = {"expert": sheet.expert, "title": application.title, "url": url, "until": f"{sheet.expires:%Y-%m-%d}"}
    said = _("%(expert)s: please review “%(title)s” until %(until)s. It opens without log-in: %(url)s") % words
    return {"made": sheet, "url": url, "qr": segno.make(url, error="m").svg_data_uri(scale=6, border=2), "said": said}
