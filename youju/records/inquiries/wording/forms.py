"""The form of a wording of answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.register_forms import RegisterForm
from youju.records.inquiries.topic.models import Topic
from youju.records.inquiries.wording.models import Wording


class WordingForm(RegisterForm):
    topic = forms.ModelChoiceField(
        label=_("topic"),
        queryset=Topic.objects.standing(),
        required=False,
        empty_label=_("any"),
        help_text=_("Empty: whatever it is about."),
    )

    class Meta(RegisterForm.Meta):
        model = Wording
        fields = ["name", "topic", "sort", "text", "basis", "other_names", "since"]
        widgets = RegisterForm.Meta.widgets | {"text": forms.Textarea({"rows": 8})}
        help_texts = RegisterForm.Meta.help_texts | {
            "name": _("By which a colleague finds it, as: fees of after-school care."),
            "sort": _("Empty: whatever it is."),
            "text": _(
                "What differs each time stands in braces. "
                "{编号} {事项} {收到日期} {承办单位} {今天} fill themselves in; "
                "any other, as {收费标准}, whoever answers writes by hand."
            ),
        }
