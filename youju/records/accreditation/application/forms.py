"""The forms of an application: making it, and what its moves ask."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.units import UnitKind
from youju.records.accreditation.application.campaigns import Campaign, open_campaigns
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.checklist.words import level_names, title_of
from youju.records.forms.case_forms import MoveForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.record_form import DateInput
from youju.records.rights import units_to_decide_for, units_to_record_for, works_for

_LABELS = {
    "unit": _("unit that applies"),
    "happened": _("applied on"),
    "owner": _("assesses for the unit"),
    "title": _("title of the application"),
}

_NONE_OPEN = _("No campaign takes applications of the unit on this day. The bureau opens them.")


class ApplicationForm(OpenForm):
    instance: Application

    MORE: ClassVar[tuple[str, ...]] = ("title", "carries", "note")
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {"campaign": ("happened",)}

    campaign = forms.ModelChoiceField(label=_("accreditation campaign"), queryset=Campaign.objects.none())

    class Meta(OpenForm.Meta):
        model = Application
        fields = ["unit", "campaign", "happened", "owner", "title", "carries", "note"]
        labels = _LABELS
        help_texts = {
            "title": _("Left empty, it is made of unit, level and title."),
            "carries": _("By the number of the criterion. Each is looked at again before it counts."),
        }
        widgets = {"happened": DateInput(), "note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "accreditation")
        self.offer_units(units)
        self.initial.setdefault("happened", clock.today())
        let_choose(self, "campaign", self._campaigns(), none=_NONE_OPEN)
        open_ones = self._campaigns()[:2]
        if len(open_ones) == 1:
            self.initial.setdefault("campaign", open_ones[0].pk)
        self.fields["title"].required = False
        if self.instance.pk is None:
            self.initial.setdefault("owner", self.actor.pk)
            if self.actor.unit and self.actor.unit.kind == UnitKind.SCHOOL:
                self.initial.setdefault("unit", self.actor.unit_id)
        only = units[:2] if len(units[:2]) == 1 else ()
        self.offer_owners(only[0].pk if only else None)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        unit, campaign, owner = (values.get(name) for name in ("unit", "campaign", "owner"))
        if unit and owner and not works_for(owner, unit.pk):
            self.add_error("owner", _("%(name)s neither works in this unit nor reaches it.") % {"name": owner})
        if campaign and self.instance.pk is None and campaign.until < clock.today():
            self.add_error("campaign", _("This campaign took applications to %(day)s.") % {"day": campaign.until})
        if unit and campaign and (why := campaign.refuses(unit)):
            self.add_error("unit", why)
        if (day := values.get("happened")) and day > clock.today():
            self.add_error("happened", _("This day has not come yet."))
        if unit and campaign and not values.get("title"):
            title = {
                "unit": unit,
                "level": level_names().get(campaign.level, ""),
                "title": title_of(campaign.checklist),
            }
            values["title"] = str(_("%(unit)s applies: %(level)s, %(title)s") % title)[:120]
        return values

    def _campaigns(self) -> Any:
        """Those that took applications on its day; what the bureau enters itself, only for its officers."""
        found = open_campaigns(self.chosen("happened") or clock.today())
        if not units_to_decide_for(self.actor, "accreditation").exists():
            found = found.filter(by_bureau=False)
        if self.instance.pk is not None:
            found = found | Campaign.objects.filter(pk=self.instance.campaign_id).select_related("checklist")
        return found


class ApplicationMoveForm(MoveForm):
    instance: Application

    owner = None  # type: ignore[assignment]  # Django's way to leave a field out: it is handed over, not asked here

    class Meta(MoveForm.Meta):
        model = Application
        fields = ["posted_at", "document", "issuer", "granted_on", "valid_until"]
        widgets = {"granted_on": DateInput(), "valid_until": DateInput()}
        help_texts = {
            "posted_at": _("As: notice board in the office building."),
            "document": _("As it stands on the decision, so that others find it."),
            "valid_until": _("The last day on which it is in force; empty where none is set."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"posted_at", "document", "issuer", "granted_on"} & self.fields.keys():
            self.fields[name].required = True
        if "granted_on" in self.fields and self.initial.get("granted_on") is None:
            self.initial["granted_on"] = clock.today()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        granted, until = values.get("granted_on"), values.get("valid_until")
        if granted and not self.instance.happened <= granted <= clock.today():
            self.add_error("granted_on", _("Between the day of applying and today."))
        if granted and until and until < granted:
            self.add_error("valid_until", _("It cannot run out before it was granted."))
        return values
