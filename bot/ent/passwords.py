"""The part of the port that lets somebody into their account again: codes, and the mailed link."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

CODE_ALPHABET = "abcdefghjkmnprstvwxyz3456789"  #: of every code: no letter or digit that looks like another
CODE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Code:
    """A password renewal code: `CODE_LENGTH` characters, for one use, until `expires_at`."""

    code: str
    expires_at: datetime

    def __repr__(self) -> str:
        return "Code(…)"  # so that no log and no failing test ever shows it


class Passwords(Protocol):
    """Makes codes and mails links.

    Every call about one account declines `GONE`, `DELETED`, `FEDERATED`, and `FORBIDDEN` for an administrator's.
    """

    async def renew_code(self, account_id: str) -> Code:
        """Makes a new renewal code; the code made before stops working (entcore-API: auth). Declined: `INACTIVE`."""
        ...

    async def activation_code(self, account_id: str) -> str:
        """The activation code of an account never activated. Declined: `ACTIVE`."""
        ...

    async def activation_codes(self, school: str, account_ids: Collection[str]) -> Mapping[str, str]:
        """By identifier, the activation codes of those of these accounts of a school that were never activated.

        Left out are all others, and those of which `activation_code` declines to tell it. It is one question to the
        ENT however many accounts there are. Declined: `FORBIDDEN`, where the bot does not administer the school.
        """
        ...

    async def mail_reset(self, account_id: str) -> str:
        """Has the ENT mail a link that resets the password, and returns the address it is sent to.

        Declined: `NO_MAIL`, `INACTIVE`.
        """
        ...
