"""How well and how fast figures are read, beside what else can be had for Chinese: one table, one run.

Run: make bench-claims. The peers are installed for this alone, into .venv-bench; one that is not there is said so.
Strict: a figure is found where the find overlaps it and has its value (95 % may be 95 or 0.95). False alarms: the share
of the numerals which are no figures that a reader calls figures. Every peer is used as its own documentation shows.
"""

from __future__ import annotations

import logging
import platform
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from decimal import Decimal, InvalidOperation
from importlib.metadata import version
from io import StringIO
from statistics import median
from time import perf_counter
from typing import NamedTuple

from tests.claims.marked import TEXTS, Figure, Found, judge, parse_marked
from tests.claims.switched_off import decided
from youju.claims.reading import extract
from youju.lib.numerals import parse_numeral

ROUNDS = 5
SLOW = 60.0
"""Seconds after which no further round is run."""


class Find(NamedTuple):
    """What a reader found, in its own words."""

    start: int
    end: int
    value: Decimal | None


class Result(NamedTuple):
    """A reader's row of the table."""

    f1: float
    precision: float
    recall: float
    false_alarms: float
    rates: list[float]


Reader = Callable[[str], list[Find]]


def youju() -> Reader:
    def read(text: str) -> list[Find]:
        return [Find(claim.start, claim.end, claim.value) for claim in extract(text)]

    return read


def plain_pattern() -> Reader:
    """The regular expression that everybody writes first: a number and a measure word, dates left out."""
    numeral = r"(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[万亿]*|[一二三四五六七八九十百千万两]+)"
    words = (
        "人次|人|名|位|场次|场|次|批|期|篇|条|件|本|册|部|份|张|幅|块|支|台|辆|只|头|例|起|笔|所|家|处|座|间|户|对|个|项|种|类"
        "|万元|亿元|元|公里|平方米|亩|吨|公斤|小时|分钟|天|年|岁|分|个百分点|百分点|倍|成|%|％|‰"
    )
    figure = re.compile(
        rf"(?P<percent>百分之(?P<share>{numeral}))|(?P<rank>第(?P<place>{numeral})[名位]?)"
        rf"|(?P<count>(?P<number>{numeral})(?P<more>[余多])?(?:{words}))"
    )
    date = re.compile(r"(?:19|20)[0-9]{2}年|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[0-9]{1,2}[日号]")

    def read(text: str) -> list[Find]:
        kept = date.sub(lambda found: "□" * len(found[0]), text)
        return [
            Find(found.start(), found.end(), parse_numeral(found["share"] or found["place"] or found["number"]))
            for found in figure.finditer(kept)
        ]

    return read


def recognizers_numbers() -> Reader:
    """Recognizers-Text, numbers alone: its fast mode."""
    from recognizers_number import Culture, NumberRecognizer

    model = NumberRecognizer(Culture.Chinese).get_number_model()

    def read(text: str) -> list[Find]:
        return [Find(item.start, item.end + 1, _decimal(item.resolution["value"])) for item in model.parse(text)]

    return read


def recognizers_units() -> Reader:
    """Recognizers-Text, numbers, percentages, ranks and numbers with units; the longest find wins."""
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    models = [
        units.get_dimension_model(),
        units.get_currency_model(),
        units.get_age_model(),
        numbers.get_percentage_model(),
        numbers.get_ordinal_model(),
        numbers.get_number_model(),
    ]

    def read(text: str) -> list[Find]:
        finds = [
            Find(item.start, item.end + 1, _decimal((item.resolution or {}).get("value")))
            for model in models
            for item in model.parse(text)
        ]
        return list(_longest(finds))

    return read


def jionlp() -> Reader:
    """JioNLP: numerals before a word of its quantifiers, its dates left out, values by its money parser."""
    import jionlp as jio

    words = sorted({*jio.quantifiers_loader(), "%", "％", "成", "个百分点"}, key=len, reverse=True)
    figure = re.compile(
        r"([0-9][0-9,.]*[万亿]*|[一二三四五六七八九十百千万亿两]+)[余多]?[万亿]?(?:"
        + "|".join(map(re.escape, words))
        + ")"
    )

    def read(text: str) -> list[Find]:
        dates = [time["offset"] for time in jio.ner.extract_time(text, with_parsing=False)]
        return [
            Find(found.start(), found.end(), _money(jio, found[1]))
            for found in figure.finditer(text)
            if not any(start < found.end() and found.start() < end for start, end in dates)
        ]

    return read


READERS: tuple[tuple[str, str, Callable[[], Reader]], ...] = (
    ("youju", "", youju),
    ("plain regular expression", "", plain_pattern),
    ("Recognizers-Text, numbers", "recognizers-text-number", recognizers_numbers),
    ("Recognizers-Text, with units", "recognizers-text-number-with-unit", recognizers_units),
    ("JioNLP", "jionlp", jionlp),
)


def _decimal(written: object) -> Decimal | None:
    try:
        return Decimal(str(written).rstrip("%").replace(",", ""))
    except InvalidOperation:
        return None


def _money(jio: object, numeral: str) -> Decimal | None:
    parsed = jio.parse_money(numeral)  # type: ignore[attr-defined] # the package ships no types
    return _decimal(parsed["num"]) if isinstance(parsed, dict) and isinstance(parsed.get("num"), str) else None


def _longest(finds: Iterable[Find]) -> Iterator[Find]:
    """Keep the longest of finds that overlap, the earlier model first."""
    reached = 0
    for find in sorted(finds, key=lambda find: (find.start, -find.end)):
        if find.start >= reached:
            yield find
            reached = find.end


