"""An article as PDF, set by typst. The same text gives the same bytes."""

import json
from pathlib import Path
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from youju.lib.typesetting import typeset
from youju.orgs.fonts import BODY, HEADS, chinese
from youju.orgs.settings import setting
from youju.phrases import reader_language
from youju.records.declared.papers import PaperFile
from youju.records.publicity.article.address import article_link, article_path
from youju.records.publicity.article.body import blocks
from youju.records.publicity.article.models import Article, Origin

_TEMPLATE = Path(__file__).with_name("article.typ")


def article_paper(article: Article, _verify: str = "") -> PaperFile:
    """The PDF of an article as it now reads, published or not. Raises NoChineseFont."""
    given = json.dumps(_data(article), ensure_ascii=False)
    return PaperFile(f"{article.title}.pdf", typeset(_TEMPLATE, {"given": given}))


def _data(article: Article) -> dict[str, Any]:
    return {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "lang": reader_language(),
        "site": setting("site_name") or article.unit.name,
        "title": article.title,
        "facts": _facts(article),
        "blocks": [block._asdict() for block in blocks(article.body)],
        "original": f"{_('Original address')}: {article.original}" if article.original else "",
        "address": article_link(article.ref) or article_path(article.ref),
    }


def _facts(article: Article) -> list[tuple[str, str]]:
    published = f"{localtime(article.published_at):%Y-%m-%d %H:%M}" if article.published_at else ""
    source = f"{article.source or article.unit.name}（{Origin(article.sort).label}）"
    told = (
        (_("Published"), published), (_("Author"), article.byline), (_("Taken from"), source),
        (_("Issue number"), article.issue),
    )  # fmt: skip
    return [(label, value) for label, value in told if value]
