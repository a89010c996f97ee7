"""A list as a file: just the rows that its filters leave, as the member may read them."""

from collections.abc import Iterator
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO

from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from youju.desk.cases.case_list import filtered_cases
from youju.desk.records.record_list import filtered_records
from youju.desk.scope import member_of
from youju.desk.sheets.import_page import recorder_of
from youju.desk.workbooks import workbook_file
from youju.errors import NotFound
from youju.lib import clock
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import CaseKind, SheetKind
from youju.records.kinds import get_sheet_kind
from youju.records.sheets.exporting import Export, export_note
from youju.records.sheets.template import write_kind_template


@require_GET
def export_file(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """The records of one kind in the list; name: xlsx or csv. Raises NotFound for another form."""
    member, kind = member_of(request), get_sheet_kind(code)
    if name not in ("xlsx", "csv"):
        raise NotFound()
    export = Export(kind=kind, heads=_listed(request, kind), actor=member)
    export_note(
        export=export, form=name, actor=member, asked=[(key, str(value)[:60]) for key, value in request.GET.items()]
    )
    dated = f"{kind.label}-{clock.today():%Y%m%d}"
    if name == "csv":
        return _streamed(export.csv(), f"{dated}.csv")
    out: IO[bytes] = TemporaryFile()  # noqa: SIM115 - the answer closes it when it is sent
    export.write_xlsx(out)  # type: ignore[arg-type]  # a file opened for bytes
    return workbook_file(out, dated)


@require_GET
def template_file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The kind's template for the member's own units."""
    member, kind = recorder_of(request, code)
    content = BytesIO()
    write_kind_template(content, kind=kind, unit=member.unit if _is_local(member.unit) else None)
    return workbook_file(content, str(kind.label))


def _listed(request: HttpRequest, kind: SheetKind) -> "QuerySet[Ledgered]":
    """What the kind's list shows for the same address."""
    return filtered_cases(request, kind) if isinstance(kind, CaseKind) else filtered_records(request, kind.section)


def _is_local(unit: object) -> bool:
    return getattr(unit, "kind", "") in ("school", "town")


def _streamed(pieces: Iterator[bytes], file_name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"
    return answer
