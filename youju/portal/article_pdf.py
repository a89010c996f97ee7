"""An article as a PDF, where it is free for everybody."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from youju.errors import NotFound
from youju.orders.errors import MembersOnly
from youju.orders.goods import Terms
from youju.portal.article_page import article_of, goods_of
from youju.portal.page import public_page
from youju.portal.site import site_of
from youju.records.publicity.article.paper import article_paper


@public_page
def article_pdf(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Raises NotFound as the article's page does, and where the PDF has a price; MembersOnly."""
    site_of(request)
    article = article_of(ref)
    terms = goods_of(article).terms
    if terms is Terms.MEMBERS:
        raise MembersOnly()
    if terms is Terms.PAID:
        raise NotFound()
    paper = article_paper(article)
    response = HttpResponse(paper.content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, paper.name) or "inline"
    return response
