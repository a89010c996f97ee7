"""Released files: pictures made anew without the notes of the camera, everything else as it lies there."""

from pathlib import PurePath

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from youju.errors import NotFound
from youju.evidence.previews import public_picture
from youju.evidence.store import open_file
from youju.portal.article_page import article_of
from youju.portal.articles import is_picture
from youju.portal.page import public_page
from youju.portal.site import site_of
from youju.records.heads.attachments import Attachment
from youju.records.heads.releases import released_of


@public_page
def picture(request: HttpRequest, ref: str, pk: int) -> HttpResponseBase:
    """Raises NotFound unless it is released and its article can be read."""
    site_of(request)
    found = _released(article_of(ref).ref, pk)
    if found.file is None or not is_picture(found):
        raise NotFound()
    return guarded(HttpResponse(public_picture(found.file), content_type="image/jpeg"))


@public_page
def download(request: HttpRequest, ref: str, pk: int) -> HttpResponseBase:
    """Raises NotFound unless it is released and its article can be read."""
    site_of(request)
    return handed_out(_released(article_of(ref).ref, pk))


def handed_out(found: Attachment) -> HttpResponseBase:
    """A released file as a download, in the form in which the publication gate looked at it. Raises NotFound."""
    if found.file is None:
        raise NotFound()
    if is_picture(found):
        answer = HttpResponse(public_picture(found.file), content_type="image/jpeg")
        name = PurePath(found.name).with_suffix(".jpg").name
        answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
        return guarded(answer)
    content = open_file(found.file)
    return guarded(FileResponse(content, as_attachment=True, filename=found.name, content_type=found.file.media_type))


def _released(ref: str, pk: int) -> Attachment:
    found = next((each for each in released_of([ref])[ref] if each.pk == pk), None)
    if found is None:
        raise NotFound()
    return found


def guarded(response: HttpResponseBase) -> HttpResponseBase:
    """No browser takes it for a page, whatever it holds."""
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
