"""Time limits for answers as a register."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.inquiries.rule.first_rules import first_rules
from youju.records.inquiries.rule.forms import RuleForm
from youju.records.inquiries.rule.models import AnswerRule
from youju.records.registers.register import Register

REGISTER = Register(
    code="rule",
    section=Section.INQUIRIES,
    help=_(
        "How long the bureau has to answer, by channel and sort. Inquiries keep the limit they were received under."
    ),
    model=AnswerRule,
    form=RuleForm,
    shown=("channel", "sort", "days", "day_type", "extension", "settle_days", "source"),
    begins=first_rules,
)
