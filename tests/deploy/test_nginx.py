"""The shipped nginx configuration before real replicas: which requests reach which replica, and which are refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import ClientSession
from yarl import URL

from bot import opening
from bot.demo import TOKEN as DEMO_TOKEN
from bot.emulator import Emulator, Persona
from tests.deploy.front import TELEGRAM, Front, fronting
from tests.journeys.phone import Phone
from tests.postgres import Cluster
from tests.processes import Palier, free_port, once, palier

pytestmark = pytest.mark.needs("nginx")

SECRET = "a-secret-of-the-tests"
THEIRS = ("149.154.160.0", "149.154.175.255", "91.108.4.0", "91.108.7.255")
OTHERS = ("149.154.159.255", "149.154.176.0", "91.108.3.255", "91.108.8.0", "203.0.113.7", "2001:db8::1")
CLOSED = ("/", "/metrics", "/healthz", "/readyz", "/telegram/", "/telegram/../metrics", "/telegram%2f../metrics")
MEGABYTE = 1024 * 1024


@pytest.fixture
async def closed(tmp_path: Path) -> AsyncIterator[Front]:
    """nginx without a replica: a request that it lets through is answered 502."""
    async with fronting(tmp_path, [f"127.0.0.1:{free_port()}"]) as front:
        yield front


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    """An HTTP client."""
    async with ClientSession() as session:
        yield session


@dataclass
class Stage:
    """Phones, two replicas on one PostgreSQL, and nginx between Telegram and them."""

    emulator: Emulator
    phones: dict[str, Phone]
    bots: list[Palier]
    front: Front
    database: str

    async def tell(self, word: str) -> None:
        """Files a request as the pupil, and waits until the director sees it."""
        await self.phones["eleve"].write(f"/assistance connexion {word}")
        await self.phones["directeur"].see(word)

    async def complaint(self) -> str:
        """The last webhook error since the webhook was set; empty if there was none."""
        async with self.phones["eleve"].http.get(f"{self.emulator.url}/bot{DEMO_TOKEN}/getWebhookInfo") as answer:
            told = await answer.json()
            return str(told["result"].get("last_error_message", ""))


@pytest.fixture
async def stage(
    cluster: Cluster, migrated_postgres: str, tmp_path: Path, http: ClientSession
) -> AsyncIterator[Stage]:
    """A town in which Telegram reaches the bot only through nginx."""
    cast = [Persona(p.key, p.telegram_id, p.first_name, p.last_name, p.role, p.structure) for p in opening.PERSONAS]
    emulator, places = Emulator(cast, rates=False), [f"127.0.0.1:{free_port()}" for _ in range(2)]
    await emulator.start()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(emulator.stop)
        name = await cluster.create(migrated_postgres)
        stack.push_async_callback(cluster.execute, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        front = await stack.enter_async_context(fronting(tmp_path, places))
        settings = {"PALIER_TELEGRAM_TOKEN": DEMO_TOKEN, "PALIER_TELEGRAM_API": emulator.url, "PALIER_LIMITS": "off"}
        settings |= {"PALIER_WEBHOOK_URL": front.plain, "PALIER_WEBHOOK_SECRET": SECRET}
        settings |= {"PALIER_DATABASE_URL": cluster.url(name)}
        assert (await once("seed", "--demo", **settings))[0] == 0
        running = [palier("serve", **settings, PALIER_LISTEN=place) for place in places]
        bots = [await stack.enter_async_context(bot) for bot in running]
        phones = {p.key: Phone(http, emulator.url, p.telegram_id) for p in opening.PERSONAS}
        yield Stage(emulator, phones, bots, front, name)


async def test_requests_get_through_and_a_replica_that_is_down_is_skipped(stage: Stage) -> None:
    await stage.tell("ensemble")
    for number, bot in enumerate(stage.bots):
        await bot.kill()
        for turn in range(3):  # more than there are replicas, so that each gets one
            await stage.tell(f"sans-{number}-{turn}")
        assert await stage.complaint() == ""
        await bot.start()
    await stage.tell("retrouvailles")

    shown = await stage.phones["directeur"].texts()
    assert all(shown.count(f"sans-{number}-{turn}") == 1 for number in range(2) for turn in range(3))


async def test_a_new_secret_loses_nothing_while_a_replica_still_has_the_old_one(stage: Stage) -> None:
    renewed, old = stage.bots
    await renewed.stop()
    renewed.environment["PALIER_WEBHOOK_SECRET"] = "a-newer-one"
    await renewed.start()
    for turn in range(3):
        await stage.tell(f"pendant-{turn}")
    assert "403" in await stage.complaint()
    await old.stop()
    old.environment["PALIER_WEBHOOK_SECRET"] = "a-newer-one"
    await old.start()
    await stage.tell("ensuite")

    shown = await stage.phones["directeur"].texts()
    assert [shown.count(f"pendant-{turn}") for turn in range(3)] == [1] * 3


async def test_an_overwhelmed_replica_says_through_nginx_when_to_come_back(
    stage: Stage, cluster: Cluster, http: ClientSession
) -> None:
    await cluster.drop(stage.database)
    pupil = stage.phones["eleve"].user_id
    chat, sender = {"id": pupil, "type": "private"}, {"id": pupil, "is_bot": False, "first_name": "Inès"}
    message = {"message_id": 1, "date": 0, "text": "/aide", "from": sender, "chat": chat}
    update = {"update_id": 10**9, "message": message}
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, TELEGRAM: THEIRS[0]}
    async with http.post(f"{stage.front.plain}/telegram", json=update, headers=headers) as answer:
        assert (answer.status, answer.headers.get("Retry-After")) == (503, "5")


async def test_nothing_but_the_webhook_is_shown_not_even_to_telegram(closed: Front, http: ClientSession) -> None:
    for path in CLOSED:
        async with http.get(URL(closed.plain + path, encoded=True), headers={TELEGRAM: THEIRS[0]}) as answer:
            assert (path, answer.status) == (path, 404)


async def test_browsers_that_sign_in_get_through_to_two_pages(closed: Front, http: ClientSession) -> None:
    for path, status in (
        ("/connexion?code=c&state=s", 502),
        ("/connexion/a-State_1", 502),
        ("/connexion/", 502),
        ("/connexion/a-State_1/", 502),
    ):
        async with http.get(closed.plain + path, headers={TELEGRAM: OTHERS[0]}) as answer:
            assert (path, answer.status) == (path, status)
    for path in ("/connexion/a/b", "/connexion/../metrics", "/connexion%2f..%2fmetrics", "/connexionx"):
        async with http.get(URL(closed.plain + path, encoded=True)) as answer:
            assert (path, answer.status) == (path, 404)
            assert "Cette page n’existe pas" in await answer.text()


async def test_only_telegram_gets_through(closed: Front, http: ClientSession) -> None:
    for address in (*THEIRS, *OTHERS):
        async with http.post(f"{closed.plain}/telegram", data=b"{}", headers={TELEGRAM: address}) as answer:
            assert (address, answer.status) == (address, 502 if address in THEIRS else 403)


async def test_a_body_that_is_no_update_is_refused_for_its_size(closed: Front, http: ClientSession) -> None:
    for size, status in ((MEGABYTE, 502), (MEGABYTE + 1, 413)):
        async with http.post(f"{closed.plain}/telegram", data=BytesIO(b"x" * size)) as answer:
            assert answer.status == status


async def test_it_speaks_tls_with_the_certificate_of_its_name_and_does_not_say_its_version(
    closed: Front, http: ClientSession
) -> None:
    async with http.post(f"{closed.url}/telegram", data=b"{}", ssl=closed.trust) as answer:
        assert (answer.status, answer.headers["Server"]) == (502, "nginx")
