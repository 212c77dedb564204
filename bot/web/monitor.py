"""The monitor's addresses, `/healthz`, `/readyz` and `/metrics`, answer those who watch over the bot, nobody else."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

from aiohttp import web
from aiohttp.typedefs import Handler

Networks = Iterable[IPv4Network | IPv6Network]
_FORWARDED = ("X-Forwarded-For", "X-Real-IP", "Forwarded")  # headers by which a proxy says whom it asks for


class Monitor:
    """Who may ask, and the token that Prometheus must show; without a token, none is asked for.

    A request must come from one of the networks, and be addressed to an IP address, to a name without a dot, or to
    one of `names`: a page on the Internet can have a browser ask for its own name at this address. One that a proxy
    forwards needs the token, since whom the proxy asks for is not known.
    """

    def __init__(self, networks: Networks, names: Iterable[str], token: str = "") -> None:
        self._networks = tuple(networks)
        self._names = {name.casefold() for name in names}
        self._token = token.encode()

    def guarded(self, routes: Iterable[web.RouteDef], *, by_token: bool = False) -> list[web.RouteDef]:
        """The same routes, which answer 403 to others; with `by_token`, 401 to whoever does not show the token."""
        return [web.get(route.path, self._guard(route.handler, by_token)) for route in routes]

    def _guard(self, handler: Handler, by_token: bool) -> Handler:
        async def guarded(request: web.Request) -> web.StreamResponse:
            forwarded = any(name in request.headers for name in _FORWARDED)
            shown = self._shown(request)
            if not (self._near(request) and self._named(request)) or (forwarded and not shown):
                return web.Response(status=403)
            if by_token and self._token and not shown:
                return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
            return await handler(request)

        return guarded

    def _near(self, request: web.Request) -> bool:
        peer = request.transport.get_extra_info("peername") if request.transport is not None else None
        try:
            address = ip_address(str(peer[0]).partition("%")[0]) if peer else None
        except ValueError:
            return False
        if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
            address = address.ipv4_mapped
        return address is not None and any(address in network for network in self._networks)

    def _named(self, request: web.Request) -> bool:
        name = request.headers.get("Host", "").casefold()
        bare = name[1:].partition("]")[0] if name.startswith("[") else name.partition(":")[0]
        bare = bare.removesuffix(".")
        try:
            ip_address(bare)
        except ValueError:
            return bare in self._names or (bare != "" and "." not in bare)
        return True

    def _shown(self, request: web.Request) -> bool:
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        given = token.strip().encode(errors="surrogateescape")
        return bool(self._token) and kind.casefold() == "bearer" and hmac.compare_digest(given, self._token)
