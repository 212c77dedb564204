"""What `palier demo` runs: the Telegram emulator, the bot, and a web page of the embedded ENT."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from secrets import token_urlsafe

from aiohttp import web

from bot import app, feed, logs, opening
from bot.app import House
from bot.emulator import Emulator, Persona
from bot.ent.embedded.demo import SEPTEMBER, SEPTEMBER_SCHOOL, DemoPersona
from bot.ent.embedded.portal import Portal
from bot.feed import Source
from bot.opening import Misconfigured
from bot.storage import people
from bot.terms.feed import FeedReport
from bot.web.portal import PortalPage
from bot.web.provider import Application, Provider
from bot.web.september import Day
from bot.web.server import WebServer
from bot.web.signing_in import SIGN_IN_PATH, SignInPages
from bot.workflows.desk import Desk
from bot.workflows.people import rights
from bot.workflows.rules.calendar import today
from config.settings import Settings

TOKEN = "1000001:demo-token-of-the-local-emulator-only"

_ABOVE_THE_SCHOOL = {
    "erun": "La circonscription · niveau 1",
    "danei": "Le département · niveau 2",
    "plateforme": "L’académie · niveau 3",
    "editeur": "L’éditeur · niveau 4",
}  # the words above the people in the page's list; everybody else belongs to a school


@dataclass(frozen=True, slots=True)
class Stage:
    """A running demo: the bot, and the addresses of the emulator's page and of the ENT's page."""

    house: House
    telegram: str
    ent: str


@asynccontextmanager
async def staged(port: int, data: Path) -> AsyncIterator[Stage]:
    """Runs the demo with its invented people; yields once all of it listens.

    The emulator listens on `port`, the ENT's page and the bot's own on the next ones if free.
    Everything is kept in `data`.
    The bot and the ENT read the emulator's clock: where that is moved forward, what became due happens at once.
    """
    async with emulating(port, data / "telegram", personas=True) as emulator:
        settings = Settings(
            telegram_token=TOKEN,
            ent="embedded",
            telegram_api=emulator.url,
            database_url=f"sqlite:///{data / 'palier.db'}",
        )
        logs.configure(settings.log)

        def clock() -> datetime:
            return datetime.fromtimestamp(emulator.clock.now(), UTC)

        async with opening.opened(settings, clock) as desk:
            await opening.migrate(desk.records)
            await opening.seed_demo(desk)
        async with app.running(settings, clock) as house, _ent(house, emulator.url, port) as ent:
            emulator.clock.followers += [house.desk.stir, house.courier.wake]
            emulator.links.append(("L’ENT de la démonstration", ent))
            yield Stage(house, emulator.url, ent)


@asynccontextmanager
async def emulating(port: int, data: Path | None, personas: bool) -> AsyncIterator[Emulator]:
    """Runs the emulator alone, with the demo's people if `personas`; keeps its state in `data`, if given."""
    cast = [
        Persona(p.key, p.telegram_id, p.first_name, p.last_name, p.role, p.structure, group=_group(p))
        for p in (opening.PERSONAS if personas else ())
    ]
    emulator = Emulator(cast, data, rates=Settings().limits == "on")
    try:
        await emulator.start(port=port)
    except OSError as error:
        why = "another program has it" if error.errno == errno.EADDRINUSE else error.strerror
        raise Misconfigured(f"The page cannot have port {port} ({why}): name another one by --port.") from error
    try:
        yield emulator
    finally:
        await emulator.stop()


def _group(persona: DemoPersona) -> str:
    """Returns the words above this person of the demo: several hats, or the level of support they stand at."""
    if persona.hats:
        return "Plusieurs casquettes"
    return _ABOVE_THE_SCHOOL.get(persona.key.rstrip("0123456789"), "L’école · niveau 0")


@asynccontextmanager
async def _ent(house: House, telegram: str, port: int) -> AsyncIterator[str]:
    """Serves the embedded ENT's page, and has people linked by signing in there; yields the address of that page.

    The ENT's page is on the port after `port`, and the bot's own pages on the next one, where these are free.
    """
    desk = house.desk
    pages = SignInPages(desk, lambda: f"{telegram}/t.me/{house.bot.username}")
    async with _served(pages.routes(), port + 2) as public:
        bot = Application("palier", token_urlsafe(24), f"{public}{SIGN_IN_PATH}", "L’assistance")
        town = Portal(desk.records, clock=desk.clock, on_report=desk.stir)
        portal = PortalPage(town, Provider(bot), f"{telegram}/t.me", september(desk))
        async with (
            _served(portal.routes(), port + 1) as ent,
            opening.signing_in_at(ent, bot.client_id, bot.secret, public) as sign_in,
        ):
            desk.sign_in = sign_in
            yield ent


def september(desk: Desk) -> Day:
    """One day of September: files of ONDE that come with the demo, brought in as `palier import` brings in any."""
    files = {path.name: path.read_bytes() for path in sorted(SEPTEMBER.iterdir())}

    async def fed() -> FeedReport:
        sources = [Source(name, SEPTEMBER_SCHOOL, partial(files.__getitem__, name)) for name in files]
        schools = feed.read(sources, today(desk.clock()))
        [report] = [one async for one in opening.fed(desk, schools, opening.Options())]
        for persona in opening.PERSONAS:
            for person in await desk.look(people.of_telegram, persona.telegram_id):
                await rights.ask_again(desk, person)
        return report

    return Day(files, fed)


@asynccontextmanager
async def _served(routes: Iterable[web.RouteDef], port: int) -> AsyncIterator[str]:
    """Serves these routes to this machine only; yields their address. Where `port` is not free, on any other."""
    server = WebServer("127.0.0.1", port if 2 < port < 65536 else 0, routes, body_limit=64 * 1024)
    try:
        await server.start()
    except OSError:
        server = WebServer("127.0.0.1", 0, routes, body_limit=64 * 1024)
        await server.start()
    try:
        yield f"http://{server.host}:{server.port}"
    finally:
        await server.stop()
