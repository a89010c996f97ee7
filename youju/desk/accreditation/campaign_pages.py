"""Campaigns: the list, one with its board and its list under notice, calling one and writing it otherwise."""

from io import BytesIO
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from youju.desk.accreditation.application_of import campaign_of, keeper_of, reader_of
from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField, LineField
from youju.desk.workbooks import workbook_file
from youju.lib import clock
from youju.lib.sheets import Column, Scalar, write_rows
from youju.orgs.members import Member
from youju.records.accreditation.application.campaign_verbs import campaign_call, campaign_change
from youju.records.accreditation.application.campaigns import Campaign, Who
from youju.records.accreditation.application.holding_values import unrecorded
from youju.records.accreditation.application.marks import Sheet, sheets_of
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.accreditation.application.noticing import digest_of, list_unpublished
from youju.records.accreditation.checklist.models import Checklist
from youju.records.accreditation.checklist.verbs import may_keep
from youju.records.accreditation.checklist.words import level_names, title_of
from youju.records.campaign_lists import campaign_publish
from youju.records.forms.choosing import let_choose
from youju.records.notices.objecting import open_objections
from youju.records.notices.passing import is_upheld, latest_notice, passed
from youju.records.reading.access import visible_to


class Row(NamedTuple):
    """One application on a campaign's board."""

    case: Application
    sheet: Sheet


