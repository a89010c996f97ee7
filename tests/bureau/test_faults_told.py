"""How faults are told: one that goes down a column stands once, with its first and last cell."""

from django.utils import translation

from tests.bureau.book import Book, as_xlsx
from youju.bureau.workbook.preview import down_a_column
from youju.bureau.workbook.reading import read_bureau
from youju.errors import problem_text
from youju.lib.sheets import Problem, Said, listed


def told(*problems: tuple[str, str]) -> list[tuple[str, str]]:
    return [(each.source, str(each.said)) for each in down_a_column([Problem(at, Said(said)) for at, said in problems])]


def test_a_fault_in_rows_that_follow_each_other_is_told_once():
    assert told(("人员!B7", "x"), ("人员!B8", "x"), ("人员!B9", "x")) == [("人员!B7:B9", "x")]


def test_another_fault_between_does_not_part_them():
    assert told(("人员!B7", "x"), ("人员!D7", "y"), ("人员!B8", "x")) == [("人员!B7:B8", "x"), ("人员!D7", "y")]


def test_other_sheets_columns_rows_and_sentences_stay_apart():
    apart = [("人员!B7", "x"), ("人员!B9", "x"), ("人员!C10", "x"), ("人员!B10", "y"), ("成员!B10", "x"), ("成员", "z")]
    assert told(*apart) == apart


def test_a_sheet_of_nearly_the_right_name_is_told_that_name():
    book: Book = {
        "单位表": [["单位名称"], ["青山小学"]],
        "人员": [["姓名", "所在单位"], ["王一", "青山小学"]],
        "成绩": [["分数"], [98]],
    }
    with translation.override("zh-hans"):
        notes = [problem_text(note) for note in read_bureau(as_xlsx(book)).notes]
    assert [note for note in notes if not note.startswith("人员")] == [
        "单位表: 该表不是模板中的表，没有读取：如果是“单位”，请改用这个表名",
        "成绩: 该表不是模板中的表，没有读取",
    ]


def test_what_is_listed_is_joined_as_the_reader_s_language_does():
    said = Said("choose one of %(choices)s", {"choices": listed("甲乙丙", most=2)})
    with translation.override("zh-hans"):
        assert problem_text(said) == "choose one of 甲、乙…"
    with translation.override("en"):
        assert problem_text(said) == "choose one of 甲, 乙…"
