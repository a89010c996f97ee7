"""Texts with known truth: right claims, claims wrong by a little or a lot, of another unit, year or level; silent ones.

The sentences are written by hand (phrases.py); numbers come from a bureau's ledger. Every other sentence of a writer
goes into the half on which thresholds may be fitted; the rest are only measured. The sealed sentences
(phrases_sealed.py) make texts of their own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Literal, NamedTuple

from tests.claims.checking.phrases import Phrase
from youju.indicators.figure import Figure

Sort = Literal["right", "about", "little", "lot", "unit", "year", "level", "silent", "turned"]
WRONG: tuple[Sort, ...] = ("little", "lot", "unit", "year", "level")

_NUMBER = re.compile(r"\{n(?::([^}]*))?\}")
_HOME = re.compile("全县|我县|咱县|教育系统|战线|机关|各校|各镇|县内")
# Who talks like this does not put a school's name in front of what he says.
_TALKING = ("spoken", "clerk", "message")
_AT_LEAST = re.compile("至少|不少于")
_PLACE = "{p}"
_CHINESE = "零一两三四五六七八九十"
_PLACES = "零一二三四五六七八九十"
_LEVELS = (("望川市", "青岚省"), ("青岚省", "望川市"), ("省级", "市级"), ("市级", "省级"), ("县级", "省级"))
_PER_TEXT = 20
_HEADINGS = ("一、加强理论学习", "二、抓好宣传工作", "三、建设教师队伍", "四、深化文明创建", "五、回应群众关切")


class Case(NamedTuple):
    """One claim of a text: where its number stands, what it is about, and how it was made."""

    start: int
    end: int
    sort: Sort
    code: str
    writer: str
    held: bool


class Text(NamedTuple):
    """A text and the claims that were put into it."""

    text: str
    cases: tuple[Case, ...]


class Truth(NamedTuple):
    """What a bureau's ledger says: this year, the year before, and single schools by name."""

    year: Mapping[str, Figure]
    before: Mapping[str, Figure]
    schools: Mapping[str, Mapping[str, Figure]]


class _Sentence(NamedTuple):
    text: str
    start: int
    end: int
    sort: Sort
    phrase: Phrase
    held: bool


def texts(truth: Truth, seed: int, spoken: Sequence[Phrase]) -> list[Text]:
    """A set of texts; about a quarter of the claims are silent, a third of the others wrong."""
    chance = Random(seed)
    sentences = list(_sentences(truth, chance, spoken))
    chance.shuffle(sentences)
    return [_text(sentences[at : at + _PER_TEXT], chance) for at in range(0, len(sentences), _PER_TEXT)]


def _sentences(truth: Truth, chance: Random, spoken: Sequence[Phrase]) -> Iterator[_Sentence]:
    for place, phrase in enumerate(spoken):
        held = place % 2 == 1 and not phrase.fitted
        if not phrase.code:
            yield from (_silent(phrase, held, truth, chance) for _ in range(2))
            continue
        if phrase.turned:
            yield from (made._replace(sort="turned") for made in (_made("right", phrase, truth, held, chance),) if made)
            continue
        made = [_made(sort, phrase, truth, held, chance) for sort in ("right", "about", *WRONG)]
        able = {one.sort: one for one in made if one is not None}
        if "right" in able:
            yield from (able[sort] for sort in ("right", "about") if sort in able)
            wrong = [one for one in able.values() if one.sort in WRONG]
            yield from chance.sample(wrong, min(len(wrong), 1 + chance.randrange(2)))


def _made(sort: Sort, phrase: Phrase, truth: Truth, held: bool, chance: Random) -> _Sentence | None:
    """A sentence of a sort, or None where this phrase or figure cannot be made so."""
    figure = truth.year.get(phrase.code)
    if figure is None or figure.value is None or isinstance(figure.value, tuple):
        return None
    if _PLACE in phrase.text:
        return _place(sort, phrase, int(figure.value), held, chance)
    if sort == "about":
        written = _rounded(figure.value, chance)
        return _with(phrase, phrase.text, written, sort, held) if written else None
    if sort == "level":
        return _other_level(phrase, figure, held, chance)
    if sort == "unit":
        return _other_unit(phrase, figure, truth, held, chance)
    value = _value(sort, phrase.code, phrase.text, figure, truth, chance)
    return None if value is None else _with(phrase, phrase.text, _written(value, chance), sort, held)


