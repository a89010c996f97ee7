"""Kept texts: listed, opened (which checks them again), kept anew, deleted."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from youju.claims.judging.verdict import WORST_FIRST, Verdict
from youju.claims.kept.kept_text import KeptElsewhere, KeptText, may_replace, text_delete, text_keep, text_replace
from youju.desk.check.check_form import CheckForm
from youju.desk.check.check_page import checked_page, form_page, verdicts, verdicts_page
from youju.desk.check.claim_acts import Done
from youju.desk.check.kept_origin import mark_of, seen_in
from youju.desk.check.whose import Whose
from youju.desk.pages import filtered_list
from youju.desk.scope import member_of
from youju.errors import Conflict, NotFound
from youju.ledger import tree
from youju.orgs.members import Member

AGAIN = "again"  # in the place of the kept text that the page comes from


class Row(NamedTuple):
    """One kept text. tally: figures by verdict, the worst first; more: entries the ledger has grown by since."""

    kept: KeptText
    tally: list[tuple[Verdict, int]]
    more: int
    deletable: bool


class FilterForm(forms.Form):
    """What the list can be narrowed by."""

    text = forms.CharField(label=gettext_lazy("words of the name"), required=False, max_length=60)

    def narrow(self, rows: QuerySet[KeptText]) -> QuerySet[KeptText]:
        """The rows that match; none where the filter is wrong."""
        return rows.filter(title__icontains=self.cleaned_data["text"]) if self.is_valid() else rows.none()


@require_safe
def kept_texts(request: HttpRequest) -> HttpResponse:
    """The kept texts of the units whose texts a member checks, the newest first. Raises NotAllowed."""
    member = member_of(request)
    units = Whose.of(member).units
    filters = FilterForm(request.GET)
    rows = KeptText.objects.visible_to(member).filter(unit__in=units).select_related("by", "unit").defer("text")
    shown = filtered_list(request, filters, filters.narrow(rows))
    size = tree.size()
    context: dict[str, Any] = shown | {
        "name": _("Kept texts"),
        "several": any(one.unit_id != units[0].pk for one in shown["page"].object_list),
        "rows": [_row(one, size, member) for one in shown["page"].object_list],
    }
    return render(request, "desk/check/kept.html", context)


@require_safe
def kept_text(request: HttpRequest, pk: int) -> HttpResponse:
    """A kept text, checked against the ledger of now. Raises NotFound, NotAllowed."""
    member = member_of(request)
    kept = _find(member, pk)
    whose = Whose.of(member, kept.unit.code)
    told = {"text": kept.text, "title": kept.title, "period": kept.period, "aliases": kept.names, "kept": mark_of(kept)}
    form = CheckForm(told | {"unit": kept.unit.code}, whose=whose)
    if not form.is_valid():  # a unit that a name stood for is gone, or the bounds are narrower now
        return form_page(request, form)
    return checked_page(request, form, Done(kept.text), member)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the text as it stands in the form, with its verdicts. What cannot be kept stays on the page."""
    member = member_of(request)
    form = CheckForm(request.POST, request.FILES, whose=Whose.of(member, request.POST.get("unit", "")))
    if not form.is_valid():
        return form_page(request, form)
    text = form.cleaned_data["text"]
    found = verdicts(form, text)
    if found is None:
        return form_page(request, form)
    what: dict[str, Any] = {"paper": form.paper(text), "found": found, "actor": member}
    try:
        kept = _replaced(form, member, what) if request.POST.get("keep") == AGAIN else None
    except KeptElsewhere as refusal:
        messages.error(request, str(refusal))
        return verdicts_page(request, form, Done(text), found, member)
    kept = kept or text_keep(unit=form.home, **what)
    messages.success(request, _("Kept: “%(title)s”.") % {"title": kept.title})
    return redirect("kept-text", kept.pk)


@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a kept text for good. Raises NotFound, NotAllowed."""
    member = member_of(request)
    kept = _find(member, pk)
    try:
        text_delete(kept=kept, actor=member)
    except Conflict:  # a colleague was quicker: what was wanted is so
        messages.info(request, _("“%(title)s” had been deleted already.") % {"title": kept.title})
    else:
        messages.success(request, _("Deleted: “%(title)s”.") % {"title": kept.title})
    return redirect("kept-texts")


def _find(member: Member, pk: int) -> KeptText:
    units = Whose.of(member).units
    kept = KeptText.objects.visible_to(member).select_related("unit", "by").filter(unit__in=units, pk=pk).first()
    if kept is None:
        raise NotFound()
    return kept


def _replaced(form: CheckForm, member: Member, what: dict[str, Any]) -> KeptText:
    """The kept text that the form names, with the page's text in its place."""
    seen = seen_in(form.cleaned_data["kept"], form.home, member)
    if seen is None:
        raise KeptElsewhere()
    return text_replace(kept=seen.kept, version=seen.version, **what)


def _row(one: KeptText, size: int, member: Member) -> Row:
    counts = one.tally
    tally = [(verdict, counts[verdict]) for verdict in WORST_FIRST if counts[verdict]]
    return Row(one, tally, size - one.ledger_size, may_replace(member, one))
