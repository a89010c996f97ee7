"""Which forms a figure of a text may be printed in: those that say what its own words say, the closest first.

A form is only offered where its word of approximation (近, 余, 以上 …) is the text's own, so that the prose round it
stays true of whatever value comes: before 以上 stands a number that is reached, behind 不足 one that is not.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from youju.claims.reading import Claim

_NEARLY = "接近|将近"
_SIGNS = "超过|突破|超|逾|上(?=[十百千万])"
_FRONT = re.compile(
    rf"(?P<near>{_NEARLY}|近)|(?P<beyond>{_SIGNS})|(?P<least>不少于|不低于|至少|最少)|(?P<about>(?:大约|约)[为占是]?)"
    r"|(?P<most>不超过|至多|最多)|(?P<less>不足|不到|少于|低于)|(?P<more>多于|大于|高于)"
)
_BEHIND = re.compile(r"(?P<least>及?以上)|(?P<about>左右|上下)|(?P<most>以内|以下)")
_FRONT_END = re.compile(rf"(?:{_FRONT.pattern})$")
_REACH = 4  # characters before a claim in which its word of approximation may stand
_SIGN = re.compile(r"[余多]|(?<=[十百千万])几")
_TENS = re.compile(r"[数几][十百千]")
_PART = re.compile("分之[一二两三四五六七八九十]|一半")
_RANGE = re.compile(r"\s?(?:[—–\-~～至到]|——)\s?")
_LAST_NUMERAL = re.compile("[零一二两三四五六七八九十百千万0-9]$")
_NUMERALS = ("", "grouped", "chinese", "short", "chinese short", "arabic", "wan", "wan whole", "wan hundredth",
             "yi", "yi whole", "yi tenth")  # fmt: skip
_DIGITS = ("", "1", "2", "3", "4")
_SHARES = ("", "whole", "tenth", "hundredth")


class Shape(NamedTuple):
    """A form for a part of a claim: from ``start`` to ``end`` of the source."""

    start: int
    end: int
    form: str


def shapes(source: str, claim: Claim) -> Iterator[Shape]:
    """Every form that may print a claim of the source, or the part of it that is no word of approximation."""
    if claim.kind == "rank":
        yield from _ranks(claim)
        return
    if claim.kind in ("count", "percent", "amount") or _PART.search(claim.text):
        yield from _numbers(source, claim)


def change_shapes(source: str, claim: Claim) -> Iterator[Shape]:
    """The same of a claim that states a change: its size, in ways that a change is told in."""
    kind = "percent" if claim.kind in ("percent", "ratio") or "百分点" in claim.unit else "count"
    for shape in _numbers(source, claim._replace(kind=kind)):
        # Of a change 多 is what it is called; it is what stands behind a number where nothing else is said.
        ways = (" ".join(word for word in way.split() if word != "多") for way in shape.form.split("/"))
        yield shape._replace(form="/".join(ways))


def _numbers(source: str, claim: Claim) -> Iterator[Shape]:
    start, end, said = _number(source, claim)
    for ways in _ways(said, claim, source[claim.start : claim.end]):
        for word in _words(claim, source[start:end]):
            yield Shape(start, end, "/".join(" ".join(filter(None, (way, word))) for way in ways.split("/")))


def _number(source: str, claim: Claim) -> tuple[int, int, str]:
    """Where the number with its measure word stands, and what is said of it: near, beyond 超过, least … or ""."""
    text = source[claim.start : claim.end]
    front, behind = _FRONT.match(text), _BEHIND.search(text)
    before = _FRONT_END.search(source, max(0, claim.start - _REACH), claim.start)
    start, end = claim.start, claim.end
    said = ""
    if front:
        said = front.lastgroup or ""
        start += 0 if said in ("near", "beyond") else front.end()
    elif before and claim.approx != "exact":
        said = before.lastgroup or ""
    if behind and behind.end() == len(text):
        said, end = behind.lastgroup or "", claim.end - len(behind[0])
    elif claim.approx != "exact" and (after := _BEHIND.match(source, claim.end)):
        said = after.lastgroup or ""
    return start, end, said or _range_end(source, claim)


def _range_end(source: str, claim: Claim) -> str:
    """Whether a claim is the lower or the higher end of a range (90—100篇): low, high or ""."""
    if claim.approx == "over" and not _SIGN.search(claim.text) and _RANGE.match(source, claim.end):
        return "low"
    before = source[max(0, claim.start - _REACH) : claim.start]
    return "high" if claim.approx == "under" and re.search(rf"{_RANGE.pattern}$", before) else ""


def _ways(said: str, claim: Claim, text: str) -> Iterator[str]:
    """Ways with what stands in for them where the value does not allow them."""
    share, numerals = claim.kind == "percent", _numerals(claim)
    match said:
        case "near":
            sign = _sign(_NEARLY, text)  # 近 is said where nothing is asked for
            yield from (_put("near", sign, *more) + _else(*more) for more in product(_DIGITS, numerals))
            yield from (_put("near", sign, places) + "/plain" for places in _SHARES if share)
        case "beyond":
            sign = _sign(_SIGNS, text)
            yield from (_put("over", sign, *more) + "/plain" for more in product(_DIGITS, numerals))
        case "least" if claim.approx == "over":
            yield from (_put("floor", *more) for more in product(_DIGITS, numerals))
        case "about":
            yield from (_put("about", *more) + "/plain" for more in product(_DIGITS, numerals))
        case "most":
            yield from (_put("ceil", *more) for more in product(_DIGITS, numerals))
        case "less":
            yield from (_put("above", *more) for more in product(_DIGITS, numerals))
        case "more":
            yield from (_put("below", *more) for more in product(_DIGITS, numerals))
        case "low":  # of a value between the two ends, of which neither is the value itself twice
            yield from (_put(style, *more) for style in ("floor", "below") for more in product(_DIGITS, numerals))
        case "high":
            yield from (_put(style, *more) for style in ("above", "ceil") for more in product(_DIGITS, numerals))
        case _:
            yield from _bare_ways(claim, text, numerals)


def _else(_digits: str, numeral: str) -> str:
    """What stands in where it is not near: of 近九成 the tenths themselves."""
    return f"/{numeral}/plain" if "tenths" in numeral else "/plain"


def _sign(words: str, text: str) -> str:
    """With which of some words a claim begins."""
    found = re.match(words, text)
    return found[0] if found else ""


def _numerals(claim: Claim) -> tuple[str, ...]:
    """In which writing the number may stand."""
    if _PART.search(claim.text):
        return ("part", "half")
    if claim.unit == "倍" and claim.text.endswith("半"):
        return ("half/plain",)
    if claim.unit == "成":
        return ("tenths", "tenths chinese", "tenths arabic")
    return ("", "chinese") if claim.kind == "percent" else _NUMERALS


def _bare_ways(claim: Claim, text: str, numerals: tuple[str, ...]) -> Iterator[str]:
    """Where no word of approximation stands beside the number: exact, or with 余 or 数 inside it."""
    if _TENS.search(text):
        yield _put("tens", "几" if text.startswith("几") else "") + "/plain"
    elif claim.approx == "over" and (sign := _SIGN.search(text)):
        yield from (_put("over", sign[0], *more) + "/plain" for more in product(_DIGITS, numerals))
    elif claim.approx == "exact":
        places = _SHARES if claim.kind == "percent" else ("",)
        yield from (_put(*more) for more in product(places, numerals))


def _ranks(claim: Claim) -> Iterator[Shape]:
    text, unit = claim.text, claim.unit
    word = f" ={unit}" if unit and text.endswith(unit) else ""
    for numeral in ("", " arabic"):
        yield Shape(claim.start, claim.end, f"rank{numeral}{word}/plain")
        yield Shape(claim.start, claim.end, f"front{numeral}{word}/rank{numeral}{word}/plain")
    yield Shape(claim.start, claim.end, "top/rank =位/plain")
    if word:
        yield Shape(claim.start, claim.end - len(unit), "rank/plain bare")


def _words(claim: Claim, text: str) -> Iterator[str]:
    """The figure's own measure word, the text's, or none at all."""
    yield ""
    if claim.unit and text.endswith(claim.unit):
        yield f"={claim.unit}"
    if _LAST_NUMERAL.search(text):
        yield "bare"


def _put(*words: str) -> str:
    return " ".join(filter(None, words)) or "plain"
