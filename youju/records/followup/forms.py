"""The forms of a follow-up: raising it, and what its moves ask."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.followup.models import Followup
from youju.records.forms.case_forms import MoveForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.record_form import DateInput
from youju.records.rights import units_to_decide_for, works_for


class FollowupForm(OpenForm):
    class Meta(OpenForm.Meta):
        model = Followup
        fields = ["unit", "title", "note", "owner", "happened", "due_on"]
        labels = {
            "title": _("what has to be done"),
            "note": _("what was found"),
            "happened": _("raised on"),
            "due_on": _("to be done by"),
        }
        widgets = {"happened": DateInput(), "due_on": DateInput(), "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units_to_decide_for(self.actor, self.section))
        today = clock.today()
        self.initial.setdefault("happened", today)
        self.initial.setdefault("due_on", today + timedelta(days=setting("follow_up_days")))
        self.fields["due_on"].required = True
        if self.source is not None:
            self.initial.setdefault("unit", self.source.settles().pk)
            if self.initial["unit"] == self.source.unit_id:
                self.initial.setdefault("owner", self.source.author_id)
        self.offer_owners()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        raised, due, unit, owner = (values.get(name) for name in ("happened", "due_on", "unit", "owner"))
        if raised and raised > clock.today():
            self.add_error("happened", _("This day has not come yet."))
        if raised and due and due < raised:
            self.add_error("due_on", _("It cannot be due before it was raised."))
        if unit and owner and not works_for(owner, unit.pk):
            self.add_error("owner", _("%(name)s neither works in this unit nor reaches it.") % {"name": owner})
        values["source"] = self.source or self.instance.source
        return values


class FollowupMoveForm(MoveForm):
    class Meta(MoveForm.Meta):
        model = Followup
        fields = ["owner", "due_on", "done_on", "outcome"]
        widgets = {"due_on": DateInput(), "done_on": DateInput(), "outcome": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & {"due_on", "done_on", "outcome"}:
            self.fields[name].required = True
        if "done_on" in self.fields and self.initial.get("done_on") is None:
            self.initial["done_on"] = clock.today()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if (done := values.get("done_on")) and not self.instance.happened <= done <= clock.today():
            self.add_error("done_on", _("Between the day it was raised and today."))
        if (due := values.get("due_on")) and due < self.instance.happened:
            self.add_error("due_on", _("It cannot be due before it was raised."))
        return values
