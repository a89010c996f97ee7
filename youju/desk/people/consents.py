"""Consents of a person: noted with their paper, handed out to whoever keeps the roster, withdrawn."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField, LineField
from youju.desk.people.people_list import keeper_of
from youju.errors import NotFound, YoujuError
from youju.evidence.models import File
from youju.evidence.store import open_file, receive
from youju.lib import clock
from youju.orgs.consents import Consent, Giver, Purpose, consent_give, consent_withdraw
from youju.orgs.keeping import get_person_for
from youju.orgs.members import Member
from youju.orgs.people import Person


class ConsentForm(forms.Form):
    purpose = forms.ChoiceField(label=gettext_lazy("purpose"), choices=Purpose.choices)
    by = forms.ChoiceField(label=gettext_lazy("given by"), choices=Giver.choices)
    on = DayField(label=gettext_lazy("given on"))
    until = DayField(label=gettext_lazy("until"), required=False)
    paper = forms.FileField(label=gettext_lazy("paper"), required=False)
    reference = LineField(
        label=gettext_lazy("filed under"), max_length=120, required=False,
        help_text=gettext_lazy("Where the signed paper lies, if it is not uploaded."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("on") and values.get("until") and values["until"] < values["on"]:
            self.add_error("until", _("It cannot end before it begins."))
        return values


@require_http_methods(["GET", "HEAD", "POST"])
def consent_new(request: HttpRequest, ref: str) -> HttpResponse:
    """Note a consent: with the signed paper, or where it is filed."""
    member = keeper_of(request)
    person = get_person_for(member, ref)
    first = {"on": clock.today(), "by": Giver.GUARDIAN if person.is_minor(clock.today()) else Giver.SELF}
    form = ConsentForm(request.POST or None, request.FILES or None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            consent_give(person=person, actor=member, **_given(form.cleaned_data, member))
        except YoujuError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The consent is noted."))
            return redirect("person", ref)
    context = {"form": form, "person": person}
    return render(request, "desk/people/consent_new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def consent_end(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Note that a consent was withdrawn."""
    member = keeper_of(request)
    person = get_person_for(member, ref)
    consent, back = _consent(person, pk), reverse("person", args=[ref])

    def act(values: Values) -> Done:
        consent_withdraw(consent=consent, actor=member)
        return Done(_("The consent is withdrawn from today on."), back)

    change = Change(
        heading=_("Withdraw: %s") % consent,
        form=forms.Form(),
        act=act,
        foretell=lambda values: [_("From today on it no longer holds; what was done under it before stays done.")],
        back=back,
        place=str(person),
        button=_("Withdraw"),
    )
    return change_page(request, change)


@require_GET
def consent_paper(request: HttpRequest, ref: str, pk: int) -> HttpResponseBase:
    """The kept paper, as a download."""
    consent = _consent(get_person_for(keeper_of(request), ref), pk)
    file = File.objects.filter(sha256=consent.sha256).first()
    if file is None:
        raise NotFound()
    response = FileResponse(
        open_file(file), as_attachment=True, filename=f"{consent.on}.{file.extension}", content_type=file.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _consent(person: Person, pk: int) -> Consent:
    found = person.consents.filter(pk=pk).first()
    if found is None:
        raise NotFound()
    return found


def _given(values: Values, member: Member) -> Values:
    """What the verb takes. Raises FileRefused."""
    paper = values.pop("paper")
    if paper:
        kept = receive(content=paper.open("rb"), name=paper.name or "file", received_by=member.token)
        return values | {"sha256": kept.sha256}
    return values
