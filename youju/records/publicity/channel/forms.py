"""The form of a channel."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.register_field import offer_rows
from youju.records.forms.register_forms import RegisterForm
from youju.records.publicity.channel.models import Channel, with_below


class ChannelForm(RegisterForm):
    class Meta(RegisterForm.Meta):
        model = Channel
        fields = ["name", "parent", "rhythm", "rank", "other_names", "since"]
        help_texts = RegisterForm.Meta.help_texts | {
            "parent": _("Empty: it stands at the top and in the bar of the site."),
            "rhythm": _("The board of freshness warns before the website inspection would."),
            "rank": _("The least comes first."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, clock.today())

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        parent, every = values.get("parent"), Channel.objects.in_bulk()
        if parent and self.instance.pk in every and parent.pk in with_below(every[self.instance.pk], every.values()):
            self.add_error("parent", _("A channel cannot stand below itself."))
        return values
