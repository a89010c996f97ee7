"""The forms of a selection: the call, and what its moves ask. Quotas left empty are worked out."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.proof import PROOF, check_proof, proof_field, proof_label
from youju.records.forms.record_form import DateInput
from youju.records.forms.rows.field import RowsField
from youju.records.honours.round.allotting import allot
from youju.records.honours.round.bases import bases
from youju.records.honours.round.choosing import ranked
from youju.records.honours.round.models import Criterion, Quota, Round
from youju.records.rights import units_to_decide_for

_LABELS = {
    "unit": _("unit that holds the selection"),
    "title": _("name of the selection"),
    "award": _("title given"),
    "happened": _("day of the call"),
    "due_on": _("nominations to"),
    "note": _("what is asked of nominees"),
}
_HELPS = {
    "award": _("From the register of titles; what is missing is added there first."),
    "nominees": _("Shared out over the schools by what is chosen below, unless quotas are typed."),
    "by_town": _("A school's nomination goes to its town first, which passes it on or sends it back."),
    "posted_at": _("As: website of the bureau, notice board of each school."),
    "contact": _("Telephone or room where objections are taken."),
    "names_basis": _(
        "Pupils stand there by name where their consent is on file. Otherwise their names are masked, unless a rule "
        "that allows naming them is written here."
    ),
    "document": _("As it stands on the paper."),
    "recommended_to": _("As: education bureau of the city."),
}
_WIDGETS = {
    "happened": DateInput(), "due_on": DateInput(), "decided_on": DateInput(), "note": forms.Textarea({"rows": 4}),
}  # fmt: skip
_CALL = ["title", "award", "happened", "due_on", "most", "nominees", "quota_by", "by_town", "occasion", "note"]


def _criteria() -> RowsField:
    return RowsField(
        Criterion, label=_("scored items"), row=_("scored item"),
        help_text=_("What the panel scores, each with its points. Empty: one criterion of 100 points."),
    )  # fmt: skip


def _quotas() -> RowsField:
    return RowsField(
        Quota, label=_("quotas"), row=_("quota of a unit"),
        help_text=_("Empty: worked out by the largest remainders. They can be changed afterwards."),
    )  # fmt: skip


class RoundForm(OpenForm):
    instance: Round

    MORE: ClassVar[tuple[str, ...]] = ("by_town", "occasion", "note", "criteria", "quotas")

    owner = None  # type: ignore[assignment]  # the officers of the unit go on with it
    criteria, quotas = _criteria(), _quotas()

    class Meta(OpenForm.Meta):
        model = Round
        fields = ["unit", *_CALL]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_decide_for(self.actor, self.section or "honours")
        self.offer_units(units)
        self.fields["due_on"].required = True
        self.initial.setdefault("unit", self.actor.unit_id)
        self.initial.setdefault("happened", clock.today())
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        _fill(self, values, values.get("unit"))
        return values


class RoundMoveForm(MoveForm):
    instance: Round

    owner = None  # type: ignore[assignment]  # as in the form above
    criteria, quotas = _criteria(), _quotas()
    picks = forms.MultipleChoiceField(label=_("on the list"), widget=forms.CheckboxSelectMultiple, required=False)
    proof = proof_field()

    class Meta(MoveForm.Meta):
        model = Round
        fields = [*_CALL, "posted_at", "contact", "names_basis", "document", "decided_on", "recommended_to"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"due_on", "posted_at", "contact", "document", "decided_on", "recommended_to"} & self.fields.keys():
            self.fields[name].required = True
        if "decided_on" in self.fields:
            self.initial["decided_on"] = self.instance.decided_on or clock.today()
        if "picks" in self.fields:
            self._offer_picks()
        if PROOF in self.fields:
            self.fields[PROOF].label = proof_label(self.actor)
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        _fill(self, values, self.instance.unit)
        if values.get("quotas"):
            _work_out_anew(self.instance, values)
        if PROOF in self.fields and not self.errors:
            check_proof(self, values.pop(PROOF))
        return values

    def _offer_picks(self) -> None:
        """The accepted nominations by rank; at first as many of the best as there are titles to give."""
        found = ranked(self.instance)
        field: Any = self.fields["picks"]
        field.choices = [(nomination.ref, nomination.with_points()) for nomination in found]
        field.help_text = _("At most %(most)d.") % {"most": self.instance.most}
        there = [row.ref for row in self.instance.listed]
        self.initial["picks"] = there or [nomination.ref for nomination in found[: self.instance.most]]


def _check(form: CaseForm, values: dict[str, Any]) -> None:
    """Note days in the wrong order, and fewer places than titles."""
    day, until = values.get("happened"), values.get("due_on")
    if day and until and until < day:
        form.add_error("due_on", _("Not before the day of the call."))
    for name in ("most", "nominees"):
        if values.get(name) == 0:
            form.add_error(name, _("At least one."))
    if (values.get("nominees") or 0) < (values.get("most") or 0):
        form.add_error("nominees", _("Not fewer than the titles that are given."))


def _fill(form: CaseForm, values: dict[str, Any], unit: Any) -> None:
    """Work out what was left empty: one criterion, and the quotas by what the call says."""
    if "criteria" in form.fields and not values.get("criteria") and "criteria" not in form.errors:
        values["criteria"] = [{"text": str(_("Overall")), "points": 100}]
    wanted = {"nominees", "quota_by", "happened"}
    if "quotas" in form.fields and not values.get("quotas") and unit and wanted <= values.keys() and not form.errors:
        found = bases(values["quota_by"], unit, values["happened"])
        if not found:
            form.add_error("quota_by", _("Nothing is on record to go by. Choose another, or type the quotas."))
            return
        by_code = allot(values["nominees"], {school.code: count for school, count in found.items()})
        values["quotas"] = [
            {"unit": school, "base": count, "places": by_code[school.code]}
            for school, count in found.items()
            if by_code[school.code]
        ]


def _work_out_anew(round: Round, values: dict[str, Any]) -> None:
    """Give a row whose unit was changed what its new unit has, where it still bears what the former one had."""
    before = {quota.unit: quota.base for quota in round.quotas.select_related("unit")}
    left_behind = [
        row
        for row in values["quotas"]
        if row["base"] and row["base"] in before.values() and before.get(row["unit"]) != row["base"]
    ]
    by, day = values.get("quota_by") or round.quota_by, values.get("happened") or round.happened
    counted = bases(by, round.unit, day) if left_behind else {}
    for row in left_behind:
        row["base"] = before.get(row["unit"]) or counted.get(row["unit"], 0)
