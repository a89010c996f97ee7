"""What the bureau remembers of claims: every phrase bound by hand, with who and when, and the way to take it back."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.claims.lexicon.measure_words import words_of
from youju.claims.memory.remembered import Remembered, binding_forget
from youju.desk.pages import filtered_list
from youju.desk.scope import bureau_for, member_of
from youju.errors import Conflict, NotFound
from youju.indicators import catalogue
from youju.lib.naturals import natural
from youju.orgs.members import Member, Role
from youju.orgs.units import Unit
from youju.records.rights import reached_units

STANDING, TAKEN_BACK = "standing", "taken-back"


class Row(NamedTuple):
    """One binding. words: the measure words it holds for; linked: whether its figure has a page."""

    remembered: Remembered
    words: str
    linked: bool


class FilterForm(forms.Form):
    """What the list can be narrowed by."""

    text = forms.CharField(label=gettext_lazy("words of the phrase or the figure"), required=False, max_length=60)
    state = forms.ChoiceField(
        label=gettext_lazy("state"),
        required=False,
        choices=((STANDING, gettext_lazy("in force")), (TAKEN_BACK, gettext_lazy("taken back"))),
    )

    def narrow(self, rows: QuerySet[Remembered]) -> QuerySet[Remembered]:
        """The rows that match; none where a filter is wrong. Those in force unless the others are asked for."""
        if not self.is_valid():
            return rows.none()
        text = self.cleaned_data["text"]
        found = rows.filter(Q(subject__icontains=text) | Q(name__icontains=text))
        return found.filter(taken_back_at__isnull=self.cleaned_data["state"] != TAKEN_BACK)


@require_http_methods(["GET", "HEAD", "POST"])
def bindings_page(request: HttpRequest) -> HttpResponse:
    """The list, newest first. By POST, ``forget`` names the binding to take back. Raises NotFound, NotAllowed."""
    member = member_of(request)
    home = bureau_for(member)
    if request.method == "POST":
        _take_back(request, home, member)
        return redirect(request.get_full_path())
    filters = FilterForm(request.GET)
    rows = Remembered.objects.filter(unit=home).select_related("by", "taken_back_by")
    shown = filtered_list(request, filters, filters.narrow(rows))
    context: dict[str, Any] = shown | {
        "name": _("Bound by hand"),
        "rows": [_row(one) for one in shown["page"].object_list],
        "may_take_back": home.pk in reached_units(member, Role.OFFICER),
    }
    return render(request, "desk/check/bindings.html", context)


def _take_back(request: HttpRequest, home: Unit, member: Member) -> None:
    remembered = Remembered.objects.filter(unit=home, pk=natural(request.POST.get("forget", "")) or 0).first()
    if remembered is None:
        raise NotFound()
    try:
        binding_forget(remembered=remembered, actor=member)
    except Conflict:  # a colleague was quicker: what was wanted is so
        messages.info(request, _("“%(name)s” had been taken back already.") % {"name": remembered.name})
        return
    messages.success(request, _("Taken back: “%(name)s”.") % {"name": remembered.name})


def _row(one: Remembered) -> Row:
    sorts = {"percent": _("percentage"), "rank": _("place in a ranking")}
    return Row(one, sorts.get(one.word) or words_of(one.word), one.target in catalogue.indicators())
