"""The row that shows in a template how to write, and is no data."""

from youju.lib.sheets.values import Scalar

EXAMPLE = "【示例】"


def is_example(value: Scalar) -> bool:
    """Whether the first cell of a row says that the row is an example."""
    return isinstance(value, str) and value.strip().startswith(EXAMPLE)
