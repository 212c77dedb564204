"""The bot's pages of a sign-in, against the stand-in of an ENT ONE with all its oddities."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.terms import Refusal
from bot.web.signing_in import SIGN_IN_PATH
from bot.workflows.desk import Caller
from bot.workflows.people import linking, signing_in
from tests.entcore.faults import Fault
from tests.entcore.oauth import CLIENT, Code, user_of
from tests.entcore.standin import Standin
from tests.web.signing import TELEGRAM, Door, opened
from tests.workflows.steps import NEWCOMER, pressed
from tests.world import World

OTHER = Caller(6_000_066, 6_000_066)


@pytest.fixture
async def door(world: World) -> AsyncIterator[Door]:
    """The door, with the stand-in that knows the same people by the same identifiers."""
    async with Standin() as standin, opened(world.desk, standin) as made:
        yield made
        assert not standin.complaints


async def test_who_signs_in_comes_back_to_their_chat_reads_the_charter_and_is_linked(
    world: World, door: Door
) -> None:
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    assert (page.status, page.text.count(TELEGRAM)) == (200, 1)
    assert "Lefèvre" not in page.text

    shown = await signing_in.present(world.desk, world.cause(), NEWCOMER, page.way)
    assert (shown.kind, shown.facts["name"]) == ("charter_to_accept", "Paul Lefèvre")
    said = await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(shown, "accept"))
    assert said.kind == "linked"
    assert (await world.person("inconnu")).telegram_id == NEWCOMER.telegram_id
    assert [row["act"] for row in await world.rows("audit")][-1] == "sign_in"


async def test_who_has_somebody_else_sign_in_gets_nothing(world: World, door: Door) -> None:
    """The grave attack: an attacker begins, and sends a victim the button. The victim signs in, and even goes on."""
    button = await door.button(OTHER)
    page = await door.browser("inconnu").open(button)

    again = await door.browser().open(button)  # the attacker knows the state, and no more
    assert (again.status, again.way) == (410, "lier")
    guessed = await door.browser().open(door.returning(state=button.rpartition("/")[2], code="guessed"))
    assert (guessed.status, guessed.way) == (410, "lier")

    with pytest.raises(Refusal, match="sign-in-elsewhere"):  # the victim's own Telegram opens the way back
        await signing_in.present(world.desk, world.cause(), NEWCOMER, page.way)
    with pytest.raises(Refusal, match="bad-token"):  # and the attacker's does not, even if the victim hands it on
        await signing_in.present(world.desk, world.cause(), OTHER, page.way)
    assert (await world.rows("audit"))[-1]["act"] == "sign_in_refused"
    assert await world.rows("people", telegram_id=OTHER.telegram_id) == []


async def test_nobody_is_linked_to_an_account_that_an_attacker_signed_in_to(world: World, door: Door) -> None:
    page = await door.browser("inconnu").open(await door.button(OTHER))
    with pytest.raises(Refusal, match="sign-in-elsewhere"):
        await signing_in.present(world.desk, world.cause(), NEWCOMER, page.way)
    assert await world.rows("people", telegram_id=NEWCOMER.telegram_id) == []


async def test_a_code_that_the_ent_takes_twice_is_exchanged_once_and_the_page_may_be_opened_again(door: Door) -> None:
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    again = await door.browser().open(str(page.url))
    assert (again.status, again.way) == (200, page.way)
    assert door.standin.asked("/auth/oauth2/token") == 1


async def test_of_two_tabs_the_first_leads_back(door: Door) -> None:
    button, browser = await door.button(NEWCOMER), door.browser("inconnu")
    first, second = await browser.open(button), await browser.open(button)
    assert (first.status, second.status) == (200, 410)


async def test_of_two_codes_that_come_at_once_one_leads_back(door: Door) -> None:
    state = await door.state(NEWCOMER)
    codes = [_code(door, "inconnu", state), _code(door, "parent", state)]
    pages = await asyncio.gather(*(door.browser().open(door.returning(state=state, code=code)) for code in codes))
    assert sorted(page.status for page in pages) == [200, 410]


async def test_of_a_chat_the_last_three_buttons_lead_to_the_ent(world: World, door: Door) -> None:
    buttons = []
    for _ in range(4):
        buttons.append(await door.button(NEWCOMER))
        world.now += timedelta(seconds=1)
    browser = door.browser("inconnu")
    assert [(await browser.open(button)).status for button in buttons] == [410, 200, 200, 200]


async def test_what_somebody_writes_meanwhile_does_not_end_the_sign_in_whose_browser_is_at_the_ent(
    world: World, door: Door
) -> None:
    state = await door.state(NEWCOMER)
    code = _code(door, "inconnu", state)
    await door.button(NEWCOMER)
    page = await door.browser().open(door.returning(state=state, code=code))
    assert page.status == 200
    assert len(await world.rows("tokens")) == 1


@pytest.mark.parametrize(("minutes", "status"), [(9, 200), (10, 410)])
async def test_a_button_leads_to_the_ent_for_ten_minutes(world: World, door: Door, minutes: int, status: int) -> None:
    button = await door.button(NEWCOMER)
    world.now += timedelta(minutes=minutes)
    assert (await door.browser("inconnu").open(button)).status == status


async def test_who_comes_back_to_telegram_after_ten_minutes_begins_again(world: World, door: Door) -> None:
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    world.now += timedelta(minutes=10)
    with pytest.raises(Refusal, match="sign-in-over"):
        await signing_in.present(world.desk, world.cause(), NEWCOMER, page.way)


async def test_a_browser_that_looks_ahead_uses_up_nothing(door: Door) -> None:
    button, browser = await door.button(NEWCOMER), door.browser("inconnu")
    for _ in range(3):
        async with door.http.head(button, allow_redirects=False) as answer:
            assert answer.status == 200
        assert (await door.browser().open(button)).url.path == "/auth/login"
    state = button.rpartition("/")[2]
    back = door.returning(state=state, code=_code(door, "inconnu", state))
    assert (await browser.open(back, **{"Sec-Purpose": "prefetch;prerender"})).status == 503
    async with door.http.head(back) as answer:
        assert answer.status == 200
    assert (await browser.open(back)).status == 200


async def test_who_refuses_at_the_ent_reads_so_and_nothing_is_linked(world: World, door: Door) -> None:
    state = await door.state(NEWCOMER)
    page = await door.browser().open(door.returning(error="access_denied", state=state))
    assert (page.status, page.way) == (403, "lier")
    assert "Connexion abandonnée" in page.text
    assert (await door.browser().open(door.returning(state=state, code="x"))).status == 410
    assert await world.rows("tokens") == []


@pytest.mark.parametrize("state", ["", "étrange", "x" * 43, "../..", "a" * 600, "%00"])
async def test_a_wrong_state_leads_nowhere(door: Door, state: str) -> None:
    await door.button(NEWCOMER)
    assert (await door.browser().open(door.returning(state=state, code="x"))).status == 410
    assert (await door.browser().open(door.returning(state=state, error="access_denied"))).status == 410
    assert door.standin.asked("/auth/oauth2/token") == 0


@pytest.mark.parametrize("path", ["/auth/oauth2/token", "/auth/oauth2/userinfo"])
@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Fault.HANG, 503),
        (Fault.CUT_BEFORE, 503),
        (Fault.CUT_AFTER, 503),
        (Fault.BROKEN, 503),
        (Fault.GATEWAY, 503),
        (Fault.PAGE, 502),
        (Fault.GARBLED, 502),
        (Fault.EMPTY, 502),
        (Fault.UNAUTHORIZED, 502),
        (Fault.ENDED, 502),
    ],
)
async def test_where_the_ent_fails_nothing_is_half_done(
    world: World, door: Door, path: str, fault: Fault, status: int
) -> None:
    door.standin.fail(path, fault)
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    assert (page.status, page.way) == (status, "lier")
    assert "Rien n’a été relié" in page.text
    assert await world.rows("tokens") == []
    assert (await door.browser("inconnu").open(await door.button(NEWCOMER))).status == 200  # and again works


async def test_a_code_that_the_ent_does_not_know_leads_nowhere(door: Door) -> None:
    page = await door.browser().open(door.returning(state=await door.state(NEWCOMER), code="unknown"))
    assert page.status == 410


async def test_an_application_that_the_ent_refuses_is_told_to_the_operator(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    door.standin.applications.secret = "another"
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    assert page.status == 502
    assert "invalid_client" in caplog.text
    door.standin.applications.scope = ()
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    assert page.status == 502
    assert "server_error" in caplog.text


async def test_until_the_ent_has_loaded_the_address_the_browser_ends_on_its_home_page(door: Door) -> None:
    door.standin.applications.hosts = ()
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    assert page.url.path == "/"


async def test_another_bot_that_restarted_meanwhile_takes_the_browser_back(world: World, door: Door) -> None:
    button = await door.button(NEWCOMER)
    async with opened(world.desk, door.standin) as restarted:  # another process, the same records
        state = button.rpartition("/")[2]
        code = _code(restarted, "inconnu", state)
        page = await restarted.browser().open(restarted.returning(state=state, code=code))
    assert page.status == 200
    assert (await signing_in.present(world.desk, world.cause(), NEWCOMER, page.way)).facts["name"] == "Paul Lefèvre"


async def test_a_crash_after_the_exchange_leaves_nothing_half_done(
    world: World, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = await door.state(NEWCOMER)
    back = door.returning(state=state, code=_code(door, "inconnu", state))
    with monkeypatch.context() as patched:
        patched.setattr("bot.storage.tokens.add", _die)
        assert (await door.browser().open(back)).status == 500
    page = await door.browser().open(back)
    assert (page.status, page.way) == (410, "lier")
    assert await world.rows("tokens") == []
    assert (await door.browser("inconnu").open(await door.button(NEWCOMER))).status == 200


async def test_neither_the_state_nor_the_way_back_nor_a_token_of_the_ent_is_kept_or_logged(
    world: World, door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    button = await door.button(NEWCOMER)
    page = await door.browser("inconnu").open(button)
    await signing_in.present(world.desk, world.cause(), NEWCOMER, page.way)
    kept = json.dumps([await world.rows(table) for table in ("sign_ins", "tokens", "events", "causes")], default=str)
    secrets = [button.rpartition("/")[2], page.way, *door.standin.applications.tokens]
    secrets += door.standin.applications.codes
    ours = "\n".join(one.getMessage() for one in caplog.records if one.name.startswith(("bot", "oauthlib")))
    assert [one for one in secrets if one in kept or one in ours] == []


async def test_the_page_is_for_no_cache_no_index_and_no_frame(door: Door) -> None:
    page = await door.browser("inconnu").open(await door.button(NEWCOMER))
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "<script" not in page.text


def _code(door: Door, login: str, state: str) -> str:
    """A code that the ENT gives for that account, as a browser would bring it with that state."""
    code, user = f"code-of-{login}", user_of(door.standin.town, login)
    door.standin.applications.codes[code] = Code(CLIENT, user.id, f"{door.url}{SIGN_IN_PATH}", "userinfo")
    return code


def _die(*_arguments: object) -> None:
    raise RuntimeError("killed")


async def test_a_slash_at_the_end_of_an_address_changes_nothing(door: Door) -> None:
    leaving = await door.browser("parent").open(f"{await door.button(NEWCOMER)}/")
    assert "Plus qu’un geste" in leaving.text
    back = await door.browser().open(f"{door.url}{SIGN_IN_PATH}/?state=unknown&code=unknown")
    assert (back.status, "Cette page ne sert plus" in back.text) == (410, True)


async def test_who_asks_only_for_headers_is_answered_and_uses_up_nothing(door: Door) -> None:
    button = await door.button(NEWCOMER)
    for address in (button, f"{button}/", f"{door.url}{SIGN_IN_PATH}", f"{door.url}{SIGN_IN_PATH}/?state=a&code=b"):
        async with door.http.head(address, allow_redirects=False) as answer:
            assert (answer.status, answer.content_type) == (200, "text/html")
            assert answer.headers["Cache-Control"] == "no-store"

    assert "Plus qu’un geste" in (await door.browser("parent").open(button)).text


@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/connexion/a/b", "/connexions", "/connexion//", "/é", "/%00"])
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
async def test_an_address_of_no_page_shows_a_page_in_french(door: Door, path: str, method: str) -> None:
    async with door.http.request(method, f"{door.url}{path}") as answer:
        assert (answer.status, answer.content_type) == (404, "text/html")
        text = await answer.text()
    assert method == "HEAD" or ("Cette page n’existe pas" in text and TELEGRAM in text)
