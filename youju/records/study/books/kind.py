"""Books handed out as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.study.books.forms import BooksForm
from youju.records.study.books.models import MEASURES, Books, Receivers

KIND = RecordKind(
    code="books",
    section=Section.STUDY,
    label=_("Study books"),
    help=_("Books for study that a unit handed out: which titles, how many copies, to whom."),
    model=Books,
    form=BooksForm,
    needs=(Need(EvidenceRole.SIGN_IN),),
    measures=MEASURES,
    told_by=(
        "配发学习书籍",
        "发放学习书籍",
        "发放《",
        "配发《",
        "赠送《",
        "每人一本",
        "赠书",
        "发书",
        "学习读本",
        "人手一册",
    ),
    sort_label=_("handed out to"),
    sorts=lambda: {str(code): str(label) for code, label in Receivers.choices},
)
