"""First steps for tests of reports: publishes something in the ENT, reports it, has the desk look."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import Connection, insert

from bot.ent.directory import Report
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.portal import Portal
from bot.ent.embedded.tables import ENT
from bot.storage import screens
from bot.terms import Notice
from bot.workflows.reports import cards, treating, watching
from tests.world import World

WORDS = "Léo est nul & moche"


async def publish(world: World, author: str = "eleve", text: str = WORDS) -> str:
    """That account publishes something on the wall of its school; returns the publication's identifier."""
    portal = Portal(world.desk.records, lambda: world.now)
    await portal.publish(author, text)
    return next(shown.id for shown in await portal.wall(author) if shown.author == author)


async def report(world: World, publication: str, *reporters: str) -> None:
    """Has these accounts report a publication, one a minute."""
    for reporter in reporters:
        assert await Portal(world.desk.records, lambda: world.now).report(reporter, publication)
        world.wait(minutes=1)


async def told(world: World, author: str = "eleve", *reporters: str) -> int:
    """Makes a report, tells everybody of it and records their messages as sent; returns its number."""
    publication = await publish(world, author)
    await report(world, publication, *(reporters or ("lea.martin",)))
    await look(world)
    number = int((await world.rows("reports"))[-1]["id"])
    await show_screens(world)
    return number


async def look(world: World) -> None:
    """Has the desk read the ENT's reports, as it does every minute."""
    world.wait(minutes=1)
    await watching.look(world.desk)


async def show_screens(world: World) -> None:
    """Records the queued cards as shown, as the courier does."""
    for row in await world.rows("outbox", kind="screen"):
        if row["state"] == "queued":
            about, person = row["payload"]["about"], row["person"]
            await world.desk.put(screens.record, row["chat_id"], 5000 + row["id"], about, person)


async def redrawn(world: World, after: int) -> set[str]:
    """The keys of the people for whom edits of cards were queued after a mark."""
    found = set()
    for key in world.telegram:
        if any(row["kind"] == "refresh" for row in await world.letters(key, after)):
            found.add(key)
    return found


async def card(world: World, key: str, number: int) -> Notice:
    """The card as that persona sees it."""
    return await world.desk.look(cards.screen, world.desk.policy, await world.person(key), number)


async def keep(world: World, key: str, number: int) -> Notice:
    """That persona presses `Conserver`; returns the answer."""
    return await treating.keep(world.desk, world.cause(), world.caller(key), number)


async def delete(world: World, key: str, number: int, saw: str = "w") -> Notice:
    """That persona presses `Supprimer` and confirms; `saw` is the state that the card showed. Returns the answer."""
    await world.act(key, treating.delete_asked, number, saw)
    return await treating.delete(world.desk, world.cause(), world.caller(key), number, saw)


async def audit(world: World) -> list[tuple[str, str, str]]:
    """For each recorded act, its name, its state and the reason."""
    return [(row["act"], row["state"], row["reason"]) for row in await world.rows("interventions")]


async def backlog(world: World, count: int, **columns: Any) -> None:
    """Makes `count` publications at Jean-Moulin, all reported at the same moment."""
    at = world.now
    published = [
        {
            "id": f"p{n:03}",
            "author": "eleve",
            "school": "jean-moulin",
            "kind": "BLOG",
            "html": f"<p>{n}</p>",
            "at": at,
        }
        | {"hidden": False, **columns}
        for n in range(count)
    ]
    reports = [{"publication": row["id"], "reporter": "lea.martin", "at": at} for row in published]

    def write(connection: Connection) -> None:
        connection.execute(insert(ENT.tables["ent_publications"]), published)
        connection.execute(insert(ENT.tables["ent_reports"]), reports)

    await world.desk.records.run(write)


class Counting(EmbeddedDirectory):
    """The embedded ENT, which counts the pages of reports it is asked for, and fails where a test wants it to."""

    def __init__(self, world: World) -> None:
        super().__init__(world.desk.records, lambda: world.now)
        self.world = world
        self.pages: list[tuple[str, bool, int]] = []
        self.error: BaseException | None = None
        self.after = False  #: True to raise the error after the act is done
        self.hangs = False  #: True never to answer
        self.skipped: set[str] = set()  #: reports left out of their pages

    async def reports(self, school: str, treated: bool, page: int = 0) -> list[Report]:
        """A page of reports; counts it."""
        self.pages.append((school, treated, page))
        if self.hangs:
            await asyncio.Event().wait()
        if self.error is not None:
            raise self.error
        return [one for one in await super().reports(school, treated, page) if one.id not in self.skipped]

    async def keep_report(self, school: str, report_id: str) -> None:
        """Keeps the publication, or fails."""
        await self._fail(super().keep_report, school, report_id)

    async def delete_report(self, school: str, report_id: str) -> None:
        """Deletes the publication, or fails."""
        await self._fail(super().delete_report, school, report_id)

    async def _fail(self, act: Any, school: str, report_id: str) -> None:
        if self.error is not None and not self.after:
            raise self.error
        await act(school, report_id)
        if self.error is not None:
            raise self.error
