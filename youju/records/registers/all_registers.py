"""The explicit list of registers. To add one: copy the folder of another, and name it here.

Folders, not objects, for the reason that kinds.py gives.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from youju.errors import NotFound
from youju.records.counting.measures import Category

if TYPE_CHECKING:
    from youju.records.registers.register import Register, RegisterRow

FOLDERS = (
    "publicity.outlet",
    "publicity.channel",
    "honours.title",
    "inquiries.topic",
    "inquiries.rule",
    "inquiries.wording",
    "inquiries.series",
)

# For the settings: each folder is a Django application with its table and texts.
APPLICATIONS = tuple(f"youju.records.{folder}" for folder in FOLDERS)


@cache
def registers() -> "tuple[Register, ...]":
    """Every register, in the order of the list."""
    return tuple(import_module(f"{application}.register").REGISTER for application in APPLICATIONS)


def get_register(code: str) -> "Register":
    """The register of this code. Raises NotFound."""
    for register in registers():
        if register.code == code:
            return register
    raise NotFound()


def register_categories(code: str, measure: str = "") -> dict[str, Category]:
    """The rows of a register as categories of a measure, retired ones too: texts go on speaking of them. One query."""
    rows: list[RegisterRow] = list(get_register(code).model.objects.standing())
    return {
        row.code: Category(row.code, row.name, row.name, row.names[1:]) for row in rows if row.is_category_of(measure)
    }
