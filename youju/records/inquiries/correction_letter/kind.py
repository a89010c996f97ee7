"""Official letters as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.inquiries.correction_letter.forms import LetterForm, LetterMoveForm
from youju.records.inquiries.correction_letter.listing import COLUMNS
from youju.records.inquiries.correction_letter.models import MEASURES, CorrectionLetter, LetterSort
from youju.records.inquiries.correction_letter.page import beside
from youju.records.inquiries.correction_letter.paper import letter_paper
from youju.records.kind import CaseKind
from youju.records.rights import units_to_record_for

KIND = CaseKind(
    code="correctionletter",
    section=Section.INQUIRIES,
    label=_("Official letters"),
    help=_("An official response or a letter of correction: drafted by one, signed by another, numbered, on paper."),
    model=CorrectionLetter,
    opens=LetterForm,
    move_form=LetterMoveForm,
    open_label=_("Draft a letter"),
    opens_for=units_to_record_for,
    files=True,
    columns=COLUMNS,
    beside=beside,
    beside_shows=("addressee", "body"),
    paper=letter_paper,
    measures=MEASURES,
    sort_label=_("sort of letter"),
    sorts=lambda: {str(code): str(label) for code, label in LetterSort.choices},
)
