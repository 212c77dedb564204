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
from bot.ent.entcore.answers import Answer, login_refusal, refusal, session_ended
from bot.ent.entcore.cards import read_card
from bot.ent.entcore.reading import key, moment, text
from bot.ent.entcore.session import Cookies, Session
from bot.ent.entcore.tree import read_tree
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


@pytest.mark.parametrize(
    "value", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", 253402300799999, -62135596800000, 10**14]
)
def test_a_moment_at_the_end_of_the_calendar_is_none_since_no_other_time_zone_has_it(value: object) -> None:
    assert moment(value) is None


def test_a_text_is_read_without_what_no_database_keeps() -> None:
    assert text(" L\x00é\ud800a ") == "Léa"
    assert key({"id": "\ud800"}) == ""


def test_structures_one_below_the_other_are_read_however_many() -> None:
    deep = [{"id": f"s{n}", "name": f"S{n}", "parents": [{"id": f"s{n + 1}"}]} for n in range(20_000)]

    tree = read_tree(deep)

    assert len(tree.known) == 20_001
    assert max(len(structure.above) for structure in tree.known.values()) <= 20


def test_functions_within_functions_are_read_however_deep() -> None:
    deep: object = "DIR2D"
    for _ in range(100_000):
        deep = [deep]
    card = read_card(
        {"id": "a", "functions": [["ADMIN_LOCAL", ["s"]]], "aafFunctions": deep}, read_tree([{"id": "s"}])
    )
    assert card is not None
    assert card.account.function == "adml"


@pytest.mark.parametrize("place", ["http://[", "//[::1", "http://[x]/", "\udcff", "", "https://a:x/"])
def test_a_redirection_to_no_address_says_that_no_ent_is_there(place: str) -> None:
    answer = Answer(302, place, "http://ent.example/directory")
    assert refusal(answer) is login_refusal(answer) is Reason.ADDRESS
    assert not session_ended(answer)


@pytest.mark.parametrize("odd", ["a=\x01", "a=\udce9", "\udce9=a", "a=" + "b" * 9000, "=b", "a"])
def test_a_cookie_that_cannot_be_sent_back_is_not_kept(odd: str) -> None:
    cookies = Cookies(oneSessionId="1")

    cookies.keep(Answer(200, cookies=(odd, "c=d; Path=/")))

    assert cookies == {"oneSessionId": "1", "c": "d"}


def test_cookies_without_end_are_not_kept_without_end() -> None:
    cookies = Cookies(oneSessionId="1")
    for number in range(5000):
        cookies.keep(Answer(200, cookies=(f"c{number}={number}",)))

    assert cookies["oneSessionId"] == "1"
    assert len(cookies.headers(Call("GET", CARD))["Cookie"]) < 16_000
