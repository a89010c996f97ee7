"""Visits as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import phrase, word_for
from youju.records.volunteering.visit.forms import VisitForm
from youju.records.volunteering.visit.models import MEASURES, Visit
from youju.records.volunteering.visit.visited import VisitSort

KIND = RecordKind(
    code="visit",
    section=Section.VOLUNTEERING,
    label=_("Visits"),
    help=_("One visit to one household or enterprise: who went, what was brought, what is needed."),
    model=Visit,
    form=VisitForm,
    measures=MEASURES,
    needs=(Need(EvidenceRole.PHOTO),),
    headings={"name": ("户主", "户主姓名", "企业名称"), "place": ("村", "所在村")},
    sort_label=_("household or enterprise"),
    sorts=lambda: {str(code): str(label) for code, label in VisitSort.choices},
    officers_pages={"visited": _("Households and enterprises")},
    told_by=("走访", "慰问", "家访", "入户", "送去", "看望", "困难户", "脱贫户", "结对帮扶"),
    reads={
        "sort": word_for(
            {"visits.enterprises": ("企业", "公司", "工厂"), "visits.households": ("农户", "困难户", "脱贫户", "户")}
        ),
        "brought": phrase(r"(?:送去|送上|送来|带去|赠送|送)了?([^，。；,;！!\n]{2,40})"),
        "place": phrase(r"(?:走访|慰问|来到|到|赴|在)了?([一-鿿]{1,6}?(?:村|社区))"),
    },
)
