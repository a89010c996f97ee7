"""The form of volunteer teams."""

from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.volunteering.team.models import Team


class TeamForm(RecordForm):
    instance: Team

    class Meta(RecordForm.Meta):
        model = Team
        fields = ["change", *RecordForm.Meta.fields[:2], "number", "publisher", *RecordForm.Meta.fields[2:]]
        labels = {"title": _("name"), "happened": _("day")}
        help_texts = {
            "number": _("Teams; of a presentation, the representatives who took part."),
            "publisher": _("Who held the ceremony, where it was not the bureau."),
        }

    field_order = ("unit", "change", "title", "happened", "number", "publisher")
