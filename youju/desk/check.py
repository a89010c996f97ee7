"""Checking a draft: paste a text or hand in a file, and each figure in it gets its verdict."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from youju.claims.check import check
from youju.claims.checked import Checked
from youju.claims.documents import read_document
from youju.claims.verdict import Verdict
from youju.desk.scope import bureau_for, member_of, newest_year
from youju.errors import YoujuError
from youju.indicators.catalogue import find_indicator
from youju.indicators.display import bare, printed_value
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.orgs.tree import named_unit
from youju.orgs.units import Unit
from youju.records.access import records_for
from youju.records.base import Record

_RECORDS_SHOWN = 3


class CheckForm(forms.Form):
    text = forms.CharField(
        label=_("text"), required=False, strip=False, widget=forms.Textarea({"rows": 12}),
        help_text=_("Paste the draft here."),
    )  # fmt: skip
    upload = forms.FileField(label=_("or a file"), required=False, help_text=_("txt, md, html, docx or pdf."))
    period = forms.CharField(label=_("year or period"), max_length=12)
    aliases = forms.CharField(
        label=_("names that stand for units"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text=_("One a line, name=unit: 望川市=@city. A unit is a code, or @county, @city, @province."),
    )  # fmt: skip

    def __init__(self, *args: Any, home: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home = home

    def clean_period(self) -> Period:
        try:
            return Period.parse(self.cleaned_data["period"])
        except ValueError:
            raise forms.ValidationError(gettext("Write a year like 2025, or a month like 2025-03.")) from None

    def clean_aliases(self) -> dict[str, Unit]:
        lines = [line for line in self.cleaned_data["aliases"].splitlines() if line.strip()]
        return dict(self._alias(line) for line in lines)

    def clean(self) -> dict[str, Any]:
        """The text to check stands in ``text``, wherever it came from."""
        values = super().clean() or self.cleaned_data
        upload = values.get("upload")
        if upload is not None:
            values["text"] = self._read(upload)
        elif not (values.get("text") or "").strip() and "text" not in self.errors:
            self.add_error("text", gettext("Paste a text, or choose a file."))
        elif len(values["text"].encode()) > settings.CHECK_BYTES:
            self.add_error("text", gettext("The text is too long to be checked in one go."))
        return values

    def _alias(self, line: str) -> tuple[str, Unit]:
        name, equals, target = (part.strip() for part in line.partition("="))
        if not (name and equals and target):
            raise forms.ValidationError(gettext("“%s” is not of the form name=unit.") % line.strip())
        try:
            return name, named_unit(target, self.home)
        except YoujuError as unknown:
            raise forms.ValidationError(str(unknown)) from None

    def _read(self, upload: Any) -> str:
        try:
            if upload.size > settings.CHECK_BYTES:
                raise forms.ValidationError(gettext("The text is too long to be checked in one go."))
            return read_document(upload.read(), upload.name).replace("\r\n", "\n")
        except (YoujuError, forms.ValidationError) as refusal:
            self.add_error("upload", refusal if isinstance(refusal, forms.ValidationError) else str(refusal))
            return ""


class Piece(NamedTuple):
    """A piece of the text; ``number`` of the claim it is, 0 for plain prose."""

    text: str
    number: int = 0
    verdict: str = ""
    label: str = ""


class Answer(NamedTuple):
    """One claim as the side list shows it."""

    number: int
    checked: Checked
    value: str
    records: list[Record]
    more: int


class Tally(NamedTuple):
    verdict: str
    label: str
    claims: int
    first: int


@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """The form, and below it the last text with its verdicts. Nothing is kept."""
    member = member_of(request)
    home = bureau_for(member)
    form = CheckForm(request.POST or None, request.FILES or None, home=home, initial={"period": str(newest_year())})
    context: dict[str, Any] = {"form": form, "home": home}
    if request.method == "POST" and form.is_valid():
        context |= _checked(form.cleaned_data, home, member)
    return render(request, "desk/check.html", context, status=422 if form.errors else 200)


def _checked(values: Mapping[str, Any], home: Unit, member: Member) -> dict[str, Any]:
    text: str = values["text"].replace("\r\n", "\n")
    found = check(text, unit=home, period=values["period"], aliases=values["aliases"])
    return {
        "pieces": list(_pieces(text, found)),
        "answers": [_answer(number, one, member) for number, one in enumerate(found, 1)],
        "tallies": _tallies(found),
        "period": values["period"],
    }


def _pieces(text: str, found: list[Checked]) -> Iterable[Piece]:
    reached = 0
    for number, one in enumerate(found, 1):
        if one.claim.start < reached:  # a claim inside another is told in the list alone
            continue
        if one.claim.start > reached:
            yield Piece(text[reached : one.claim.start])
        yield Piece(text[one.claim.start : one.claim.end], number, one.verdict.value, str(one.verdict.label))
        reached = one.claim.end
    yield Piece(text[reached:])


def _answer(number: int, one: Checked, member: Member) -> Answer:
    records = records_for(member, list(one.records[:_RECORDS_SHOWN]))
    return Answer(number, one, _value(one), records, len(one.records) - len(records))


def _value(one: Checked) -> str:
    """The ledger's value in print."""
    if one.value is None:
        return ""
    if one.indicator:
        return printed_value(find_indicator(one.indicator), one.value)
    return f"{bare(one.value)}{one.claim.unit}"


def _tallies(found: list[Checked]) -> list[Tally]:
    tallies = []
    for verdict in Verdict:
        numbers = [number for number, one in enumerate(found, 1) if one.verdict == verdict]
        if numbers:
            tallies.append(Tally(verdict.value, str(verdict.label), len(numbers), numbers[0]))
    return tallies
