"""The demo's public site: open, named, with the pictures of its articles."""

from youju.demo.bureau import Bureau
from youju.orgs.setting_verbs import setting_change
from youju.records.heads.attachments import attachments_of
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState
from youju.records.verbs.released import evidence_release

_SETTINGS = {
    "site_open": "yes",
    "site_name": "溪云教育信息网",
    "site_address": "https://edu.xiyun.example.com",
    "site_outlet": "xiyun-edu-net",
}


def open_site(bureau: Bureau) -> None:
    """Let everybody read it, and release what lies beside the articles that are live."""
    for name, text in _SETTINGS.items():
        setting_change(name=name, text=text, actor=bureau.members["admin"])
    articles = {article.ref: article for article in Article.objects.filter(state=ArticleState.LIVE)}
    for ref, attachments in attachments_of(articles).items():
        for attachment in attachments:
            evidence_release(head=articles[ref], attachment=attachment, actor=bureau.members["officer"])
