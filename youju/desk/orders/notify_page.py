"""Where payment services tell what was paid: open to all, believed only where it is signed."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from youju.errors import NotFound
from youju.orders.errors import Forged
from youju.orders.paying import payment_take
from youju.orders.providers.configured import find_provider

log = logging.getLogger(__name__)

_MOST_BYTES = 64 * 1024


@csrf_exempt
@login_not_required
@require_POST
def notify_page(request: HttpRequest, code: str) -> HttpResponse:
    """Take a notification. A forged one is refused and noted; the service sends again whatever is not taken.

    Raises NotFound where no such way to pay is set up.
    """
    provider = find_provider(code)
    if provider is None:
        raise NotFound()
    try:
        payment = provider.read(request.headers, request.read(_MOST_BYTES))
    except Forged as error:
        log.warning("A payment notification that is not signed was refused (%s)", slugify(code))
        return HttpResponse(str(error), status=error.status, content_type="text/plain; charset=utf-8")
    if payment is not None:
        payment_take(payment=payment, provider=provider.code)
    return HttpResponse(provider.taken.body, content_type=provider.taken.content_type)
