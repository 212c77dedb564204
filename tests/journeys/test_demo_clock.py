"""The demo's one clock: where it is moved, Telegram, the bot and the ENT move together, and a restart keeps that."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, CookieJar

from tests.journeys.phone import Phone, labels, text_of
from tests.journeys.test_codes import spoiler
from tests.journeys.test_processes import people_of
from tests.processes import free_port, palier

DAY = 86_400.0


async def advance(http: ClientSession, url: str, seconds: float) -> float:
    """Moves the demo's clock forward; returns its time in seconds since the epoch."""
    async with http.post(f"{url}/control/clock", json={"advance_s": seconds}) as answer:
        return float((await answer.json())["now"])


async def signs_in(http: ClientSession, url: str, secret: str) -> bool:
    """Whether the demo's ENT lets the pupil in with this password or code."""
    async with http.get(f"{url}/control/links") as answer:
        [link] = await answer.json()
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as visitor:
        form = {"login": "eleve", "secret": secret}
        async with visitor.post(f"{link['address']}/connexion", data=form) as answer:
            return answer.status == 200


async def resolved(people: dict[str, Phone]) -> None:
    """Has the pupil ask, and the director resolve the request."""
    await people["eleve"].write("/assistance connexion Je suis bloquée")
    await people["directeur"].see("Je suis bloquée")
    await people["directeur"].write("/resoudre 1 C'est réparé")
    await people["eleve"].see("C'est réparé")


def is_closed(message: dict[str, Any]) -> bool:
    """Whether a card says that its request is closed."""
    return "Fermé" in text_of(message)


async def test_moving_the_demos_clock_moves_the_bot_and_the_ent(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    async with ClientSession() as http, palier("demo", "--port", str(port), "--data", str(tmp_path)):
        people = await people_of(http, url)
        await resolved(people)
        await people["directeur"].write("/code eleve")
        code = spoiler(await people["directeur"].see(lambda m: "Transmettre" in labels(m)))
        assert await signs_in(http, url, code)

        await advance(http, url, 2 * DAY)
        assert not await signs_in(http, url, code)
        assert not [message for message in await people["directeur"].chat() if is_closed(message)]

        await advance(http, url, 6 * DAY)
        assert await people["directeur"].see(is_closed)


async def test_a_moved_clock_outlives_a_restart_of_the_demo(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    words = ("demo", "--port", str(port), "--data", str(tmp_path))
    async with ClientSession() as http:
        async with palier(*words):
            people = await people_of(http, url)
            await resolved(people)
            moved = await advance(http, url, 6 * DAY)
        async with palier(*words):
            people = await people_of(http, url)
            assert await advance(http, url, 0) >= moved
            assert moved > datetime.now(UTC).timestamp() + 5 * DAY
            assert not [message for message in await people["directeur"].chat() if is_closed(message)]
            await advance(http, url, 2 * DAY)
            assert await people["directeur"].see(is_closed)
