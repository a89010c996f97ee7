"""粘贴群消息: a pasted message begins a form. It is kept in the log-in's session until its record is saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.records.evidence_forms import FilesForm
from youju.desk.records.uploads import transfer_whole
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.text import visible
from youju.orgs.members import Member
from youju.orgs.reasons import in_full
from youju.records.kind import RecordKind, SheetKind
from youju.records.kinds import sheet_kinds
from youju.records.messages.guess import MOST, guess_fields, likely_kinds
from youju.records.messages.reading import Found
from youju.records.reading.message_kinds import ToldForm, asked_by, begun_by_message, empty_form, words_of

PARAMETER = "message"
_SESSION = "group_messages"
# Of one log-in at a time, the last ones; and how many other kinds are offered beside the likeliest.
_KEPT, _OTHERS = 5, 4


class Part(NamedTuple):
    """A piece of the message; read: whether something of the form was read out of it."""

    text: str
    read: bool


class Other(NamedTuple):
    """Another kind that the message may tell of, and its form."""

    label: str
    url: str


@dataclass(frozen=True)
class Message:
    """A kept message as one kind's form begins with it. found: by field, what was read and where."""

    text: str
    found: dict[str, Found]
    others: list[Other]

    @property
    def values(self) -> dict[str, str]:
        return {name: found.value for name, found in self.found.items()}

    def mark(self, form: ToldForm) -> None:
        """Have the fields marked that still hold what was guessed."""
        for name, found in self.found.items():
            if name in form.fields and str(form[name].value() or "") == found.value:
                form.fields[name].guessed = True  # type: ignore[attr-defined]  # for the page

    def parts(self) -> Iterator[Part]:
        """The whole message in its order."""
        end = 0
        for start, stop in sorted({(found.start, found.end) for found in self.found.values() if found.end}):
            if start >= end:
                yield Part(self.text[end:start], read=False)
                yield Part(self.text[start:stop], read=True)
                end = stop
        yield Part(self.text[end:], read=False)


@require_http_methods(["GET", "HEAD", "POST"])
def message_read(request: HttpRequest) -> HttpResponse:
    """Take a message in and open the form of the likeliest kind, or let the kind be chosen. Nothing is saved.

    Read instead of sent, as after a log-in that ran out, it leads to where a message is pasted.
    """
    if request.method != "POST":
        return redirect("record-choose")
    open_kinds = begun_by_message(sheet_kinds(), member_of(request))
    if not open_kinds:
        raise NotAllowed()
    files = FilesForm(request.POST, request.FILES, member=member_of(request))
    text = visible(request.POST.get("text", "").replace("\r\n", "\n").replace("\0", "")).strip()
    text = in_full(text, MOST)
    if not text:
        messages.error(request, _("Paste the message first."))
        return redirect("record-choose")
    if not files.is_valid():
        messages.error(request, " ".join(str(error) for errors in files.errors.values() for error in errors))
        return redirect("record-choose")
    key = _keep(request, text, files)
    likely = likely_kinds(text, [words_of(kind) for kind in open_kinds])
    if not likely:
        messages.warning(request, _("No word of the message says what it is about. Choose what to write down."))
        return redirect(f"{reverse('record-choose')}?{PARAMETER}={key}")
    return redirect(_address(likely[0], open_kinds, key))


def message_for(request: HttpRequest, kind: SheetKind, member: Member) -> Message | None:
    """The message that the address names, read for a kind's form; None where there is none."""
    key = request.GET.get(PARAMETER, "")
    text = kept_message(request)
    if not text:
        return None
    open_kinds = begun_by_message(sheet_kinds(), member)
    asked = asked_by(kind, empty_form(kind, member))
    found = _without_itself(guess_fields(text, words=words_of(kind), asked=asked, today=clock.today()), member)
    likely = likely_kinds(text, [words_of(each) for each in open_kinds])
    labels = {each.code: str(each.label) for each in open_kinds if each != kind}
    others = [Other(labels[code], _address(code, open_kinds, key)) for code in likely if code in labels]
    return Message(text, found, others[:_OTHERS])


def _without_itself(found: dict[str, Found], member: Member) -> dict[str, Found]:
    """A unit that is named for its own doing is no partner of itself."""
    own = found["unit"].value if "unit" in found else str(member.unit_id)
    return {name: said for name, said in found.items() if name != "partners" or said.value != own}


def kept_message(request: HttpRequest) -> str:
    """The text of the message that the address names; empty where there is none."""
    return str(_kept(request).get("text", ""))


def kept_photos(request: HttpRequest) -> list[str]:
    """The codes of the transfers that came with it."""
    return list(_kept(request).get("transfers", []))


def _kept(request: HttpRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.session.get(_SESSION, {}).get(request.GET.get(PARAMETER, ""), {})
    return found


def forget_message(request: HttpRequest) -> None:
    """Its record is saved: the message is no longer kept."""
    kept = request.session.get(_SESSION, {})
    if kept.pop(request.GET.get(PARAMETER, ""), None) is not None:
        request.session[_SESSION] = kept


def with_message(url: str, key: str) -> str:
    return f"{url}?{PARAMETER}={key}" if key else url


def _keep(request: HttpRequest, text: str, files: FilesForm) -> str:
    """Keep a message; photos that came with it whole wait as those do that came in pieces. Raises FileRefused."""
    whole = [transfer_whole(file, member_of(request)) for file in files.whole()]
    codes = [transfer.code for transfer in (*files.cleaned_data["transfers"], *whole)]
    key = get_random_string(8)
    last = list(request.session.get(_SESSION, {}).items())[1 - _KEPT :]
    request.session[_SESSION] = {**dict(last), key: {"text": text, "transfers": codes}}
    return key


def _address(code: str, kinds: list[SheetKind], key: str) -> str:
    """The form of the kind of this code, which begins with the kept message."""
    (kind,) = [kind for kind in kinds if kind.code == code]
    route = "record-new" if isinstance(kind, RecordKind) else "case-new"
    return with_message(reverse(route, args=[code]), key)
