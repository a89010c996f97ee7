"""What is done with whole sections: moved, taken out, put back, said again as it was."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib.naturals import natural
from youju.lib.text import one_line
from youju.orgs.errors import NameMissing
from youju.orgs.reasons import in_full
from youju.summaries.drafts.access import get_document_for, get_section_for
from youju.summaries.drafts.section_verbs import section_close, section_move, section_reopen, section_restore
from youju.summaries.drafts.verbs import document_rename

_STEPS = {"up": -1, "down": 1}


@require_POST
def section_act(request: HttpRequest, ref: str, pk: int, action: str) -> HttpResponse:
    """up, down, close or reopen. Raises NotFound for any other action."""
    member = member_of(request)
    section = get_section_for(member, ref, pk, need="write")
    if action in _STEPS:
        section_move(section=section, steps=_STEPS[action], actor=member)
    elif action == "close":
        section_close(section=section, actor=member)
        messages.success(request, _("“%s” is taken out; it can be put back.") % (section.heading or _("a section")))
    elif action == "reopen":
        section_reopen(section=section, actor=member)
        messages.success(request, _("“%s” is back.") % (section.heading or _("a section")))
    else:
        raise NotFound()
    return redirect(f"{reverse('document', args=[ref])}#section-{pk}")


@require_POST
def section_back(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Let the section say again what its version ``number`` said; ``version`` is the one that was read."""
    member = member_of(request)
    section = get_section_for(member, ref, pk, need="write")
    version = section.versions.filter(number=natural(request.POST.get("number", "")) or 0).first()
    if version is None:
        raise NotFound()
    section_restore(version=version, read=natural(request.POST.get("version", "")) or 0, actor=member)
    messages.success(request, _("Version %d stands again.") % version.number)
    return redirect(f"{reverse('document', args=[ref])}#section-{pk}")


@require_POST
def document_retitle(request: HttpRequest, ref: str) -> HttpResponse:
    """Another title for the list; what the text itself is headed with is its first line."""
    member = member_of(request)
    document = get_document_for(member, ref, need="write")
    title = in_full(one_line(request.POST.get("title", "")), 120)
    if not title:
        raise NameMissing()
    document_rename(document=document, title=title, actor=member)
    messages.success(request, _("The title is changed."))
    return redirect("document", ref)
