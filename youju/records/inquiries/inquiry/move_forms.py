"""What the moves of an inquiry ask."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.orgs.members import Member
from youju.orgs.tree import home_unit
from youju.orgs.units import Unit, UnitKind
from youju.records.forms.case_forms import MoveForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.form_fields import DayField
from youju.records.forms.proof import check_proof, proof_field, proof_label
from youju.records.forms.record_form import DateInput
from youju.records.forms.unit_field import UnitField
from youju.records.heads.attachments import Attachment
from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.inquiry.answers import Drafted, Publish, Signing
from youju.records.inquiries.inquiry.circles import HANDLES_ACCUSATIONS, accusation_handlers, inner_readers
from youju.records.inquiries.inquiry.errors import (
    AccusedHandles,
    AskerNamed,
    SubjectNamesAsker,
)
from youju.records.inquiries.inquiry.forms import HELPS, LABELS, WIDGETS, check_subject, check_written
from youju.records.inquiries.inquiry.lacking import lacking
from youju.records.inquiries.inquiry.models import Answer, Inquiry
from youju.records.inquiries.inquiry.numbers_field import NumbersField, open_inquiries
from youju.records.inquiries.inquiry.personal import asker_pieces, names_asker
from youju.records.inquiries.inquiry.wordings import begun_with, wordings_for
from youju.records.inquiries.wording.models import Wording
from youju.records.rights import units_to_decide_for, works_for

_AREA = {"rows": 8}
_SHOWN = 40


class InquiryMoveForm(MoveForm):
    instance: Inquiry

    DRAWN: ClassVar[dict[str, str]] = {"wording": "inquiry/wording_field.html"}

    sort = forms.ChoiceField(label=_("sort of inquiry"), choices=InquirySort.choices)
    about_unit = UnitField(label=_("unit it is about"), required=False)
    merged_into = NumbersField(label=_("number of the inquiry it is merged with"), one=True)
    linked = NumbersField(label=_("numbers of related inquiries"), required=False)
    passed_files = forms.ModelMultipleChoiceField(
        label=_("files for the unit"),
        queryset=Attachment.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A school or town sees only what is ticked. Look first whether a file tells who asked."),
    )
    supplement = forms.CharField(label=_("what the asker adds"), max_length=2000, widget=forms.Textarea({"rows": 4}))
    update = forms.CharField(label=_("what the asker is told"), max_length=2000, widget=forms.Textarea({"rows": 4}))
    told_how = forms.CharField(label=_("how the asker was told"), max_length=120)
    wording = forms.ModelChoiceField(
        label=_("wording to begin with"), queryset=Wording.objects.none(), required=False, empty_label="—"
    )
    draft = forms.CharField(label=_("answer"), max_length=4000, widget=forms.Textarea(_AREA))
    basis = forms.CharField(label=_("by which rule or document"), max_length=200, required=False)
    promised_on = DayField(label=_("done by"), required=False, widget=DateInput())
    public = forms.ChoiceField(label=_("made public"), choices=Publish.choices)
    redacted = forms.CharField(
        label=_("as the public may read it"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4})
    )
    signing = forms.TypedChoiceField(label=_("version"), coerce=int)
    proof = proof_field()

    field_order = (
        "signing",
        "proof",
        "unit",
        "owner",
        "passed_text",
        "passed_files",
        "wording",
        "draft",
        "basis",
        "promised_on",
        "public",
        "redacted",
        "merged_into",
        "linked",
        "supplement",
        "update",
        "told_how",
    )

    class Meta(MoveForm.Meta):
        model = Inquiry
        fields = [
            "channel", "sort", "title", "text", "topic", "about_unit", "happened", "received_time", "visitors",
            "foreign_number", "unit", "owner", "passed_text", "passed_to", "extra",
        ]  # fmt: skip
        labels, help_texts, widgets = LABELS, HELPS, WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed_initial = frozenset(kwargs.get("initial") or ())
        for name in self.fields.keys() & {"merged_into", "linked"}:
            self.fields[name].offer(open_inquiries(self.actor).exclude(pk=self.instance.pk))  # type: ignore[attr-defined]  # NumbersField
        for name in self.fields.keys() & {"passed_to", "extra"}:
            self.fields[name].required = True
        if "unit" in self.fields:
            self._offer_handlers()
        if "draft" in self.fields:
            self._offer_draft()
        if "signing" in self.fields:
            self._offer_versions()
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        for field, check in (("text", _check_corrected), ("unit", _check_handler), ("draft", _check_draft)):
            if field in self.fields and not self.errors:
                check(self, values)
        if "draft" in values and not self.errors:
            names = ("draft", "basis", "public", "redacted", "promised_on")
            text, basis, public, redacted, promised_on = (values.pop(name) for name in names)
            wording = values.pop("wording", None)
            values["draft"] = Drafted(text, basis, public, redacted, promised_on, self.actor, wording)
        if "signing" in self.fields and not self.errors:
            check_proof(self, values.pop("proof"))
            values["signing"] = Signing(values["signing"], self.actor)
        return values

    def _offer_handlers(self) -> None:
        units = units_to_decide_for(self.actor, self.instance.section)
        if self.instance.inner:
            units = Unit.objects.filter(pk=home_unit().pk)
        elif self.instance.is_accusation:
            units = units.filter(kind__in=HANDLES_ACCUSATIONS)
        let_choose(self, "unit", units.exclude(kind=UnitKind.PRACTICE))
        self.offer_owners()
        if self.instance.inner:
            readers = Member.objects.filter(pk__in=[each.pk for each in inner_readers(self.instance)])
            let_choose(self, "owner", readers.select_related("unit"))
        elif self.instance.is_accusation:
            let_choose(self, "owner", accusation_handlers(self.instance).select_related("unit"))
        files = Attachment.objects.filter(record_ref=self.instance.ref)
        let_choose(self, "passed_files", files)
        self.initial["passed_files"] = list(self.instance.passed_files.all()) if self.instance.pk else []
        if not files.exists():
            del self.fields["passed_files"]

    def _offer_draft(self) -> None:
        """Begin with the member's own last version, never with a colleague's; or with a wording that was picked."""
        own = self.instance.answers.filter(drafter=self.actor, sent_on=None).order_by("-version").first()
        if own is not None:
            kept = {"draft": own.text} | {name: getattr(own, name) for name in ("basis", "public", "redacted")}
            self.initial = kept | {"promised_on": own.promised_on, "wording": own.wording_id} | dict(self.initial)
        self.fields["promised_on"].help_text = _("Where the answer promises something: a follow-up comes back on it.")
        self.fields["redacted"].help_text = _("Only where it differs from the answer: without what tells who asked.")
        self._offer_wordings()

    def _offer_wordings(self) -> None:
        fitting = wordings_for(self.instance)
        if not fitting:
            del self.fields["wording"]
            return
        field = self.fields["wording"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Wording.objects.filter(pk__in=[each.pk for each in fitting])
        field.choices = [("", "—"), *((each.pk, each.name) for each in fitting)]
        picked = next((each for each in fitting if str(each.pk) == str(self.initial.get("wording"))), None)
        if picked is not None and "draft" in self.typed_initial:
            self.initial["draft"] = begun_with(self.instance, picked, str(self.initial["draft"] or ""))
            self.initial["basis"] = self.initial.get("basis") or picked.basis

    def _offer_versions(self) -> None:
        open_ones = self.instance.answers.filter(sent_on=None).select_related("drafter").order_by("-version")
        self.fields["signing"].choices = [(each.version, _told(each)) for each in open_ones]  # type: ignore[attr-defined]  # a choice
        self.fields["proof"].label = proof_label(self.actor)


def _told(answer: Answer) -> str:
    said = {"version": answer.version, "who": answer.drafter, "at": f"{localtime(answer.written_at):%Y-%m-%d %H:%M}"}
    text = Truncator(re.sub(r"\s+", " ", answer.text)).chars(_SHOWN)
    return f"{_text('version %(version)s, %(who)s, %(at)s') % said}：{text}"


def _check_corrected(form: InquiryMoveForm, values: dict[str, Any]) -> None:
    check_written(form, values)
    check_subject(form, values, asker_pieces(form.instance))


def _check_handler(form: InquiryMoveForm, values: dict[str, Any]) -> None:
    """Who handles it works for the unit; a unit without right to the asker gets a text that does not tell who asked."""
    unit, owner, inquiry = values["unit"], values["owner"], form.instance
    if not (inquiry.inner or works_for(owner, unit.pk)):
        form.add_error("owner", _("%(name)s neither works in this unit nor reaches it.") % {"name": owner})
    if unit.kind in HANDLES_ACCUSATIONS:
        return
    if inquiry.is_accusation:
        form.add_error("unit", str(AccusedHandles(unit=unit)))
    elif found := names_asker(inquiry, values.get("passed_text") or inquiry.text):
        form.add_error("passed_text", str(AskerNamed(found=found)))
    elif found := names_asker(inquiry, inquiry.title):
        form.add_error(None, str(SubjectNamesAsker(found=found)))


def _check_draft(form: InquiryMoveForm, values: dict[str, Any]) -> None:
    for missing in lacking(values["draft"], values.get("redacted") or "", values.get("promised_on")):
        form.add_error("draft", str(missing))
