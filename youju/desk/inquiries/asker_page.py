"""Who asked: shown once a reason is given, and erased on demand."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.unsealing import asker_erase, asker_open, may_open_asker
from youju.records.reading.access import get_case_for


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("why"), max_length=400, widget=forms.Textarea({"rows": 2}))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def asker_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the reason; then show, or erase once that was asked again. Raises NotFound, NotAllowed, NoAsker."""
    member = member_of(request)
    inquiry = get_case_for(member, ref)
    if not isinstance(inquiry, Inquiry):
        raise NotFound()
    if not may_open_asker(member, inquiry):
        raise NotAllowed()
    form = ReasonForm(request.POST or None)
    context: dict[str, Any] = {"case": inquiry, "form": form, "asker": None, "heading": _text("Who asked")}
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        erase = request.POST.get("erase", "")
        if erase == "sure":
            asker_erase(inquiry=inquiry, actor=member, reason=reason)
            messages.success(request, _text("What was kept of the asker is erased."))
            return redirect("case", ref)
        if erase:
            context |= {"reason": reason, "heading": _text("Erase who asked for good")}
            return render(request, "desk/inquiries/asker_erase.html", context)
        context["asker"] = asker_open(inquiry=inquiry, actor=member, reason=reason)
    return render(request, "desk/inquiries/asker.html", context, status=422 if form.errors else 200)
