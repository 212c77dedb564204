"""An answer of any size, packed or dripping, costs the bot no more memory and no more time than it allows."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.ent.entcore import wire
from bot.ent.entcore.reading import moment
from bot.ent.entcore.session import Session
from bot.ent.entcore.wire import Call, Unanswered, Wire
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt
from tests.entcore.conftest import HASTE

LIST = "/directory/structure/jules-verne/users"
CARD = "/directory/user/eleve"


@asynccontextmanager
async def serving(body: bytes, packed: bool = False) -> AsyncIterator[Session]:
    """A session with a server that answers this body to everything, and lets anybody in."""

    async def answer(request: web.Request) -> web.Response:
        headers = {"Content-Encoding": "gzip"} if packed else {}
        if request.path == "/auth/login":
            return web.Response(status=302, headers={"Location": "/", "Set-Cookie": "oneSessionId=1"})
        return web.Response(body=body, headers=headers, content_type="application/json")

    async with _running(answer) as url:
        made = Wire(url, HASTE)
        yield Session(made, "bot", "secret", HASTE)
        await made.close()


@asynccontextmanager
async def _running(answer: object) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)  # type: ignore[arg-type]
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_longer_card_than_is_read_is_garbled_and_an_act_is_in_doubt() -> None:
    async with serving(b"[" + b" " * wire.MOST + b"]") as session:
        with pytest.raises(Declined) as no:
            await session.read(Call("GET", CARD))
        assert no.value.reason == Reason.GARBLED
        assert str(wire.MOST) in str(no.value)
        with pytest.raises(InDoubt):
            await session.act(Call("PUT", "/auth/block/eleve", json={"block": True}))


async def test_a_list_may_be_longer_than_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "MOST_OF_A_LIST", 2 * wire.MOST)
    async with serving(b"[" + b" " * wire.MOST + b"]") as session:
        assert await session.read(Call("GET", LIST)) == []
    async with serving(b"[" + b" " * 2 * wire.MOST + b"]") as session:
        with pytest.raises(Declined) as no:
            await session.read(Call("GET", LIST))
    assert no.value.reason == Reason.GARBLED


async def test_a_packed_answer_is_unpacked_no_further_than_it_is_read() -> None:
    bomb = gzip.compress(b" " * 64 * wire.MOST)
    async with serving(bomb, packed=True) as session:
        tracemalloc.start()
        with pytest.raises(Declined) as no:
            await session.read(Call("GET", CARD))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert no.value.reason == Reason.GARBLED
    assert peak < 16 * wire.MOST


@pytest.mark.parametrize("body", [b"[" * 200_000, b"9" * 5000, b'{"a":' * 50_000, b"\xff\xfe", b'"\\ud800'])
async def test_what_no_reader_takes_is_garbled(body: bytes) -> None:
    async with serving(body) as session:
        with pytest.raises(Declined) as no:
            await session.read(Call("GET", CARD))
    assert no.value.reason == Reason.GARBLED


async def test_an_answer_that_drips_is_cut_off_after_the_time_for_all_of_it() -> None:
    ended = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        await _drip(answer, ended)
        return answer

    async with _running(drip) as url:
        made = Wire(url, wire.Patience(connect=0.3, read=0.3))
        async with asyncio.timeout(20):
            with pytest.raises(Unanswered):
                await made.send(Call("GET", CARD), {})
        ended.set()
        await made.close()


async def _drip(answer: web.StreamResponse, ended: asyncio.Event) -> None:
    while not ended.is_set():
        try:
            await answer.write(b" ")
            async with asyncio.timeout(0.05):
                await ended.wait()
        except TimeoutError:
            continue
        except ConnectionError:
            return


@pytest.mark.parametrize(
    "value", ["9" * 5000, "²", 10**400, 1e400, float("nan"), {"$date": {"$date": 1}}, "-", {"$numberLong": "x"}]
)
def test_a_moment_that_is_none_breaks_nothing(value: object) -> None:
    assert moment(value) is None


def test_a_moment_of_a_document_store_is_read_in_both_its_forms() -> None:
    assert moment({"$date": {"$numberLong": "1764100000000"}}) == moment({"$date": 1764100000000}) is not None