def agrees(figure: Figure, found: Found) -> bool:
    """Say whether two values are one: to a thousandth, a percentage also as a fraction, 八成 also as 8."""
    if figure.value is None or found.value is None:
        return figure.value is found.value
    forms = [figure.value]
    if figure.kind == "percent":
        forms += [figure.value / 100, figure.value / 10] if figure.unit == "成" else [figure.value / 100]
    return any(abs(form - found.value) <= abs(form) / 1000 for form in forms)


def measure(read: Reader, marked: list[tuple[str, list[Figure]]]) -> Result:
    """Score a reader on the texts and time it on the same texts, each read by itself."""
    right = missed = false = negatives = 0
    for text, figures in marked:
        pairs, lost, wrong, others = judge(text, figures, read(text), agrees)
        right, missed, false, negatives = right + len(pairs), missed + len(lost), false + len(wrong), negatives + others
    rates = list(_rates(read, [text for text, _ in marked]))
    return Result(
        f1=2 * right / max(2 * right + missed + false, 1),
        precision=right / max(right + false, 1),
        recall=right / max(right + missed, 1),
        false_alarms=false / max(negatives, 1),
        rates=rates,
    )


def _rates(read: Reader, texts: list[str]) -> Iterator[float]:
    size, spent = sum(map(len, texts)), 0.0
    for _ in range(ROUNDS):
        begin = perf_counter()
        for text in texts:
            read(text)
        taken = perf_counter() - begin
        yield size / taken
        spent += taken
        if spent > SLOW:
            return


def row(name: str, package: str, build: Callable[[], Reader], marked: list[tuple[str, list[Figure]]]) -> str:
    try:
        # Some greet on import, and log what they could not read.
        with redirect_stdout(StringIO()):
            read = build()
        logging.disable(logging.CRITICAL)
    except ImportError as error:
        return f"| {name} | not installed: {error.name or error} | | | | | |"
    result = measure(read, marked)
    label = f"{name} {version(package)}" if package else name
    low, middle, high = min(result.rates), median(result.rates), max(result.rates)
    return (
        f"| {label} | {result.f1:.3f} | {result.precision:.3f} | {result.recall:.3f} | {result.false_alarms:.1%} "
        f"| {middle:,.0f} | {low:,.0f} to {high:,.0f} in {len(result.rates)} |"
    )


def main(halves: list[str]) -> None:
    """Print the table for the halves of the texts that are named; for all and for the unseen ones by default."""
    for title, chosen in [(half, [half]) for half in halves] or [
        ("all texts", ["tune", "fresh", "opened", "held", "blind"]),
        ("texts that nothing was tuned on", ["held", "blind"]),
        ("texts written blind, the last", ["sealed"]),
    ]:
        names = sorted(path for half in chosen for path in TEXTS.glob(f"*-{half}.txt"))
        marked = [parse_marked(path.read_text(encoding="utf-8")) for path in names]
        figures = sum(not figure.optional for _, found in marked for figure in found)
        size = sum(len(text) for text, _ in marked)
        _print(f"\n{title}: {len(marked)} texts, {size:,} characters, {figures:,} figures; {_machine()}\n")
        _print("| reader | strict F1 | precision | recall | false alarms | characters a second, median | spread |")
        _print("| --- | --- | --- | --- | --- | --- | --- |")
        for name, package, build in READERS:
            _print(row(name, package, build, marked))
    if not halves:
        _print_speeds()
        _print_rules()


def _print_speeds() -> None:
    """Print how fast the quick readers are on 200,000 characters of several kinds, from no figure to nothing else."""
    readers = {name: build for name, _, build in READERS[:3]}
    _print(f"\ncharacters a second by kind of text, median of {ROUNDS}\n")
    _print(f"| text | figures in 1,000 characters | {' | '.join(readers)} |")
    _print("| --- | --- | --- | --- | --- |")
    for kind, text in _kinds():
        rates = [_speed(build, text) for build in readers.values()]
        _print(f"| {kind} | {1000 * len(extract(text)) / len(text):.1f} | {' | '.join(rates)} |")


def _print_rules() -> None:
    """Print how many figures of all marked texts each pattern of the readers decides, by switching it off."""
    texts = [parse_marked(path.read_text(encoding="utf-8"))[0] for path in sorted(TEXTS.glob("*.txt"))]
    found = list(decided(texts))
    _print(f"\nfigures that each of {len(found)} patterns decides in {len(texts)} texts\n")
    _print("| pattern | figures |")
    _print("| --- | --- |")
    for rule, count in sorted(found, key=lambda each: -each[1]):
        _print(f"| {rule} | {count} |")


def _kinds() -> Iterator[tuple[str, str]]:
    report = parse_marked((TEXTS / "edu-held.txt").read_text(encoding="utf-8"))[0]
    prose = "扎实推进各项工作，认真落实上级要求，切实加强队伍建设，不断提高工作水平。\n"
    figure = "今年高考考生2106人，慰问企业37家，满意率98.71%，其中困难职工五十三人。\n"
    yield "prose without figures", _filled(prose)
    yield "a figure in each 100 characters", _filled(prose * 10 + figure)
    yield "a report", _filled(report)
    yield "figures and nothing else", _filled(figure)


def _filled(text: str) -> str:
    return text * (200_000 // len(text) + 1)


def _speed(build: Callable[[], Reader], text: str) -> str:
    try:
        with redirect_stdout(StringIO()):
            read = build()
    except ImportError:
        return "not installed"
    return f"{median(_rates(read, [text])):,.0f}"


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.machine()}"


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
