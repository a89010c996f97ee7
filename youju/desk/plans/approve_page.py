"""Approving drafts: what they make is looked at before, then somebody who did not draft them puts them into force."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.plans.foretold import approval_lines
from youju.desk.scope import BUREAU, member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member
from youju.plans.access import items_for, may_approve
from youju.plans.item_verbs import items_approve
from youju.plans.items import ItemState, PlanItem


class ApproveForm(forms.Form):
    items = forms.MultipleChoiceField(label=gettext_lazy("plan items"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any, drafts: list[PlanItem], chosen: list[str]) -> None:
        super().__init__(data, initial={"items": chosen or [item.ref for item in drafts]})
        choices = [(item.ref, f"{item.year} {item.title}") for item in drafts]
        self.fields["items"].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest) -> HttpResponse:
    """The drafts that the member may approve; those that ``?item=`` names are ticked."""
    member = member_of(request)
    if not member.has_role(*BUREAU):
        raise NotAllowed()
    drafts = drafts_for(member)

    def chosen(values: Values) -> list[PlanItem]:
        return [item for item in drafts if item.ref in values["items"]]

    def act(values: Values) -> Done:
        items = chosen(values)
        count = items_approve(items=items, actor=member)
        sentence = ngettext("%d item is in force.", "%d items are in force.", len(items)) % len(items)
        made = ngettext("%d due was made or changed.", "%d dues were made or changed.", count) % count
        return Done(f"{sentence} {made}", f"{reverse('plan')}?year={items[0].year if items else ''}")

    def foretell(values: Values) -> list[str]:
        return approval_lines(chosen(values))

    form = ApproveForm(request.POST or None, drafts, request.GET.getlist("item"))
    change = Change(
        _("Approve plan items"), form, act, foretell, reverse("plan"), _("Plan"), _("Approve"),
        note="" if drafts else _("Nothing waits for you: what you drafted yourself is approved by somebody else."),
    )  # fmt: skip
    return change_page(request, change)


def drafts_for(member: Member) -> list[PlanItem]:
    """The drafts that a member may approve."""
    drafts = items_for(member).filter(state=ItemState.DRAFT).exclude(author=member)
    return [item for item in drafts if may_approve(member, item.section)]
