"""The form of a signed comment: account, link, and the text word for word."""

from operator import attrgetter
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib.links import bare_link
from youju.records.forms.form_fields import LinkField
from youju.records.forms.record_form import RecordForm
from youju.records.forms.register_field import RegisterField
from youju.records.inquiries.public_comment.errors import NotRegistered
from youju.records.inquiries.public_comment.models import PublicComment
from youju.records.inquiries.public_comment.reported_comments import reported
from youju.records.publicity.outlet.models import Outlet


class PublicCommentForm(RecordForm):
    instance: PublicComment

    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {"outlet": ("happened",)}
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until",)

    outlet = RegisterField(
        Outlet.objects.all(),
        suits=attrgetter("official"),
        label=_("registered account"),
        help_text=_("One of our own registered accounts. What is missing is added to the register of outlets."),
    )
    link = LinkField(label=_("link to the comment"), help_text=_("Where it can be read by anybody."))
    about = LinkField(
        label=_("link to what it answers"),
        required=False,
        help_text=_("The link alone. Who posted it is neither asked nor kept."),
    )

    class Meta(RecordForm.Meta):
        model = PublicComment
        fields = [*RecordForm.Meta.fields[:3], "outlet", "link", "words", "about", *RecordForm.Meta.fields[3:]]
        labels = {"title": _("what was answered"), "happened": _("day of publication")}
        help_texts = {"words": _("Word for word, as it stands there.")}
        widgets = RecordForm.Meta.widgets | {"words": forms.Textarea(attrs={"rows": 5})}

    field_order = ("unit", "title", "happened", "outlet", "link", "words", "about")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        outlet, link = values.get("outlet"), values.get("link")
        if outlet is not None and not outlet.official:
            self.add_error("outlet", str(NotRegistered(account=outlet)))
        other = reported({link}).get(bare_link(link)) if link else None
        if other is not None and other.pk != self.instance.pk:
            words = {"unit": other.unit, "day": other.happened.isoformat()}
            self.add_error("link", _("%(unit)s reported it already, as of %(day)s. It counts once.") % words)
        return values
