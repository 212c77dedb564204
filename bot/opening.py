"""Opens the records and the ENT for a command, as a desk; nothing here needs Telegram."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

from bot.ent.departures import Departures
from bot.ent.directory import Directory
from bot.ent.embedded import VERSIONS
from bot.ent.embedded import examination as embedded_examination
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.demo import PERSONAS as PERSONAS
from bot.ent.embedded.demo import seed
from bot.ent.embedded.enrolment import catch_up
from bot.ent.embedded.feeding.deleted import deleted, settle
from bot.ent.embedded.feeding.departing import depart
from bot.ent.embedded.feeding.feeder import feed
from bot.ent.embedded.feeding.options import Delays, read_delays
from bot.ent.embedded.feeding.options import Options as Options
from bot.ent.embedded.feeding.options import read_most_leaving as read_most_leaving
from bot.ent.embedded.feeding.options import read_moving as read_moving
from bot.ent.embedded.granting import Function as Function
from bot.ent.embedded.granting import grant as grant
from bot.ent.embedded.granting import revoke as revoke
from bot.ent.embedded.population import Progress
from bot.ent.embedded.population import seed_many as populate
from bot.ent.embedded.structures import all_schools
from bot.ent.embedded.structures import places_meant as places_meant_there
from bot.ent.embedded.tree import plant as plant
from bot.ent.entcore import applications
from bot.ent.entcore import examination as entcore_examination
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.entcore.signing_in import EntcoreSignIn
from bot.ent.finding import Finding
from bot.storage import bots
from bot.storage.engine import Records, open_records
from bot.storage.migrations import Schema, schema, upgrade
from bot.terms import Profile, Unavailable
from bot.terms.feed import FeedReport, SchoolFeed
from bot.texts.linking import worded
from bot.web.signing_in import SIGN_IN_PATH
from bot.workflows.desk import Caller, Desk
from bot.workflows.people.linking import enrol
from bot.workflows.policy import read_policy
from config.settings import Settings

log = logging.getLogger(__name__)


class Misconfigured(Exception):
    """A setting is missing or wrong, or the database must be migrated; the message tells the operator."""


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def opened(settings: Settings, clock: Callable[[], datetime] | None = None) -> AsyncIterator[Desk]:
    """Opens the desk, with the records and the ENT that the settings name; closes both at the end of the context.

    Without a `clock`, it goes by that of the records, which all replicas share.
    """
    records = open_records(settings.database_url.get_secret_value())
    clock = clock or records.now
    try:
        tables = settings.tables()
        policy = read_policy(tables, limits=settings.limits == "on")
        delays = read_delays(tables["feed"])
        async with _ent(settings, records, clock) as directory, _sign_in(settings) as sign_in:
            desk = Desk(records, directory, policy, clock)
            desk.sign_in = sign_in
            desk.letter = worded
            if isinstance(directory, EmbeddedDirectory):
                directory.usual = policy.communication
                desk.departures = departures(records, clock, delays)
            yield desk
    finally:
        await records.close()


def departures(records: Records, clock: Callable[[], datetime], delays: Delays) -> Departures:
    """Who leaves the embedded ENT, after those delays."""
    return Departures(lambda: depart(records, clock(), delays), partial(deleted, records), partial(settle, records))


@asynccontextmanager
async def _ent(settings: Settings, records: Records, clock: Callable[[], datetime]) -> AsyncIterator[Directory]:
    """Opens the ENT that the settings name; raises `Misconfigured` where its address or login is missing."""
    if settings.ent == "embedded":
        yield EmbeddedDirectory(records, clock)
        return
    url, login, password = settings.entcore_url, settings.entcore_login, settings.entcore_password.get_secret_value()
    if not (url.startswith(("http://", "https://")) and login and password):
        raise Misconfigured(
            "PALIER_ENTCORE_URL (https://…), PALIER_ENTCORE_LOGIN and PALIER_ENTCORE_PASSWORD are needed."
        )
    proxy = settings.entcore_proxy.get_secret_value() or None
    real = EntcoreDirectory(url, login, password, proxy=proxy, now=clock)
    try:
        yield real
    finally:
        await real.close()


@asynccontextmanager
async def _sign_in(settings: Settings) -> AsyncIterator[EntcoreSignIn | None]:
    """Opens the sign-in of the ENT that the settings name; None where they name none.

    Raises `Misconfigured` where one of them is missing. The embedded ENT has a login page in the demo only,
    which opens its sign-in itself.
    """
    client, secret, page = settings.ent_client_id, settings.ent_client_secret.get_secret_value(), settings.public_url
    if not (client or secret):
        yield None
        return
    if not (client and secret and page and settings.ent == "entcore"):
        raise Misconfigured(
            "PALIER_ENT_CLIENT_ID and PALIER_ENT_CLIENT_SECRET also need PALIER_PUBLIC_URL and PALIER_ENT=entcore."
        )
    proxy = settings.entcore_proxy.get_secret_value() or None
    async with signing_in_at(settings.entcore_url, client, secret, page, proxy) as one:
        yield one


@asynccontextmanager
async def signing_in_at(
    url: str, client: str, secret: str, public: str, proxy: str | None = None
) -> AsyncIterator[EntcoreSignIn]:
    """Opens the sign-in at the ENT `url`, as that application; the bot's own page is at the `public` address."""
    made = EntcoreSignIn(url, client, secret, f"{public}{SIGN_IN_PATH}", proxy=proxy)
    try:
        yield made
    finally:
        await made.close()


