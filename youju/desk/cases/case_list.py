"""The list of what runs: of one kind, or of all; mine, overdue, all that is open, what has ended."""

from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.pages import filtered_list
from youju.desk.records.group_text import cases_text
from youju.desk.scope import BUREAU, LOCAL, member_of, units_for
from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.periods import yyyymm
from youju.orgs.members import Member, Role
from youju.orgs.tree import reach
from youju.orgs.units import Unit
from youju.records.case_rights import SIGNING, open_moves
from youju.records.declared.case_columns import DUE, IN_CHARGE
from youju.records.heads.case import Back, Case, Move, came_back
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import CaseKind
from youju.records.kinds import case_kinds, get_case_kind, specific
from youju.records.reading.access import confidential, visible_to
from youju.records.reading.search import words_in
from youju.records.rights import sections_of, units_to_decide_for, within

WHICH = (
    ("open", _("all that is open")),
    ("mine", _("in my charge")),
    ("overdue", _("overdue")),
    ("waiting", _("to confirm")),
    ("ended", _("ended")),
    ("all", _("all")),
)


class Row(NamedTuple):
    """A case in a list. red: what stands in red beside its state; sort: its sort in words; cells: what stands in the
    columns of its kind; back: why it came back to whoever has to act.
    """

    case: Case
    overdue: bool
    red: str = ""
    sort: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    back: Back | None = None


class Tab(NamedTuple):
    """open: how many the list of the kind shows at first."""

    kind: CaseKind
    open: int
    current: bool


class Tabs(NamedTuple):
    """shown: the one that is open first, for a narrow page, then those with most. rest: of which nothing is open."""

    shown: list[Tab]
    rest: list[Tab]


class CaseFilter(forms.Form):
    """What the list can be narrowed by. A value that is no choice narrows to nothing and says so."""

    which = forms.ChoiceField(label=_("which"), required=False)
    sort = forms.ChoiceField(required=False)
    text = forms.CharField(label=_("words, reference"), required=False, max_length=60)
    unit = forms.ChoiceField(label=_("unit, with all below it"), required=False)

    def __init__(self, data: Any, member: Member, kind: CaseKind | None) -> None:
        super().__init__(data)
        self.member, self.kind = member, kind
        self.narrows = {narrow.code: narrow for narrow in kind.narrows} if kind else {}
        which = [*WHICH, *((narrow.code, narrow.label) for narrow in self.narrows.values())]
        units = [(unit.code, str(unit)) for unit in units_for(member, clock.today())]
        sorts = list(kind.sorts().items()) if kind else []
        self.fields["which"].choices = which  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["unit"].choices = [("", _("all")), *units]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["sort"].choices = [("", _("all")), *sorts]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["sort"].label = str(kind.sort_label) if kind else ""
        if not sorts:
            del self.fields["sort"]

    def narrow(self, rows: "QuerySet[Ledgered]") -> "QuerySet[Ledgered]":
        """The rows that match; none where a filter is wrong."""
        if not self.is_valid():
            return rows.none()
        given = self.cleaned_data
        rows = rows.filter(self._which(given["which"] or "open"))
        if given.get("sort"):
            rows = rows.filter(sort=given["sort"])
        if given["text"]:
            rows = rows.filter(words_in(given["text"], [self.kind] if self.kind else case_kinds()))
        if given["unit"]:
            top = Unit.objects.get(code=given["unit"])
            rows = rows.filter(unit__in=reach({top.pk}, yyyymm(clock.today())))
        return rows

    def _which(self, which: str) -> Q:
        if self.kind and which in self.narrows:
            return Q(pk__in=self.kind.model.objects.filter(self.narrows[which].condition()).values("pk"))
        return which_cases(which, self.member, clock.today())


@require_GET
def case_list(request: HttpRequest, code: str = "") -> HttpResponse:
    """What the member may read of what runs, of all kinds or of one, the first due first."""
    member, kind = member_of(request), get_case_kind(code) if code else None
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    filters = CaseFilter(request.GET, member, kind)
    matching = filters.narrow(visible_cases(member, code))
    shown = filtered_list(request, filters, matching)
    cases = [case for case in specific(list(shown["page"].object_list)) if isinstance(case, Case)]
    context = shown | {
        "group_text": _group_text(request, _head(kind), cases, matching),
        "rows": _rows(cases, kind),
        "kind": kind,
        "columns": kind.columns if kind else (IN_CHARGE, DUE),
        "tabs": case_tabs(member, kind),
        "on_pages": kind is not None and kind.section in sections_of(member),
        "may_decide": kind is not None and units_to_decide_for(member, kind.section).exists(),
        "opens": [each for each in (kind and [kind]) or case_kinds() if may_open(member, each)],
        "together": moves_together(member, cases),
        "may_add": kind is not None and may_open(member, kind),
        "asked": urlencode({name: value for name in filters.fields if (value := request.GET.get(name))}),
    }
    return render(request, "desk/cases/case_list.html", context)


