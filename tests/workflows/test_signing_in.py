"""Linking by the ENT's own sign-in: the button, the way back, and whose account may be linked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.terms import Declined, Notice, Refusal
from bot.workflows import upkeep
from bot.workflows.desk import Caller
from bot.workflows.people import issuing, linking, own_data, signing_in, speaking
from tests.workflows.steps import NEWCOMER, pressed
from tests.world import TELEGRAM, World

STRANGER = Caller(6_000_066, 6_000_066)
ACCOUNTS = ENT.tables["ent_accounts"]


class Ent:
    """The login page of an ENT where whoever comes is that account."""

    def __init__(self, account: str, why: Reason | None = None) -> None:
        self.account_ = account
        self.why = why

    def button(self, state: str) -> str:
        """The address of a button."""
        return f"https://palier.example/connexion/{state}"

    def address(self, state: str) -> str:
        """The address of the login page."""
        return f"https://ent.example/auth?state={state}"

    async def account(self, state: str, code: str) -> str:
        """The account that signed in."""
        if self.why is not None:
            raise Declined(self.why)
        return self.account_


async def came_back(world: World, caller: Caller, login: str) -> str:
    """The caller begins a sign-in, and somebody signs in as that account; returns the way back."""
    found = await world.desk.directory.by_login(login)
    assert found is not None
    world.desk.sign_in = Ent(found.id)
    ((button,),) = await signing_in.offer(world.desk, caller)
    return await signing_in.come_back(world.desk, button.url.rpartition("/")[2], "code")


async def shown(world: World, caller: Caller, login: str) -> Notice:
    """The charter that the caller reads after that account signed in."""
    way = await came_back(world, caller, login)
    return await signing_in.present(world.desk, world.cause(), caller, way)


async def changed(world: World, login: str, **values: Any) -> None:
    """Changes that account in the ENT."""
    await world.desk.records.run(
        lambda connection: connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.login == login).values(**values))
    )


async def traced(world: World) -> list[tuple[str, str]]:
    """What the audit says of sign-ins: acts, and why."""
    lines = await world.rows("audit")
    return [(one["act"], one["facts"].get("reason", "")) for one in lines if one["act"].startswith("sign_in")]


async def test_a_stranger_is_offered_the_button_only_where_there_is_one(world: World) -> None:
    told = await signing_in.beside(world.desk, STRANGER, Refusal("unlinked"))
    assert (told.reason, told.buttons) == ("unlinked", ())

    world.desk.sign_in = Ent("a")
    told = await signing_in.beside(world.desk, STRANGER, Refusal("unlinked"))
    assert told.reason == "unlinked-signs-in"
    assert told.buttons[0][0].url.startswith("https://palier.example/connexion/")


@pytest.mark.parametrize("reason", ["flood", "trouble", "ent-unreachable"])
async def test_beside_what_has_nothing_to_do_with_it_no_button_stands(world: World, reason: str) -> None:
    world.desk.sign_in = Ent("a")
    told = await signing_in.beside(world.desk, STRANGER, Refusal(reason))
    assert (told.reason, told.buttons) == (reason, ())
    assert await world.rows("sign_ins") == []


async def test_no_group_is_linked(world: World) -> None:
    world.desk.sign_in = Ent("a")
    assert await signing_in.offer(world.desk, Caller(6_000_066, -100_200)) == ()


async def test_a_chat_keeps_three_sign_ins_however_often_it_asks(world: World) -> None:
    world.desk.sign_in = Ent("a")
    for _ in range(5):
        await signing_in.offer(world.desk, STRANGER)
    assert len(await world.rows("sign_ins")) == 3


async def test_whose_account_is_linked_elsewhere_is_asked_first(world: World) -> None:
    charter = await shown(world, STRANGER, "parent")
    said = await linking.accept(world.desk, world.cause(), STRANGER, pressed(charter, "accept"))
    assert said.kind == "consent_waited"
    assert (await world.person("parent")).telegram_id == TELEGRAM["parent"]

    mark = pressed(charter, "accept")
    agreed = await linking.consent(world.desk, world.cause(), world.caller("parent"), mark, agrees=True)
    assert agreed.kind == "done_yielded"
    assert (await world.person("parent")).telegram_id == STRANGER.telegram_id
    assert await traced(world) == [("sign_in", "")]


async def test_who_signed_in_with_another_account_than_meant_says_so_and_begins_again(world: World) -> None:
    charter = await shown(world, STRANGER, "inconnu")
    mark = pressed(charter, "not_me")
    said = await signing_in.not_me(world.desk, world.cause(), STRANGER, mark)
    assert said.kind == "sign_in_dropped"
    assert said.buttons[0][0].action == "sign_in"
    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), STRANGER, mark)
    with pytest.raises(Refusal, match="old-token"):
        await signing_in.not_me(world.desk, world.cause(), STRANGER, mark)
    assert await traced(world) == [("sign_in_refused", "not-me")]


async def test_nobody_drops_the_sign_in_of_another_chat_and_a_link_of_the_school_stays_good(world: World) -> None:
    mark = pressed(await shown(world, STRANGER, "inconnu"), "not_me")
    with pytest.raises(Refusal, match="old-button"):
        await signing_in.not_me(world.desk, world.cause(), NEWCOMER, mark)
    _, token = await issuing.issue_token(world.desk, "inconnu")
    school = pressed(await linking.present(world.desk, world.cause(), NEWCOMER, token), "accept")
    with pytest.raises(Refusal, match="old-button"):
        await signing_in.not_me(world.desk, world.cause(), STRANGER, school)
    assert (await signing_in.not_me(world.desk, world.cause(), NEWCOMER, school)).kind == "link_kept"
    shown_again = pressed(await linking.present(world.desk, world.cause(), NEWCOMER, token), "accept")
    assert (await linking.accept(world.desk, world.cause(), NEWCOMER, shown_again)).kind == "linked"


@pytest.mark.parametrize(("values", "reason"), [({"blocked": True}, "blocked"), ({"deleted": True}, "deleted")])
async def test_an_account_that_cannot_log_in_is_not_linked_and_the_audit_says_so(
    world: World, values: dict[str, Any], reason: str
) -> None:
    if "deleted" in values:
        values = {"deleted_at": world.now}
    way = await came_back(world, STRANGER, "enseignant")
    await changed(world, "enseignant", **values)
    with pytest.raises(Refusal, match=f"barred-{reason}"):
        await signing_in.present(world.desk, world.cause(), STRANGER, way)
    assert await traced(world) == [("sign_in_refused", f"barred-{reason}")]


async def test_an_account_that_the_directory_does_not_know_is_not_linked_and_the_audit_says_so(world: World) -> None:
    world.desk.sign_in = Ent("an-account-of-another-academie")
    ((button,),) = await signing_in.offer(world.desk, STRANGER)
    way = await signing_in.come_back(world.desk, button.url.rpartition("/")[2], "code")
    with pytest.raises(Refusal, match="account-gone"):
        await signing_in.present(world.desk, world.cause(), STRANGER, way)
    assert await traced(world) == [("sign_in_refused", "account-gone")]
    assert await world.rows("people", telegram_id=STRANGER.telegram_id) == []


async def test_a_token_that_is_given_by_hand_voids_a_sign_in(world: World) -> None:
    way = await came_back(world, STRANGER, "inconnu")
    await issuing.issue_token(world.desk, "inconnu")
    with pytest.raises(Refusal, match="old-token"):
        await signing_in.present(world.desk, world.cause(), STRANGER, way)


async def test_a_sign_in_voids_the_one_before_and_its_link_voids_every_token(world: World) -> None:
    before = await shown(world, STRANGER, "inconnu")
    _, token = await issuing.issue_token(world.desk, "inconnu")
    charter = await shown(world, NEWCOMER, "inconnu")
    with pytest.raises(Refusal, match="old-token"):
        await linking.accept(world.desk, world.cause(), STRANGER, pressed(before, "accept"))
    await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(charter, "accept"))
    with pytest.raises(Refusal, match="old-token"):
        await linking.present(world.desk, world.cause(), STRANGER, token)


async def test_an_ent_that_does_not_answer_ends_the_sign_in_and_gives_no_token(world: World) -> None:
    world.desk.sign_in = Ent("a", Reason.UNREACHABLE)
    ((button,),) = await signing_in.offer(world.desk, STRANGER)
    state = button.url.rpartition("/")[2]
    with pytest.raises(Declined):
        await signing_in.come_back(world.desk, state, "code")
    world.desk.sign_in = Ent("a")
    with pytest.raises(Refusal, match="sign-in-over"):
        await signing_in.come_back(world.desk, state, "code")
    assert await world.rows("tokens") == []


async def test_a_day_later_nothing_is_left_of_a_sign_in(world: World) -> None:
    await came_back(world, STRANGER, "inconnu")
    world.now += timedelta(days=1, hours=1)
    await upkeep.tend(world.desk)
    assert await world.rows("sign_ins") == []


async def test_an_erasure_takes_the_sign_in_of_the_chat_with_it(world: World) -> None:
    charter = await shown(world, NEWCOMER, "inconnu")
    await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(charter, "accept"))
    assert await world.rows("sign_ins", chat=NEWCOMER.telegram_id)
    world.telegram["inconnu"] = NEWCOMER.telegram_id
    await world.desk.act(world.cause(), NEWCOMER, own_data.erase)
    assert await world.rows("sign_ins", chat=NEWCOMER.telegram_id) == []


async def test_where_the_clock_was_ahead_no_sign_in_lives_longer(world: World) -> None:
    right = world.now
    world.now += timedelta(hours=5)
    way = await came_back(world, STRANGER, "inconnu")
    world.now = right
    await upkeep.tend(world.desk)
    world.now += timedelta(minutes=11)
    with pytest.raises(Refusal, match="sign-in-over"):
        await signing_in.present(world.desk, world.cause(), STRANGER, way)


async def test_somebody_who_is_linked_is_offered_a_sign_in_for_another_account(world: World) -> None:
    caller = world.caller("parent")
    before = await world.desk.see(caller, speaking.accounts)
    assert await signing_in.beside_accounts(world.desk, caller, before) == before

    world.desk.sign_in = Ent("enseignant")
    said = await signing_in.beside_accounts(world.desk, caller, before)
    (button,) = said.buttons[-1]
    way = await signing_in.come_back(world.desk, button.url.rpartition("/")[2], "code")
    charter = await signing_in.present(world.desk, world.cause(), caller, way)

    assert (said.facts["signs"], button.action) == (True, "sign_in")
    assert charter.kind in ("charter_to_accept", "accounts")


async def test_a_way_back_opened_in_another_chat_first_is_told_to_the_chat_that_began(world: World) -> None:
    way = await came_back(world, STRANGER, "inconnu")
    other = Caller(6_000_067, 6_000_067)
    for _ in range(2):
        with pytest.raises(Refusal) as met:
            await signing_in.present(world.desk, world.cause(), other, way)
        assert met.value.reason in ("sign-in-elsewhere", "bad-token")
    with pytest.raises(Refusal):
        await signing_in.present(world.desk, world.cause(), STRANGER, way)

    [row] = await world.rows("outbox", chat_id=STRANGER.chat_id)
    assert row["payload"]["kind"] == "sign_in_elsewhere"
    assert row["payload"]["buttons"][0][0]["action"] == "sign_in_again"
    assert await world.rows("outbox", chat_id=other.chat_id) == []
    said = await signing_in.again(world.desk, STRANGER)
    assert said.buttons[0][0].url.startswith("https://palier.example/connexion/")


async def test_another_sign_in_of_that_chat_goes_on(world: World) -> None:
    way = await came_back(world, STRANGER, "inconnu")
    ((button,),) = await signing_in.offer(world.desk, STRANGER)
    with pytest.raises(Refusal, match="sign-in-elsewhere"):
        await signing_in.present(world.desk, world.cause(), Caller(6_000_067, 6_000_067), way)

    back = await signing_in.come_back(world.desk, button.url.rpartition("/")[2], "code")
    assert (await signing_in.present(world.desk, world.cause(), STRANGER, back)).kind == "charter_to_accept"


async def test_no_sign_in_is_begun_again_where_there_is_none_any_more(world: World) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await signing_in.again(world.desk, STRANGER)
