"""The file of a survey service: counted by its headings, nothing of a row kept, every fault at its cell."""

import io
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import Workbook

from tests.records.reviews.surveys import opened
from youju.errors import SheetRefused, problem_text
from youju.records.reviews.survey.counting import Counted, counts_enter
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.service_list import ServiceReading, read_service
from youju.records.reviews.survey.tallies import Method

# As such services head their columns, before the questions too.
HEADER = ["序号", "提交答卷时间", "所用时间", "来源", "来自IP", "1、您对学校工作总体是否满意？[单选题]",
          "2.您给食堂打几分", "3、您的意见建议（选填）"]  # fmt: skip
BEFORE = [1, "2025/3/14 9:05:12", "35秒", "微信", "10.1.2.3(云南-昆明)"]


def book(*rows: Sequence[Any], header: Sequence[Any] = HEADER) -> io.BytesIO:
    made = Workbook()
    page = made.active
    assert page is not None
    for row in (header, *rows):
        page.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out


def read(survey: Survey, content: io.BytesIO) -> ServiceReading:
    return read_service(content, list(survey.questions.all()))


def test_words_letters_and_numbers_name_an_answer(cast: SimpleNamespace):
    rows = [[*BEFORE, "满意", 5, ""], [*BEFORE, "B.基本满意", "4分", "(空)"], [*BEFORE, 3, 5.0, "多通风"]]
    reading = read(opened(cast), book(*rows, [*BEFORE, "(跳过)", "", ""]))
    assert reading.rows == 3 and not reading.problems
    assert dict(reading.counts) == {(1, 1): 1, (1, 2): 1, (1, 3): 1, (2, 5): 2, (2, 4): 1}
    assert dict(reading.texts) == {3: ["多通风"]}


def test_faults_are_named_by_their_cells(cast: SimpleNamespace):
    rows = [[*BEFORE, "很满意", 5, ""], [*BEFORE, "满意", 6, "=1+1<script>"]]
    problems = [problem_text(problem) for problem in read(opened(cast), book(*rows)).problems]
    assert [problem.partition(":")[0] for problem in problems] == ["Sheet!F2", "Sheet!G3"]


def test_a_file_in_which_a_column_names_several_units_is_not_entered_for_one_of_them(cast: SimpleNamespace):
    survey, header = opened(cast), [*HEADER, "您所在学校"]
    mixed = [[*BEFORE, "满意", 5, "", "青山小学"], [*BEFORE, "满意", 5, "", "镜湖小学"]]
    content, units = book(*mixed, header=header), ["青山小学", "镜湖小学"]
    reading = read_service(content, list(survey.questions.all()), units)
    assert [problem_text(problem).partition(":")[0] for problem in reading.problems] == ["Sheet!I1"]
    same = book(mixed[0], mixed[0], header=header)
    assert not read_service(same, list(survey.questions.all()), units).problems


def test_a_missing_or_doubled_question_is_said(cast: SimpleNamespace):
    header = [*HEADER[:6], HEADER[5], HEADER[7]]
    problems = read(opened(cast), book([*BEFORE, "满意", "满意", ""], header=header)).problems
    assert len(problems) == 2


@pytest.mark.parametrize(
    "content", [io.BytesIO(b"PK no workbook"), io.BytesIO(b""), book(["甲", "乙"], header=["姓名", "成绩"])],
    ids=["no workbook", "empty", "of something else"],
)  # fmt: skip
def test_a_file_of_something_else_is_refused(cast: SimpleNamespace, content: io.BytesIO):
    with pytest.raises(SheetRefused):
        read(opened(cast), content)


def test_the_same_file_twice_changes_nothing(cast: SimpleNamespace):
    survey = opened(cast)
    content = book(*([*BEFORE, "满意", 5, "好"] for _row in range(6)), [*BEFORE, "不满意", 1, "路太窄"])
    told = []
    for _time in range(2):
        reading = read(survey, content)
        counted = Counted(9, reading.rows, reading.counts, reading.texts)
        counts_enter(survey=survey, unit=cast.hill, method=Method.SERVICE, counted=counted, actor=cast.bob)
        tallies = list(survey.tallies.order_by("question", "option").values_list("question", "option", "n"))
        told.append((tallies, sorted(survey.boxes.get().texts), survey.answers()))
    assert told[0] == told[1]
    assert told[0][1] == ["好"] * 6 + ["路太窄"] and told[0][2] == 7
