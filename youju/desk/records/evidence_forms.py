"""The forms by which files and links come to a record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.desk.records.uploads import CameraField, Chosen, ManyFilesField, TransfersField
from youju.evidence.models import Transfer
from youju.orgs.members import Member
from youju.records.heads.attachments import Grade
from youju.records.heads.evidence_roles import EvidenceRole


class FilesForm(forms.Form):
    """Files that come with a record: chosen from those there are, or taken with the phone's camera."""

    transfers = TransfersField(required=False)
    uploads = ManyFilesField(
        label=_("evidence"),
        required=False,
        help_text=_("Photos, scans, documents. Several at once are possible."),
    )
    camera = CameraField(label=_("Take a photo"), required=False)
    role = forms.ChoiceField(
        label=_("what it is"), required=False, choices=(("", _("photo or other, by the file")), *EvidenceRole.choices)
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["transfers"].member = member  # type: ignore[attr-defined]  # a TransfersField

    def arrived(self) -> list[Transfer]:
        """What came in pieces already, to be drawn again; taken off, it is not handed in."""
        field = self.fields["transfers"]
        assert isinstance(field, TransfersField)
        return field.found(self["transfers"].value())

    def chosen(self) -> list[Chosen]:
        """All files of a valid form: those that came in pieces, in their order, then those that came with it."""
        return [*self.cleaned_data["transfers"], *self.whole()]

    def whole(self) -> list[UploadedFile[Any]]:
        """Those that came with it."""
        return [*self.cleaned_data["uploads"], *self.cleaned_data["camera"]]


class EvidenceForm(FilesForm):
    """Files, or a link where the evidence lies with somebody else; and how strong it is."""

    uploads = ManyFilesField(label=_("files"), required=False)
    link = forms.URLField(
        label=_("or a link"), required=False, max_length=500, assume_scheme="https",
        help_text=_("To a page of others that shows it."),
    )  # fmt: skip
    grade = forms.ChoiceField(
        label=_("grade"), choices=Grade.choices[1:], initial=Grade.FILE,
        help_text=_("Above a file it is a proposal: whoever verifies the record looks and decides."),
    )  # fmt: skip
    note = forms.CharField(label=_("what it shows"), required=False, max_length=200)

    def clean(self) -> dict[str, object]:
        values = super().clean() or self.cleaned_data
        if not self.errors and not (
            values.get("transfers") or values.get("uploads") or values.get("camera") or values.get("link")
        ):
            raise forms.ValidationError(gettext("Choose a file, or give a link."))
        return values
