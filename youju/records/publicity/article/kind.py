"""Articles as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.becoming import Becoming
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.publicity.article.forms import ArticleForm, ArticleMoveForm
from youju.records.publicity.article.item_values import clipping_of, item_values
from youju.records.publicity.article.listing import COLUMNS, NARROWS
from youju.records.publicity.article.models import MEASURES, Article, Origin
from youju.records.publicity.article.page import beside
from youju.records.publicity.article.paper import article_paper
from youju.records.rights import units_to_record_for

KIND = CaseKind(
    code="article",
    section=Section.PUBLICITY,
    label=_("Articles of the site"),
    help=_("A manuscript for the public site: edited, reviewed three times, published, taken down with a reason."),
    model=Article,
    opens=ArticleForm,
    move_form=ArticleMoveForm,
    open_label=_("Hand in the manuscript"),
    opens_for=units_to_record_for,
    files=True,
    columns=COLUMNS,
    narrows=NARROWS,
    beside=beside,
    paper=article_paper,
    beside_shows=("body", "mentions"),
    becomes=Becoming(
        "item", item_values, after=("publish", "appear"), evidence=clipping_of, role=EvidenceRole.CLIPPING
    ),
    measures=MEASURES,
    sort_label=_("origin"),
    sorts=lambda: {str(code): str(label) for code, label in Origin.choices},
)
