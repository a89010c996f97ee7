"""The papers of orders: the statement of a month as a workbook, the receipt of an order as PDF."""

from io import BytesIO

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from youju.desk.orders.rights import officer_of
from youju.desk.workbooks import workbook_file
from youju.errors import NotFound
from youju.lib import clock
from youju.lib.periods import Period
from youju.orders.order import Order
from youju.orders.receipt import receipt_pdf
from youju.orders.statement import write_statement
from youju.orgs.tree import home_unit


@require_GET
def statement(request: HttpRequest) -> FileResponse:
    """The month that ``?month=2026-03`` names, else the present one. Raises NotAllowed, NotFound."""
    officer_of(request)
    month = _month(request.GET.get("month", ""))
    out = BytesIO()
    write_statement(out, month)
    name = _("Orders of %(month)s") % {"month": f"{month.first:%Y-%m}"}
    return workbook_file(out, name)


@require_GET
def receipt(request: HttpRequest, pk: int) -> FileResponse:
    """The receipt of a paid order. Raises NotAllowed, NotFound, NoChineseFont."""
    officer_of(request)
    order = Order.objects.filter(pk=pk, paid_at__isnull=False).first()
    if order is None:
        raise NotFound()
    content = receipt_pdf(order, issuer=str(home_unit().name))
    return FileResponse(BytesIO(content), as_attachment=True, filename=f"{order}.pdf", content_type="application/pdf")


def _month(text: str) -> Period:
    try:
        month = Period.parse(text) if text else Period.month(clock.today().year, clock.today().month)
    except ValueError as error:
        raise NotFound() from error
    if month.kind != "month":
        raise NotFound()
    return month
