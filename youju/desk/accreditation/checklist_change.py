"""Writing checklists: a new one, its columns, one criterion, all from a workbook, a copy to a new version."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.accreditation.application_of import keeper_of
from youju.desk.accreditation.checklist_pages import find_checklist
from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import LineField
from youju.desk.workbooks import CarriedForm
from youju.errors import SheetRefused, YoujuError, problem_text
from youju.records.accreditation.checklist.criteria import USUAL_SHARES, Asked, Method, Sort, plain_number
from youju.records.accreditation.checklist.models import Checklist
from youju.records.accreditation.checklist.sheet import read_criteria
from youju.records.accreditation.checklist.verbs import (
    checklist_add,
    checklist_change,
    checklist_copy,
    criteria_write,
    criterion_drop,
    criterion_write,
)
from youju.records.accreditation.holding.forms import titles
from youju.records.accreditation.holding.models import OTHER

_COLUMNS = ("name", "sort", "title", "issuer", "county", "city", "province", "nation")


class ChecklistForm(forms.Form):
    name = LineField(label=gettext_lazy("name"), max_length=80)
    sort = forms.ChoiceField(label=gettext_lazy("title"))
    title = LineField(
        label=gettext_lazy("name of the title"), max_length=60, required=False,
        help_text=gettext_lazy("Only of another title than those of the list."),
    )  # fmt: skip
    issuer = LineField(label=gettext_lazy("province or body that issued it"), max_length=40, required=False)
    county = forms.IntegerField(
        label=gettext_lazy("points for the county level"), min_value=1, max_value=100, required=False,
        help_text=gettext_lazy("Of a hundred; empty where the list does not lead to the level."),
    )  # fmt: skip
    city = forms.IntegerField(
        label=gettext_lazy("points for the city level"), min_value=1, max_value=100, required=False
    )  # fmt: skip
    province = forms.IntegerField(
        label=gettext_lazy("points for the province level"), min_value=1, max_value=100, required=False
    )  # fmt: skip
    nation = forms.IntegerField(
        label=gettext_lazy("points for the national level"), min_value=1, max_value=100, required=False
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sort"].choices = list(titles().items())  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if (values.get("sort") == OTHER) != bool(values.get("title")):
            self.add_error("title", _("Write the name of another title, and of no other."))
        return values


_SHARES = (
    gettext_lazy("A gives, in percent"),
    gettext_lazy("B gives, in percent"),
    gettext_lazy("C gives, in percent"),
    gettext_lazy("D gives, in percent"),
)


class CriterionForm(forms.Form):
    no = LineField(label=gettext_lazy("number of the criterion"), max_length=16)
    text = LineField(label=gettext_lazy("what is asked"), max_length=400)
    points = forms.DecimalField(
        label=gettext_lazy("points it gives"), required=False, min_value=0, max_value=100, decimal_places=1
    )
    sort = forms.ChoiceField(label=gettext_lazy("what it does"), choices=Sort.choices)
    method = forms.ChoiceField(label=gettext_lazy("how it is looked at"), choices=Method.choices)
    wants = LineField(label=gettext_lazy("evidence asked for"), max_length=160, required=False)
    share_a, share_b, share_c, share_d = (
        forms.IntegerField(label=label, min_value=0, max_value=100, initial=usual)
        for label, usual in zip(_SHARES, USUAL_SHARES, strict=True)
    )
    drop = forms.BooleanField(label=gettext_lazy("take it out, with all that stands under it"), required=False)

    def asked(self) -> Asked:
        """What was typed, of a valid form."""
        said = self.cleaned_data
        shares = tuple(said[f"share_{grade}"] for grade in "abcd")
        no = plain_number(said["no"])
        return Asked(
            no, said["text"], said["points"] or Decimal(0), said["sort"], said["method"], said["wants"], shares
        )


@require_http_methods(["GET", "HEAD", "POST"])
def checklist_new(request: HttpRequest) -> HttpResponse:
    """The first version of a list, without criteria."""
    member = keeper_of(request)

    def act(values: Values) -> Done:
        checklist = checklist_add(values=values, actor=member)
        return Done(_("“%s” is there; its criteria come next.") % checklist, _address(checklist))

    told = [_("Campaigns can go by it once it has criteria.")]
    back, form = reverse("checklists"), ChecklistForm(request.POST or None)
    return change_page(
        request, Change(_("New checklist"), form, act, lambda values: told, back, _("Checklists"), _("Add it"))
    )


@require_http_methods(["GET", "HEAD", "POST"])
def checklist_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Name, title, issuer and what the levels take."""
    member, checklist = keeper_of(request), find_checklist(code)

    def act(values: Values) -> Done:
        checklist_change(checklist=checklist, values=values, actor=member)
        return Done(_("“%s” is changed.") % checklist, _address(checklist))

    form = ChecklistForm(request.POST or None, initial={name: getattr(checklist, name) for name in _COLUMNS})
    told = [_("Nobody is measured by it yet, so nothing else changes.")]
    return change_page(
        request,
        Change(
            _("Change the checklist"), form, act, lambda values: told, _address(checklist), str(checklist), _("Save")
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, code: str) -> HttpResponse:
    """The next version, with the same criteria, open to be changed."""
    member, checklist = keeper_of(request), find_checklist(code)

    def act(values: Values) -> Done:
        made = checklist_copy(checklist=checklist, actor=member)
        return Done(_("“%s” is there and can be changed.") % made, _address(made))

    told = [_("All criteria are copied. Who has applied by the old version goes on with that.")]
    form = forms.Form()
    return change_page(
        request,
        Change(
            _("Copy to a new version"),
            form,
            act,
            lambda values: told,
            _address(checklist),
            str(checklist),
            _("Copy it"),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def criterion_edit(request: HttpRequest, code: str) -> HttpResponse:
    """One criterion: a new one, or that of the number in ``?no=``."""
    member, checklist = keeper_of(request), find_checklist(code)
    old = checklist.criteria.filter(no=request.GET.get("no", "")[:16]).first()
    form = CriterionForm(request.POST or None, initial=_first(old))
    if old is None:
        del form.fields["drop"]
    if form.is_valid():
        try:
            if form.cleaned_data.get("drop") and old:
                criterion_drop(checklist=checklist, no=old.no, actor=member)
            else:
                criterion_write(checklist=checklist, asked=form.asked(), instead_of=old.no if old else "", actor=member)
        except YoujuError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The criteria are written."))
            return redirect("checklist", code)
    context = {"checklist": checklist, "form": form, "old": old}
    return render(request, "desk/accreditation/criterion_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def criteria_import(request: HttpRequest, code: str) -> HttpResponse:
    """All criteria from a workbook: all of them or none; what is wrong is said with its cell."""
    member, checklist = keeper_of(request), find_checklist(code)
    form = CarriedForm(request.POST, request.FILES) if request.method == "POST" else CarriedForm()
    problems: list[str] = []
    if form.is_bound and form.is_valid():
        try:
            reading = read_criteria(form.cleaned_data["file"])
            problems = [problem_text(problem) for problem in reading.problems]
            if not problems:
                criteria_write(checklist=checklist, criteria=reading.criteria, actor=member)
        except SheetRefused as refused:
            problems = [problem_text(problem) for problem in refused.problems]
        except YoujuError as refusal:
            problems = [str(refusal)]
        if not problems:
            messages.success(request, _("The criteria are written."))
            return redirect("checklist", code)
    context = {"checklist": checklist, "form": form, "problems": problems}
    status = 422 if form.errors or problems else 200
    return render(request, "desk/accreditation/criteria_import.html", context, status=status)


def _first(old: Any) -> dict[str, Any]:
    names = ("no", "text", "points", "sort", "method", "wants", "share_a", "share_b", "share_c", "share_d")
    return {name: getattr(old, name) for name in names} if old else {}


def _address(checklist: Checklist) -> str:
    return reverse("checklist", args=[checklist.code])
