"""Handing out what was paid: a ticket for so many downloads within so many days, opened by the buyer's own code."""

from datetime import timedelta

from django.db import transaction

from youju.lib import clock
from youju.orders.order import Order
from youju.orgs import audit
from youju.orgs.actors import HOLDER, Actor
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_burn, ticket_grant, ticket_of, tickets_revoke


def deliver(order: Order, *, actor: Actor) -> None:
    """Part of whatever makes an order paid. Two tickets of one code no table takes: there is one delivery or none."""
    ticket_grant(
        digest=order.digest, purpose=Purpose.DOWNLOAD, ref=order.target, expires=clock.now() + timedelta(order.days),
        uses=order.uses, actor=actor,
    )  # fmt: skip


def take_back(order: Order, *, actor: Actor) -> None:
    """Close what was handed out, waiting for whoever is just downloading."""
    tickets_revoke(purpose=Purpose.DOWNLOAD, ref=order.target, actor=actor)


def download_ticket(code: str) -> Ticket:
    """The ticket by which a buyer may download, not used by being looked at. Raises TicketInvalid."""
    ticket = ticket_of(code)
    if ticket.purpose != Purpose.DOWNLOAD:
        raise TicketInvalid()
    return ticket


@transaction.atomic
def download_use(*, code: str) -> None:
    """Note one download, once its content is ready. Raises TicketInvalid where another was quicker or took it back."""
    ticket = ticket_burn(code=code, purpose=Purpose.DOWNLOAD)
    audit.write(actor=HOLDER, action="order.download", target=ticket.ref, uses_left=ticket.uses_left)
