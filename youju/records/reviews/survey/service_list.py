"""The Excel file of a survey service: one row an answer, counted and forgotten.

Services put time, address and source before the answers; only the columns that are headed by a question of the survey
are read, and nothing of a row is kept.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from django.utils.translation import gettext_noop

from youju.errors import SheetRefused
from youju.lib.sheets import BadWorkbook, Problem, Said, Scalar, Sheet, Unread, as_text, is_blank, read_workbook
from youju.lib.sheets.values import normal
from youju.lib.text import visible
from youju.phrases import enumerated
from youju.records.reviews.survey.questions import LONGEST_TEXT, Question, bare_question

# The header stands below a title and a note or two.
_HEADER_WITHIN = 10
# What services write where nothing was answered.
_NOTHING = {"(空)", "（空）", "(跳过)", "（跳过）", "-1", "-2", "-3", "无效", "未作答"}
_TYPE = re.compile(r"[\[【（(](?:单选|多选|打分|评分|量表|填空|问答|必答|选填)[^\]】）)]*[\]】）)]")
_LETTER = re.compile(r"^[A-Za-z][.、．:：)）\s]\s*")

NO_SHEET = gettext_noop("no column is headed by a question of this survey: export the answers with the questions")
NO_COLUMN = gettext_noop("no column is headed “%(question)s”: the questions must read as in the survey")
TWICE = gettext_noop("“%(question)s” heads two columns: delete one of them")
NO_OPTION = gettext_noop("“%(value)s” is none of the answers to “%(question)s”: it may be %(options)s")
MANY_UNITS = gettext_noop(
    "this column names several units (%(units)s): make a file for each of them, and enter them one by one"
)
# So many of them are named in the sentence.
_NAMED = 3


@dataclass
class ServiceReading:
    """What a file says in all. rows: answers of which something was read. With any problem nothing may be entered."""

    rows: int = 0
    counts: Counter[tuple[int, int]] = field(default_factory=Counter)
    texts: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)


def read_service(content: BinaryIO, questions: Sequence[Question], units: Collection[str] = ()) -> ServiceReading:
    """Count a file's answers to these questions. units: names of those that may be asked; a file in which a column
    names several of them is no file of one unit, and has a problem. Raises SheetRefused where it is no workbook, or of
    another survey.
    """
    try:
        book = read_workbook(content)
    except BadWorkbook as bad:
        raise SheetRefused([bad.said]) from bad
    found = ((sheet, header) for sheet in book if (header := _header(sheet, questions)) is not None)
    sheet, header = next(found, (None, 0))
    if sheet is None:
        raise SheetRefused([Said(NO_SHEET)])
    reading = ServiceReading()
    places = dict(_places(sheet, header, questions, reading))
    reading.problems += _mixed(sheet, header, set(places.values()), {normal(unit) for unit in units})
    for number, row in enumerate(sheet.rows[header + 1 :], header + 2):
        values = {place: row[column] if column < len(row) else None for place, column in places.items()}
        if not all(map(_is_nothing, values.values())):
            reading.rows += 1
            _count(sheet, number, values, places, questions, reading)
    return reading


def _header(sheet: Sheet, questions: Sequence[Question]) -> int | None:
    """The first row that holds a question, from 0."""
    wanted = {bare_question(question.text) for question in questions}
    rows = enumerate(sheet.rows[:_HEADER_WITHIN])
    return next((at for at, row in rows if wanted & {_heading(value) for value in row}), None)


def _heading(value: Scalar) -> str:
    return bare_question(_TYPE.sub("", _text(value)))


def _places(
    sheet: Sheet, header: int, questions: Sequence[Question], reading: ServiceReading
) -> Iterator[tuple[int, int]]:
    """The column of each question, from 0, by the question's place."""
    headings = [_heading(value) for value in sheet.rows[header]]
    for question in questions:
        columns = [at for at, heading in enumerate(headings) if heading == bare_question(question.text)]
        if len(columns) == 1:
            yield question.place, columns[0]
        else:
            said = Said(TWICE if columns else NO_COLUMN, {"question": question.text})
            reading.problems.append(Problem(sheet.address(header + 1), said))


def _mixed(sheet: Sheet, header: int, asked: set[int], units: set[str]) -> Iterator[Problem]:
    """The columns that are no question's and name more than one of these units. asked: columns of questions, from 0."""
    rows = sheet.rows[header + 1 :]
    for column in range(max(map(len, rows), default=0)):
        if column in asked:
            continue
        named = {normal(_text(row[column])) for row in rows if column < len(row)} & units
        if len(named) > 1:
            said = enumerated(sorted(named)[:_NAMED]) + ("…" if len(named) > _NAMED else "")
            yield Problem(sheet.address(header + 1, column + 1), Said(MANY_UNITS, {"units": said}))


def _count(
    sheet: Sheet, number: int, values: dict[int, Scalar], places: dict[int, int], questions: Sequence[Question],
    reading: ServiceReading,
) -> None:  # fmt: skip
    for question in questions:
        value = values.get(question.place)
        if _is_nothing(value):
            continue
        if not question.choices:
            reading.texts[question.place].append(visible(_text(value))[:LONGEST_TEXT])
        elif option := _option(value, question.choices):
            reading.counts[question.place, option] += 1
        else:
            said = {
                "value": _text(value)[:60],
                "question": question.text,
                "options": enumerated(question.choices),
            }
            at = sheet.address(number, places[question.place] + 1)
            reading.problems.append(Problem(at, Said(NO_OPTION, said)))


def _option(value: Scalar, choices: Sequence[str]) -> int:
    """Which of the answers a cell names, from 1: by its words, with a letter before them, or by its number; else 0."""
    text, offered = normal(_text(value)), [normal(choice) for choice in choices]
    words = [text, _LETTER.sub("", text), text.removesuffix("分")]
    named = next((offered.index(word) + 1 for word in words if word in offered), 0)
    by_number = text.isascii() and text.isdecimal() and not any(choice.isdecimal() for choice in offered)
    return named or (int(text) if by_number and 1 <= int(text[:3]) <= len(choices) else 0)


def _is_nothing(value: Scalar) -> bool:
    return is_blank(value) or _text(value) in _NOTHING


def _text(value: Scalar) -> str:
    """A cell on one line; digits that the spreadsheet has lost as it shows them."""
    try:
        return as_text(value)
    except Unread:
        return str(value)
