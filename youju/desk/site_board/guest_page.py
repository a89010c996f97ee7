"""The manuscript of somebody without an account, behind their one-time ticket: written, looked over, handed in once.

Whatever is pressed, what stands in the form is kept first: a refused picture or a lost line costs nobody their text.
"""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from youju.errors import NotFound, YoujuError
from youju.evidence.previews import public_picture
from youju.evidence.store import receive
from youju.lib.naturals import natural
from youju.orgs.settings import setting
from youju.orgs.tickets import Ticket, TicketInvalid
from youju.records.publicity.article.body import PlacedPicture, pictures_called, to_html
from youju.records.publicity.article.commission import Commission, CommissionPicture, Shown
from youju.records.publicity.article.errors import ManuscriptUnfinished
from youju.records.verbs.commission_verbs import (
    Upload,
    get_commission,
    manuscript_hand_in,
    manuscript_write,
    picture_add,
    picture_drop,
)


class ManuscriptForm(forms.Form):
    ASKED_SOMETIMES = ("title", "body")  # a draft may lack them, what is handed in may not

    title = forms.CharField(label=_("title"), max_length=120, required=False)
    byline = forms.CharField(
        label=_("author of the text"), max_length=80, required=False,
        help_text=_("As it is to stand below the title; of somebody under age only with a guardian's consent."),
    )  # fmt: skip
    body = forms.CharField(
        label=_("text"), max_length=100_000, required=False, widget=forms.Textarea({"rows": 16}),
        help_text=_("Blank lines divide paragraphs. Pictures come below; an editor places them."),
    )  # fmt: skip


class PictureForm(forms.Form):
    ASKED_SOMETIMES = ("paper",)

    picture = forms.FileField(label=_("picture"))
    caption = forms.CharField(label=_("what the picture shows"), max_length=120)
    shown = forms.ChoiceField(label=_("who can be recognised"), choices=Shown.choices, widget=forms.RadioSelect)
    paper = forms.FileField(
        label=_("written consent"), required=False,
        help_text=_(
            "A photo or scan of what those in the picture, or a guardian, have signed. Only the office reads it."
        ),
    )  # fmt: skip


def manuscript(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponseBase:
    """The form; ``?look`` shows it as readers would see it, ``?picture=`` one picture. Raises TicketInvalid."""
    commission = get_commission(ticket)
    if "picture" in request.GET:
        return _picture(commission, request.GET["picture"])
    if request.method != "POST":
        return _look(request, code, commission) if "look" in request.GET else _page(request, code, commission)
    if "hand-in" in request.POST:
        return _hand_in(request, code, commission)
    form = ManuscriptForm(request.POST)
    if not form.is_valid():
        return _page(request, code, commission, form)
    manuscript_write(commission=commission, values=form.cleaned_data)
    return _done(request, code, commission)


def _done(request: HttpRequest, code: str, commission: Commission) -> HttpResponseBase:
    """What was pressed besides keeping the text."""
    address = reverse("ticket", args=[code])
    if "add" in request.POST:
        added = PictureForm(request.POST, request.FILES)
        if not _added(commission, added):
            return _page(request, code, commission, added=added)
    if pk := natural(request.POST.get("drop", "")):
        picture_drop(commission=commission, pk=pk)
    if "look" in request.POST:
        if commission.title and commission.body:
            return redirect(f"{address}?look=1")
        form = ManuscriptForm(request.POST)
        form.add_error(None, str(ManuscriptUnfinished()))
        return _page(request, code, commission, form)
    return redirect(f"{address}?kept=1")


def _added(commission: Commission, added: PictureForm) -> bool:
    """Whether the picture was taken; what is wrong with it stands in the form."""
    if not added.is_valid():
        return False
    try:
        said = added.cleaned_data
        picture, paper = (_received(commission, said[name]) for name in ("picture", "paper"))
        assert picture is not None  # asked by the form
        picture_add(
            commission=commission, picture=picture, caption=said["caption"], shown=said["shown"], paper=paper
        )  # fmt: skip
    except TicketInvalid:
        raise
    except YoujuError as refusal:
        added.add_error(None, str(refusal))
        return False
    return True


def _received(commission: Commission, upload: Any) -> Upload | None:
    """Raises a FileRefused with its sentence."""
    if not upload:
        return None
    return Upload(receive(content=upload, name=upload.name, received_by=commission.hand), upload.name)


def _hand_in(request: HttpRequest, code: str, commission: Commission) -> HttpResponseBase:
    try:
        article = manuscript_hand_in(commission=commission, code=code)
    except TicketInvalid:
        raise
    except YoujuError as refusal:
        form = ManuscriptForm(initial=_written(commission))
        return _page(request, code, commission, form, wrong=str(refusal))
    return render(request, "desk/site_board/guest_done.html", {"article": article, "commission": commission})


def _page(
    request: HttpRequest,
    code: str,
    commission: Commission,
    form: ManuscriptForm | None = None,
    *,
    added: PictureForm | None = None,
    wrong: str = "",
) -> HttpResponse:
    context = _context(code, commission) | {
        "form": form or ManuscriptForm(initial=_written(commission)),
        "added": added or PictureForm(),
        "wrong": wrong,
        "kept": "kept" in request.GET,
        "most": setting("guest_pictures"),
    }
    refused = wrong or added is not None or (form is not None and form.errors)
    return render(request, "desk/site_board/guest.html", context, status=422 if refused else 200)


def _look(request: HttpRequest, code: str, commission: Commission) -> HttpResponse:
    context = _context(code, commission)
    called = set(pictures_called(commission.body))
    address = partial(_address, reverse("ticket", args=[code]), {each.name: each for each in context["pictures"]})
    context |= {
        "html": to_html(commission.body, address),
        "below": [each for each in context["pictures"] if each.name not in called],
    }
    return render(request, "desk/site_board/guest_look.html", context)


def _context(code: str, commission: Commission) -> dict[str, Any]:
    return {"code": code, "commission": commission, "pictures": list(commission.pictures.select_related("file"))}


def _written(commission: Commission) -> dict[str, str]:
    return {"title": commission.title, "byline": commission.byline, "body": commission.body}


def _address(page: str, pictures: dict[str, CommissionPicture], name: str) -> PlacedPicture | None:
    found = pictures.get(name)
    return PlacedPicture(f"{page}?picture={found.pk}") if found else None


def _picture(commission: Commission, key: str) -> HttpResponse:
    """A picture of this manuscript, made anew. Raises NotFound for every other."""
    found = commission.pictures.select_related("file").filter(pk=natural(key) or 0).first()
    if found is None:
        raise NotFound()
    response = HttpResponse(public_picture(found.file), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
