"""Services that no administrator of a school makes: connectors, and what the ENT's operator locks."""

from __future__ import annotations

from typing import Any, Protocol

from sqlalchemy import Connection

from bot.ent.embedded.tables import ENT
from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand
from tests.entcore.town import Offered


class ServicesStage(Protocol):
    """What a test may change about services."""

    async def service(self, key: str, kind: str, owner: str, *, inherits: bool = False) -> None:
        """Makes a service of that kind, named as its key, which nobody has yet."""
        ...

    async def lock(self, key: str) -> None:
        """Has the operator lock a service."""
        ...


class EmbeddedServicesStage(EmbeddedHand):
    """Changes rows of services."""

    async def service(self, key: str, kind: str, owner: str, *, inherits: bool = False) -> None:
        row: dict[str, Any] = {"id": key, "kind": kind, "name": key, "address": f"https://{key}.example/"}
        await self._insert("services", [row | {"owner": owner, "inherits": inherits, "locked": False}])

    async def lock(self, key: str) -> None:
        services = ENT.tables["ent_services"]

        def lock(connection: Connection) -> None:
            connection.execute(services.update().where(services.c.id == key).values(locked=True))

        await self._records.run(lock)


class EntcoreServicesStage(EntcoreHand):
    """Changes the town's services."""

    async def service(self, key: str, kind: str, owner: str, *, inherits: bool = False) -> None:
        address = f"https://{key}.example/"
        row = {"name": key, "address": address, "owner": owner, "inherits": inherits, "for": []}
        self._town.offer(Offered(key, kind, key), row)

    async def lock(self, key: str) -> None:
        self._town.services[key].locked = True
