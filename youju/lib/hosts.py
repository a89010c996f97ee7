"""Names and addresses of machines."""

import ipaddress

_OF_ONE_LINE = 64  # bits of an IPv6 address that say to whom it was given; the rest its holder chooses


def holder_of(address: str) -> str:
    """What stands for whoever an address was given to: of IPv6 its network, of everything else the address itself.

    Who counts by it counts a machine once, whichever of its 2^64 addresses it comes from.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, _OF_ONE_LINE), strict=False))


def is_loopback(host: str) -> bool:
    """Whether a host, without its port, is reached from the machine itself alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
