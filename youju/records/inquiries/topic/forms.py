"""The form of a topic of inquiries."""

from youju.records.forms.register_forms import RegisterForm
from youju.records.inquiries.topic.models import Topic


class TopicForm(RegisterForm):
    class Meta(RegisterForm.Meta):
        model = Topic
        fields = ["name", "other_names", "since"]
