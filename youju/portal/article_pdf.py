"""An article as a PDF, free for everybody unless it has a price."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from youju.errors import NotFound
from youju.portal.article_page import article_of
from youju.portal.page import public_page
from youju.portal.site import site_of
from youju.records.publicity.article.paper import article_paper


@public_page
def article_pdf(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Raises NotFound as the article's page does, and where the PDF has a price."""
    site_of(request)
    article = article_of(ref)
    if article.price:
        raise NotFound()
    paper = article_paper(article)
    response = HttpResponse(paper.content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, paper.name) or "inline"
    return response