def filtered_cases(request: HttpRequest, kind: CaseKind) -> "QuerySet[Ledgered]":
    """What the kind's list shows for an address, all pages of it. Raises NotAllowed as the list does."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    return CaseFilter(request.GET, member, kind).narrow(visible_cases(member, kind.code))


def _group_text(request: HttpRequest, head: str, cases: list[Case], matching: "QuerySet[Ledgered]") -> str:
    """Without what is confidential, which its count leaves out too; empty where nothing is left."""
    told = matching.exclude(confidential())
    open_ones = set(told.filter(pk__in=[case.pk for case in cases]).values_list("pk", flat=True))
    some = [case for case in cases if case.pk in open_ones]
    return cases_text(request, head, some, told.count()) if some else ""


def _head(kind: CaseKind | None) -> str:
    return str(kind.label) if kind else gettext("What runs")


def may_open(member: Member, kind: CaseKind) -> bool:
    """Whether there is a unit for which the member may open a case of this kind."""
    return kind.opens_for(member, kind.section).exists()


def moves_together(member: Member, cases: list[Case]) -> dict[str, str]:
    """The moves that ask nothing and that the member may make with one of these cases at least, by action."""
    found: dict[str, str] = {}
    for case in cases:
        simple = {action for action, move in case.moves.items() if not (move.asks or move.reason or move.takes_back)}
        if simple - found.keys():
            opened = open_moves(member, case)
            found |= {action: str(opened[action].label) for action in simple & opened.keys()}
    return found


def case_tabs(member: Member, here: CaseKind | None) -> Tabs:
    """The kinds of the member's sections, or whose cases take the section of what they come from. One query."""
    listed = [kind for kind in case_kinds() if kind.section in sections_of(member) or not kind.own_section]
    running = visible_cases(member).filter(which_cases("open", member, clock.today())).order_by()
    counts = dict(running.values_list("kind").annotate(Count("pk")))
    tabs = [Tab(kind, counts.get(kind.code, 0), kind is here) for kind in listed]
    shown = [tab for tab in tabs if tab.open or tab.current]
    shown.sort(key=lambda tab: (not tab.current, -tab.open))
    return Tabs(shown, [tab for tab in tabs if tab not in shown])


def _rows(cases: list[Case], kind: CaseKind | None) -> list[Row]:
    today, columns = clock.today(), kind.columns if kind else (IN_CHARGE, DUE)
    texts = [(str(column.label), column.texts(cases)) for column in columns]
    sorts = kind.sorts() if kind else {}
    return [
        row_of(case, today)._replace(
            sort=sorts.get(case.sort, ""), cells=tuple((label, by_pk.get(case.pk, "")) for label, by_pk in texts)
        )
        for case in cases
    ]


def visible_cases(member: Member, code: str = "") -> "QuerySet[Ledgered]":
    """The heads of the cases a member may read, of one kind where it is named, the first due first."""
    codes = [code] if code else [kind.code for kind in case_kinds()]
    return visible_to(member).filter(kind__in=codes).order_by(F("due_on").asc(nulls_last=True), "pk")


def which_cases(which: str, member: Member, today: date) -> Q:
    """One of WHICH as a condition on heads."""
    running, owed, timed, waiting, back = (Q(pk__in=[]) for _condition in range(5))
    for kind in case_kinds():
        running |= Q(kind=kind.code, state__in=kind.model.running())
        owed |= Q(kind=kind.code, state__in=kind.model.owed())
        timed |= Q(kind=kind.code, state__in=kind.model.timed())
        waiting |= Q(kind=kind.code, state__in=kind.model.waiting())
        back |= Q(kind=kind.code, state__in=kind.model.handed_back())
    return {
        "mine": owed & Q(owner=member) | back & (Q(owner=member) | Q(owner=None, author=member)),
        "overdue": timed & Q(due_on__lt=today),
        "waiting": waiting,
        "ended": ~running,
        "all": Q(),
    }.get(which, running)


def cases_in_charge(member: Member, most: int) -> list[Row]:
    """What a member has to do, the first due first; at most so many. What came back says why."""
    today = clock.today()
    heads = list(visible_cases(member).filter(which_cases("mine", member, today))[:most])
    cases = [case for case in specific(heads) if isinstance(case, Case)]
    back = came_back(cases, member)
    return [row_of(case, today)._replace(back=back.get(case.ref)) for case in cases]


def cases_to_decide(member: Member, most: int) -> list[Row]:
    """What waits for a word of an officer, the first due first; at most so many."""
    today = clock.today()
    waiting = visible_cases(member).filter(which_cases("waiting", member, today), within(member, Role.OFFICER))
    return [row_of(case, today) for case in specific(list(waiting[:most])) if isinstance(case, Case)]


def cases_to_sign(member: Member, most: int) -> list[Row]:
    """What waits for a signing leader's own word, the first due first; nothing that they wrote themself."""
    today = clock.today()
    waiting = visible_cases(member).filter(_signed_next(), within(member, Role.SIGNER))
    cases = [case for case in specific(list(waiting[:most])) if isinstance(case, Case)]
    return [row_of(case, today) for case in cases if any(_is_signing(m) for m in open_moves(member, case).values())]


def _signed_next() -> Q:
    """Heads in a state from which a signing leader moves them on."""
    found = Q(pk__in=[])
    for kind in case_kinds():
        moves = kind.model.MOVES
        states = [state for state in kind.model.waiting() if any(map(_is_signing, moves[state].values()))]
        found |= Q(kind=kind.code, state__in=states)
    return found


def _is_signing(move: Move) -> bool:
    return move.right in SIGNING


def row_of(case: Case, today: date) -> Row:
    return Row(case, case.is_overdue(today), case.red_word(today))
