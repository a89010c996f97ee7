"""The cells of sheet 期初, each read by what its measure asks; what does not fit is noted at the cell."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_noop as _

from youju.ledger.facts import LARGEST
from youju.lib import clock
from youju.lib.periods import YEARS
from youju.lib.sheets import (
    Choice,
    Choices,
    Row,
    Said,
    Scalar,
    Unread,
    as_choice,
    as_date,
    as_decimal,
    as_percent,
    as_text,
    is_blank,
    listed,
)
from youju.orgs.settings import setting
from youju.records.counting.levels import LEVELS, Level
from youju.records.counting.measures import Category, Measure
from youju.records.forms.stated_form import named
from youju.records.opening.forms import last_day_before
from youju.records.opening.models import OpeningFigure

_IS_SORT = _("“%(said)s” is a sort: write it under sort, and here what it is a sort of: %(names)s")
_NO_SORTS = _("“%(name)s” has no sorts: empty the cell")
_WHICH_SORT = _("say which sort of “%(name)s”: one of %(choices)s")
_NO_WHOLE = _("“%(name)s” is no part of a whole: empty the cell")
_OUT_OF = _("“%(name)s” is a part of a whole: say out of how many")
_DIGITS = _("“%(name)s” is counted with at most %(digits)s digits after the point: write it so")
_TOO_LARGE = _("%(value)s is out of range: write a number between %(least)s and %(most)s")
_NO_SINCE = _("“%(name)s” is no total of a time: empty the cell")
_ENDS_BEFORE = _("the total would end before it begins (%(first)s): correct one of the two days")
_BEGUN = _("an opening figure is of a day before %(day)s, when the bureau began here: correct the day")
_NOT_YET = _("%(day)s is yet to come: write the day up to which the figure tells")
_YEAR = _("the year %(year)s cannot be right: correct the day")


def measure_choices() -> Choices:
    """All measures that an opening figure may state, by either name."""
    return choices_of_names(OpeningFigure.measures().values())


def level_choices() -> Choices:
    return choices_of_names(LEVELS)


def choices_of_names(things: Iterable[Measure | Category | Level]) -> Choices:
    return Choices(Choice(thing.code, named(thing), (thing.zh, thing.en, *thing.aliases)) for thing in things)


def as_measure(value: Scalar, measures: Choices) -> str:
    """The code of what is counted; "" where blank. Raises Unread, which knows the names of sorts too (文明校园)."""
    try:
        return as_choice(value, measures)
    except Unread:
        said = as_text(value)
        if names := [named(one) for one in OpeningFigure.measures().values() if _has_sort(one, said)]:
            raise Unread(_IS_SORT, said=said, names=listed(names)) from None
        raise


def _has_sort(measure: Measure, said: str) -> bool:
    return any(said in (sort.zh, sort.en, *sort.aliases) for sort in measure.categories.values())


def read_category(row: Row, measure: Measure) -> str:
    name, sorts = named(measure), choices_of_names(measure.categories.values())
    chosen = row.read("category", lambda value: as_choice(value, sorts)) if sorts.all else ""
    if not sorts.all and not is_blank(row.raw("category")):
        row.note("category", Said(_NO_SORTS, {"name": name}))
    elif sorts.all and is_blank(row.raw("category")) and not row.has_fault("category"):
        row.note("category", Said(_WHICH_SORT, {"name": name, "choices": listed(sorts.labels())}))
    return chosen or ""


def read_quantity(row: Row, measure: Measure) -> int:
    """Scaled by the measure. One thing by its name need not say that it is one."""
    read = as_percent if measure.form == "percent" else as_decimal
    value = row.read("value", read) if measure.lasting else row.need("value", read)
    if value is None:
        return 1
    least, most = (1 if measure.form == "rank" else 0), (100 if measure.form == "percent" else LARGEST)
    scaled = value.scaleb(measure.scale)
    if not least <= value <= most:
        row.note("value", Said(_TOO_LARGE, {"value": f"{value:f}", "least": least, "most": most}))
    elif scaled != scaled.to_integral_value():
        row.note("value", Said(_DIGITS, {"name": named(measure), "digits": measure.scale}))
    return int(scaled)


def read_whole(row: Row, measure: Measure) -> int | None:
    value: Decimal | None = row.read("whole", as_decimal)
    if measure.form != "part":
        if value is not None:
            row.note("whole", Said(_NO_WHOLE, {"name": named(measure)}))
        return None
    if value is None:
        if is_blank(row.raw("whole")) and not row.has_fault("whole"):
            row.note("whole", Said(_OUT_OF, {"name": named(measure)}))
        return None
    if not 0 <= value <= LARGEST or value != value.to_integral_value():
        row.note("whole", Said(_TOO_LARGE, {"value": f"{value:f}", "least": 0, "most": LARGEST}))
    return int(value)


def read_day(row: Row) -> date:
    day, began = row.read("day", as_date) or last_day_before(), setting("live_since")
    if day.year not in YEARS:
        row.note("day", Said(_YEAR, {"year": day.year}))
    elif began is not None and day >= began:
        row.note("day", Said(_BEGUN, {"day": began}))
    elif day > clock.today():
        row.note("day", Said(_NOT_YET, {"day": day}))
    return day


def read_since(row: Row, measure: Measure, last: date) -> date | None:
    since = row.read("since", as_date)
    if measure.lasting or not measure.summed:
        if since is not None:
            row.note("since", Said(_NO_SINCE, {"name": named(measure)}))
        return None
    since = since or date(last.year, 1, 1)
    if since > last:
        row.note("since", Said(_ENDS_BEFORE, {"first": since}))
    return since
