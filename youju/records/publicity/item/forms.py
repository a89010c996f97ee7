"""The form of a publicity item."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from youju.lib.links import bare_link
from youju.records.forms.form_fields import LinkField
from youju.records.forms.record_form import RecordForm
from youju.records.publicity.item.models import PublicityItem
from youju.records.publicity.item.reported_links import reported


class PublicityItemForm(RecordForm):
    instance: PublicityItem

    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {"outlet": ("happened",)}
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until",)

    link = LinkField(
        label=_("link"),
        required=False,
        help_text=_("Paste it as it was shared; of paper, leave it empty and add the clipping."),
    )

    class Meta(RecordForm.Meta):
        model = PublicityItem
        fields = [*RecordForm.Meta.fields[:2], "outlet", "happened", "link", "form", *RecordForm.Meta.fields[3:]]
        labels = {"title": _("headline"), "happened": _("published on"), "occasion": _("story")}
        help_texts = {
            "outlet": _("Type two characters and choose. What is missing can be proposed under Units and people."),
            "occasion": _("The event or campaign it tells of: several items of one story belong together."),
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        outlet, link = values.get("outlet"), values.get("link")
        other = reported({link}).get((outlet.pk, bare_link(link))) if outlet and link else None
        if other is not None and other.pk != self.instance.pk:
            words = {"unit": other.unit, "day": other.happened.isoformat()}
            self.add_error("link", _("%(unit)s reported it already, as of %(day)s. It counts once.") % words)
        return values
