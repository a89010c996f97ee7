"""What an administrator does on the system page: back up now, try a backup out, decide about the ledger."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.backups.now import backup_start, drill_start
from youju.backups.outside import standstill_end
from youju.desk.scope import bureau_admin_of


@require_POST
def backup(request: HttpRequest) -> HttpResponse:
    """Begin a backup; the page then shows how far it is."""
    backup_start(actor=bureau_admin_of(request))
    return redirect("system")


@require_POST
def drill(request: HttpRequest) -> HttpResponse:
    """Begin to put the last backup back for trial; the page then shows when it is done."""
    drill_start(actor=bureau_admin_of(request))
    return redirect("system")


@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    """Take the ledger as it is, with the reason typed."""
    standstill_end(reason=request.POST.get("reason", ""), actor=bureau_admin_of(request))
    messages.success(request, _("Your decision is on record. Saving is possible again."))
    return redirect("system")
