"""How fields of forms are drawn: without a length at which the browser stops taking in what is pasted."""

from typing import Any

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    """A browser cuts a paste off at ``maxlength`` and says nothing. The server counts, and says it at the field."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if "widget" in context:
            _drop_length(context["widget"])
        return super().render(template_name, context, request)


def _drop_length(widget: dict[str, Any]) -> None:
    widget.get("attrs", {}).pop("maxlength", None)
    for part in widget.get("subwidgets", ()):
        _drop_length(part)
