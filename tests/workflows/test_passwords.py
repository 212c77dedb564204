"""Codes and links: only for people who administer the school; a code is shown once, and never kept."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import Connection, select

from bot.ent.directory import CODE_ALPHABET, CODE_LENGTH
from bot.ent.embedded.tables import ENT
from bot.storage import outbox
from bot.storage.tables import DESK
from bot.terms import Notice, Refusal, Status, Voice
from bot.workflows import talk
from bot.workflows.accounts import finding
from bot.workflows.desk import Desk
from bot.workflows.passwords import codes, vanishing
from bot.workflows.requests import filing, verbs
from tests.workflows.codes import asked, given, handed
from tests.workflows.steps import actions, pressed
from tests.world import World


async def test_a_director_is_shown_a_code_of_eight_plain_characters(world: World) -> None:
    assert await asked(world, "directeur", "eleve") is None

    chat, shown = world.whispers[-1]
    assert chat == world.telegram["directeur"]
    assert shown.secret
    assert len(shown.facts["code"]) == CODE_LENGTH
    assert set(shown.facts["code"]) <= set(CODE_ALPHABET)


async def test_a_pupils_full_name_never_stands_beside_the_code(world: World) -> None:
    await asked(world, "directeur", "lea.martin")

    assert world.whispers[-1][1].facts["name"] == "Léa M."
    assert "Martin" not in str(world.whispers[-1][1])


async def test_asking_again_makes_another_code(world: World) -> None:
    await asked(world, "directeur", "eleve")
    await asked(world, "directeur", "eleve")

    first, second = (shown.facts["code"] for _, shown in world.whispers)
    assert first != second


async def test_an_account_never_used_has_its_activation_code_and_it_is_said(world: World) -> None:
    await asked(world, "directeur", "mael.le-goff")
    await asked(world, "directeur", "mael.le-goff")

    first, second = (shown.facts for _, shown in world.whispers)
    assert first["activation"]
    assert first["code"] == second["code"]


async def test_with_an_address_on_the_card_the_director_chooses_between_link_and_code(world: World) -> None:
    choice = await asked(world, "directeur", "parent")

    assert choice is not None
    assert choice.kind == "code_or_mail"
    assert actions(choice) == ["mail", "key", "cancel"]
    assert not world.whispers
    assert "sophie.caron@" not in str(choice.buttons)


async def test_the_link_is_mailed_and_the_requester_hears_of_it(world: World) -> None:
    number = await world.file("parent")
    mark = await world.mark()

    said = await codes.give_mail(world.desk, world.cause(), world.caller("directeur"), "parent", number)

    assert said.facts["address"] == "s…@example.org"
    assert actions(said) == ["resolve"]
    assert await world.told("parent", mark) == ["mailed"]
    assert [(m.voice, m.text) for m in await world.exchange(number)][-1] == (Voice.ACT, "mail Sophie C.")


@pytest.mark.parametrize("target", ["adjoint", "directeur"])
async def test_no_code_is_made_for_a_local_administrator(world: World, target: str) -> None:
    if target == "directeur":
        with pytest.raises(Refusal, match="not-oneself"):
            await asked(world, "directeur", target)
    else:
        said = await asked(world, "directeur", target)
        assert said is not None
        assert said.kind == "administrator_target"
        assert actions(said) == ["ask_above"]
    assert not world.whispers


async def test_a_request_is_helped_with_in_two_taps(world: World) -> None:
    number = await world.file("parent")

    card = await world.card("directeur", number)
    offer = await codes.offer(world.desk, world.caller("directeur"), int(pressed(card, "code")))
    ways = [(b.action, finding.aimed(b.target)) for row in offer.buttons for b in row if b.target]
    shown = await given(world, "directeur", "eleve", number)

    assert ways == [
        ("mail", (number, "parent")),
        ("key", (number, "parent")),
        ("key", (number, "eleve")),
    ]
    assert "resolve" in actions(shown)
    request = await world.request(number)
    assert request.status is Status.OPEN
    assert request.holder == (await world.person("directeur")).id
    assert [m.text for m in await world.exchange(number)][-1] == "code Inès C."


async def test_a_code_that_could_not_be_shown_is_replaced_by_asking_again(world: World) -> None:
    world.deaf.add(world.telegram["directeur"])
    with pytest.raises(Refusal, match="code-not-shown"):
        await asked(world, "directeur", "eleve")
    world.deaf.clear()

    assert await asked(world, "directeur", "eleve") is None
    assert len(world.whispers) == 1


async def test_both_messages_are_taken_away_when_their_time_is_up_even_after_a_restart(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("parent"))
    await asked(world, "directeur", "lea.martin")
    await handed(world, shown)
    mark = await world.mark()
    restarted = Desk(world.desk.records, world.desk.directory, world.desk.policy, clock=lambda: world.now)

    world.wait(minutes=9)
    await vanishing.vanish(restarted)
    assert await world.mark() == mark
    world.wait(minutes=1)
    await vanishing.vanish(restarted)
    await vanishing.vanish(restarted)

    gone = [(row["chat_id"], row["message_id"]) for row in await world.rows("outbox", kind="delete")]
    mine, theirs = world.telegram["directeur"], world.telegram["parent"]
    assert sorted(gone) == sorted([(mine, 9001), (mine, 9002), (theirs, 9003)])


async def test_codes_are_limited_for_each_account_and_each_agent_in_an_hour(world: World) -> None:
    limits = world.desk.policy.codes
    for _ in range(limits.per_account_an_hour):
        await asked(world, "directeur", "eleve")
    with pytest.raises(Refusal, match="too-many-codes-account"):
        await asked(world, "adjoint", "eleve")
    for _ in range((limits.per_agent_an_hour - limits.per_account_an_hour) // 5):
        for login in ("lea.martin", "noe.martin", "aissatou.ndiaye", "zoe.da-silva-pereira", "mathys.leroy"):
            await asked(world, "directeur", login)
    with pytest.raises(Refusal, match="too-many-codes-agent"):
        await asked(world, "directeur", "solene.quemener")
    world.wait(hours=1, seconds=1)
    assert await asked(world, "directeur", "eleve") is None


async def test_the_audit_says_who_for_whom_when_and_for_which_request(world: World) -> None:
    number = await world.file("eleve")
    await given(world, "directeur", "eleve", number)

    (row,) = await world.rows("interventions")

    assert (row["act"], row["whom"], row["request"], row["state"]) == ("renew_code", "Inès Caron", number, "done")
    assert row["person"] == (await world.person("directeur")).id
    assert (row["at"], row["school"]) == (world.now, "jean-moulin")


async def test_no_table_ever_holds_a_code(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("parent"))
    await handed(world, shown)
    await asked(world, "directeur", "mael.le-goff")
    codes = {secret.facts["code"] for _, secret in world.whispers}

    def dump(connection: Connection) -> str:
        tables = [*DESK.tables.values(), *ENT.tables.values()]
        return "\n".join(str(tuple(row)) for table in tables for row in connection.execute(select(table)))

    kept = await world.desk.records.read(dump)
    assert "Inès" in kept
    assert len(codes) == 2
    assert not [code for code in codes if code in kept]


async def test_a_code_cannot_be_put_on_its_way_through_the_outbox(world: World) -> None:

    await asked(world, "directeur", "eleve")
    person = await world.person("directeur")

    with pytest.raises(ValueError, match="secret"):
        await world.desk.put(outbox.tell, person, world.whispers[-1][1])


async def test_a_solved_request_is_resolved_with_one_more_tap(world: World) -> None:
    number = await world.file("eleve")
    shown = await given(world, "directeur", "eleve", number)

    await world.act("directeur", verbs.resolve, int(pressed(shown, "resolve")))

    assert (await world.request(number)).status is Status.RESOLVED


async def test_an_administrators_account_is_asked_for_above(world: World) -> None:

    said = await asked(world, "directeur", "adjoint")
    assert said is not None
    account = pressed(said, "ask_above")

    summary = await filing.for_account(world.desk, world.cause(), world.caller("directeur"), account)
    await world.say("directeur", "Elle a perdu son mot de passe")
    await world.press("directeur", "send")

    assert summary is not None
    assert summary.facts["whom"] == "Nadia Belkacem"
    assert (await world.request(1)).level == 1


async def test_the_end_of_a_message_is_written_down_before_it_shows_anything(world: World) -> None:
    shown: list[bool] = []

    async def lost(chat_id: int, secret: Notice, into: int = 0, topic: int = 0) -> int:
        if into:
            shown.append(bool(await world.rows("expiries", chat_id=chat_id, message_id=into)))
            raise KeyboardInterrupt
        assert "code" not in secret.facts
        return 77

    world.desk.whisper = lost
    with pytest.raises(KeyboardInterrupt):
        await asked(world, "directeur", "eleve")

    assert shown == [True]


async def test_after_a_choice_from_a_list_the_next_words_make_no_other_code(world: World) -> None:
    where = world.caller("directeur")
    await codes.CODE(world.desk, world.cause(), where, "martin")
    await codes.start(world.desk, world.cause(), where, "lea.martin", None)

    said = await world.say("directeur", "Mathys")

    assert said is not None
    assert said.kind == "offer"
    assert len(world.whispers) == 1


async def test_a_button_pressed_twice_at_once_makes_one_code(world: World) -> None:
    where = world.caller("directeur")
    both = [codes.give_code(world.desk, world.cause(), where, "eleve", None) for _ in range(2)]

    ended = await asyncio.gather(*both, return_exceptions=True)

    assert [str(error) for error in ended if error is not None] == ["under-way"]
    assert len(world.whispers) == 1


async def test_a_flood_does_not_keep_a_code_in_the_chat(world: World) -> None:
    await asked(world, "directeur", "eleve")
    world.wait(minutes=10)
    await vanishing.vanish(world.desk)

    await talk.hush(world.desk, world.caller("directeur"))

    assert [row["state"] for row in await world.rows("outbox", kind="delete")] == ["queued"]


async def test_the_vendor_is_not_sent_above_the_vendor(world: World) -> None:
    said = await asked(world, "editeur", "directeur")

    assert said is not None
    assert said.facts["highest"]
    assert not said.buttons


async def test_what_an_erun_asks_above_goes_above_the_erun(world: World) -> None:
    await filing.for_account(world.desk, world.cause(), world.caller("erun"), "directeur")
    await world.say("erun", "Il a perdu son mot de passe")
    await world.press("erun", "send")

    assert (await world.request(1)).level == 2
