"""Files that come in pieces, by the protocol tus 1.0 (https://tus.io): core, creation and termination.

Each answer that refuses says why in one sentence of plain text; the script beside the form shows it.
"""

import base64
import binascii
import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from youju.desk.scope import member_of
from youju.errors import YoujuError
from youju.evidence.errors import WrongOffset, WrongPiece
from youju.evidence.models import Transfer
from youju.evidence.transfers import (
    PIECE,
    get_transfer,
    transfer_append,
    transfer_begin,
    transfer_check,
    transfer_end,
)
from youju.orgs.settings import setting

P = ParamSpec("P")
_VERSION = "1.0.0"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WHOLE = re.compile(r"[0-9]{1,15}", re.ASCII)
_TYPE = "application/offset+octet-stream"


def _tus(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Speak the protocol's version, and say what went wrong as plain text."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != _VERSION:
            response = HttpResponse(status=412)
            response["Tus-Version"] = _VERSION
        else:
            try:
                response = view(request, *args, **kwargs)
            except YoujuError as error:
                response = HttpResponse(str(error), status=error.status, content_type="text/plain; charset=utf-8")
                if isinstance(error, WrongOffset):
                    response["Upload-Offset"] = str(error.details["there"])
        response["Tus-Resumable"] = _VERSION
        response["Cache-Control"] = "no-store"
        return response

    return answer


@require_http_methods(["POST", "OPTIONS"])
@_tus
def transfers(request: HttpRequest) -> HttpResponse:
    """Begin a transfer; its address is where the pieces go."""
    member = member_of(request)
    if request.method == "OPTIONS":
        response = HttpResponse(status=204)
        response["Tus-Version"] = _VERSION
        response["Tus-Extension"] = "creation,termination"
        response["Tus-Max-Size"] = str(setting("upload_megabytes") * 1024 * 1024)
        return response
    size, about = _whole(request, "Upload-Length"), _about(request.headers.get("Upload-Metadata", ""))
    if size is None:
        return HttpResponse(status=400)
    original = about.get("original", "")
    transfer = transfer_begin(
        member=member.token,
        name=about.get("filename", ""),
        size=size,
        original=original if _SHA256.fullmatch(original) else "",
    )
    response = HttpResponse(status=201)
    response["Location"] = reverse("transfer", args=[transfer.code])
    response["Upload-Offset"] = "0"
    return response


@require_http_methods(["HEAD", "PATCH", "DELETE"])
@_tus
def transfer(request: HttpRequest, code: str) -> HttpResponse:
    """Where a transfer stands, its next piece, or its end."""
    found = get_transfer(code, member_of(request).token)
    if request.method == "DELETE":
        transfer_end(transfer=found)
        return HttpResponse(status=204)
    if request.method == "HEAD":
        return _standing(found, 200)
    if request.content_type != _TYPE:
        return HttpResponse(status=415)
    offset = _whole(request, "Upload-Offset")
    if offset is None:
        return HttpResponse(status=400)
    if int(request.META.get("CONTENT_LENGTH") or 0) > PIECE:
        raise WrongPiece(most=PIECE)
    found = transfer_append(transfer=found, offset=offset, piece=request.body)
    if found.whole:
        transfer_check(found)
    return _standing(found, 204)


def _standing(transfer: Transfer, status: int) -> HttpResponse:
    response = HttpResponse(status=status)
    response["Upload-Offset"], response["Upload-Length"] = str(transfer.there), str(transfer.size)
    return response


def _whole(request: HttpRequest, header: str) -> int | None:
    value = request.headers.get(header, "")
    return int(value) if _WHOLE.fullmatch(value) else None


def _about(metadata: str) -> dict[str, str]:
    """Names and values of the header; what cannot be read is left out."""
    pairs = (pair.strip().split(" ") for pair in metadata[:4000].split(","))
    return {pair[0]: _decoded(pair[1]) for pair in pairs if len(pair) == 2}


def _decoded(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
