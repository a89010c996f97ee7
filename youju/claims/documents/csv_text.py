"""The rows of a csv file as text: a line a row, cells between tabs."""

import csv

_DELIMITERS = ",;\t，；"
_SNIFFED = 4096  # characters


def read_csv(text: str) -> str:
    """The rows of a csv text, whatever marks part its cells."""
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(text[:_SNIFFED], _DELIMITERS)
    except csv.Error:
        dialect = "excel"
    return "\n".join(
        "\t".join(" ".join(cell.split()) for cell in row) for row in csv.reader(text.splitlines(), dialect)
    )
