"""Plays a stream of stories: many at once, the steps of each in order, whatever happens to the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection

from bot.storage.engine import Records
from bot.terms import Unavailable
from tests.durability.stories import Step, Story, words
from tests.durability.town import Town
from tests.durability.verdict import number_of, texts_of

T = TypeVar("T")
PATIENCE = 120.0  # seconds until an update that is never accepted fails the run


async def asked(records: Records, question: Callable[[Connection], T]) -> T:
    """Reads from the database; retries until its server answers, or `PATIENCE` runs out."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                return await records.read(question)
            except Unavailable:
                await asyncio.sleep(0.1)


class Lost(AssertionError):
    """An update was never accepted, or was accepted and its effect is not in the database."""


class Driver:
    """Plays stories; `after_step` is awaited after each step whose update was accepted."""

    def __init__(self, town: Town, records: Records, after_step: Callable[[], Awaitable[None]]) -> None:
        self._town = town
        self._records = records
        self._after_step = after_step
        self._lines: dict[str, asyncio.Lock] = {}
        self.said: dict[str, list[str]] = {}  #: for each person, the tokens they wrote, in order

    async def play(self, stories: Iterable[Story], together: int) -> list[Story]:
        """Plays all stories, `together` at a time, and returns them."""
        coming, played = iter(stories), list[Story]()

        async with asyncio.TaskGroup() as group:
            for _ in range(together):
                group.create_task(self._live(coming, played))
        return played

    async def _live(self, coming: Iterator[Story], played: list[Story]) -> None:
        for story in coming:
            played.append(story)
            for step in story.steps:
                await self._take(story, step)
                story.done += 1
                await self._after_step()

    async def _take(self, story: Story, step: Step) -> None:
        update = await self._press(story, step) if step.pressed else None
        if update is None:
            update = await self._write(story, step)
        await self._accepted(update, story, step)
        if step.act == "file":
            story.number = await asked(self._records, lambda connection: number_of(connection, step.token))
            if not story.number:
                raise Lost(f"{step} was accepted as update {update}, and no request holds its words")
        elif step.token:
            told = await asked(self._records, lambda connection: texts_of(connection, story.number))
            if not any(step.token in text for text in told):
                raise Lost(f"{step} of request {story.number} was accepted as update {update}, and is not there")

    async def _write(self, story: Story, step: Step) -> int:
        phone = self._town.phones[step.who]
        async with self._lines.setdefault(step.who, asyncio.Lock()):  # a person sends one message at a time
            if step.token:
                self.said.setdefault(step.who, []).append(step.token)
            body = {"user_id": phone.user_id, "text": words(step, story.number)}
            return int((await phone.post("messages", body))["update_id"])

    async def _press(self, story: Story, step: Step) -> int | None:
        """Presses the button under the request's card; returns the update's id, None if there is no such button."""
        card = self._town.card(step.who, step.pressed, story.number)
        if card is None:
            return None
        try:
            return int((await self._town.phones[step.who].press(step.pressed, card))["update_id"])
        except AssertionError:  # the card was edited meanwhile
            return None

    async def _accepted(self, update: int, story: Story, step: Step) -> None:
        world = self._town.emulator.world
        box = next(iter(world.bots.values())).mailbox
        until = asyncio.get_running_loop().time() + PATIENCE
        while update in box.pending:
            if asyncio.get_running_loop().time() > until:
                raise Lost(f"{step} of request {story.number}: update {update} was never accepted")
            await world.accepting.wait(1.0)
