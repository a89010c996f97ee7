"""The PDF of an article for members of the bureau, where others do not have it."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib import clock
from youju.orders.goods import Terms, goods
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.paper import article_paper


@require_GET
def member_pdf(request: HttpRequest, ref: str) -> HttpResponse:
    """Raises NotFound unless everybody may read the article and its PDF costs nothing."""
    member_of(request)
    article = Article.objects.public(clock.now()).filter(ref=ref).first()
    if article is None or _terms(article) is Terms.PAID:
        raise NotFound()
    paper = article_paper(article)
    response = HttpResponse(paper.content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, paper.name) or "attachment"
    return response


def _terms(article: Article) -> Terms:
    return goods(ref=article.ref, title=article.title, price=article.price, must_be_public=article.must_be_public).terms
