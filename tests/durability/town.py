"""A town with the demo's agents and many pupils of two of their schools, all linked, each with a phone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientSession

from bot import opening
from bot.demo import TOKEN as DEMO_TOKEN
from bot.emulator import Emulator, Persona
from bot.emulator.records import BotAccount, Posted
from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.terms import Profile
from bot.workflows.desk import Caller
from bot.workflows.people import linking
from config.settings import Settings
from tests.durability.stories import School
from tests.journeys.phone import Phone, Shown, labels, text_of
from tests.processes import free_port

SECRET = "a-secret-of-the-tests"
_FIRST = 6_000_001  # the Telegram account of the first pupil
_CLASSES = (("jean-moulin/CM2", ("directeur", "adjoint")), ("louise-michel/CE2", ("directrice",)))


@dataclass(slots=True)
class Town:
    """The emulator, everybody's phone, and the environment variables for the bot's processes."""

    emulator: Emulator
    http: ClientSession
    phones: dict[str, Phone]
    schools: tuple[School, ...]
    environment: dict[str, str]

    @property
    def bot(self) -> BotAccount:
        """The bot as the emulator knows it, once it has made a call."""
        return next(iter(self.emulator.world.bots.values()))

    def quieten(self) -> None:
        """Removes the faults and duplicates that are still to come."""
        self.emulator.api.faults.clear()
        self.emulator.world.duplicates = 0

    def shown(self, name: str) -> list[Posted]:
        """The messages in this person's chat with the bot, in order."""
        chat = self.emulator.world.chats.get((self.bot.id, self.phones[name].user_id))
        return [] if chat is None else list(chat.messages.values())

    def card(self, name: str, button: str, number: int) -> Shown | None:
        """The newest message about this request in this person's chat that has the button; None if there is none."""
        about = re.compile(rf"n°{number}\b")
        mine = [one.body for one in self.shown(name) if not one.deleted and about.search(text_of(one.body))]
        return next((body for body in reversed(mine) if button in labels(body)), None)


@asynccontextmanager
async def inhabited(database_url: str, pupils: int, limits: str = "off") -> AsyncIterator[Town]:
    """A town on this migrated database, without any messages yet. No bot is running."""
    cast = [Persona(p.key, p.telegram_id, p.first_name, p.last_name, p.role, p.structure) for p in opening.PERSONAS]
    emulator = Emulator(cast, rates=limits == "on")
    await emulator.start()
    port = free_port()
    environment = {
        "PALIER_TELEGRAM_TOKEN": DEMO_TOKEN,
        "PALIER_TELEGRAM_API": emulator.url,
        "PALIER_DATABASE_URL": database_url,
        "PALIER_LISTEN": f"127.0.0.1:{port}",
        "PALIER_WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "PALIER_WEBHOOK_SECRET": SECRET,
        "PALIER_LIMITS": limits,
    }
    try:
        async with ClientSession() as http:
            phones = {p.key: Phone(http, emulator.url, p.telegram_id) for p in opening.PERSONAS if p.key != "inconnu"}
            names = [f"eleve{index}" for index in range(pupils)]
            for user_id, name in enumerate(names, _FIRST):
                emulator.world.add_person({"id": user_id, "first_name": "Noé", "last_name": name})
                phones[name] = Phone(http, emulator.url, user_id)
            await _populate(database_url, {name: phones[name].user_id for name in names})
            schools = tuple(
                School(tuple(names[place :: len(_CLASSES)]), administrators)
                for place, (_, administrators) in enumerate(_CLASSES)
            )
            yield Town(emulator, http, phones, schools, environment)
    finally:
        await emulator.stop()


async def _populate(database_url: str, pupils: dict[str, int]) -> None:
    settings = Settings(_env_file=None, database_url=database_url, limits="off")
    enrolments = [
        Enrolment(
            id=name,
            login=name,
            first_name="Noé",
            last_name=name.title(),
            profile=Profile.STUDENT,
            places=(_CLASSES[place % len(_CLASSES)][0],),
        )
        for place, name in enumerate(pupils)
    ]
    async with opening.opened(settings) as desk:
        await opening.seed_demo(desk)
        await desk.records.run(lambda connection: enrol(connection, [], enrolments))
        for name, user_id in pupils.items():
            account = await desk.directory.account(name)
            assert account is not None
            await desk.once(f"town:{name}", linking.enrol, account, Caller(user_id, user_id), desk.policy)
