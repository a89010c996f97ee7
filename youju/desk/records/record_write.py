"""Writing a record down and changing it while it is still open: one form with its files, kept or handed in."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.records.evidence_forms import FilesForm
from youju.desk.records.handed_in import hand_in, handed_in
from youju.desk.records.hints import LooksUnusual, PerhapsToldBefore, hints_of
from youju.desk.records.kind_form import kind_form, sent
from youju.desk.records.measure_picks import picks
from youju.desk.records.messages import forget_message, kept_photos, message_for
from youju.desk.records.missing_evidence import say_what_is_missing
from youju.desk.records.seen_versions import version_of
from youju.desk.records.uploads import Received, attach_all, end_transfers, receive_all
from youju.desk.scope import member_of
from youju.errors import NotAllowed, YoujuError
from youju.evidence.errors import FileRefused
from youju.orgs.members import Member
from youju.records.declared.needs import missing_needs, roles_text
from youju.records.errors import WrongState
from youju.records.forms.record_form import RecordForm
from youju.records.heads.attachments import attachments_of
from youju.records.heads.record import Record
from youju.records.heads.refs import new_ref
from youju.records.kind import RecordKind
from youju.records.kinds import get_record_kind
from youju.records.reading.access import get_record_for
from youju.records.rights import units_to_record_for
from youju.records.verbs.record_verbs import record_add, record_edit

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


@ReadOrWrite
def record_new(request: HttpRequest, code: str) -> HttpResponse:
    """Write a record down, with its files, and hand it in at once or keep it as a draft."""
    member, kind = member_of(request), get_record_kind(code)
    if not units_to_record_for(member, kind.section).exists():
        raise NotAllowed()
    message = message_for(request, kind, member)
    form = kind_form(request, kind, member, first=message.values if message else None)
    if message:
        message.mark(form)
    if request.method != "POST" and kind.form.PICK and form.chosen(kind.form.PICK) is None:
        return _pick_page(request, kind)
    # The reference travels with the form: sent twice, it is still one record.
    ref = request.POST.get("ref") or new_ref(kind.code)
    files = _files(request, member)
    if sent(request):
        received = _checked(form, files, member)
        if received is not None:
            add = partial(record_add, kind=kind, values=form.cleaned_data, actor=member, ref=ref)
            answer = _finished(request, add, files, received, member)
            forget_message(request)
            return answer
    return _form_page(request, form, files, {"kind": kind, "ref": ref, "message": message})


@ReadOrWrite
def record_edit_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a draft or returned record."""
    member = member_of(request)
    record = get_record_for(member, ref, need="edit")
    kind = get_record_kind(record.kind)
    form, files = kind_form(request, kind, member, record), _files(request, member)
    if sent(request):
        received = _checked(form, files, member)
        if received is not None:
            version = version_of(request)
            edit = partial(record_edit, record=record, values=form.cleaned_data, actor=member, version=version)
            return _finished(request, edit, files, received, member)
    attached = attachments_of([ref]).get(ref, [])
    context = {"kind": kind, "record": record, "version": version_of(request, record), "attachments": attached}
    return _form_page(request, form, files, context)


def _pick_page(request: HttpRequest, kind: RecordKind) -> HttpResponse:
    text = request.GET.get("text", "")[:40]
    given = {name: value for name, value in request.GET.dict().items() if name in kind.form.base_fields}
    context = {"kind": kind, "text": text, "given": given, "groups": picks(kind, text, given)}
    return render(request, "desk/records/record_pick.html", context)


def _files(request: HttpRequest, member: Member) -> FilesForm:
    if sent(request):
        return FilesForm(request.POST, request.FILES, member=member)
    return FilesForm(initial={"transfers": kept_photos(request)}, member=member)


def _form_page(request: HttpRequest, form: RecordForm, files: FilesForm, context: dict[str, Any]) -> HttpResponse:
    wrong = bool(form.errors or files.errors)
    # No browser fills in a file again: say so, or photos are missing from a record that had them.
    wanted = roles_text(missing_needs(context["kind"].needs, context.get("attachments", ())))
    context |= {"missing": wanted, "form": form, "files": files, "files_again": wrong and bool(request.FILES)}
    return render(request, "desk/records/record_form.html", context, status=422 if wrong else 200)


def _checked(form: RecordForm, files: FilesForm, member: Member) -> Received | None:
    """The files taken in, or None where form or files have to be mended first."""
    if not (form.is_valid() & files.is_valid()):
        return None
    try:
        return receive_all(files.chosen(), member)
    except FileRefused as refusal:
        files.add_error("uploads", str(refusal))
        return None


def _finished(
    request: HttpRequest, save: Callable[[], Record], files: FilesForm, received: Received, member: Member
) -> HttpResponse:
    """Save, attach and, where asked, hand in. A record that cannot go in yet stays a draft and says why.

    So does one that may tell something twice: its page shows what, and hands it in all the same.
    """
    attach = partial(attach_all, received=received, member=member, role=files.cleaned_data["role"])
    goes_in, shown = request.POST.get("then") == "submit", request.POST.get("shown", "")
    record, refusal = _saved(save, attach, member, goes_in=goes_in, shown=shown)
    end_transfers(files.chosen())
    if refusal:
        messages.warning(request, _("Saved as a draft. %s") % refusal)
        return redirect(
            "record" if isinstance(refusal, PerhapsToldBefore | LooksUnusual) else "record-edit", record.ref
        )
    messages.success(request, _("“%s” is saved.") % record.title if record.editable else handed_in(record))
    if not record.editable:
        say_what_is_missing(request, record)
    return redirect("record", record.ref)


@transaction.atomic
def _saved(
    save: Callable[[], Record], attach: Callable[[Record], int], member: Member, *, goes_in: bool, shown: str
) -> tuple[Record, YoujuError | None]:
    """The record with its files, and why it could not be handed in. shown: the digest of what the form said already.

    All of it or nothing: what breaks it off on the way, such as a full disk, may say that nothing was saved.
    """
    record = save()
    if not record.editable:  # pressed twice, and the other press was quicker: it stands where it was to be
        return record, None
    try:
        attach(record)
        return record, _refusal(record, member, shown) if goes_in else None
    except WrongState:  # the same, a moment later
        record.refresh_from_db(fields=["state", "version"])
        return record, None


def _refusal(record: Record, member: Member, shown: str) -> YoujuError | None:
    """Hand the record in; where it cannot go in yet, the reason. Raises WrongState where somebody did it already."""
    hints = hints_of([record], member).get(record.ref)
    if hints and hints.holds_up and hints.digest != shown:
        return PerhapsToldBefore() if hints.told_before else LooksUnusual()
    return hand_in(record, member)