def sign_in_findings(desk: Desk) -> AsyncIterator[Finding] | None:
    """Examines the sign-in of a real ENT, for `palier doctor`; None where none is configured."""
    return applications.examine(desk.sign_in) if isinstance(desk.sign_in, EntcoreSignIn) else None


def ent_findings(desk: Desk) -> AsyncIterator[Finding]:
    """Examines the ENT; yields what it finds, for `palier doctor`."""
    if isinstance(desk.directory, EntcoreDirectory):
        return entcore_examination.examine(desk.directory)
    return embedded_examination.examine(desk.records)


async def administered(desk: Desk) -> frozenset[str] | None:
    """The structures that the bot's account administers in a real ENT; None for the embedded one, which shows all.

    Raises what the ENT declines.
    """
    return (await desk.directory.server.tree()).own if isinstance(desk.directory, EntcoreDirectory) else None


async def ready(desk: Desk) -> None:
    """Has a command act as the bot that served last: what it takes back are that one's messages.

    Raises `Misconfigured` where the database cannot be reached, or its schema is older than this code's.
    """
    try:
        stands = await schema_of(desk)
    except Unavailable as error:
        raise Misconfigured(f"The database cannot be reached: {error}") from error
    if stands is Schema.BEHIND:
        raise Misconfigured("The database is not at the present schema: run `palier migrate`.")
    desk.bot = await desk.look(bots.serving)


async def serve_as(desk: Desk, bot: int) -> None:
    """Has that Telegram bot serve the desk; warns where another one did before, whose messages it cannot change."""
    desk.bot = bot
    before = await desk.put(bots.begin)
    if before not in (0, bot):
        log.warning("Bot %s serves from now on; bot %s did before: its messages and files are its own", bot, before)


async def schema_of(desk: Desk) -> Schema:
    """Compares the database's schema with this code's."""
    return await desk.records.read(lambda connection: schema(connection, [VERSIONS]))


async def migrate(records: Records) -> None:
    """Brings the database to the present schema."""
    await records.run(lambda connection: upgrade(connection, [VERSIONS]))
    await records.run(catch_up)


def token_of(settings: Settings) -> str:
    """The bot's token; raises `Misconfigured` where none is set, or it does not look like one."""
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise Misconfigured("PALIER_TELEGRAM_TOKEN is missing: it is what @BotFather gave you.")
    if not token.partition(":")[0].isdigit() or not token.partition(":")[2]:
        raise Misconfigured("PALIER_TELEGRAM_TOKEN does not look like a token: it is digits, a colon, and letters.")
    return token


def bot_of(token: str) -> int:
    """Telegram's number of the bot to which a token belongs."""
    return int(token.partition(":")[0])


async def seed_demo(desk: Desk) -> None:
    """Fills the embedded ENT with the demo's world, and links its personas, except the one who shows how to link.

    Of several accounts on one phone, the persona's own speaks. Pupils come last: an adult has said yes for them.
    """
    await seed(desk.records, desk.clock)
    shown = [persona for persona in PERSONAS if persona.key != "inconnu"]
    accounts = [(login, persona.telegram_id) for persona in shown for login in (*persona.also, persona.key)]
    found = [(await desk.directory.by_login(login), chat) for login, chat in accounts]
    for account, chat in sorted(found, key=lambda one: one[0] is not None and one[0].profile is Profile.STUDENT):
        assert account is not None
        await desk.once(f"demo:{account.login}", enrol, account, Caller(chat, chat), desk.policy)


def fed(desk: Desk, schools: Collection[SchoolFeed], options: Options) -> AsyncIterator[FeedReport]:
    """Feeds the embedded ENT with what files say of these schools; yields a report for each, in their order."""
    return feed(desk.records, desk.clock(), schools, options)


async def schools_there(desk: Desk) -> list[tuple[str, str]]:
    """The schools of the embedded ENT, by name: each one's official code, or its identifier, and its name."""
    return await desk.records.read(all_schools)


async def places_meant(desk: Desk, typed: str) -> list[tuple[str, str]]:
    """The structures of the embedded ENT that a UAI, an identifier or a name means, as `schools_there`."""
    return await desk.records.read(lambda connection: places_meant_there(connection, typed))


async def seed_many(desk: Desk, accounts: int, progress: Progress) -> None:
    """Fills the embedded ENT with an invented world of that many accounts; raises `ValueError` if it is not empty."""
    await populate(desk.records, accounts, progress)
