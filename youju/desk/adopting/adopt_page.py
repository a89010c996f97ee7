"""Beginning a document with last year's text: what was bound, what was not, and figures to choose for that.

Nothing is kept until the document is begun: the text and the choices travel with the form.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.adopting.adopt_form import AdoptForm
from youju.desk.adopting.adopt_result import Result, chosen_of, result_of
from youju.desk.scope import chosen_year, member_of
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.orgs.units import Unit
from youju.records.rights import own_units
from youju.summaries.adopting.adopt import adopt
from youju.summaries.adopting.title import title_of
from youju.summaries.drafts.access import may_write
from youju.summaries.drafts.documents import SectionVersion
from youju.summaries.drafts.verbs import document_begin

_BEGIN = "begin"


@require_http_methods(["GET", "HEAD", "POST"])
def adopt_page(request: HttpRequest) -> HttpResponse:
    """The form; or the text as a template, with the form folded below; or the document, begun."""
    member = member_of(request)
    unit = unit_of(member)
    year = chosen_year(request)
    initial = {"of": year - 1, "year": year}
    form = AdoptForm(request.POST or None, request.FILES or None, initial=initial, member=member, first=unit)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form, unit)
    try:
        result = _result(request, form)
    except (NotAllowed, NotFound):
        raise
    except YoujuError as refusal:
        form.add_error("text", str(refusal))
        return _form_page(request, form, unit)
    if request.POST.get("act") == _BEGIN:
        return _begin(request, form, result, member)
    context = {"form": form.again(form.cleaned_data["text"], result.title), "unit": form.whose, "result": result}
    return render(request, "desk/adopting/adopt.html", context)


def unit_of(member: Member) -> Unit:
    """The unit whose document the member begins: the bureau, or their own. Raises NotAllowed."""
    home = home_unit()
    if may_write(member, home):
        return home
    own = Unit.objects.filter(pk__in=own_units(member, Role.LIAISON)).order_by("code").first()
    if own is None:
        raise NotAllowed()
    return own


def _form_page(request: HttpRequest, form: AdoptForm, unit: Unit) -> HttpResponse:
    context = {"form": form, "unit": unit}
    return render(request, "desk/adopting/adopt.html", context, status=422 if form.errors else 200)


def _result(request: HttpRequest, form: AdoptForm) -> Result:
    """The text adopted with what was chosen; a choice that means nothing is said and left out."""
    text, unit, of = form.cleaned_data["text"], form.whose, form.of_period
    plain = adopt(text, unit=unit, of=of)
    chosen, refused = chosen_of(form.choices, plain)
    for sentence in refused:
        messages.error(request, sentence)
    adoption = adopt(text, unit=unit, of=of, chosen=chosen) if chosen else plain
    period = form.new_period
    title = form.cleaned_data["title"] or title_of(adoption, period) or form.chosen_genre.title(unit, period)
    typed = {number: words for number, words in form.choices.items() if number not in chosen}
    return result_of(adoption, period, title, chosen, typed)


def _begin(request: HttpRequest, form: AdoptForm, result: Result, member: Member) -> HttpResponse:
    document = document_begin(
        unit=form.whose, genre=form.chosen_genre, period=form.new_period, title=result.title, text=result.adoption.text,
        actor=member, how=SectionVersion.How.ADOPTED,
    )  # fmt: skip
    messages.success(request, _("“%s” is begun.") % document)
    return redirect("document", document.ref)
