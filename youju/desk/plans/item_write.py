"""Drafting an item, and drafting its change or its end: nothing is in force before somebody else approves it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.plans.foretold import approval_lines
from youju.desk.plans.item_form import ItemForm, new_code, typed
from youju.desk.scope import member_of, named_year
from youju.errors import NotAllowed
from youju.plans.access import get_item_for, sections_to_draft
from youju.plans.item_verbs import item_change, item_discard, item_draft, item_edit
from youju.plans.items import PlanItem
from youju.plans.library import offered

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


@ReadOrWrite
def item_new(request: HttpRequest) -> HttpResponse:
    """A draft: from the library (``?from=`` its code), or an own one (``?from=own``); without either, the choice."""
    member, year, source = member_of(request), named_year(request), request.GET.get("from", "")
    open_sections = sections_to_draft(member)
    if not open_sections:
        raise NotAllowed()
    ready = {code: values for code, values in offered().items() if values["section"] in open_sections}
    if source not in (*ready, "own"):
        there = set(PlanItem.objects.filter(year=year, state__in=("draft", "approved")).values_list("code", flat=True))
        choices = [(code, values["title"], code in there) for code, values in ready.items()]
        return render(request, "desk/plans/item_choose.html", {"year": year, "choices": choices})
    values = ready.get(source, {})
    form = ItemForm(
        request.POST or None, initial=typed(values) if values else {}, actor=member, year=year,
        code=values.get("code", "") or new_code(),
    )  # fmt: skip

    def act(_values: Values) -> Done:
        return _drafted(item_draft(values=form.content(), actor=member))

    return _page(request, _("New plan item of %d") % year, form, act, f"{reverse('plan')}?year={year}")


@ReadOrWrite
def item_edit_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a draft anew."""
    return _rewritten(request, ref, _("Edit: %s"), item_edit)


@ReadOrWrite
def item_change_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Draft a change of an item in force."""
    return _rewritten(request, ref, _("Change: %s"), item_change)


def _rewritten(request: HttpRequest, ref: str, title: str, verb: Callable[..., PlanItem]) -> HttpResponse:
    """The form of an item as it stands, and what the verb makes of it. title: with a place for the item's name."""
    member = member_of(request)
    item = get_item_for(member, ref, need="draft")
    form = ItemForm(request.POST or None, initial=typed(item.fields), actor=member, year=item.year, code=item.code)

    def act(_values: Values) -> Done:
        return _drafted(verb(item=item, values=form.content(), actor=member))

    return _page(request, title % item, form, act, reverse("plan-item", args=[ref]))


@ReadOrWrite
def item_end_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Draft that an item is taken out of the plan."""
    member = member_of(request)
    item = get_item_for(member, ref, need="draft")

    def act(_values: Values) -> Done:
        return _drafted(item_change(item=item, values={}, actor=member, ends=True))

    def foretell(_values: Values) -> list[str]:
        return [
            _("A draft that takes “%s” out of the plan waits for somebody else's approval.") % item,
            _("Then what was posted of its dues is voided, and nothing more falls due."),
        ]

    back = reverse("plan-item", args=[ref])
    form = forms.Form()
    change = Change(_("Take out of the plan: %s") % item, form, act, foretell, back, str(item), _("Draft it"))
    return change_page(request, change)


@ReadOrWrite
def item_discard_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Delete a draft."""
    member = member_of(request)
    item = get_item_for(member, ref, need="draft")
    back = reverse("plan-item", args=[ref])

    def act(_values: Values) -> Done:
        item_discard(item=item, actor=member)
        return Done(_("The draft “%s” is gone.") % item.title, reverse("plan"))

    def foretell(_values: Values) -> list[str]:
        return [_("The draft “%s” is deleted. That there was one stays on record.") % item]

    form = forms.Form()
    return change_page(request, Change(_("Delete: %s") % item, form, act, foretell, back, str(item), _("Delete")))


def _page(request: HttpRequest, heading: str, form: ItemForm, act: Any, back: str) -> HttpResponse:
    def foretell(_values: Values) -> list[str]:
        values = form.content()
        item = PlanItem(ref="", **{name: value for name, value in values.items() if name != "code"}, code=form.code)
        return [_("It is a draft: somebody else approves it."), *approval_lines([item])]

    return change_page(request, Change(heading, form, act, foretell, back, _("Plan"), _("Keep the draft")))


def _drafted(item: PlanItem) -> Done:
    return Done(_("“%s” is drafted. Somebody else has to approve it.") % item, reverse("plan-item", args=[item.ref]))
