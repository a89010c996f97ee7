"""交接: who has what in hand, and handing it to somebody else after a look."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Case, Count, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import LineField
from youju.desk.scope import member_of
from youju.duty.leaving import member_leave, shifts_ahead, shifts_kept
from youju.duty.shifts import Shift
from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.keeping import managed_units, require_manager
from youju.orgs.members import Member
from youju.phrases import bracketed, enumerated, in_clauses
from youju.records.forms.case_forms import OwnerField
from youju.records.forms.choosing import let_choose
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import EDITABLE
from youju.records.kinds import case_kinds
from youju.records.reading.access import is_withheld, withheld_from
from youju.records.rights import workers
from youju.records.verbs.handover import InHand, in_hand, may_take

_SHOWN = 5


class HandOverForm(forms.Form):
    to = OwnerField(label=gettext_lazy("handed to"), queryset=Member.objects.none())
    reason = LineField(label=gettext_lazy("reason"), max_length=200)

    def __init__(self, *args: Any, member: Member, held: InHand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [each.pk for each in _colleagues(member, held) if may_take(each, held)]
        beside = Case(When(unit=member.unit_id, then=0), default=1)  # most go to somebody of the same unit
        to = Member.objects.filter(pk__in=fitting).select_related("unit").order_by(beside, "username")
        let_choose(self, "to", to)
        self.fields["to"].help_text = (
            _("Members who may do all of it: of the same unit, or with the right for it.")
            if fitting
            else _("Nobody may take over all of it. Give a colleague of the unit the same role first, under “Members”.")
        )


@require_GET
def hand_over_list(request: HttpRequest) -> HttpResponse:
    """The members with something in hand, whoever has most first; ``?text=`` narrows by name, log-in name and unit."""
    member = member_of(request)
    require_manager(member)
    text = " ".join(request.GET.get("text", "").split())[:40]
    context = {"rows": _rows(_named(_managed(member), text), member), "text": text}
    return render(request, "desk/handover/hand_over_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, code: str) -> HttpResponse:
    """Hand over what the member of this username has in hand."""
    actor = member_of(request)
    require_manager(actor)
    member = _managed(actor).filter(username=code).first()
    if member is None:
        raise NotFound()
    held, shifts = in_hand(member), shifts_ahead(member)
    shown = held._replace(cases=tuple(case for case in held.cases if not is_withheld(actor, case)))

    def act(values: Values) -> Done:
        left = member_leave(member=member, to=values["to"], actor=actor, reason=values["reason"])
        told = counted(shown if left.held == held else left.held, left.shifts)
        words = {"who": member, "to": values["to"], "what": told}
        said = [_("%(who)s has handed over to %(to)s: %(what)s.") % words, *_staying(left.kept, values["to"])]
        return Done(" ".join(said), reverse("hand-over"))

    def foretell(values: Values) -> list[str]:
        kept = shifts_kept(shifts, values["to"])
        words = {"who": member, "to": values["to"], "what": counted(shown, len(shifts) - len(kept))}
        return [
            _("%(what)s of %(who)s go to %(to)s.") % words,
            *_titles(shown),
            *_staying(kept, values["to"]),
            _("What %(who)s handed in before stays under that name. The account stays as it is.") % words,
        ]

    note = counted(shown, len(shifts)) or _("Nothing in hand: no draft, no running case, no list of a group, no shift.")
    change = Change(
        heading=_("Hand over: %s") % member,
        form=HandOverForm(request.POST or None, member=member, held=held),
        act=act,
        foretell=foretell,
        back=reverse("hand-over"),
        place=_("Handover"),
        button=_("Hand it over"),
        note=note,
    )
    return change_page(request, change)


def counted(held: InHand, shifts: int) -> str:
    """What somebody has in hand, as numbers: 3 drafts, 2 running cases, 1 list of a group; empty for nothing."""
    drafts, cases, groups = map(len, held)
    words = [
        ngettext("%(count)d draft", "%(count)d drafts", drafts) % {"count": drafts} if drafts else "",
        ngettext("%(count)d running case", "%(count)d running cases", cases) % {"count": cases} if cases else "",
        ngettext("%(count)d list of a group", "%(count)d lists of groups", groups) % {"count": groups}
        if groups
        else "",
        ngettext("%(count)d shift", "%(count)d shifts", shifts) % {"count": shifts} if shifts else "",
    ]
    return enumerated(filter(None, words))


def _staying(kept: Sequence[Shift], to: Member) -> list[str]:
    """That some shifts stay with whoever leaves, since the other is not in their roster."""
    days = enumerated(bracketed(shift.day, shift.group) for shift in kept[:_SHOWN])
    words = {"count": len(kept), "to": to, "days": days}
    return [_("%(count)d shifts stay, %(to)s is not in the roster then: %(days)s.") % words] if kept else []


def _titles(held: InHand) -> list[str]:
    """Some of the names, so that whoever hands over knows what it is; drafts are told by their number alone.

    Cases of one title are told apart by their refs.
    """
    times = Counter(case.title for case in held.cases)
    titles = [bracketed(case.title, case.ref if times[case.title] > 1 else "") for case in held.cases]
    titles += [str(group) for group in held.groups]
    said, rest = [enumerated(titles[:_SHOWN])], len(titles) - _SHOWN
    if rest > 0:
        said.append(ngettext("and %(count)d more", "and %(count)d more", rest) % {"count": rest})
    return [in_clauses(said)] if titles else []


def _managed(actor: Member) -> QuerySet[Member]:
    return Member.objects.filter(unit__in=managed_units(actor)).select_related("unit")


def _named(members: QuerySet[Member], text: str) -> QuerySet[Member]:
    """Those whose name, log-in name or unit holds each word."""
    for word in text.split():
        unit = Q(unit__name__icontains=word) | Q(unit__short_name__icontains=word)
        members = members.filter(Q(name__icontains=word) | Q(username__icontains=word) | unit)
    return members


def _rows(members: QuerySet[Member], reader: Member) -> list[tuple[Member, int, int, int, int]]:
    """Each with drafts, cases, lists and shifts; those without any are left out. A few queries."""
    running = Q()
    for kind in case_kinds():
        running |= Q(kind=kind.code, state__in=kind.model.running())
    drafts = _counts(Ledgered.objects.filter(state__in=EDITABLE), "author")
    cases = _counts(Ledgered.objects.filter(running).exclude(withheld_from(reader)), "owner") if running else {}
    lists = dict(
        members.filter(kept_groups__group__closed=None).annotate(lists=Count("kept_groups")).values_list("pk", "lists")
    )
    shifts = _shifts(members)
    rows = [
        (member, drafts.get(member.pk, 0), cases.get(member.pk, 0), lists.get(member.pk, 0), shifts.get(member.pk, 0))
        for member in members.order_by("username")
    ]
    return sorted((row for row in rows if any(row[1:])), key=lambda row: -sum(row[1:]))


def _shifts(members: QuerySet[Member]) -> dict[int, int]:
    """How many shifts each has from today on, on duty or as deputy."""
    found: Counter[int] = Counter()
    for whose in ("person__member", "deputy__member"):
        rows = Shift.objects.filter(**{f"{whose}__in": members}, day__gte=clock.today()).order_by()
        found.update(rows.values_list(whose, flat=True))
    return found


def _counts(heads: QuerySet[Ledgered], whose: str) -> dict[int, int]:
    counted = heads.order_by().values(whose).annotate(times=Count("pk")).values_list(whose, "times")
    return {member: times for member, times in counted if member is not None}


def _colleagues(member: Member, held: InHand) -> QuerySet[Member]:
    """Who might take it over: the members of the unit, and those who work for the unit of the first thing."""
    same = Member.objects.filter(unit=member.unit_id, is_active=True).exclude(pk=member.pk)
    first = next((each.unit_id for part in held for each in part), member.unit_id)
    return (same | workers(first).exclude(pk=member.pk)).distinct()
