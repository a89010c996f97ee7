"""The form of /ask: what somebody wants, of whom, and how they can be reached if they like."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.periods import yyyymm
from youju.lib.text import visible
from youju.orgs.tree import standing
from youju.orgs.units import Unit, UnitKind
from youju.portal.open_form import OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.errors import NothingAccused
from youju.records.inquiries.topic.models import Topic

FILES = 3

_SORTS = (
    (InquirySort.QUESTION, _("a question: I want to know something")),
    (InquirySort.SUGGESTION, _("a suggestion: something could be better")),
    (InquirySort.APPEAL, _("an appeal: something concerns me and should be settled")),
    (InquirySort.ACCUSATION, _("an accusation: somebody does what is not allowed")),
    (InquirySort.DISCLOSURE, _("a request for information that was not published")),
)


class AskForm(OpenForm):
    AUTO_ID = "ask-%s"
    MISSING: ClassVar = {"sort": _("Choose what it is."), "text": _("Write what you want to say.")}
    sort = forms.ChoiceField(label=_("What is it?"), choices=_SORTS, widget=forms.RadioSelect)
    about_unit = forms.ModelChoiceField(
        label=_("Which school or office is it about?"), queryset=Unit.objects.none(), required=False,
        empty_label=_("none in particular"),
        help_text=_("An accusation is kept from everybody of the unit that is chosen here."),
    )  # fmt: skip
    topic = forms.ModelChoiceField(
        label=_("What is it about?"),
        queryset=Topic.objects.none(),
        required=False,
        empty_label=_("I do not know which"),
    )
    text = forms.CharField(
        label=_("What do you want to say?"), max_length=4000, widget=forms.Textarea({"rows": 8}),
        help_text=_("Leave out names, telephone and identity numbers: there is a place for yours below."),
    )  # fmt: skip
    asker_name = forms.CharField(
        label=_("Your name"), required=False, max_length=40,
        help_text=_("May stay empty. It is kept apart, and no school learns it."),
    )  # fmt: skip
    asker_phone = forms.CharField(
        label=_("Your telephone"), required=False, max_length=40,
        help_text=_("May stay empty. Only to ask you back."),
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self._offer("about_unit", _units())
        self._offer("topic", Topic.objects.in_force(clock.today()))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("sort") == InquirySort.ACCUSATION and not values.get("about_unit") and "about_unit" in values:
            self.add_error("about_unit", str(NothingAccused()))
        return values

    @property
    def sort_label(self) -> str:
        return str(dict(_SORTS).get(self.cleaned_data["sort"], ""))

    def values(self) -> dict[str, Any]:
        """What ``inquiry_ask`` takes of it."""
        asker = AskerValues(visible(self.cleaned_data["asker_name"]), visible(self.cleaned_data["asker_phone"]))
        return {name: self.cleaned_data[name] for name in ("sort", "text", "topic", "about_unit")} | {"asker": asker}

    def _offer(self, name: str, rows: "QuerySet[Any]") -> None:
        let_choose(self, name, rows)


def _units() -> "QuerySet[Unit]":
    """Schools, towns, offices and the bureau itself, as they stand today."""
    today = standing(yyyymm(clock.today()))
    kinds = (UnitKind.COUNTY, UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL)
    return Unit.objects.filter(code__in=today, kind__in=kinds).order_by("kind", "code")
