"""``youju figures``: every indicator of a unit and a period."""

from decimal import Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.help import command, option
from youju.cli.output import put, put_json
from youju.cli.period import period_of, say_chosen
from youju.indicators.catalogue import find_indicator
from youju.indicators.display import noted, printed, word_of
from youju.indicators.figure import Figure, Value
from youju.indicators.figures import figures as figures_of
from youju.indicators.internal import is_internal
from youju.orgs.tree import home_unit, named_unit


@command()
@option("--unit", help=_("A unit's code, or @county, @city, @province, @nation; the bureau unless given."))
@option(
    "--year",
    "--period",
    "period",
    help=_("2025, 2025-03, 2024/2025 or ..2025-06-30; the latest year with facts unless given."),
)
@option("--indicator", help=_("Only the indicator of this code."))
@option("--as-of", "size", type=int, help=_("As the ledger stood when it had this many entries."))
@option(
    "--current-tree", is_flag=True, help=_("Regroup by the units as they are now; merged ones count as their heirs.")
)
@option("--entries", "with_entries", is_flag=True, help=_("Also the numbers of the entries."))
@option("--json", "as_json", is_flag=True, help=_("Print one JSON array."))
def figures(
    unit: str | None,
    period: str | None,
    indicator: str | None,
    size: int | None,
    current_tree: bool,
    with_entries: bool,
    as_json: bool,
) -> None:
    require_database()
    home = home_unit()
    when = period_of(period)
    asked = named_unit(unit, home) if unit else home
    found = figures_of(asked, when, size=size, current_tree=current_tree)
    chosen = [found[find_indicator(indicator).code]] if indicator else list(found.values())
    say_chosen(period, when)
    if as_json:
        put_json([_plain(figure, with_entries) for figure in chosen])
        return
    for figure in chosen:
        put(_line(figure, with_entries))


def _plain(figure: Figure, with_entries: bool) -> dict[str, object]:
    entries: dict[str, object] = {"count": len(figure.entries), "digest": figure.digest}
    if with_entries:
        entries["list"] = list(figure.entries)
    return {
        "code": figure.indicator.code,
        "name": str(figure.indicator.name),
        "value": _json_value(figure.value),
        "unit": _word(figure),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "internal": is_internal(figure.indicator),
        "beside": list(figure.indicator.beside),
        "entries": entries,
    }


def _json_value(value: Value | None) -> object:
    match value:
        case Decimal():
            return float(value)
        case tuple():
            return [_json_value(part) for part in value]
        case _:
            return value


def _line(figure: Figure, with_entries: bool) -> str:
    value = gettext("not reported") if figure.value is None else printed(figure)
    behind = ", ".join(map(str, figure.entries)) if with_entries else str(len(figure.entries))
    return f"{figure.indicator.code:<40} {figure.indicator.name}  {noted(figure) or value}  [{behind}]"


def _word(figure: Figure) -> str:
    """The measure word; of English's two forms the first."""
    return word_of(figure.indicator).partition("|")[0]
