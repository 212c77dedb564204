"""The sign-in of an ENT ONE: what its stand-in has of the real one's oddities, and what the doctor says of it."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from aiohttp import web

from bot.ent.entcore import applications
from bot.ent.entcore.signing_in import EntcoreSignIn
from bot.ent.finding import Finding
from bot.ent.reasons import Reason
from bot.terms import Declined
from tests.entcore.conftest import HASTE
from tests.entcore.oauth import CLIENT, SECRET, Code, user_of
from tests.entcore.standin import Fault, Standin

PAGE = "http://127.0.0.1:1/connexion"
STATE = "s" * 43


@pytest.fixture
async def sign_in(standin: Standin) -> AsyncIterator[EntcoreSignIn]:
    """The sign-in at the stand-in."""
    made = EntcoreSignIn(standin.url, CLIENT, SECRET, PAGE, patience=HASTE)
    yield made
    await made.close()


def code(standin: Standin, login: str, page: str = PAGE) -> str:
    """A code that the ENT gave for that account."""
    user = user_of(standin.town, login)
    standin.applications.codes[f"code-of-{login}"] = Code(CLIENT, user.id, page, "userinfo")
    return f"code-of-{login}"


async def examined(sign_in: EntcoreSignIn) -> dict[str, Finding]:
    """What the doctor finds, by subject."""
    return {finding.subject: finding async for finding in applications.examine(sign_in)}


def ill(found: dict[str, Finding]) -> list[str]:
    """The findings that are not fine."""
    return [subject for subject, finding in found.items() if not finding.fine]


@pytest.mark.parametrize("login", ["enseignant", "parent", "eleve"])
async def test_whoever_signs_in_is_known_by_their_account(
    standin: Standin, sign_in: EntcoreSignIn, login: str
) -> None:
    user = user_of(standin.town, login)
    user.federated = login == "parent"  # who enters through ÉduConnect
    assert await sign_in.account(STATE, code(standin, login)) == user.id


async def test_a_pre_deleted_account_is_known_too_and_the_directory_says_that_it_is(
    standin: Standin, sign_in: EntcoreSignIn
) -> None:
    user = user_of(standin.town, "enseignant")
    user.deleted = user.created
    assert await sign_in.account(STATE, code(standin, "enseignant")) == user.id


async def test_the_proof_is_another_for_each_sign_in_and_the_state_alone_does_not_tell_it(
    sign_in: EntcoreSignIn, standin: Standin
) -> None:
    other = EntcoreSignIn(standin.url, CLIENT, "another secret", PAGE)
    asked = [parse_qs(urlsplit(each).query) for each in (sign_in.address(STATE), other.address(STATE))]
    asked.append(parse_qs(urlsplit(sign_in.address("t" * 43)).query))
    assert len({one["code_challenge"][0] for one in asked}) == 3
    assert {one["code_challenge_method"][0] for one in asked} == {"S256"}
    assert asked[0]["redirect_uri"] == [PAGE]


async def test_a_code_of_another_address_is_refused_and_so_is_an_unknown_one(
    standin: Standin, sign_in: EntcoreSignIn
) -> None:
    with pytest.raises(Declined, match="redirect_uri_mismatch"):
        await sign_in.account(STATE, code(standin, "parent", "https://elsewhere.example/connexion"))
    with pytest.raises(Declined) as no:
        await sign_in.account(STATE, "unknown")
    assert no.value.reason == Reason.GONE


@pytest.mark.parametrize("answer", ["[]", "{}", '{"userId": 5}', '{"userId": ""}', '{"userId": "a\\u0000b"}', "null"])
async def test_an_answer_without_an_account_is_garbled(
    standin: Standin, sign_in: EntcoreSignIn, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [web.json_response({"token_type": "Bearer", "access_token": "t"})]
    told.append(web.Response(text=answer, content_type="application/json"))
    monkeypatch.setattr("tests.entcore.oauth.web.json_response", lambda *_, **_kw: told.pop(0))
    given = code(standin, "parent")
    standin.applications.tokens["t"] = standin.applications.codes[given]
    with pytest.raises(Declined) as no:
        await sign_in.account(STATE, given)
    assert no.value.reason == Reason.GARBLED


async def test_the_doctor_finds_an_application_that_works(sign_in: EntcoreSignIn) -> None:
    found = await examined(sign_in)
    assert list(found) == ["sign-in application", "sign-in return", "sign-in secret"]
    assert ill(found) == []


async def test_the_doctor_finds_an_unknown_application(standin: Standin) -> None:
    other = EntcoreSignIn(standin.url, "unknown", SECRET, PAGE, patience=HASTE)
    assert ill(await examined(other)) == ["sign-in application"]
    standin.applications.hosts = ()  # where the address is not known either, the ENT says nothing at all
    assert ill(await examined(other)) == ["sign-in application"]
    await other.close()


async def test_the_doctor_finds_an_address_that_the_ent_has_not_loaded(
    standin: Standin, sign_in: EntcoreSignIn
) -> None:
    standin.applications.hosts = ()
    found = await examined(sign_in)
    assert ill(found) == ["sign-in return"]
    assert "30 minutes" in found["sign-in return"].words


@pytest.mark.parametrize("wrong", ["secret", "grant"])
async def test_the_doctor_finds_a_wrong_secret_or_type(standin: Standin, sign_in: EntcoreSignIn, wrong: str) -> None:
    setattr(standin.applications, wrong, "password")
    found = await examined(sign_in)
    assert ill(found) == ["sign-in secret"]
    assert "authorization_code" in found["sign-in secret"].words
    assert SECRET not in found["sign-in secret"].words


async def test_the_doctor_says_that_the_ent_does_not_answer(standin: Standin, sign_in: EntcoreSignIn) -> None:
    standin.fail("/auth/oauth2/auth", Fault.HANG)
    assert ill(await examined(sign_in)) == ["sign-in application"]


async def test_the_stand_in_never_answers_where_nobody_is_signed_in_and_the_state_is_missing(
    standin: Standin,
) -> None:
    asked = f"{standin.url}/auth/oauth2/auth?response_type=code&client_id={CLIENT}&scope=userinfo"
    async with aiohttp.ClientSession() as http:
        waiting = asyncio.ensure_future(http.get(asked, allow_redirects=False))
        await standin.hanging.wait()
        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


async def test_the_stand_in_takes_a_code_again_and_the_secret_in_a_header(standin: Standin) -> None:
    form = {"grant_type": "authorization_code", "code": code(standin, "parent"), "redirect_uri": PAGE}
    sent = {"Accept": "application/json", "Accept-Language": "fr", "User-Agent": "Palier"}
    basic = {"Authorization": f"Basic {base64.b64encode(f'{CLIENT}:{SECRET}'.encode()).decode()}", **sent}
    async with aiohttp.ClientSession(headers=basic) as http:
        for _ in range(2):
            async with http.post(f"{standin.url}/auth/oauth2/token", data=form) as answer:
                assert answer.status == 200
                token = (await answer.json())["access_token"]
    bearer = {"Authorization": f"Bearer {token}", **sent}
    async with aiohttp.ClientSession(headers=bearer) as http:
        async with http.get(f"{standin.url}/auth/oauth2/userinfo") as old:
            assert "structures" not in await old.json()
        async with http.get(f"{standin.url}/auth/oauth2/userinfo?version=2.0") as new:
            assert "structures" in await new.json()
