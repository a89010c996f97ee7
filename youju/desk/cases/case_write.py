"""Opening a case, and making one of its moves."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.cases.case_page import case_page, files_form, move_form
from youju.desk.records.evidence_forms import FilesForm
from youju.desk.records.kind_form import is_redraw, sent
from youju.desk.records.messages import forget_message, kept_photos, message_for
from youju.desk.records.seen_versions import version_of
from youju.desk.records.uploads import end_transfers, receive_all
from youju.desk.scope import member_of
from youju.errors import NotAllowed, YoujuError
from youju.evidence.errors import FileRefused
from youju.gate.errors import NotThroughGate
from youju.orgs.members import Member
from youju.records.case_rights import may_move
from youju.records.errors import NewerVersion, NoSuchMove
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.refs import new_ref
from youju.records.heads.sections import Section
from youju.records.kinds import get_case_kind, specific
from youju.records.reading.access import get_case_for, get_head_for, is_withheld
from youju.records.verbs.case_verbs import case_move, case_open, cases_move
from youju.records.verbs.record_begin import record_begin_after

# So long a title may be; and the state of a case of which an officer hears first.
_TITLE, _REPORTED = 120, "reported"
# Refusals that no other words in the form would mend; and those that have a page of their own.
_BEYOND, _OWN_PAGE = (403, 404), (NewerVersion, NotThroughGate)


@require_http_methods(["GET", "HEAD", "POST"])
def case_new(request: HttpRequest, code: str) -> HttpResponse:
    """Open a case, by itself or from a record (``?source=``)."""
    member, kind = member_of(request), get_case_kind(code)
    named = request.POST.get("source") or request.GET.get("source")
    source = specific([get_head_for(member, named)])[0] if named else None
    section = Section(source.section) if source else kind.section
    if not kind.opens_for(member, section).exists():
        raise NotAllowed()
    # The reference travels with the form: sent twice, it is still one case.
    ref = request.POST.get("ref") or new_ref(kind.code)
    data = request.POST if sent(request) else None
    about = (request.GET.get("about") or _raised_by(source))[:400]  # words of the record, that the case is about
    message = message_for(request, kind, member)
    initial: dict[str, Any] = {"title": about[:_TITLE], "note": about} if about else {}
    initial |= message.values if message else {}
    typed = kind.opens.typed(request.POST) if is_redraw(request) else {}
    form = kind.opens(data, initial=initial | typed, actor=member, source=source, section=section)
    if message:
        message.mark(form)
    files = _files(request, member)
    refused = 0
    if form.is_bound and (form.is_valid() & files.is_valid()):
        try:
            received = receive_all(files.chosen(), member) if kind.files else []
        except FileRefused as refusal:
            files.add_error("uploads", str(refusal))
        else:
            try:
                case = case_open(
                    kind=kind, values=form.cleaned_data, actor=member, ref=ref, section=section, files=received
                )
            except YoujuError as refusal:
                refused = said_in_form(form, refusal)
            else:
                end_transfers(files.chosen())
                forget_message(request)
                messages.success(request, _opened(case))
                return _shown_after(request, case, member)
    context = {"kind": kind, "form": form, "files": files, "ref": ref, "source": source, "message": message}
    status = refused or (422 if form.errors or files.errors else 200)
    return render(request, "desk/cases/case_new.html", context, status=status)


def _files(request: HttpRequest, member: Member) -> FilesForm:
    """The files that come with an opening; those of a group message are there already."""
    if sent(request):
        return FilesForm(request.POST, request.FILES, auto_id="case_%s", member=member)
    return FilesForm(initial={"transfers": kept_photos(request)}, auto_id="case_%s", member=member)


def _shown_after(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    """The page of the case; the list, where what was written is kept from whoever wrote it."""
    if is_withheld(member, case):
        messages.info(request, _("It is kept from you from now on: those who may read it have it in their list."))
        return redirect("cases-of", case.kind)
    return redirect("case", case.ref)


def said_in_form(form: forms.BaseForm, refusal: YoujuError) -> int:
    """Say in the form why a verb refused what was typed, so that nothing of it is lost; the status of the page.

    Raises again what another form would not mend: a right, a newer version, a gate with a page of its own.
    """
    if refusal.status in _BEYOND or isinstance(refusal, _OWN_PAGE):
        raise refusal
    form.add_error(None, str(refusal))
    return refusal.status


def _raised_by(source: Ledgered | None) -> str:
    return specific([source])[0].raises() if source else ""


def _opened(case: Case) -> str:
    if case.standing():
        return _("“%s” is open and counts from now on.") % case.title
    if case.state == _REPORTED:
        return _("“%s” is reported. It counts once an officer has confirmed it.") % case.title
    return _("“%(title)s” is entered. It stands at: %(state)s.") % {"title": case.title, "state": case.state_label}


@require_POST
def cases_act(request: HttpRequest, code: str, action: str) -> HttpResponse:
    """Make one move that asks nothing with several cases: all of them, or none. Raises as ``cases_move``.

    One that asks something, as a signature, is made on the page of each.
    """
    member = member_of(request)
    kind = get_case_kind(code)
    cases = [get_case_for(member, ref) for ref in request.POST.getlist("case")]
    if any(case.kind != kind.code or (action in case.moves and case.moves[action].asks) for case in cases):
        raise NotAllowed()
    done = cases_move(cases=cases, action=action, actor=member)
    messages.success(request, ngettext("%(count)d is confirmed.", "%(count)d are confirmed.", done) % {"count": done})
    return redirect("cases-of", code)


@require_POST
def case_act(request: HttpRequest, ref: str, action: str) -> HttpResponse:
    """Make one move, with its evidence. What has to be mended is said in the case's page."""
    member = member_of(request)
    case = get_case_for(member, ref)
    move = case.moves.get(action)
    if move is None:
        raise NoSuchMove(title=case.title, state=case.state_label)
    if not may_move(member, case, move):
        raise NotAllowed()
    if is_redraw(request):
        typed = get_case_kind(case.kind).move_form.typed(request.POST)
        drawn = move_form(case, action, move, member, initial=typed)
        return case_page(request, case, member, wrong={action: drawn}, status=200)
    form = move_form(case, action, move, member, request.POST)
    files = files_form(action, member, request.POST, request.FILES)
    if not (form.is_valid() & files.is_valid()):
        return case_page(request, get_case_for(member, ref), member, wrong={action: form}, files=files)
    try:
        received = receive_all(files.chosen(), member)
    except FileRefused as refusal:
        files.add_error("uploads", str(refusal))
        return case_page(request, get_case_for(member, ref), member, wrong={action: form}, files=files)
    try:
        moved = case_move(
            case=get_case_for(member, ref),  # validating wrote the typed values into the first one
            action=action,
            actor=member,
            version=version_of(request),
            reason=form.cleaned_data["reason"],
            values=form.cleaned_data,
            files=received,
        )
    except YoujuError as refusal:
        there = get_case_for(member, ref)
        if action not in there.moves or not may_move(member, there, move):  # its form stands on the page no more
            raise
        status = said_in_form(form, refusal)
        return case_page(request, there, member, wrong={action: form}, files=files, status=status)
    end_transfers(files.chosen())
    messages.success(request, _("“%(title)s”: %(move)s.") % {"title": case.title, "move": move.label})
    _begin_record(request, moved, action)
    return _shown_after(request, moved, member)


def _begin_record(request: HttpRequest, moved: Case, action: str) -> None:
    """Begin the record that the move brings. What keeps it from being begun is told: the move itself is made."""
    try:
        record_begin_after(case=moved, action=action)
    except YoujuError as refusal:
        messages.warning(request, str(refusal))
