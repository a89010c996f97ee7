"""The forms of an article: handing in a manuscript, and what its moves ask."""

import re
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.form_fields import LinkField, MomentField, NumberField
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.record_form import DateInput
from youju.records.forms.rows.field import RowsField
from youju.records.publicity.article.models import FEN, Article, How, Mention, Origin
from youju.records.publicity.article.moves import WRITTEN
from youju.records.rights import units_to_record_for

_MOST_TAGS, _TAG_LENGTH = 8, 20
MOST_YUAN = 10_000  # as much as the column of every database holds in fen, by far; a slip of the finger is told
_BETWEEN = re.compile(r"[\s,，、;；#＃]+")
_LABELS = {"unit": _("contributing unit"), "happened": _("contributed on"), "sort": _("origin")}
_HELPS = {
    "byline": _("As it is to stand below the title; of somebody under age only with a guardian's consent."),
    "source": _("Of a reprint: the paper or site it is taken from."),
    "body": _(
        "Blank lines divide paragraphs, ## begins a heading, **bold**, - begins an item. "
        "![what it shows](file name) puts an attached picture there."
    ),
    "tags": _("A few words that belong to it, divided by blanks."),
    "must_be_public": _("What has to be disclosed by law is never sold, and nobody can set a price for it."),
    "old_address": _("Where readers found it before: from there they are led here."),
    "proofreaders": _("Names; without them there is no final review."),
}
_WIDGETS = {"happened": DateInput(), "body": forms.Textarea(attrs={"rows": 16})}


def _original() -> LinkField:
    help = _("Of a reprint: paste the address of the page.")
    return LinkField(label=_("original address"), required=False, help_text=help)


def _person() -> PersonField:
    return PersonField(label=_("person"), reach=Reach.COUNTY, required=True)


class PriceField(NumberField):
    """Typed in yuan, kept in fen; empty: free."""

    def prepare_value(self, value: Any) -> Any:
        return Decimal(value) / FEN if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        return int((super().clean(value) or 0) * FEN)


class ArticleForm(OpenForm):
    instance: Article

    MORE: ClassVar[tuple[str, ...]] = (
        "happened", "tags", "issue", "proofreaders", "must_be_public", "old_address", "mentions",
    )  # fmt: skip

    owner = None  # type: ignore[assignment]  # it passes through several hands
    sort = forms.ChoiceField(label=_("origin"), choices=Origin.choices, initial=Origin.CONTRIBUTED)
    original = _original()
    mentions = RowsField(
        Mention,
        label=_("persons shown"),
        row=_("person"),
        columns={"person": _person()},
        help_text=_("Whom text or pictures show. It goes up only with the consent on each person's page."),
    )

    field_order = ("unit", "title", "channel", "sort", "byline", "source", "original", "body")

    class Meta(OpenForm.Meta):
        model = Article
        fields = ["unit", "happened", *WRITTEN]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "publicity")
        self.offer_units(units)
        self.initial.setdefault("unit", self.actor.unit_id)
        self.initial.setdefault("happened", clock.today())
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if (day := values.get("happened")) and day > clock.today():
            self.add_error("happened", _("This day has not come yet."))
        _check(self, values)
        return values


class ArticleMoveForm(MoveForm):
    instance: Article

    owner = None  # type: ignore[assignment]  # as in the form above
    sort = forms.ChoiceField(label=_("origin"), choices=Origin.choices)
    original = _original()
    person = _person()
    how = forms.ChoiceField(label=_("how shown"), choices=How.choices, initial=How.NAMED)
    unshown = forms.ModelMultipleChoiceField(
        label=_("persons shown"), queryset=Mention.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    up_at = MomentField(label=_("goes up at"))
    price = PriceField(
        label=_("price of the PDF, in yuan"), required=False, min_value=0, max_value=MOST_YUAN, decimal_places=2,
        help_text=_("Empty or 0: free. It counts while a way to pay is set up; reading on the site stays free."),
    )  # fmt: skip
    down_at = MomentField(label=_("is taken down at"), required=False, help_text=_("Empty: it stays."))

    field_order = (*WRITTEN, "person", "how", "unshown", "up_at", "down_at", "price")

    class Meta(MoveForm.Meta):
        model = Article
        fields = [*WRITTEN, "up_at", "down_at", "price"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "person" in self.fields:
            self.fields["person"].follow(self)  # type: ignore[attr-defined]  # a PersonField
        if "unshown" in self.fields:
            shown = self.instance.mentions.select_related("person")
            let_choose(self, "unshown", shown)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        up, down = values.get("up_at"), values.get("down_at")
        if up and up <= clock.now():
            self.add_error("up_at", _("This moment has passed. To publish it at once, choose “Publish now”."))
        if up and down and down <= up:
            self.add_error("down_at", _("It cannot be taken down before it goes up."))
        self._check_price(values)
        return values

    def _check_price(self, values: dict[str, Any]) -> None:
        """What must be public is never for sale, whichever of the two is typed last."""
        if values.get("price") and self.instance.must_be_public:
            self.add_error("price", _("This must be public by law and is never sold. Leave the price empty."))
        if values.get("must_be_public") and "price" not in self.fields and self.instance.price:
            self.add_error(
                "must_be_public", _("Its PDF has a price. Set the price to 0 first: what must be public is free.")
            )


def _check(form: CaseForm, values: dict[str, Any]) -> None:
    """Bring tags and former address into their form; note what a reprint lacks."""
    if "tags" in values:
        tags = list(dict.fromkeys(tag for tag in _BETWEEN.split(values["tags"]) if tag))
        values["tags"] = " ".join(tags)
        if len(tags) > _MOST_TAGS or any(len(tag) > _TAG_LENGTH for tag in tags):
            said = {"most": _MOST_TAGS, "letters": _TAG_LENGTH}
            form.add_error("tags", _("At most %(most)s tags, each of %(letters)s letters at most.") % said)
    if text := values.get("old_address"):
        parts = urlsplit(text)
        values["old_address"] = parts.path + (f"?{parts.query}" if parts.query else "")
        if not values["old_address"].startswith("/"):
            form.add_error("old_address", _("Copy the whole address, or the part from the first / on."))
    reprint = values.get("sort") == Origin.REPRINTED
    for name in ("source", "original"):
        if reprint and name in values and not values[name]:
            form.add_error(name, _("A reprint says where it is taken from."))
