"""A check sheet as a page of its own that needs nothing from elsewhere."""

from django.template.loader import render_to_string

from youju.claims.sheet.sheet import Sheet, meaning
from youju.claims.sheet.words import facts, words


def context(sheet: Sheet) -> dict[str, object]:
    """What the templates of a sheet are filled with."""
    return {"sheet": sheet, "words": words(sheet), "facts": facts(sheet), "meaning": meaning()}


def to_html(sheet: Sheet) -> bytes:
    """The page in UTF-8, with its own styles, ready to be printed."""
    return render_to_string("claims/sheet.html", context(sheet)).encode()
