"""How much comes from one address: for floods alone, since a whole school stands behind one."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.orgs.guessing import address_in
from youju.orgs.sendings import sending_count


class TooManySent(YoujuError):
    code, status = "too-many-sent", 429
    sentence = _(
        "Very many inquiries come from this network just now. Your text is still here: send it again in ten minutes, "
        "or call the office."
    )


class TooManyOrders(YoujuError):
    code, status = "too-many-orders", 429
    sentence = _(
        "Very many orders come from this network just now. Nothing was ordered: try again in ten minutes, or call the "
        "office."
    )


def count_from(request: HttpRequest, what: str, *, most: int, refusal: type[YoujuError]) -> None:
    """Count one of a sort from the address of a request. Raises the refusal beyond so many in ten minutes."""
    if not sending_count(what=what, address=address_in(request.META), most=most):
        raise refusal()
