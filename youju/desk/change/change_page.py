"""A change that is looked at before it is made: the form, what would happen, and then the verb.

What would happen is not guessed: the verb runs, and what it did is rolled back.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from youju.desk.change.answers import answers
from youju.errors import YoujuError

ACT, EDIT = "act", "edit"
# Which field an error of a verb belongs to; others are said above the form.
_FIELDS = {
    "reason-needed": "reason", "reason-missing": "reason", "not-yet": "month", "unfit-parent": "parent",
    "parent-not-standing": "parent", "circle-of-units": "parent", "not-a-month": "month",
    "code-taken": "code", "unfit-code-form": "code", "unfit-code-below": "code", "group-code-taken": "code",
    "unfit-row-code": "code", "row-code-taken": "code", "row-name-taken": "name",
}  # fmt: skip

Values = dict[str, Any]


class Done(NamedTuple):
    """What was done, in a sentence, and the page that shows it."""

    sentence: str
    url: str


class Change(NamedTuple):
    """act: calls the verb with the form's cleaned values. foretell: sentences about what it will do, for the preview.

    back: the page that one came from, with its name. button: what pressing it does.
    """

    heading: str
    form: forms.BaseForm
    act: Callable[[Values], Done]
    foretell: Callable[[Values], list[str]]
    back: str
    place: str
    button: str
    note: str = ""

    @property
    def values(self) -> Values:
        """What the form says once it is valid; nothing of a form that asks nothing."""
        return self.form.cleaned_data if self.form.fields else {}


def change_page(request: HttpRequest, change: Change) -> HttpResponse:
    """The form; as sent, what would happen; as confirmed, the change itself.

    A form without fields asks nothing: its page begins with what would happen.
    """
    form, then = change.form, request.POST.get("then")
    if form.fields and (request.method != "POST" or then == EDIT or not form.is_valid()):
        return _form(request, change)
    try:
        if request.method == "POST" and then == ACT:
            with transaction.atomic():
                done = change.act(change.values)
            messages.success(request, done.sentence)
            return redirect(done.url)
        told = change.foretell(change.values)
        _try(change)
    except YoujuError as error:
        if error.status in (403, 404):
            raise
        form.add_error(_FIELDS.get(error.code) if _FIELDS.get(error.code) in form.fields else None, str(error))
        return _form(request, change, error.status)
    context = {"change": change, "told": told, "answers": answers(form)}
    return render(request, "desk/change/preview.html", context)


def _try(change: Change) -> None:
    """Run the verb and take it back. Raises what the verb raises."""
    with transaction.atomic():
        change.act(change.values)
        transaction.set_rollback(True)


def _form(request: HttpRequest, change: Change, status: int = 422) -> HttpResponse:
    context = {"change": change, "form": change.form}
    return render(request, "desk/change/change.html", context, status=status if change.form.errors else 200)
