"""How cells are called: columns by letters. openpyxl knows; it takes long to load, and not every command needs it."""


def letters_of(column: int) -> str:
    """The letters of a column counted from 1."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def place_of(address: str) -> tuple[int, int]:
    """Row and column of a cell called as ``B17``, counted from 1. Raises ValueError."""
    from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

    letters, row = coordinate_from_string(address)
    return row, column_index_from_string(letters)
