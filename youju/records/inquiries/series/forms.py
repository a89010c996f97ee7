"""The form of a series of meetings."""

from django.utils.translation import gettext_lazy as _

from youju.records.forms.register_forms import RegisterForm
from youju.records.inquiries.series.models import Series


class SeriesForm(RegisterForm):
    class Meta(RegisterForm.Meta):
        model = Series
        fields = ["name", "rhythm", "takes_part", "other_names", "since"]
        help_texts = RegisterForm.Meta.help_texts | {
            "rhythm": _("As a reminder; what has to be held by when stands in a plan."),
        }
