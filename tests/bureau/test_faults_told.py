"""How faults are told: one that goes down a column stands once, with its first and last cell."""

from youju.bureau.workbook.preview import down_a_column
from youju.lib.sheets import Problem, Said


def told(*problems: tuple[str, str]) -> list[tuple[str, str]]:
    return [(each.source, str(each.said)) for each in down_a_column([Problem(at, Said(said)) for at, said in problems])]


def test_a_fault_in_rows_that_follow_each_other_is_told_once():
    assert told(("人员!B7", "x"), ("人员!B8", "x"), ("人员!B9", "x")) == [("人员!B7:B9", "x")]


def test_another_fault_between_does_not_part_them():
    assert told(("人员!B7", "x"), ("人员!D7", "y"), ("人员!B8", "x")) == [("人员!B7:B8", "x"), ("人员!D7", "y")]


def test_other_sheets_columns_rows_and_sentences_stay_apart():
    apart = [("人员!B7", "x"), ("人员!B9", "x"), ("人员!C10", "x"), ("人员!B10", "y"), ("成员!B10", "x"), ("成员", "z")]
    assert told(*apart) == apart
