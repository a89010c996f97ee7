"""Back to the queue as it was narrowed, or on to the next record that waits in it."""

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from youju.records.heads.refs import is_ref
from youju.records.kinds import kind_of

_LONGEST = 600


def queue_address(request: HttpRequest) -> str:
    """The queue, narrowed as the form that was sent says."""
    query = QueryDict(request.POST.get("queue", "")[:_LONGEST]).urlencode()
    return reverse("review") + (f"?{query}" if query else "")


def next_address(request: HttpRequest) -> str:
    """The page of the record that the form names as the next; the queue where it names none."""
    ref = request.POST.get("next", "")
    kind = kind_of(ref)
    if kind is None or not is_ref(ref, kind.code):
        return queue_address(request)
    query = QueryDict(request.POST.get("queue", "")[:_LONGEST], mutable=True)
    query["from"] = "review"
    return f"{reverse('record', args=[ref])}?{query.urlencode()}"
