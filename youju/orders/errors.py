"""What keeps an order or a payment from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotFound, YoujuError


class NothingForSale(NotFound):
    code = "nothing-for-sale"
    sentence = _("This cannot be ordered: it is free, or no way to pay is set up.")


class MembersOnly(YoujuError):
    code, status = "members-only", 403
    sentence = _("The PDF is for members of the bureau. Log in first, or read the text on its page.")


class OrderUnknown(NotFound):
    code = "order-unknown"
    sentence = _("No order has this code. Look at the code you were given with the order, and type it again.")


class OrderMoved(Conflict):
    code = "order-moved"
    sentence = _("Order %(number)s is %(state)s by now, so this can no longer be done. Reload the page.")


class AnotherMustAgree(YoujuError):
    code, status = "another-must-agree", 403
    sentence = _("You began this for order %(number)s. Somebody else must agree.")


class VoucherMissing(YoujuError):
    code, status = "voucher-missing", 422
    sentence = _("Write the number of the voucher or receipt by which the payment can be found.")


class Forged(YoujuError):
    """A notification that its sender did not sign, or that is not for this account. It changes nothing."""

    code, status = "payment-forged", 400
    sentence = _("The notification is not signed by the payment service.")


class GatewayFailed(YoujuError):
    code, status = "payment-gateway", 502
    sentence = _("%(provider)s did not take the request. Nothing was charged. Try again in a few minutes.")


class RefundWaits(YoujuError):
    code, status = "refund-waits", 502
    sentence = _(
        "%(provider)s did not take the refund of order %(number)s yet. The download is closed already. Send the refund "
        "once more later."
    )
