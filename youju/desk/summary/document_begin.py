"""Beginning a document: which genre, of which unit, about what period, from the template or empty."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.fields import LineField
from youju.desk.figures.period_choices import period_name
from youju.desk.scope import chosen_year, member_of
from youju.errors import NotAllowed
from youju.indicators.years import years_with_facts
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit
from youju.phrases import reads_chinese
from youju.records.forms.choosing import let_choose
from youju.summaries.drafts.access import writing_units
from youju.summaries.drafts.genres import Genre, genres, get_genre
from youju.summaries.drafts.verbs import document_begin


class BeginForm(forms.Form):
    """Of one genre. title: empty is made of unit, period and genre."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("unit"), empty_label=None)
    period = forms.ChoiceField(label=gettext_lazy("Period"))
    title = LineField(
        label=gettext_lazy("title"), max_length=120, required=False,
        help_text=gettext_lazy("Empty: made of unit, period and genre."),
    )  # fmt: skip
    start = forms.ChoiceField(
        label=gettext_lazy("begin from"), widget=forms.RadioSelect, initial="template",
        choices=[
            ("template", gettext_lazy("the genre's template, its figures bound already")),
            ("empty", gettext_lazy("an empty text")),
        ],
    )  # fmt: skip

    def __init__(self, *args: Any, genre: Genre, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.genre = genre
        let_choose(self, "unit", units_for_genre(member, genre))
        self.fields["period"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (period.code, period_name(period)) for period in _periods(genre)
        ]

    def clean_period(self) -> Period:
        try:
            return Period.parse(self.cleaned_data["period"])
        except ValueError:
            raise ValidationError(_("Choose a period of the list.")) from None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("unit") and values.get("period") and not values.get("title"):
            values["title"] = self.genre.title(values["unit"], values["period"])
        return values


@require_http_methods(["GET", "HEAD", "POST"])
def begin_page(request: HttpRequest) -> HttpResponse:
    """Choose a genre, then say what the document is about; sent, it is begun and opened."""
    member = member_of(request)
    offered = genres_for(member)
    if not offered:
        raise NotAllowed()
    code = request.POST.get("genre") or request.GET.get("genre") or offered[0].code
    genre = get_genre(code)
    if genre not in offered:
        raise NotAllowed()
    initial = {"period": str(chosen_year(request))}
    form = BeginForm(request.POST or None, genre=genre, member=member, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        title, start = values["title"], values["start"]
        text = genre.text if start == "template" else f"# {title}\n\n## 一、\n"
        document = document_begin(
            unit=values["unit"], genre=genre, period=values["period"], title=title, text=text, actor=member
        )
        messages.success(request, _("“%s” is begun.") % document)
        return redirect("document", document.ref)
    context = {
        "form": form,
        "genre": genre,
        "name": genre_name(genre),
        "genres": [(each, genre_name(each)) for each in offered],
    }
    return render(request, "desk/summary/begin.html", context, status=422 if form.errors else 200)


def genres_for(member: Member) -> list[Genre]:
    """The genres that some unit of the member writes."""
    kinds = set(Unit.objects.filter(pk__in=writing_units(member)).values_list("kind", flat=True))
    return [genre for genre in genres().values() if kinds & set(genre.kinds)]


def genre_name(genre: Genre) -> str:
    """In the language now active."""
    return genre.zh if reads_chinese() else genre.en


def units_for(member: Member) -> QuerySet[Unit]:
    """The units that stand and whose documents the member writes, the widest first."""
    found = Unit.objects.filter(pk__in=writing_units(member), code__in=standing(this_month()))
    return found.order_by("kind", "code")


def units_for_genre(member: Member, genre: Genre) -> QuerySet[Unit]:
    """Those of them that write this genre."""
    return units_for(member).filter(kind__in=genre.kinds)


def _periods(genre: Genre) -> list[Period]:
    """What a document of the genre may be about, the newest first; whatever has facts, and the year that runs."""
    years = sorted({*years_with_facts(), clock.today().year}, reverse=True)
    match genre.period:
        case "year":
            return [Period.year(year) for year in years]
        case "school-year":
            return [Period.school_year(begins) for begins in [*years, years[-1] - 1]]
        case "month":
            return [Period.month(year, month) for year in years for month in range(12, 0, -1)]
        case _:  # half a year
            return [genre.in_year(year) for year in years]
