"""Public notices at the desk: those one may read, one of them, and the objections for whoever answers them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from youju.desk.notices.subject import Subject, notices_for, subject_of
from youju.desk.pages import listed
from youju.desk.scope import BUREAU, LOCAL, member_of
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.deadlines import conclusion, deadline_of, explanation
from youju.records.forms.choosing import let_choose
from youju.records.notices.lines import shown
from youju.records.notices.models import Notice, Objection, Outcome
from youju.records.notices.objecting import objection_add, objection_answer


class ObjectionForm(forms.Form):
    who = forms.CharField(
        label=_("who objects"), max_length=80, required=False,
        help_text=_("As they gave it. Empty where they did not; shown to those who answer and to nobody else."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("what is objected to"), max_length=1000, widget=forms.Textarea({"rows": 4})
    )  # fmt: skip


class AnswerForm(forms.Form):
    objection = forms.ModelChoiceField(queryset=Objection.objects.none(), widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("what came of it"), choices=Outcome.choices, widget=forms.RadioSelect)
    answer = forms.CharField(label=_("answer"), max_length=1000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, notice: Notice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "objection", notice.objections.all())


@require_GET
def notice_list(request: HttpRequest) -> HttpResponse:
    """The notices of what the member may read, those that stand today first, then the newest."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    today = clock.today()
    context = listed(request, notices_for(member).standing_first(today))
    return render(request, "desk/notices/notices.html", context | {"today": today})


@never_cache
@require_GET
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice. What was objected is for those who decide on the list."""
    found, subject = _read(request, pk)
    return _shown(request, found, subject)


@require_POST
def log_objection(request: HttpRequest, pk: int) -> HttpResponse:
    """Log what somebody objects by telephone, letter or in person."""
    found, subject = _decide(request, pk)
    form = ObjectionForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, subject, objecting=form)
    objection_add(notice=found, actor=member_of(request), **form.cleaned_data)
    messages.success(request, _text("The objection is logged. Nothing is decided before it is answered."))
    return redirect("notice", pk)


@require_POST
def answer_objection(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer one of them, once."""
    found, subject = _decide(request, pk)
    form = AnswerForm(request.POST, notice=found)
    if not form.is_valid():
        return _shown(request, found, subject, answering=form)
    values = form.cleaned_data
    objection_answer(
        objection=values["objection"],
        outcome=Outcome(values["outcome"]),
        answer=values["answer"],
        actor=member_of(request),
    )
    messages.success(request, _text("The objection is answered."))
    return redirect("notice", pk)


def _read(request: HttpRequest, pk: int) -> tuple[Notice, Subject]:
    """Raises NotFound for what belongs to something that the member may not read."""
    found = Notice.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound()
    return found, subject_of(member_of(request), found)


def _decide(request: HttpRequest, pk: int) -> tuple[Notice, Subject]:
    found, subject = _read(request, pk)
    if not subject.answers:
        raise NotAllowed()
    return found, subject


def _shown(
    request: HttpRequest,
    found: Notice,
    subject: Subject,
    objecting: ObjectionForm | None = None,
    answering: AnswerForm | None = None,
) -> HttpResponse:
    due = deadline_of(clock.day_of(found.began), found.rule)
    objections = list(found.objections.all()) if subject.answers else []
    context = {
        "notice": found,
        "subject": subject,
        "lines": shown(found),
        "stands": found.stands(clock.today()),
        "days": explanation(due),
        "conclusion": conclusion(due),
        "answered": [each for each in objections if each.answered],
        "open": [(each, _form_of(each, found, answering)) for each in objections if each.answered is None],
        "objecting": objecting or ObjectionForm(),
    }
    return render(request, "desk/notices/notice.html", context, status=422 if objecting or answering else 200)


def _form_of(objection: Objection, notice: Notice, wrong: AnswerForm | None) -> AnswerForm:
    """The form that answers an objection: the one to be mended, where it is of this one."""
    if wrong is not None and wrong.data.get("objection") == str(objection.pk):
        return wrong
    return AnswerForm(notice=notice, initial={"objection": objection.pk}, auto_id=f"answer-{objection.pk}-%s")
