"""The part of the port that says which services a school has, for whom, and changes that (guide, chapter 3.D)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.terms import Profile


class ServiceKind(StrEnum):
    """What a service is."""

    APPLICATION = "application"  #: of the ENT itself; of one with several rights, each right is a service
    LINK = "link"  #: leads to a site
    CONNECTOR = "connector"  #: leads to a site, and signs its reader in there
    WIDGET = "widget"  #: a box of the home page


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service as one school has it."""

    id: str
    kind: ServiceKind
    name: str
    address: str = ""  #: where it leads, of links and connectors
    owner: str = ""  #: the structure that made it; empty for what the ENT brings
    locked: bool = False  #: whether the ENT says that its operator lets nobody below change it; it may not say so
    profiles: frozenset[Profile] = frozenset()  #: to whom the school gives it

    def inherited(self, school: str) -> bool:
        """Whether a structure above that school made it: it alone changes it, and says who has it."""
        return self.owner not in ("", school)


class Services(Protocol):
    """Reads the services of a school, gives them to profiles, and makes, changes and withdraws its links.

    Only the school itself is touched, never what lies below or beside it. No secret of a connector is ever read.
    """

    async def services(self, school: str) -> list[Service]:
        """The services of a school, by kind and name; empty for an unknown school."""
        ...

    async def offer(
        self, school: str, service_id: str, given: Collection[Profile], withdrawn: Collection[Profile]
    ) -> None:
        """Gives a service to some profiles of the school, and withdraws it from others; each twice is as once.

        Declined: `FORBIDDEN`; `GONE`, where the school has no such service; `LOCKED`; `INHERITED`.
        """
        ...

    async def create_link(self, school: str, name: str, address: str) -> str:
        """Makes a link of the school, which nobody has yet; returns its identifier.

        Declined: `FORBIDDEN`; `TAKEN`, where a link or connector that the school has bears that name, whatever its
        case and accents: so a link that was asked for twice is made once.
        """
        ...

    async def change_link(self, school: str, link_id: str, name: str, address: str) -> None:
        """Gives a link of the school another name and address; who has it stays.

        Declined: as `offer`, also `GONE` for what is no link; `TAKEN`, as `create_link`.
        """
        ...

    async def withdraw_link(self, school: str, link_id: str) -> None:
        """Deletes a link of the school, for everybody. Declined: as `offer`, also `GONE` for what is no link."""
        ...


def order(service: Service) -> tuple[int, str, str]:
    """What services are sorted by: their kind, then their name."""
    return list(ServiceKind).index(service.kind), service.name.casefold(), service.id
