"""Whether a paper holds, for whoever has its code: what stands on it, and whether it is valid. Nothing else.

Papers are checked while the site is closed too: then the page stands alone, without its bar and its foot.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from youju.errors import NotFound, YoujuError
from youju.orgs.guessing import TooManyGuesses
from youju.portal.guesses import code_tried
from youju.portal.page import public_answer, render, unkept
from youju.portal.site import site_or_none
from youju.records.reading.vouching import vouched

_PURPOSE = "paper"


class UnknownPaper(NotFound):
    """One sentence for every code that no paper has, whatever it looks like."""

    code = "unknown-paper"
    sentence = _("No paper of this bureau has this code. Compare it with the paper letter by letter.")


class PaperForm(forms.Form):
    code = forms.CharField(
        label=_("check code"), max_length=40, error_messages={"required": _("Type the code.")},
        help_text=_("The letters and digits on the paper, as 7k3m-9qx2-ab4c-w0rt."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip


@public_answer
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Where a code is typed from a paper; leads to its page, whether or not a paper has it."""
    form = PaperForm(request.GET or None, auto_id="paper-%s")
    if form.is_valid() and (code := "".join(form.cleaned_data["code"].split()).replace("/", "")):
        return unkept(redirect("verify-code", code))
    return _page(request, "paper_box", {"form": form}, 422 if form.errors else 200)


@public_answer
@require_safe
def verify_code(request: HttpRequest, code: str) -> HttpResponse:
    """What is said of the paper with this code; where none has it, that, and the box again."""
    try:
        with code_tried(request, _PURPOSE):
            said = vouched(code)
    except NotFound:
        return _refused(request, UnknownPaper())
    except TooManyGuesses as error:
        return _refused(request, error)
    return _page(request, "paper", {"said": said})


def _refused(request: HttpRequest, error: YoujuError) -> HttpResponse:
    return _page(request, "paper_box", {"form": PaperForm(auto_id="paper-%s"), "error": error}, error.status)


def _page(request: HttpRequest, name: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """In the layout of the site, else in one of its own."""
    site = site_or_none(request)
    layout = "portal/base.html" if site else "portal/bare.html"
    return unkept(render(site, f"portal/{name}.html", {"layout": layout, **context}, status=status))
