"""Where the lines of a title end."""

import pytest

from youju.summaries.paper.title import MOST, title_lines, width


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("2025年工作总结", ["2025年工作总结"]),
        ("关于青禾县教育局2025年|宣传思想工作的报告", ["关于青禾县教育局2025年", "宣传思想工作的报告"]),
        (
            "青禾县教育局2025年度宣传思想工作暨精神文明建设工作总结",
            ["青禾县教育局2025年度", "宣传思想工作暨精神文明建设工作总结"],
        ),
    ],
)
def test_lines_end_where_a_reader_pauses(title: str, lines: list[str]) -> None:
    assert title_lines(title) == lines


@pytest.mark.parametrize("length", range(1, 90, 4))
def test_no_line_is_longer_than_the_page_is_wide(length: int) -> None:
    title = ("青禾县教育局关于2025年度宣传思想工作的总结和2026年的打算" * 4)[:length]
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(width(line) <= 2 * MOST for line in lines)
