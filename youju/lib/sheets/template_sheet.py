"""What a template is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from youju.lib.sheets.table import Column
from youju.lib.sheets.values import Scalar

FORMATS = {"text": "@", "whole": "0", "decimal": "General", "percent": '0.00"%"', "date": "yyyy-mm-dd"}


@dataclass(frozen=True)
class TemplateSheet:
    """One sheet to fill in. rows: what is filled in already, by the columns' names, below the example."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[dict[str, Scalar]] = ()
