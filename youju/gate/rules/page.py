"""The lines of one part, in one spelling, with the tables among them: a column's name tells what its cells are."""

import re
from collections.abc import Sequence
from functools import cached_property

from youju.gate.rules.plain import plain
from youju.gate.rules.table import Table, cells, tables
from youju.lib.patterns import late

_HEADS = late(
    r"姓名|名字|名单|学生|考生|学号|考号|准考证|身份证|证件|电话|手机|联系方式|座机|住址|地址|居住|卡号|账号|账户|微信|QQ|邮箱|成绩|分数|得分|总分|名次|排名"
    r"|监护人|家长|户主",
    re.IGNORECASE,
)
_CLAUSE = late(r"[。;!?；\t|]")


class Page:
    """title: the part's name, which may say what its tables are about; texts: its lines."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        self.title = plain(title)
        self.texts = tuple(map(plain, lines))
        self._rows: dict[int, list[tuple[int, int, str]]] = {}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        return tuple(tables(self.texts, _HEADS))

    @cached_property
    def _table_of(self) -> dict[int, Table]:
        return {row: table for table in self.tables for row in table.rows}

    def table_at(self, line: int) -> Table | None:
        """The table that a line is a row of."""
        return self._table_of.get(line)

    def column(self, line: int, at: int) -> str:
        """The name of the column in which a character of a row stands; "" outside a table."""
        return next((column for _start, end, column in self.row(line) if at < end), "")

    def row(self, line: int) -> list[tuple[int, int, str]]:
        """The cells of a row with what is in them: start, end, and the name of the column. None outside a table."""
        if line not in self._rows:
            self._rows[line] = self._read_row(line)
        return self._rows[line]

    def _read_row(self, line: int) -> list[tuple[int, int, str]]:
        table = self.table_at(line)
        if table is None:
            return []
        found = cells(self.texts[line])[: len(table.columns)]
        return [(cell.start, cell.end, table.columns[place]) for place, cell in enumerate(found) if cell.text]

    def told(self, line: int, at: int, *, most: int = 24) -> str:
        """What is said of a place by the words before it: its column's name, then its clause, ``most`` characters."""
        before = _CLAUSE.split(self.texts[line][max(0, at - most) : at])[-1]
        return f"{self.column(line, at)} {before}"

    def told_of(self, line: int) -> str:
        """What a row's table is about: the names of its columns; "" outside a table."""
        table = self.table_at(line)
        return " ".join(table.columns) if table else ""

    def around(self, line: int, above: int = 4) -> str:
        """A line with its part's name and the lines above it: what it is about."""
        return "\n".join((self.title, *self.texts[max(0, line - above) : line + 1]))
