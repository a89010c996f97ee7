"""Signed comments as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.inquiries.public_comment.forms import PublicCommentForm
from youju.records.inquiries.public_comment.models import MEASURES, PublicComment
from youju.records.inquiries.public_comment.reported_comments import refuse_uncountable
from youju.records.kind import RecordKind
from youju.records.messages.reading import link

KIND = RecordKind(
    code="publiccomment",
    section=Section.INQUIRIES,
    label=_("Signed comments"),
    help=_("What the unit said in public under its own name, on its registered account: link and text are kept."),
    model=PublicComment,
    form=PublicCommentForm,
    needs=(Need(EvidenceRole.CLIPPING),),
    measures=MEASURES,
    refuses=refuse_uncountable,
    told_by=("署名评论", "官方回应", "官方账号回复", "情况说明发布"),
    reads={"link": link},
)
