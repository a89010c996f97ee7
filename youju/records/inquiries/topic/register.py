"""Topics of inquiries as a register."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.inquiries.topic.first_topics import first_topics
from youju.records.inquiries.topic.forms import TopicForm
from youju.records.inquiries.topic.models import Topic
from youju.records.registers.register import Register

REGISTER = Register(
    code="topic",
    section=Section.INQUIRIES,
    help=_("What the public asks about: enrolment, fees, school buses … Each inquiry names one."),
    model=Topic,
    form=TopicForm,
    begins=first_topics,
)
