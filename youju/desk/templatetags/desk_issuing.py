"""What pages of other folders show of documents on their way out."""

from typing import Any

from django import template
from django.template import Context

from youju.desk.scope import member_of
from youju.records.heads.ledgered import Ledgered
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.behind import behind
from youju.summaries.issuing.offered import acts_offered

register = template.Library()


@register.inclusion_tag("desk/issuing/stands_behind.html", takes_context=True)
def stands_behind(context: Context, record: Ledgered) -> dict[str, Any]:
    """Which printed figures rest on a record, as far as their documents are open to the reader."""
    found = behind(record.ref, member_of(context["request"]))
    return {"behind": found, "figures": sum(len(each.figures) for each in found)}


@register.inclusion_tag("desk/issuing/act_links.html", takes_context=True)
def document_acts(context: Context, document: Document) -> dict[str, Any]:
    """The acts that the reader may do with a document, as links; and its editions, if there are any."""
    acts = acts_offered(member_of(context["request"]), document)
    return {"document": document, "acts": acts, "has_editions": document.editions.exists()}
