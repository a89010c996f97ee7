"""The form by which anybody objects to a public notice while it runs."""

from typing import ClassVar

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from youju.errors import YoujuError
from youju.lib.text import visible
from youju.orgs.actors import NOBODY
from youju.portal.ended import ended_notice, ended_page
from youju.portal.open_form import OpenForm, count_sent
from youju.portal.page import public_answer, render, unkept
from youju.portal.running import Running, running_notice
from youju.portal.site import Site, site_of
from youju.records.notices.models import Notice
from youju.records.notices.objecting import objection_add


class ObjectionForm(OpenForm):
    AUTO_ID = "objection-%s"
    MISSING: ClassVar = {"text": _("Write what is wrong, and why.")}
    LONGEST: ClassVar = 1000
    text = forms.CharField(
        label=_("What is wrong, and why?"), max_length=LONGEST, widget=forms.Textarea({"rows": 6}),
        help_text=_("Say whom or what it is about. Each objection is logged and answered."),
    )  # fmt: skip
    who = forms.CharField(
        label=_("Your name and how to reach you"), required=False, max_length=80,
        help_text=_("May stay empty. Only those who answer read it."),
    )  # fmt: skip


@public_answer
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: HttpRequest, year: int, number: int) -> HttpResponseBase:
    """The form; a POST logs the objection. Of one that has ended how it ended. Raises NotFound."""
    site, running = site_of(request), running_notice(year, number)
    if running is None:
        said = visible(request.POST.get("text", ""))[: ObjectionForm.LONGEST]
        return unkept(ended_page(site, ended_notice(year, number), said=said))
    if request.method != "POST":
        return _page(site, running, ObjectionForm())
    form = ObjectionForm.sent(request)
    if form.shown is not None and not form.is_valid():
        return _page(site, running, form)
    try:
        form.refuse_machines()
        count_sent(request, form)
        _log(running.notice, form)
    except YoujuError as error:
        return _page(site, running, ObjectionForm.again(request, error), status=error.status)
    return unkept(render(site, "portal/objected.html", {"notice": running.notice, "current": "public-notices"}))


def _log(notice: Notice, form: ObjectionForm) -> None:
    """Pressed twice, it is logged once."""
    text = form.cleaned_data["text"]
    if not notice.objections.filter(text=text, logged_by=NOBODY.token).exists():
        objection_add(notice=notice, text=text, who=form.cleaned_data["who"], actor=NOBODY)


def _page(site: Site, running: Running, form: ObjectionForm, *, status: int = 0) -> HttpResponseBase:
    context = {"notice": running.notice, "running": running, "form": form, "current": "public-notices"}
    return unkept(render(site, "portal/object.html", context, status=status or (422 if form.errors else 200)))
