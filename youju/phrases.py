"""Words put together as the reader's language does it: 王芳（青山小学） or Wang Fang (Qingshan), 甲、乙 or a, b.

Not for what is read again (cells of a workbook, names typed into a field), nor for papers, which are Chinese.
"""

from collections.abc import Iterable

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _


def reader_language() -> str:
    """The language now active, as papers and manual pages are named: zh or en; zh where none is."""
    return (get_language() or "zh")[:2]


def reads_chinese() -> bool:
    return reader_language() == "zh"


def bracketed(text: object, beside: object) -> str:
    """The text with what belongs to it in brackets; the text alone where nothing does."""
    return _("%(text)s (%(beside)s)") % {"text": text, "beside": beside} if beside else str(text)


def enumerated(words: Iterable[object]) -> str:
    """Things of one sort, in one breath."""
    return _(", ").join(map(str, words))


def duration(minutes: int) -> str:
    """Minutes as “12小时30分钟”, never rounded; whole hours alone where no minutes are left."""
    hours, rest = divmod(minutes, 60)
    if not rest and hours:
        return _("%(hours)s h") % {"hours": hours}
    return (_("%(hours)s h %(minutes)s min") if hours else _("%(minutes)s min")) % {"hours": hours, "minutes": rest}


def in_clauses(parts: Iterable[object]) -> str:
    """Several things said of one, parted by commas."""
    return pgettext("between clauses", ", ").join(map(str, parts))


def side_by_side(sentences: Iterable[object]) -> str:
    """What has commas within, parted by semicolons."""
    return _("; ").join(map(str, sentences))
