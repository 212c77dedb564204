"""Families that link their phones, and answer whether their child may write: for the tests of consents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, update

from bot.ent.embedded.tables import ENT
from bot.terms import Notice
from bot.workflows import intake
from bot.workflows.desk import Caller
from bot.workflows.people import answering, issuing, linking, rights
from bot.workflows.rules import consent
from tests.world import World

CHILD, MOTHER, FATHER = "lea.martin", "aurelie.martin", "jean-baptiste.martin"
PHONES = {CHILD: 5_100_001, MOTHER: 5_100_002, FATHER: 5_100_003}


class Families:
    """Links families as Telegram does, and answers for them."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def link(self, login: str, phone: int = 0) -> Notice:
        """Links that account by a token, as people do; returns the answer."""
        world = self.world
        world.telegram[login] = phone or PHONES[login]
        _, token = await issuing.issue_token(world.desk, login)
        await linking.present(world.desk, world.cause(), world.caller(login), token)
        mark = issuing.digest_of(token)[:24]
        return await linking.accept(world.desk, world.cause(), world.caller(login), mark)

    async def say(
        self, who: str, yes: bool, paper: bool = False, child: str = CHILD, shown: datetime | None = None
    ) -> Notice:
        """That person answers about the pupil, a minute later, with their own button; returns the answer.

        The button was shown at the moment `shown`, just now where that is None.
        """
        world, me = self.world, await self.world.person(who)
        world.wait(minutes=1)
        caller = replace(world.caller(who), person=me.id)
        await rights.renew(world.desk, caller)
        number = (await world.person(child)).id
        mark = consent.marked(shown or world.now)
        return await answering.say(world.desk, world.cause(), caller, number, yes, mark, paper)

    async def shown(self, who: str, child: str = CHILD) -> Notice:
        """What that person is shown of the answers about the pupil."""
        caller = self.world.caller(who)
        await rights.renew(self.world.desk, caller)
        return await answering.show(self.world.desk, caller, (await self.world.person(child)).id)

    async def waits(self, child: str = CHILD) -> bool:
        """Whether the pupil waits."""
        return (await self.world.person(child)).waits

    async def relate(self, *pairs: tuple[str, str]) -> None:
        """Makes these relatives and pupils each other's family, and Léa nobody else's."""
        table = ENT.tables["ent_families"]

        def write(connection: Connection) -> None:
            connection.execute(delete(table).where(table.c.student == CHILD))
            for relative, student in pairs:
                connection.execute(insert(table).values(relative=relative, student=student))

        await self.world.desk.records.run(write)

    async def born(self, day: date | None, child: str = CHILD) -> None:
        """Changes the birth date in the ENT."""
        table = ENT.tables["ent_accounts"]
        statement = update(table).where(table.c.id == child).values(birth_date=day)
        await self.world.desk.records.run(lambda connection: connection.execute(statement))


def early(world: World, key: str = CHILD) -> Caller:
    """The pupil doing what the door lets through before a yes."""
    return replace(world.caller(key), early=True)


async def write(world: World, text: str) -> Notice | None:
    """The pupil writes words, as they come through the door."""
    saying = world.saying(CHILD, text)
    return await intake.say(world.desk, world.cause(), early(world), saying, None)
