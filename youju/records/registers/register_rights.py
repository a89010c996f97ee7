"""Who may do what with a register: the officers of its section and the administrators of the bureau keep it."""

from youju.errors import NotAllowed, NotFound
from youju.orgs.actors import Actor
from youju.orgs.keeping import is_manager
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.records.registers.all_registers import registers
from youju.records.registers.register import Register, RegisterRow
from youju.records.rights import reached_units, sections_of, units_to_record_for


def registers_for(member: Member) -> list[Register]:
    """The registers that a member may read: those of its sections; an administrator of the bureau reads all."""
    own, manager = sections_of(member), is_manager(member)
    return [register for register in registers() if manager or register.section in own]


def get_register_for(member: Member, code: str) -> Register:
    """A register to read. Raises NotFound for any other, as for one that is not there."""
    for register in registers_for(member):
        if register.code == code:
            return register
    raise NotFound()


def get_row_for(member: Member, register: Register, code: str) -> RegisterRow:
    """A row of a register; what is proposed is open to whoever proposed it and whoever keeps it. Raises NotFound."""
    row: RegisterRow | None = register.model.objects.filter(code=code).select_related("proposed_by").first()
    if row is None or not (row.proposed_by in (None, member) or is_keeper(member, register)):
        raise NotFound()
    return row


def is_keeper(member: Member, register: Register) -> bool:
    """An officer of the bureau with the register's section, or an administrator of the bureau."""
    return is_manager(member) or home_unit().pk in reached_units(member, Role.OFFICER, section=register.section)


def may_propose(member: Member, register: Register) -> bool:
    """Whoever writes down records of the section, where the register takes proposals."""
    return register.proposals and units_to_record_for(member, register.section).exists()


def require_keeper(actor: Actor, register: Register) -> None:
    """Raises NotAllowed for every member who does not keep the register; the server's own are let through."""
    if isinstance(actor, Member) and not is_keeper(actor, register):
        raise NotAllowed()
