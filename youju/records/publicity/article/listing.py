"""What a list of articles shows of each."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.declared.case_columns import CaseColumn, CaseNarrow
from youju.records.heads.case import Case
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState


def _channels(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: str(case.channel) for case in cases if isinstance(case, Article)}


def _days(cases: Sequence[Case]) -> Mapping[int, str]:
    return {
        case.pk: clock.day_of(case.published_at).isoformat()
        for case in cases
        if isinstance(case, Article) and case.published_at
    }


COLUMNS = (CaseColumn(_("site channel"), _channels), CaseColumn(_("First published"), _days))
NARROWS = (
    CaseNarrow("live", _("on the site"), lambda: Q(state=ArticleState.LIVE)),
    CaseNarrow("down", _("taken down"), lambda: Q(state=ArticleState.DOWN)),
)
