"""The tabs of a place in the menu that has several pages."""

from typing import Any

from django import template

from youju.desk.nouns import noun_tabs

register = template.Library()


@register.inclusion_tag("parts/place_tabs.html", takes_context=True)
def tabs_of_nouns(context: dict[str, Any]) -> dict[str, Any]:
    """The tabs of 单位与人员 that the member may open."""
    return {"tabs": noun_tabs(context["request"])}
