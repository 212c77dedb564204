"""A desk on the demo's world, with a clock that tests move. Its functions name people by their persona's key."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest
from sqlalchemy import Connection, delete, insert, select

from bot.delivery import carrying
from bot.delivery.rules.retry import Sent
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.demo import PERSONAS, seed
from bot.ent.embedded.enrolment import Enrolment, enrol, index, remove
from bot.ent.embedded.tables import ENT
from bot.storage import deliveries, requests
from bot.storage import people as people_records
from bot.storage.engine import Records
from bot.storage.exchange import Message, newest
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Attachment, Notice, Origin, Person, Refusal, Request, Saying
from bot.workflows import intake
from bot.workflows.conversations import course
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.people import linking, rights
from bot.workflows.policy import Policy, read_policy
from bot.workflows.requests import cards, filing
from config.settings import Settings
from tests.patience import patient
from tests.people import NOON, USUAL

P = ParamSpec("P")
T = TypeVar("T")
Said = Notice | course.Pending | None
TELEGRAM = {persona.key: persona.telegram_id for persona in PERSONAS if not persona.hats}
#: the Telegram account of each account of the people with several hats: those of one person have the same
HATS = {login: p.telegram_id for p in PERSONAS if p.hats for login in (*p.also, p.key)}
PHOTO = Attachment("photo", "file-1", "unique-1", size=1000)


def policy(**values: Any) -> Policy:
    """The policy of the configuration that is shipped, with these values changed, and patient with the ENT."""
    return patient(read_policy(Settings(_env_file=None).tables(), **values))


class World:
    """The demo's people at their desk; `key` names a persona, or a login that was enrolled."""

    def __init__(self, records: Records) -> None:
        self.now = NOON
        directory, decided = EmbeddedDirectory(records, lambda: self.now), policy(limits=False)
        directory.usual = decided.communication
        self.desk = Desk(records, directory, decided, clock=lambda: self.now)
        self.desk.whisper, self.desk.username = self._whisper, lambda: "palier_bot"
        self.whispers: list[tuple[int, Notice]] = []  #: the secrets said, each with its chat
        self.deaf: set[int] = set()  #: chats where secrets fail to arrive
        self.slow: dict[int, bool] = {}  #: chats where no edit arrives; whether nobody knows that
        self.telegram = dict(TELEGRAM)
        self._causes = itertools.count(1)
        self._messages = itertools.count(100)
        self._secrets = itertools.count(9001)  # numbers of the messages that show secrets

    async def people(self) -> None:
        """Seeds the ENT, and links every persona except the one who is not linked."""
        await seed(self.desk.records, lambda: self.now)
        for key in sorted(TELEGRAM, key="eleve".__eq__):  # the pupil last: an adult says yes for them
            if key != "inconnu":
                await self.enrol(key, TELEGRAM[key])

    async def hats(self) -> None:
        """Links the people with several hats, too; of two accounts on one phone, the persona's own speaks."""
        for login in HATS:
            await self.enrol(login, HATS[login])

    async def enrol(self, login: str, telegram_id: int) -> None:
        """Links the account with that login to a Telegram account; `login` is then a key, too."""
        account = await self.desk.directory.by_login(login)
        assert account is not None
        self.telegram[login] = telegram_id
        caller = self.caller(login)
        await self.desk.do(f"people:{login}:{telegram_id}", linking.enrol, account, caller, self.desk.policy)

    def caller(self, key: str) -> Caller:
        """That persona in their private chat."""
        return Caller(self.telegram[key], self.telegram[key])

    def cause(self) -> str:
        """A new cause."""
        return f"test:{next(self._causes)}"

    def saying(self, key: str, text: str = "", *files: Attachment) -> Saying:
        """What that persona writes, in a new message."""
        return Saying(text, files, Origin(self.telegram[key], next(self._messages)))

    async def act(self, key: str, verb: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Runs the verb for that persona, whose rights the ENT says first, as at the door; returns its answer."""
        await rights.renew(self.desk, caller := self.caller(key))
        return await self.desk.act(self.cause(), caller, verb, *args, **kw)

    async def asked(
        self,
        key: str,
        verb: Callable[Concatenate[Turn, P], Notice | course.Pending | None],
        *args: P.args,
        **kw: P.kwargs,
    ) -> Notice:
        """Runs a verb that asks something of that persona; returns the question."""
        said = await self.act(key, verb, *args, **kw)
        notice = await course.carry_on(self.desk, self.cause(), self.caller(key), said)
        assert notice is not None
        return notice

    async def refused(
        self, key: str, verb: Callable[Concatenate[Turn, P], Any], *args: P.args, **kw: P.kwargs
    ) -> Refusal:
        """Runs a verb that refuses that persona; returns the refusal."""
        with pytest.raises(Refusal) as met:
            await self.act(key, verb, *args, **kw)
        return met.value

    async def say(self, key: str, text: str = "", *files: Attachment, reply_to: int | None = None) -> Notice | None:
        """That persona writes words without a command; returns the answer."""
        await rights.renew(self.desk, self.caller(key))
        saying = self.saying(key, text, *files)
        return await intake.say(self.desk, self.cause(), self.caller(key), saying, reply_to)

    async def press(self, key: str, action: str, value: str = "", serial: str = "") -> Notice | None:
        """Presses a button of the conversation under way, or of the one with that serial; returns the answer."""
        await rights.renew(self.desk, self.caller(key))
        rows = await self.rows("drafts", chat_id=self.telegram[key])
        serial = serial or (rows[0]["data"]["serial"] if rows else "over")
        return await intake.press(self.desk, self.cause(), self.caller(key), action, f"{serial}:{value}")

    async def new(self, key: str, target: str = "") -> Notice | None:
        """Presses `Nouvelle demande`; returns the answer."""
        said = await self.act(key, intake.begin, target)
        return await course.carry_on(self.desk, self.cause(), self.caller(key), said)

    async def cancel(self, key: str) -> Notice:
        """Types `/annuler`; returns the answer."""
        return await self.act(key, CONVERSATIONS.cancel)

    async def edit(self, key: str, origin: Origin, text: str, *files: Attachment) -> Notice | None:
        """That persona edits a message; returns the answer."""
        return await intake.edit(self.desk, self.cause(), self.caller(key), Saying(text, files, origin))

    async def file(self, key: str = "eleve", category: str = "connexion", text: str = "Je n'y arrive pas") -> int:
        """That persona files a request in one line; returns its number."""
        await self.act(key, filing.start, category, self.saying(key, text))
        found: list[dict[str, Any]] = await self.rows("requests")
        return int(found[-1]["number"])

    async def request(self, number: int) -> Request:
        """The request as the records have it."""
        found = await self.desk.look(requests.load, number)
        assert found is not None
        return found

    async def card(self, key: str, number: int) -> Notice:
        """The card of the request as that persona sees it."""
        person = await self.person(key)
        return await self.desk.look(cards.card, self.desk.policy, person, number)

    async def person(self, key: str) -> Person:
        """The persona as the desk knows them."""
        found = await self.desk.look(people_records.by_account, key)
        assert found is not None
        return found

    async def exchange(self, number: int) -> list[Message]:
        """The messages of the request's exchange, oldest first."""
        return await self.desk.look(newest, number, 100)

    async def told(self, key: str, after: int = 0) -> list[str]:
        """What was queued for that persona: kinds of notices, and `card:` with the headline of cards."""
        rows = await self.rows("outbox", chat_id=self.telegram[key])
        return [_kind(row) for row in rows if row["id"] > after and row["kind"] not in ("refresh", "menu")]

    async def letters(self, key: str, after: int = 0) -> list[dict[str, Any]]:
        """The rows of the outbox for that persona, after a mark."""
        return [row for row in await self.rows("outbox", chat_id=self.telegram[key]) if row["id"] > after]

    async def carry(self) -> None:
        """Records every queued delivery as sent, each in a new message of its chat, as the courier does."""
        while queued := await self.desk.put(deliveries.heads, 100):
            for one in queued:
                made = USUAL if one.kind == "menu" else Sent(0 if one.message_id else next(self._messages))
                await self.desk.put(carrying.record, one, made)

    async def at(self, key: str, kind: str) -> int:
        """The number of the newest message of that kind about a request in that persona's chat, once carried."""
        await self.carry()
        rows = await self.rows("cards", chat_id=self.telegram[key], kind=kind)
        return int(max(row["message_id"] for row in rows))

    def number(self, first: int) -> None:
        """Numbers the next messages from there, as a new bot begins again in each chat."""
        self._messages = itertools.count(first)

    async def said(self, key: str, notice: Notice | None) -> int:
        """Records that a notice was just said in that persona's chat; returns the number of its message."""
        assert notice is not None
        number = next(self._messages)
        await intake.asked(self.desk, self.caller(key), notice, number)
        return number

    async def everybody_told(self, after: int = 0) -> dict[str, list[str]]:
        """What was queued for each persona after a mark; without those for whom nothing was."""
        told = {key: await self.told(key, after) for key in self.telegram}
        return {key: kinds for key, kinds in told.items() if kinds}

    async def _whisper(self, chat_id: int, secret: Notice, into: int = 0, topic: int = 0) -> int:
        if chat_id in self.deaf:
            return 0
        if not into or chat_id in self.slow:
            return -into * self.slow[chat_id] if into else next(self._secrets)
        self.whispers.append((chat_id, secret))
        return into

    async def mark(self) -> int:
        """The number of the newest row of the outbox, to ask later what came after it."""
        rows = await self.rows("outbox")
        return max((row["id"] for row in rows), default=0)

    async def rows(self, table: str, **where: Any) -> list[dict[str, Any]]:
        """The rows of a table of the desk, sorted by their first column."""
        columns = DESK.tables[table]

        def read(work: Work) -> list[dict[str, Any]]:
            wanted = [columns.c[name] == value for name, value in where.items()]
            found = work.execute(select(columns).where(*wanted).order_by(next(iter(columns.c))))
            return [dict(row._mapping) for row in found]

        return await self.desk.look(read)

    async def appoint(self, key: str, *functions: tuple[str, str]) -> None:
        """Gives an account these functions in the ENT, each at a structure, and no others."""
        table = ENT.tables["ent_functions"]
        rows = [{"account": key, "function": name, "structure": place} for name, place in functions]

        def write(connection: Connection) -> None:
            connection.execute(delete(table).where(table.c.account == key))
            if rows:
                connection.execute(insert(table), rows)
            index(connection, [key])

        await self.desk.records.run(write)

    async def move(self, key: str, *places: str) -> None:
        """Attaches an account in the ENT to these structures, such as a class of another school, and to no others.

        Nobody is asked about again: `ask_again` does that.
        """
        table = ENT.tables["ent_attachments"]

        def write(connection: Connection) -> None:
            connection.execute(delete(table).where(table.c.account == key))
            if places:
                connection.execute(insert(table), [{"account": key, "structure": place} for place in places])
            index(connection, [key])

        await self.desk.records.run(write)

    async def ask_again(self, key: str) -> None:
        """Has the desk ask the ENT about an account now, and again some minutes later where the ENT has none."""
        for minutes in (1, 10):
            if minutes == 1 or (await self.person(key)).gone_at is not None:
                self.wait(minutes=minutes)
                await rights.ask_again(self.desk, await self.person(key))

    async def delete_account(self, key: str) -> None:
        """Deletes an account from the ENT, with its relations to others."""
        await self.desk.records.run(lambda connection: remove(connection, key))

    async def twin(self, login: str, other: str) -> None:
        """Gives the ENT a second account with the same name, profile and structures as that one."""
        account = await self.desk.directory.by_login(login)
        assert account is not None
        places = tuple(place.id for place in account.classes or account.places)
        first, last = account.first_name, account.last_name
        made = Enrolment(
            id=other, login=other, first_name=first, last_name=last, profile=account.profile, places=places
        )
        await self.desk.records.run(lambda connection: enrol(connection, (), (made,)))

    def wait(self, **length: float) -> datetime:
        """Moves the clock forward."""
        self.now += timedelta(**length)
        return self.now


def _kind(row: dict[str, Any]) -> str:
    if row["kind"] == "notice":
        return str(row["payload"]["kind"])
    return f"card:{row['payload']['headline']}" if row["kind"] == "card" else str(row["kind"])
