"""Comments made and settled, and objections answered; each ends on the document's page."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.scope import member_of
from youju.desk.summary.document_page import document_context
from youju.errors import NotFound, YoujuError
from youju.lib.text import one_line, visible
from youju.orgs.errors import TooLong
from youju.orgs.reasons import in_full
from youju.summaries.drafts.access import get_document_for, get_section_for
from youju.summaries.drafts.commenting import comment_add, comment_resolve
from youju.summaries.drafts.comments import Comment
from youju.summaries.drafts.errors import NothingSaid, QuoteNotThere
from youju.summaries.objecting.objections import objection_answer

_QUOTE, _TEXT = 200, 500


class Refused(NamedTuple):
    """A comment that was not kept, as it was typed. section: the key of the one that it is on."""

    section: int
    quote: str
    text: str
    error: YoujuError


@require_POST
def comment_new(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Comment on a section, or on the words that ``quote`` names; what is refused stays in its form."""
    member = member_of(request)
    section = get_section_for(member, ref, pk)
    quote, text = one_line(request.POST.get("quote", "")), visible(request.POST.get("text", "")).strip()
    try:
        comment_add(section=section, quote=in_full(quote, _QUOTE), text=in_full(text, _TEXT), actor=member)
    except (NothingSaid, QuoteNotThere, TooLong) as error:
        refused = Refused(pk, quote, text, error)
        context = document_context(section.document, member) | {"refused": refused}
        return render(request, "desk/summary/document.html", context, status=error.status)
    messages.success(request, _("The comment is kept."))
    return redirect(f"{reverse('document', args=[ref])}#section-{pk}")


@require_POST
def comment_settle(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Settle a comment. Raises NotFound where the document has none of this number."""
    member = member_of(request)
    document = get_document_for(member, ref)
    comment = Comment.objects.filter(section__document=document, pk=pk).first()
    if comment is None:
        raise NotFound()
    comment_resolve(comment=comment, actor=member)
    return redirect(f"{reverse('document', args=[ref])}#comments")


@require_POST
def objection_reply(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Answer an objection. Raises NotFound where the document has none of this number."""
    member = member_of(request)
    objection = get_document_for(member, ref).objections.filter(pk=pk).first()
    if objection is None:
        raise NotFound()
    answer = in_full(visible(request.POST.get("answer", "")).strip(), _TEXT)
    objection_answer(objection=objection, answer=answer, actor=member)
    messages.success(request, _("The answer is kept with the figure."))
    return redirect(f"{reverse('document', args=[ref])}#objections")
