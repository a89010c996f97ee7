"""Released files of articles: pictures made anew without the notes of the camera, everything else as a download."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

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
    found = _released(article_of(ref).ref, pk)
    if found.file is None:
        raise NotFound()
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