class CampaignForm(forms.Form):
    name = LineField(label=gettext_lazy("name"), max_length=80)
    checklist = forms.ModelChoiceField(label=gettext_lazy("checklist"), queryset=Checklist.objects.none())
    level = forms.ChoiceField(label=gettext_lazy("level"))
    begins = DayField(label=gettext_lazy("applications from"))
    until = DayField(label=gettext_lazy("self-assessments to"))
    who = forms.ChoiceField(label=gettext_lazy("who may apply"), choices=Who.choices)
    below = forms.BooleanField(
        label=gettext_lazy("only holders of the level below"), required=False,
        help_text=gettext_lazy("As: for the city level a unit has to hold the county level on the day it applies."),
    )  # fmt: skip
    by_bureau = forms.BooleanField(
        label=gettext_lazy("entered by the bureau only"), required=False,
        help_text=gettext_lazy("Units do not apply by themselves: officers of the bureau enter those it puts forward."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "checklist", Checklist.objects.exclude(criteria=None).distinct())
        self.fields["level"].choices = list(level_names().items())  # type: ignore[attr-defined]  # a ChoiceField


class PublishForm(forms.Form):
    where = LineField(label=gettext_lazy("where the notice is posted"), max_length=80)


@require_GET
def campaign_list(request: HttpRequest) -> HttpResponse:
    """All campaigns, the newest first."""
    member = reader_of(request)
    rows, names = list(Campaign.objects.select_related("checklist")), level_names()
    context = {
        "rows": [(each, names.get(each.level, ""), title_of(each.checklist)) for each in rows],
        "keeper": may_keep(member), "today": clock.today(),
    }  # fmt: skip
    return render(request, "desk/accreditation/campaigns.html", context)


@require_GET
def campaign_page(request: HttpRequest, code: str) -> HttpResponse:
    """One campaign: who takes part and how far, and the list under notice."""
    return _page(request, campaign_of(code), reader_of(request), PublishForm())


@require_POST
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Put all that is proposed on the list, and the list under notice. Raises as ``campaign_publish``."""
    campaign, member, form = campaign_of(code), reader_of(request), PublishForm(request.POST)
    if not form.is_valid():
        return _page(request, campaign, member, form)
    notice = campaign_publish(campaign=campaign, where=form.cleaned_data["where"], actor=member)
    messages.success(request, _("The list is under notice to the end of %s.") % f"{notice.end:%Y-%m-%d}")
    return redirect("campaign", code)


@require_GET
def board_file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The board as a workbook."""
    campaign, content = campaign_of(code), BytesIO()
    columns = [
        Column("unit", _("Unit"), width=22), Column("state", _("State"), width=12),
        Column("given", _("Assessed"), width=10, sort="whole"), Column("all", _("Criteria"), width=10, sort="whole"),
        Column("own", _("Own score"), width=10, sort="decimal"),
        Column("experts", _("Score of the experts"), width=10, sort="decimal"),
        Column("line", _("Points it takes"), width=10, sort="whole"),
    ]  # fmt: skip
    write_rows(content, [(campaign.name[:28], columns, map(_cells, _rows(campaign, reader_of(request))))])
    return workbook_file(content, f"{campaign.name}-{clock.today():%Y%m%d}")


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_new(request: HttpRequest) -> HttpResponse:
    """Call units to apply."""
    member = keeper_of(request)

    def act(values: Values) -> Done:
        campaign = campaign_call(values=values, actor=member)
        return Done(_("“%s” is called.") % campaign, reverse("campaign", args=[campaign.code]))

    told = [_("Units can apply from its first day on; its checklist is locked with the first application.")]
    form = CampaignForm(request.POST or None, initial={"begins": clock.today()})
    back = reverse("campaigns")
    return change_page(
        request, Change(_("New campaign"), form, act, lambda values: told, back, _("Campaigns"), _("Call it"))
    )


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write a campaign otherwise: prolong it, take a newer checklist for who applies from now on."""
    member, campaign = keeper_of(request), campaign_of(code)
    names = ("name", "checklist", "level", "begins", "until", "who", "below", "by_bureau")

    def act(values: Values) -> Done:
        campaign_change(campaign=campaign, values=values, actor=member)
        return Done(_("“%s” is changed.") % campaign, reverse("campaign", args=[code]))

    told = [_("Who has applied already keeps the checklist; a later last day holds for them too.")]
    form = CampaignForm(request.POST or None, initial={name: getattr(campaign, name) for name in names})
    back = reverse("campaign", args=[code])
    return change_page(
        request, Change(_("Change the campaign"), form, act, lambda values: told, back, campaign.name, _("Save"))
    )


def _page(request: HttpRequest, campaign: Campaign, member: Member, form: PublishForm) -> HttpResponse:
    rows = _rows(campaign, member)
    states = [row.case.state for row in rows]
    digest, notice, keeps = digest_of(campaign), latest_notice(campaign.list_ref), may_keep(member)
    context = {
        "campaign": campaign, "level": level_names().get(campaign.level, ""), "title": title_of(campaign.checklist),
        "rows": rows, "keeper": keeps, "form": form, "notice": notice,
        "objections": open_objections(notice).count() if notice and keeps else 0,
        "upheld": keeps and is_upheld(campaign.list_ref, digest),
        "unrecorded": len(unrecorded(campaign)) if keeps and ApplicationState.GRANTED in states else 0,
        "may_grant": keeps and ApplicationState.NOTICE in states and passed(campaign.list_ref, digest),
        "counts": [(state.label, states.count(state)) for state in ApplicationState if state in states],
        "proposed": states.count(ApplicationState.PROPOSED), "open": campaign.takes(clock.today()),
        "may_publish": ApplicationState.PROPOSED in states or form.is_bound or list_unpublished(campaign),
    }  # fmt: skip
    return render(request, "desk/accreditation/campaign.html", context, status=422 if form.errors else 200)


def _rows(campaign: Campaign, member: Member) -> list[Row]:
    """The applications that the member may read, by their units."""
    cases = visible_to(member, Application).filter(campaign=campaign).select_related("checklist")
    found = list(cases.order_by("unit__code", "pk"))
    sheets = sheets_of({case.pk: case.checklist for case in found})
    return [Row(case, sheets[case.pk]) for case in found]


def _cells(row: Row) -> list[Scalar]:
    own, experts = row.sheet.own_score().total, row.sheet.expert_score().total
    graded = experts if row.sheet.graded else None
    scores = [None if each is None else float(each) for each in (own, graded)]
    return [
        str(row.case.unit), row.case.state_label, row.sheet.given, len(row.sheet.lines), *scores, row.case.line
    ]  # fmt: skip
