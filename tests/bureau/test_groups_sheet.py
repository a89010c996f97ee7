"""The sheet of groups: a member's post stands in brackets behind the name."""

import pytest

from tests.processor import processor_seconds
from youju.bureau.workbook.groups_sheet import _with_post

# So much a cell of a spreadsheet holds.
_LONGEST = 32_767


@pytest.mark.parametrize(
    ("text", "read"),
    [("王一（组长）", ("王一", "组长")), ("王一", ("王一", "")), ("王一(副(兼)组长)", ("王一", "副(兼)组长")),
     ("（组长）", ("（组长）", ""))],
)  # fmt: skip
def test_the_post_is_what_stands_in_the_brackets(text: str, read: tuple[str, str]):
    assert _with_post(text) == read


def test_a_cell_of_brackets_alone_holds_nobody_up():
    assert processor_seconds(lambda: _with_post("（" * _LONGEST)) < 1
