"""What the hotline 12345 exports: one line an order; each becomes an inquiry, known by the hotline's number."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from youju.lib import clock
from youju.lib.batches import batches
from youju.lib.sheets import Column, Problem, Row, Said, Table, Unread, as_date, as_lines, as_moment, as_text
from youju.lib.text import visible
from youju.orgs.units import Unit
from youju.records.declared.record_lists import ListedRecord, OpeningList
from youju.records.forms.unit_field import NamedUnits, offered_units
from youju.records.inquiries.channels import Channel, InquirySort
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.circles import HANDLES_ACCUSATIONS
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.topic.models import Topic

NO_SORT = gettext_noop("“%(word)s” is no sort of inquiry: write 咨询, 建议, 求助, 投诉, 举报 or 信息公开")
TO_COME = gettext_noop("this day has not come yet")
OTHERWISE = gettext_noop("this number stands in row %(row)s with another text: one number is one inquiry")
TOO_LONG = gettext_noop("longer than %(most)s characters: shorten it")
NOBODY = gettext_noop("an accusation must name a unit of the bureau, by its full or short name")
NOT_THERE = gettext_noop("a school or town does not handle accusations: choose the bureau or an office")

# What the hotline calls it. A complaint that names one of our units is kept from it, as an accusation is.
_SORTS: Mapping[str, InquirySort] = {
    "咨询": InquirySort.QUESTION, "建议": InquirySort.SUGGESTION, "意见": InquirySort.SUGGESTION,
    "求助": InquirySort.APPEAL, "诉求": InquirySort.APPEAL, "求决": InquirySort.APPEAL, "投诉": InquirySort.APPEAL,
    "举报": InquirySort.ACCUSATION, "投诉举报": InquirySort.ACCUSATION, "信息公开": InquirySort.DISCLOSURE,
}  # fmt: skip
_MIDNIGHT = "00:00"
_COMPLAINT = "投诉"
# The longest that the columns of an inquiry and of its asker hold.
_TITLE, _TEXT, _NUMBER = 120, 4000, 40
_ASKER = {"name": 40, "phone": 40, "address": 120}


class _Known(NamedTuple):
    """What the cells of a table may name."""

    units: NamedUnits
    topics: Mapping[str, Topic]
    handler: Unit


class _Came(NamedTuple):
    """time: as 14:30, empty where only the day is given, which a spreadsheet keeps as midnight."""

    day: date
    time: str


def _columns() -> Sequence[Column]:
    return (
        Column("number", str(_("number of the order")), ("工单编号", "工单号", "诉求编号", "受理编号", "编号"),
               required=True, width=22),
        Column("came", str(_("received on")), ("来电时间", "受理时间", "创建时间", "登记时间", "收到日期"),
               required=True, width=17),
        Column("sort", str(_("sort of inquiry")), ("诉求类型", "工单类型", "诉求类别", "类型"), required=True),
        Column("title", str(_("subject")), ("工单标题", "诉求标题", "标题", "事由"), width=34),
        Column("text", str(_("text")), ("诉求内容", "工单内容", "来电内容", "主要内容", "内容"),
               required=True, width=48),
        Column("topic", str(_("topic")), ("主题", "诉求主题", "内容分类")),
        Column("about", str(_("unit it is about")), ("涉及单位", "被反映单位", "涉事单位", "被诉单位"), width=22),
        Column("name", str(pgettext_lazy("asker", "name")), ("来电人", "诉求人", "姓名", "联系人")),
        Column("phone", str(_("telephone")), ("来电号码", "联系电话", "联系方式", "电话")),
        Column("address", str(_("address")), ("联系地址", "诉求人地址", "地址")),
    )  # fmt: skip


def _read(table: Table, unit: Unit) -> tuple[list[ListedRecord], list[Problem]]:
    """The inquiries that the lines make for a unit, in the order of the table; a line that stands twice is one."""
    topics = {topic.name: topic for topic in Topic.objects.all() if isinstance(topic, Topic)}
    known = _Known(NamedUnits(offered_units().prefetch_related("aliases")), topics, unit)
    found: dict[tuple[str, ...], tuple[int, ListedRecord]] = {}
    problems: list[Problem] = []
    for row in table.rows():
        listed = _line(row, known)
        if listed is not None:
            first, same = found.setdefault(listed.key, (row.number, listed))
            if same.values != listed.values:
                row.note("number", Said(OTHERWISE, {"row": first}))
        problems += row.problems
    return [listed for _number, listed in found.values()], problems


def _line(row: Row, known: _Known) -> ListedRecord | None:
    number, came = row.need("number", as_text) or "", row.need("came", _came)
    text, word = visible(row.need("text", as_lines) or "").strip(), row.need("sort", as_text) or ""
    title, topic = visible(row.read("title", as_text) or ""), row.read("topic", as_text) or ""
    given = AskerValues(*(visible(row.read(name, as_text) or "") for name in AskerValues._fields))
    about, sort = _about(row, known), _sort(row, word)
    if came and came.day > clock.today():
        row.note("came", Said(TO_COME))
    if about and word == _COMPLAINT:
        sort = InquirySort.ACCUSATION
    if sort == InquirySort.ACCUSATION:
        _note_unhandled(row, about, known.handler)
    text = _whole(row, text, title, about)
    _note_long(row, number, text, given)
    if row.problems or came is None:
        return None
    values: dict[str, Any] = {
        "unit": known.handler, "channel": Channel.HOTLINE, "sort": sort, "text": text, "about_unit": about,
        "title": title if len(title) <= _TITLE else "", "topic": known.topics.get(topic), "asker": given,
        "happened": came.day, "received_time": came.time,
        "foreign_number": number,
    }  # fmt: skip
    said = {"number": number, "day": came.day, "title": title or text[:_NUMBER]}
    return ListedRecord((number,), values, _text("%(number)s, %(day)s: %(title)s") % said)


def _came(value: Any) -> _Came | None:
    """Raises Unread."""
    try:
        moment = as_moment(value)
    except Unread:
        day = as_date(value, clock.today().year)
        return _Came(day, "") if day else None
    if moment is None:
        return None
    at = localtime(moment if moment.tzinfo else make_aware(moment))
    clock_time = f"{at:%H:%M}"
    return _Came(clock.day_of(at), "" if clock_time == _MIDNIGHT else clock_time)


def _sort(row: Row, word: str) -> InquirySort | None:
    by_label = {str(sort.label): sort for sort in InquirySort}
    sort = _SORTS.get(word) or by_label.get(word)
    if word and sort is None:
        row.note("sort", Said(NO_SORT, {"word": word}))
    return sort


def _about(row: Row, known: _Known) -> Unit | None:
    """The unit that is named; None where none of ours is, which is no fault but of an accusation."""
    name = row.read("about", as_text) or ""
    try:
        return known.units.find(name) if name else None
    except Unread:
        return None


def _note_unhandled(row: Row, about: Unit | None, handler: Unit) -> None:
    if about is None:
        row.note("about", Said(NOBODY))
    if handler.kind not in HANDLES_ACCUSATIONS:
        row.note("sort", Said(NOT_THERE))


def _whole(row: Row, text: str, title: str, about: Unit | None) -> str:
    """The text with what found no field: a subject that is too long, a unit that is none of ours."""
    name = row.read("about", as_text) or ""
    more = [_text("Unit it is about: %s") % name] if name and about is None else []
    return "\n".join([*([title] if len(title) > _TITLE else []), text, *more])


def _note_long(row: Row, number: str, text: str, given: AskerValues) -> None:
    lengths = {"number": (number, _NUMBER), "text": (text, _TEXT)}
    lengths |= {name: (value, _ASKER[name]) for name, value in given._asdict().items()}
    for name, (value, longest) in lengths.items():
        if len(value) > longest:
            row.note(name, Said(TOO_LONG, {"most": longest}))


def _there(keys: Collection[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Those of the numbers that were taken in, by a list or by hand."""
    found: set[tuple[str, ...]] = set()
    for batch in batches([number for (number,) in keys]):
        rows = Inquiry.objects.filter(channel=Channel.HOTLINE, foreign_number__in=batch).order_by()
        found.update((number,) for number in rows.values_list("foreign_number", flat=True))
    return found


HOTLINE_LIST = OpeningList(
    label=_("Export of the hotline"),
    help=_("What the hotline 12345 exports, one line an order. Read twice, each is taken in once, by its number."),
    columns=_columns,
    read=_read,
    there=_there,
)
