"""What supports an application: each file and record once, with the criteria it serves; declaring one void."""

from collections import defaultdict
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from youju.desk.accreditation.application_of import application_of
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.records.accreditation.application.answers import Citation, Material
from youju.records.accreditation.application.material_verbs import material_void
from youju.records.accreditation.application.models import Application
from youju.records.reading.access import visible_to
from youju.records.rights import may_record


class VoidForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("void because"), max_length=200)


@require_GET
def materials(request: HttpRequest, ref: str) -> HttpResponse:
    """All of them, what is void too."""
    return _page(request, application_of(request, ref))


@require_POST
def void(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Declare one void. Raises NotFound for one of another application, NotAllowed, MaterialVoid."""
    application = application_of(request, ref)
    material = Material.objects.select_related("attachment", "record").filter(application=application, pk=pk).first()
    if material is None:
        raise NotFound()
    form = VoidForm(request.POST)
    if not form.is_valid():
        return _page(request, application, wrong={pk: form})
    material_void(material=material, actor=member_of(request), reason=form.cleaned_data["reason"])
    messages.success(request, _("“%s” is void; every criterion that cites it shows so, and the score.") % material)
    return redirect("materials", ref)


def _page(request: HttpRequest, application: Application, wrong: dict[int, VoidForm] | None = None) -> HttpResponse:
    member = member_of(request)
    rows = list(Material.objects.filter(application=application).select_related("attachment__file", "record"))
    numbers = _numbers(application)
    forms_of = {row.pk: VoidForm(auto_id=f"void{row.pk}_%s") for row in rows} | (wrong or {})
    context: dict[str, Any] = {
        "case": application,
        "rows": [(row, numbers[row.pk], forms_of[row.pk]) for row in rows],
        "readable": set(visible_to(member).filter(pk__in=[row.record_id for row in rows]).values_list("pk", flat=True)),
        "may_void": may_record(member, application.unit_id, application.section),
        "wrong": set(wrong or ()),
    }  # fmt: skip
    return render(request, "desk/accreditation/materials.html", context, status=422 if wrong else 200)


def _numbers(application: Application) -> dict[int, list[str]]:
    """The numbers of the criteria that each material serves, in order, by its id. One query."""
    found: dict[int, list[str]] = defaultdict(list)
    served = Citation.objects.filter(material__application=application).order_by("answer__criterion__place")
    for material, number in served.values_list("material", "answer__criterion__no"):
        found[material].append(number)
    return found
