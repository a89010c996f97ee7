"""Whether a paper holds, for whoever has its code: what stands on it, and whether it is valid. Nothing else."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from youju.desk.throttle import PAPER, count_guess, refuse_guessers
from youju.errors import NotFound
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
    return render(request, "desk/verify/verify.html", {"form": form}, status=422 if form.errors else 200)


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
        return render(request, "desk/verify/verify.html", {"form": PaperForm(), "error": UnknownPaper()}, status=404)
    return render(request, "desk/verify/vouched.html", {"said": said})
