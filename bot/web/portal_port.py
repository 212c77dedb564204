"""What the demo's ENT page needs of the ENT behind it: sign-ins, publications, messages. The embedded ENT has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.terms import Account
from bot.terms.announcements import Announced


class Entry(Protocol):
    """The result of an attempt to sign in."""

    @property
    def outcome(self) -> str: ...  #: "in", "choose" (it was a code), "wrong", "blocked", "weak" or "later"

    @property
    def wait(self) -> int: ...  #: seconds until one may try again, where it is "later"

    @property
    def account(self) -> Account | None: ...  #: the account signed in; None for any other outcome


class Publication(Protocol):
    """What somebody published for their school."""

    @property
    def id(self) -> str: ...

    @property
    def author(self) -> str: ...  #: id of the author's account

    @property
    def author_name(self) -> str: ...

    @property
    def html(self) -> str: ...  #: as it was typed, not sanitised

    @property
    def at(self) -> datetime: ...

    @property
    def reported(self) -> bool: ...  #: by the account that is looking


class Received(Protocol):
    """A message in somebody's mailbox."""

    @property
    def subject(self) -> str: ...

    @property
    def html(self) -> str: ...  #: as it was sent, not sanitised

    @property
    def at(self) -> datetime: ...


class Portal(Protocol):
    """The ENT as its people see it."""

    async def sign_in(self, login: str, secret: str, address: str = "", browser: str = "") -> Entry:
        """Tries to sign in with a password or a code; `browser` is set for one that signed in so before."""

    async def choose(self, login: str, code: str, password: str, address: str = "") -> Entry:
        """Uses up a code to set a new password."""

    async def people(self) -> Sequence[Account]:
        """The accounts that the demo offers to sign in as."""

    async def publish(self, account_id: str, text: str) -> None:
        """Publishes a text for the account's school."""

    async def wall(self, account_id: str) -> Sequence[Publication]:
        """The publications of the account's school, newest first."""

    async def banners(self, account_id: str) -> Sequence[Announced]:
        """The announcements that the account sees, and has not read yet."""

    async def read_banner(self, account_id: str, announcement_id: str) -> None:
        """Counts that the account has read an announcement, and hides it."""

    async def mailbox(self, account_id: str) -> Sequence[Received]:
        """The messages that the account received, newest first."""

    async def report(self, account_id: str, publication_id: str) -> bool:
        """Reports a publication; False if the account has reported it before, or it does not exist."""
