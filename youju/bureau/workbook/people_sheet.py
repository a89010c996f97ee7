"""Sheet 人员: who works where, as what, from when on, and until when. Pupils are not on it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import Heading
from youju.bureau.workbook.people_steps import PostTold
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present, person_number
from youju.bureau.workbook.readers import as_name, as_number, as_person_name
from youju.bureau.workbook.units_sheet import SHEET, unit_labels, written_unit
from youju.lib.sheets import Row, Said, Scalar, Table, as_date

_ENDS_BEFORE = _("the last day is before the first (%(first)s): correct one of the two days")

HEADINGS = (
    Heading("name", _("Person's name"), _("Staff only; pupils are not listed. No identity-card number, no telephone."),
            _("Wang Fang"), required=True, width=14),
    Heading("unit", _("Works in"), _("Name of the unit, as on the sheet of units."), _("Qingshan Primary School"),
            required=True, width=30, offer=unit_labels, offer_from=SHEET),
    Heading("post", _("Post held"), _("For example teacher, headmaster; several posts with 、 between them."),
            _("teacher"), width=18),
    Heading("since", _("First day there"), _("Empty: from always. Whoever moves to another unit needs it."), "",
            sort="date", width=14),
    Heading("until", _("Last day there"),
            _("Only for somebody who leaves. Nobody is taken off a roster because a row is missing."), "",
            sort="date", width=14),
    Heading("number", _("Person number"),
            _("Leave it empty. Only where two people of one unit bear the same name: any different marks, such as 1 "
              "and 2. Rows with the same number are one person. Numbers beginning with P- come from the system."), "",
            width=16),
)  # fmt: skip


@dataclass(frozen=True)
class PersonRow:
    """One row as it was read. unit: its code; number: "" where there is none."""

    row: Row
    name: str
    unit: str
    post: str
    since: date | None
    until: date | None
    number: str

    @property
    def told(self) -> PostTold:
        return PostTold(self.unit, self.post, self.since, self.until)


def read_people(table: Table, planning: Planning) -> list[PersonRow]:
    """The rows that can be planned with; the others' faults go to the plan."""
    rows = [_read(row, planning) for row in table.rows()]
    for told in rows:
        if told.row.problems:
            planning.people.doubt(told.name)
    return [told for told in rows if planning.take(told.row)]


def filled_people(present: Present) -> Iterable[dict[str, Scalar]]:
    """One row a post that is not over, unit by unit."""
    open_posts = [post for post in present.posts if post.until is None or post.until >= present.day]
    places = {code: place for place, code in enumerate([present.home.code, *present.units])}
    for post in sorted(open_posts, key=lambda post: (places.get(post.unit, -1), post.pk)):
        person = present.persons[post.person]
        if post.unit in places:
            yield {
                "name": person.name,
                "unit": written_unit(present, post.unit),
                "post": post.post,
                "since": post.since,
                "until": post.until,
                "number": person_number(person.token),
            }


def namesakes(present: Present) -> Counter[tuple[str, str]]:
    """How many persons of one name hold a post in one unit."""
    held = {(post.unit, post.person) for post in present.posts if post.until is None or post.until >= present.day}
    return Counter((unit, present.persons[person].name) for unit, person in held)


def _read(row: Row, planning: Planning) -> PersonRow:
    told = PersonRow(
        row,
        row.need("name", as_person_name) or "",
        row.need("unit", planning.unit_names.read) or "",
        row.read("post", as_name(40)) or "",
        row.read("since", as_date),
        row.read("until", as_date),
        row.read("number", as_number) or "",
    )
    if told.since and told.until and told.until < told.since:
        row.note("until", Said(_ENDS_BEFORE, {"first": told.since}))
    return told
