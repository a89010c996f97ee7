"""What is asked for before a text is adopted. The text stands in ``text``, wherever it came from."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.desk.change.fields import LineField
from youju.desk.change.source_form import SourceForm
from youju.desk.summary.document_begin import genre_name, genres_for, units_for
from youju.lib.periods import YEARS, Period
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.forms.choosing import let_choose
from youju.summaries.drafts.genres import Genre, genres, get_genre

# choice-3 is chosen from a list, other-3 was typed and comes before it.
_CHOICE = re.compile(r"(?:choice|other)-([0-9]{1,5})")


class AdoptForm(SourceForm):
    """of: the year that the text is about; year: that of the new document; the genre says which part of them.

    genre, unit: empty stands for what the member would begin first.
    """

    text = forms.CharField(
        label=_("text of last year"), required=False, strip=False, widget=forms.Textarea({"rows": 12}),
        help_text=_("Paste last year's summary here, or choose its file below: one of the two is needed."),
    )  # fmt: skip
    of = forms.IntegerField(label=_("year of the text"), min_value=YEARS.start, max_value=YEARS.stop - 2)
    year = forms.IntegerField(label=_("year of the new document"), min_value=YEARS.start + 1, max_value=YEARS.stop - 1)
    genre = forms.ChoiceField(label=_("genre"), required=False)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("unit"), required=False, empty_label=None)
    title = LineField(label=_("title"), required=False, max_length=120, help_text=_("Empty: the text's own title."))

    def __init__(self, *args: Any, member: Member, first: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._member, self._first = member, first
        self.initial = {"genre": genre_of(first).code, "unit": first.pk, **self.initial}
        self.fields["genre"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (genre.code, genre_name(genre)) for genre in genres_for(member)
        ]
        let_choose(self, "unit", units_for(member))

    def clean(self) -> dict[str, Any]:
        """See that the text is of an earlier year, too."""
        values = super().clean()
        if values.get("of") and values.get("year") and values["of"] >= values["year"]:
            self.add_error("year", gettext("The new document is about a later year than the text."))
        values["unit"] = values.get("unit") or self._first
        if not values.get("genre") and "genre" not in self.errors:
            values["genre"] = genre_of(values["unit"]).code
        if values.get("genre") and values["unit"].kind not in self.chosen_genre.kinds:
            said = gettext("“%(unit)s” does not write the genre “%(genre)s”. Choose another of the two.")
            self.add_error("genre", said % {"unit": values["unit"].name, "genre": genre_name(self.chosen_genre)})
        return values

    @property
    def chosen_genre(self) -> Genre:
        return get_genre(self.cleaned_data["genre"])

    @property
    def whose(self) -> Unit:
        unit: Unit = self.cleaned_data["unit"]
        return unit

    @property
    def of_period(self) -> Period:
        return self.chosen_genre.in_year(self.cleaned_data["of"])

    @property
    def new_period(self) -> Period:
        return self.chosen_genre.in_year(self.cleaned_data["year"])

    @property
    def choices(self) -> dict[int, str]:
        """What was chosen for a figure so far, by its number: the code of an indicator, or words to look for."""
        found = ((_CHOICE.fullmatch(name), str(value).strip()) for name, value in sorted(self.data.items()))
        return {int(name[1]): value for name, value in found if name and value}

    def again(self, text: str, title: str) -> "AdoptForm":
        """The same settings with this text; the file has become text by now."""
        kept = {name: self.cleaned_data[name] for name in ("of", "year", "genre")}
        initial = {"text": text, "title": title, "unit": self.whose.pk} | kept
        return AdoptForm(initial=initial, member=self._member, first=self._first)


def genre_of(unit: Unit) -> Genre:
    """The yearly genre that such a unit writes; the bureau's where it has none of its own."""
    found = (genre for genre in genres().values() if genre.period == "year" and unit.kind in genre.kinds)
    return next(found, get_genre("annual"))
