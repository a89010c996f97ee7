"""What a workbook that was handed in would change, with every fault by its cell; and the button that lets it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.bureau.workbook.importing import PreviewOutdated, bureau_import, bureau_preview
from youju.bureau.workbook.kept import KeptWorkbook, kept_workbook, workbook_drop
from youju.bureau.workbook.lines import Line
from youju.bureau.workbook.preview import down_a_column
from youju.desk.workbook.workbook_page import manager_of
from youju.errors import SheetRefused, problem_text
from youju.lib.sheets import Problem
from youju.orgs.members import Member

# A page of more is no help: after the first hundreds it is the same fault again.
_MOST = 500


@require_http_methods(["GET", "HEAD", "POST"])
def preview_page(request: HttpRequest) -> HttpResponse:
    """The preview; a POST lets the workbook take effect, or puts it away. Raises NotAllowed, NoWorkbook."""
    member = manager_of(request)
    kept = kept_workbook(member)
    if request.POST.get("then") == "drop":
        workbook_drop(member=member)
        messages.success(request, _("The workbook was put away. Nothing was changed."))
        return redirect("workbook")
    if request.method == "POST" and (done := _acted(request, member, kept)):
        return done
    preview = bureau_preview(content=bytes(kept.content), actor=member)
    problems = down_a_column(preview.problems)
    context = {
        "kept": kept,
        "preview": preview,
        "changes": [(action.value, count, _told(lines)) for action, count, lines in preview.by_action()],
        "notes": _told(down_a_column(preview.notes)),
        "proposals": _told(preview.proposals),
        "problems": _told(problems[:_MOST]),
        "more": max(0, len(problems) - _MOST),
    }
    return render(request, "desk/workbook/preview.html", context, status=422 if preview.problems else 200)


def _acted(request: HttpRequest, member: Member, kept: KeptWorkbook) -> HttpResponse | None:
    """The way on after the import; None where it was refused, which the preview then tells."""
    try:
        seen = request.POST.get("seen") or "unseen"
        preview = bureau_import(content=bytes(kept.content), name=kept.name, actor=member, seen=seen)
    except (PreviewOutdated, SheetRefused) as refusal:
        messages.error(request, str(refusal) if isinstance(refusal, PreviewOutdated) else _("Nothing was changed."))
        return None
    workbook_drop(member=member)
    count = preview.changes
    messages.success(
        request, ngettext("%(count)s change was made.", "%(count)s changes were made.", count) % {"count": count}
    )
    return redirect("units")


def _told(said: Iterable[Problem | Line]) -> list[tuple[str, str]]:
    """Each with its cell and its sentence."""
    return [(one.place if isinstance(one, Line) else one.source, problem_text(one.said)) for one in said]
