"""The address of the webhook: whether Telegram would call it. The rules are those of its own server."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, ip_address
from urllib.parse import urlsplit

PORTS = (443, 80, 88, 8443)  #: those that Telegram calls
_RESERVED = tuple(
    IPv4Network(one)
    for one in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/3"),
    )
)
OFFICIAL = "api.telegram.org"  #: the host of Telegram's own Bot API
_HOST = re.compile(r"(?:[\w!$,~*'();&+=.-]|%[0-9a-f]{2})+", re.IGNORECASE)


def refusal(url: str, api: str, path: str) -> str:
    """Why Telegram would refuse a webhook at `url` followed by `path`, and what to do; empty where it would not.

    A Bot API server of one's own, at `api`, may take any port, plain http and private addresses; one on this
    machine does so for addresses of this machine only.
    """
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError:
        return "is not an address: give https://, a host name, and a port only if it is not 443"
    host, server = parts.hostname or "", urlsplit(api).hostname or ""
    if parts.scheme not in ("https", "http") or not host or (":" not in host and not _HOST.fullmatch(host)):
        return "must begin with https:// and a host name"
    if parts.query or parts.fragment or re.search(r"\s", url):
        return "must end with its host, port or path: no “?”, no “#”, no space"
    if parts.path.endswith(path):
        return f"must be given without {path}, which is added"
    if (is_here(server) and is_here(host)) or not (is_here(server) or server == OFFICIAL):
        return ""
    if parts.scheme != "https":
        return "must begin with https://: Telegram calls no other"
    if (443 if port is None else port) not in PORTS:
        return f"has port {port}: Telegram calls only 443, 80, 88 and 8443"
    return _unreachable(host)


def _unreachable(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        if "." not in host.rstrip(".") or host.rstrip(".").endswith((".localhost", ".local", ".internal")):
            return f"names “{host}”, which the Internet does not know: give a public host name"
        return ""
    return unreachable(address)


def unreachable(address: IPv4Address | IPv6Address) -> str:
    """Why Telegram does not call this IP address; empty where it does."""
    if isinstance(address, IPv6Address):
        return "has an IPv6 address only: Telegram calls IPv4, so give a host name that has an IPv4 address (A)"
    if any(address in network for network in _RESERVED):
        return f"has the private or reserved address {address}: give a host name with a public IPv4 address"
    return ""


def is_here(host: str) -> bool:
    """Whether the host is this machine, by a name or an address of the loopback."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
