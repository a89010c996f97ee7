"""Redemption codes: made here for one article, shown once, to be copied or printed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from youju.desk.orders.rights import officer_of
from youju.lib import clock
from youju.orders.codes import codes_make
from youju.orgs.settings import setting
from youju.phrases import bracketed
from youju.records.publicity.article.models import Article


class CodesForm(forms.Form):
    ref = forms.ChoiceField(
        label=gettext_lazy("article"),
        help_text=gettext_lazy("Those on the site whose PDF has a price."),
        error_messages={"invalid_choice": gettext_lazy("There is no article of this reference whose PDF has a price.")},
    )
    days = forms.IntegerField(label=gettext_lazy("valid for days"), min_value=1, max_value=366)

    field_order = ("ref", "count", "days")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["count"] = forms.IntegerField(
            label=gettext_lazy("how many codes"), min_value=1, max_value=setting("codes_at_once"), initial=10
        )
        priced = Article.objects.public(clock.now()).filter(price__gt=0).order_by("-published_at")
        self.fields["ref"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (article.ref, bracketed(article.title, article.ref)) for article in priced
        ]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def codes_page(request: HttpRequest) -> HttpResponse:
    """The form; a POST makes the codes and shows them, for once. Raises NotAllowed."""
    member = officer_of(request)
    sent = request.POST if request.method == "POST" else None
    form = CodesForm(sent, initial={"ref": request.GET.get("ref", ""), "days": setting("download_days")})
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        context["codes"] = codes_make(ref=given["ref"], count=given["count"], days=given["days"], actor=member)
        context["article"] = Article.objects.get(ref=given["ref"])
    return render(request, "desk/orders/codes.html", context, status=422 if form.errors else 200)
