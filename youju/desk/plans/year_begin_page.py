"""New year: what next year's plan would take over, then the drafts."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.plans.foretold import copied_lines
from youju.desk.scope import member_of, named_year
from youju.errors import NotAllowed
from youju.plans.access import sections_to_draft
from youju.plans.new_year import year_begin, year_copied


@require_http_methods(["GET", "HEAD", "POST"])
def new_year(request: HttpRequest) -> HttpResponse:
    """Draft the year after ``?year=`` from it."""
    member, year = member_of(request), named_year(request)
    sections = sections_to_draft(member)
    if not sections:
        raise NotAllowed()

    def act(_values: Values) -> Done:
        drafts = year_begin(year=year, sections=sections, actor=member)
        sentence = ngettext("%d item is drafted.", "%d items are drafted.", len(drafts)) % len(drafts)
        return Done(sentence, f"{reverse('plan')}?year={year + 1}")

    def foretell(_values: Values) -> list[str]:
        return copied_lines(year_copied(year, sections))

    form = forms.Form()
    heading = _("Plan of %(next)d from that of %(year)d") % {"next": year + 1, "year": year}
    back = f"{reverse('plan')}?year={year}"
    note = _("Items in force become drafts; days move with the calendar, closed units stay closed.")
    return change_page(request, Change(heading, form, act, foretell, back, _("Plan"), _("Draft them"), note))
