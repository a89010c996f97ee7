"""Whether a paper holds, for whoever has its code: what stands on it, and whether it is valid. Nothing else."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from youju.desk.throttle import PAPER, count_guess, refuse_guessers
from youju.errors import NotFound
from youju.orgs.settings import setting
from youju.records.reading.vouching import vouched


class UnknownPaper(NotFound):
    """One sentence for every code that no paper has, whatever it looks like."""

    code = "unknown-paper"
    sentence = _("No paper of this bureau has this code. Compare it with the paper letter by letter.")


class PaperForm(forms.Form):
    code = forms.CharField(
        label=_("check code"), max_length=40,
        help_text=_("The letters and digits on the paper, as 7k3m-9qx2-ab4c-w0rt."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip


@login_not_required
@never_cache
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Where a code is typed from a paper; leads to its page, whether or not a paper has it."""
    form = PaperForm(request.GET or None)
    if form.is_valid() and (code := "".join(form.cleaned_data["code"].split()).replace("/", "")):
        return redirect("verify-code", code)
    return _page(request, "verify", {"form": form}, 422 if form.errors else 200)


@login_not_required
@never_cache
@require_safe
def verify_code(request: HttpRequest, code: str) -> HttpResponse:
    """What is said of the paper with this code; where none has it, that, and the box again. Raises TooManyGuesses."""
    refuse_guessers(request, PAPER)
    try:
        said = vouched(code)
    except NotFound:
        count_guess(request, PAPER)
        return _page(request, "verify", {"form": PaperForm(), "error": UnknownPaper()}, 404)
    return _page(request, "vouched", {"said": said})


def _page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """With the way back to the site, from which most come."""
    return render(request, f"desk/verify/{name}.html", context | {"site_open": setting("site_open")}, status=status)
