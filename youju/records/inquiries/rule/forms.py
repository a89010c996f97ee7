"""The form of a time limit for answers."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from youju.records.forms.register_forms import RegisterForm
from youju.records.inquiries.rule.models import AnswerRule


class RuleForm(RegisterForm):
    class Meta(RegisterForm.Meta):
        model = AnswerRule
        fields = [
            "name", "channel", "sort", "days", "day_type", "extension", "decline_days", "settle_days", "settle_type",
            "update_days", "review_days", "source", "other_names", "since",
        ]  # fmt: skip
        help_texts = RegisterForm.Meta.help_texts | {
            "channel": _("Empty: whichever way it came."),
            "sort": _("Empty: whatever it is. A limit for a sort goes before one for a channel."),
            "extension": _("Once, by somebody else than who is in charge; on the last of the limits. 0: none."),
            "decline_days": _("So long it can be passed on as not ours. 0: no limit."),
            "settle_days": _("From acceptance. 0: the first answer settles it."),
            "update_days": _("While it is not settled the asker hears again within so many days. 0: no such limit."),
            "review_days": _("To ask for a review, and again to answer it. 0: there is none."),
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("days") == 0:
            self.add_error("days", _("At least one day."))
        return values
