"""One decision that grants the title to all whose list was under notice, and the records that come of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.accreditation.application_of import campaign_of, keeper_of
from youju.desk.records.evidence_forms import FilesForm
from youju.desk.records.uploads import end_transfers, receive_all
from youju.errors import YoujuError
from youju.evidence.errors import FileRefused
from youju.orgs.members import Member
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.forms import ApplicationMoveForm
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import DECISION, MOVES, ApplicationState
from youju.records.campaign_lists import campaign_grant, campaign_record, require_granter


@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: HttpRequest, code: str) -> HttpResponse:
    """Who is given the title, and the form of the decision; a POST grants it to all of them, or to none.

    Raises as ``require_granter``.
    """
    member, campaign = keeper_of(request), campaign_of(code)
    listed = require_granter(campaign, member)
    data = request.POST if request.method == "POST" else None
    form = _form(data, listed, member)
    files = FilesForm(data, request.FILES if data is not None else None, member=member)
    if data is not None and form.is_valid() & files.is_valid() and (done := _granted(form, files, campaign, member)):
        end_transfers(files.chosen())
        said = ngettext("The title is granted to %(count)d unit.", "The title is granted to %(count)d units.", done)
        messages.success(request, said % {"count": done})
        return redirect("campaign", code)
    context = {"campaign": campaign, "listed": listed, "form": form, "files": files}
    status = 422 if form.errors or files.errors else 200
    return render(request, "desk/accreditation/campaign_grant.html", context, status=status)


@require_POST
def write_records(request: HttpRequest, code: str) -> HttpResponse:
    """Write and hand in the records of the title that are missing. Raises NotAllowed."""
    member, campaign = keeper_of(request), campaign_of(code)
    done = campaign_record(campaign=campaign, actor=member)
    if done.written:
        said = ngettext(
            "%(count)d record of the title is handed in. Somebody else verifies it.",
            "%(count)d records of the title are handed in. Somebody else verifies them, all at once if they like.",
            done.written,
        )
        messages.success(request, said % {"count": done.written})
    for sentence in done.refused:
        messages.warning(request, sentence)
    return redirect("campaign", code)


def _form(data: "dict[str, str] | None", listed: list[Application], member: Member) -> ApplicationMoveForm:
    """As for a single one; the decision is not before the last of them applied."""
    newest, move = max(listed, key=lambda case: case.happened), MOVES[ApplicationState.NOTICE]["grant"]
    return ApplicationMoveForm(data, instance=newest, move=move, actor=member, auto_id="grant_%s")


def _granted(form: ApplicationMoveForm, files: FilesForm, campaign: Campaign, member: Member) -> int:
    """How many were given the title; 0 where something was refused, which stands in the forms then."""
    decision = {name: form.cleaned_data[name] for name in DECISION}
    try:
        received = receive_all(files.chosen(), member)
        return campaign_grant(
            campaign=campaign, decision=decision, files=received, reason=form.cleaned_data["reason"], actor=member
        )
    except FileRefused as refusal:
        files.add_error("uploads", str(refusal))
    except YoujuError as refusal:
        form.add_error(None, str(refusal))
    return 0
