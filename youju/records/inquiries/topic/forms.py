"""The form of a topic of inquiries."""

from youju.records.inquiries.topic.models import Topic
from youju.records.register_forms import RegisterForm


class TopicForm(RegisterForm):
    class Meta(RegisterForm.Meta):
        model = Topic
        fields = ["name", "other_names", "since"]
