"""The form of an activity: what, where, how many; of a contest also its level, the works entered and the results."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.records.activities.activity.models import Activity, Result
from youju.records.activities.activity.sorts import CONTESTS, ActivitySort
from youju.records.forms.choosing import let_choose
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.heads.workplaces import rows_placed

# Asked of what may end in prizes or places; folded where that is seldom.
_OF_CONTESTS = ("level", "host", "works", "results")
_SELDOM = (ActivitySort.SHOW, ActivitySort.SPORTS)


class ActivityForm(RecordForm):
    instance: Activity

    MORE: ClassVar[tuple[str, ...]] = ("venue", *RecordForm.MORE)
    REDRAWS: ClassVar[tuple[str, ...]] = ("sort", *RecordForm.REDRAWS)
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = dict.fromkeys(_OF_CONTESTS, ("sort",))
    SOMETIMES: ClassVar[tuple[str, ...]] = _OF_CONTESTS

    sort = forms.ChoiceField(label=_("sort of activity"))
    results = RowsField(
        Result,
        label=_("results"),
        row=pgettext_lazy("activity", "result"),
        columns={"person": PersonField(label=_("winner"), reach=Reach.COUNTY, required=False)},
        help_text=_("One row a prize. Adults by name, pupils by number, a team by its unit alone."),
        spare=1,
    )

    class Meta(RecordForm.Meta):
        model = Activity
        fields = [
            "sort", *RecordForm.Meta.fields[:3], "place", "venue", "adults", "pupils", "level", "host", "works",
            *RecordForm.Meta.fields[3:],
        ]  # fmt: skip
        labels = {"title": _("name of the activity"), "happened": _("day of the activity")}
        help_texts = {
            "adults": _("Staff, parents and guests. Who came to two of several parts counts twice."),
            "pupils": _("By number alone."),
            "venue": _("Where it took place in a venue or programme that is kept under “Venues and programmes”."),
            "host": _("Only where neither this nor a partner unit held it: whoever is above, or outside."),
        }

    field_order: tuple[str, ...] = (
        "unit", "sort", "title", "happened", "place", "adults", "pupils", "level", "host", "works", "results",
        "venue",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", ActivitySort.choices)
        kept = Q(pk=self.instance.venue_id)
        things = Occasion.objects.filter(kept | Q(ends=None), sort=OccasionSort.THING)
        let_choose(self, "venue", things)
        self._ask_of_contests(self.chosen("sort"))

    def folded(self) -> tuple[str, ...]:
        return (*super().folded(), *(_OF_CONTESTS if self.chosen("sort") in _SELDOM else ()))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        rows, day = values.get("results", [] if "results" not in self.fields else None), values.get("happened")
        values |= {"works": values.get("works"), "level": values.get("level", ""), "host": values.get("host", "")}
        if rows is not None and day:
            values["results"] = self._placed(rows, day)
        if (rows or values["works"]) and not values["level"]:
            self.add_error("level", _("Say how far the contest reached."))
        if not (rows or any(values.get(name) or self.has_error(name) for name in ("adults", "pupils"))):
            self.add_error("adults", _("Say how many took part."))
        return values

    def _ask_of_contests(self, sort: Any) -> None:
        """Leave out what is not asked of this sort, in the rows too."""
        if sort not in CONTESTS:
            for name in _OF_CONTESTS:
                del self.fields[name]
            return
        columns = self._results().columns
        if sort != ActivitySort.SHOW:
            del columns["genre"]
        if sort == ActivitySort.TEACHING_CONTEST:
            del columns["pupils"]

    def _placed(self, rows: list[dict[str, Any]], day: Any) -> list[dict[str, Any]]:
        """The rows with each winner's unit of the day; nobody under age by name."""
        placed, unclear = rows_placed(rows, day)
        for at, name, text in (*self._minors(rows, day), *self._unclear(rows, unclear)):
            self.add_error("results", self._results().error(at, name, text))
        return placed

    def _minors(self, rows: list[dict[str, Any]], day: Any) -> Iterator[tuple[int, str, str]]:
        for at, row in enumerate(rows):
            if row["person"] and row["person"].is_minor(day):
                yield at, "person", _text("Under age: pupils are told by number alone.")

    def _unclear(self, rows: list[dict[str, Any]], places: list[int]) -> Iterator[tuple[int, str, str]]:
        for at in places:
            yield at, "unit", _text("Write for which unit %(name)s won.") % {"name": rows[at]["person"]}

    def _results(self) -> RowsField:
        field = self.fields["results"]
        assert isinstance(field, RowsField)
        return field
