"""The part of the port that attaches members of staff to structures, and detaches them; and finds them for it."""

from __future__ import annotations

from typing import Protocol

from bot.terms import Account

LEAST = 2  #: letters or digits of a name that are looked for


class Attachments(Protocol):
    """Finds members of staff wherever they are, attaches and detaches them. Nobody but teachers and personnel."""

    async def staff(self, words: str, within: str, limit: int) -> list[Account]:
        """The members of staff of that structure and of all below it who bear that name, sorted by it.

        `words` are beginnings of their first and last name, in either order. At most `limit` of them; none where the
        words have fewer than `LEAST` letters. Pre-deleted accounts are left out. What an ENT tells of somebody only
        on their card, such as an e-mail address, may be missing.
        """
        ...

    async def attach(self, account_id: str, structure: str) -> bool:
        """Attaches a member of staff to a structure; False, and nothing done, where they are attached already.

        Declined: `GONE`, `DELETED`; `FORBIDDEN` for whoever is no member of staff, for a structure that there is
        not, or that the bot does not administer.
        """
        ...

    async def detach(self, account_id: str, structure: str, kept_in: str) -> bool:
        """Ends the ties of a member of staff to a structure; False, and nothing done, where there are none.

        These are the attachment, the classes and groups there, and the right to administer it. Whoever administers a
        structure above it still does. Declined: as `attach`; `UNKEPT`, where they are not attached to the structure
        `kept_in`, which keeps their account.
        """
        ...