def _value(sort: Sort, code: str, text: str, figure: Figure, truth: Truth, chance: Random) -> Decimal | int | None:
    value = figure.value
    assert isinstance(value, int | Decimal)
    if sort == "right":
        return value
    if sort == "little":
        step = Decimal("0.01") if isinstance(value, Decimal) else 1
        # What is stated as the least is still right when there is more.
        moved = value + (1 if _AT_LEAST.search(text) else chance.choice((-1, 1))) * step
        return moved if moved > 0 and (not isinstance(value, Decimal) or moved <= 100) else value - step
    if sort == "lot":
        if _AT_LEAST.search(text):
            return value * 2
        if isinstance(value, Decimal):
            return value - chance.randint(4, 20)
        return value * 2 + chance.randint(1, 5) if chance.random() < 0.5 or value < 4 else value // 2
    before = truth.before[code].value
    same = before is None or isinstance(before, tuple) or before == value or bool(_AT_LEAST.search(text))
    return None if same else before  # type: ignore[return-value]  # a tuple is no such value


def _other_level(phrase: Phrase, figure: Figure, held: bool, chance: Random) -> _Sentence | None:
    """The right number of one level, told of another that has another number."""
    for word, other in _LEVELS:
        if word in phrase.text and figure.indicator.level:
            text = phrase.text.replace(word, other)
            return _with(phrase, text, _written(figure.value, chance), "level", held)  # type: ignore[arg-type]  # a figure that was chosen has a value
    return None


def _other_unit(phrase: Phrase, figure: Figure, truth: Truth, held: bool, chance: Random) -> _Sentence | None:
    """The whole bureau's number, told of one school that has another."""
    others = [name for name, own in truth.schools.items() if own[phrase.code].value not in (None, figure.value)]
    if figure.indicator.shape != "sum" or not others or phrase.writer in _TALKING or _HOME.search(phrase.text):
        return None
    text = f"{chance.choice(others)}{phrase.text}"
    return _with(phrase, text, _written(figure.value, chance), "unit", held)  # type: ignore[arg-type]  # a figure that was chosen has a value


def _place(sort: Sort, phrase: Phrase, rank: int, held: bool, chance: Random) -> _Sentence | None:
    if sort not in ("right", "little"):
        return None
    shown = rank if sort == "right" else rank + 1
    start = phrase.text.index(_PLACE) - 1
    text = phrase.text.replace(_PLACE, _PLACES[shown])
    return _Sentence(text, start, start + 2, sort, phrase, held)


def _silent(phrase: Phrase, held: bool, truth: Truth, chance: Random) -> _Sentence:
    """One time in two with the very number of what it is easily taken for, or of another figure."""
    measured = _NUMBER.search(phrase.text)
    assert measured is not None
    share = measured[1] is None
    known = [truth.year[phrase.near]] if phrase.near else list(truth.year.values())
    values = [one.value for one in known if isinstance(one.value, Decimal if share else int)]
    if values and chance.random() < 0.5:
        value = chance.choice(values)
    else:
        value = Decimal(chance.randint(8000, 9990)) / 100 if share else chance.randint(2, 400)
    return _with(phrase, phrase.text, _written(value, chance), "silent", held)


def _with(phrase: Phrase, text: str, written: str, sort: Sort, held: bool) -> _Sentence:
    found = _NUMBER.search(text)
    assert found is not None
    shown = written + (found[1] or "")
    return _Sentence(
        text[: found.start()] + shown + text[found.end() :],
        found.start(),
        found.start() + len(shown),
        sort,
        phrase,
        held,
    )


def _written(value: Decimal | int, chance: Random) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}%" if value == value.to_integral_value() else f"{value}%"
    return _CHINESE[value] if value < len(_CHINESE) and value > 1 and chance.random() < 0.25 else str(value)


def _rounded(value: object, chance: Random) -> str:
    """The same number as a writer rounds it; "" where it is too small for that."""
    if isinstance(value, Decimal):
        return f"{value.quantize(Decimal('0.1'))}%" if value.quantize(Decimal("0.1")) < 100 else ""
    if not isinstance(value, int) or value < 22 or value % 10 == 0:
        return ""
    step = 10 ** (len(str(value)) - 1)
    low, high = value // step * step, (value // step + 1) * step
    near = value >= 0.9 * high
    return chance.choice([f"{low}余", f"{low}多", *([f"近{high}"] if near else [])])


def _text(sentences: Sequence[_Sentence], chance: Random) -> Text:
    parts: list[str] = []
    cases: list[Case] = []
    at = 0
    for place, one in enumerate(sentences):
        lead = f"\n{chance.choice(_HEADINGS)}\n" if place % 5 == 0 else ""
        at += len(lead)
        cases.append(Case(at + one.start, at + one.end, one.sort, one.phrase.code, one.phrase.writer, one.held))
        parts += [lead, one.text]
        at += len(one.text)
    return Text("".join(parts), tuple(cases))
