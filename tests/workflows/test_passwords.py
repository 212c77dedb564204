"""Codes and links: given to whoever administers the school, shown once, handed on, and never kept."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select

from bot.ent.directory import CODE_ALPHABET, CODE_LENGTH
from bot.ent.embedded.tables import ENT
from bot.storage import outbox
from bot.storage.tables import DESK
from bot.terms import Notice, Refusal, Status, Voice
from bot.workflows import accounts, filing, handing, passwords, tickets, upkeep
from bot.workflows.desk import Desk
from tests.workflows.steps import actions, pressed
from tests.world import World


async def asked(world: World, key: str, typed: str) -> Notice | None:
    """What `/code` leads to for that persona."""
    return await passwords.ask(world.desk, world.cause(), world.caller(key), typed)


async def given(world: World, key: str, account: str, request: int | None = None) -> Notice:
    """The message that shows the code to that persona."""
    await passwords.give_code(world.desk, world.cause(), world.caller(key), account, request)
    return world.whispers[-1][1]


async def handed(world: World, shown: Notice, index: int = 0) -> Notice:
    """What pressing `Transmettre` under that message leads to for the director."""
    deed, heir = map(int, pressed(shown, "hand", index).split(":"))
    code = next(button.copy for row in shown.buttons for button in row if button.copy)
    where = world.caller("directeur")
    return await handing.hand_over(world.desk, world.cause(), where, deed, heir, code, 9001)


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

    said = await passwords.give_mail(world.desk, world.cause(), world.caller("directeur"), "parent", number)

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
    offer = await passwords.offer(world.desk, world.caller("directeur"), int(pressed(card, "code")))
    ways = [(b.action, accounts.aimed(b.target)) for row in offer.buttons for b in row if b.target]
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


async def test_the_code_is_handed_to_whoever_asked_by_first_name_alone(world: World) -> None:
    number = await world.file("parent")
    shown = await given(world, "directeur", "eleve", number)

    said = await handed(world, shown)

    chat, received = world.whispers[-1]
    assert chat == world.telegram["parent"]
    assert received.secret
    assert received.facts["code"] == shown.facts["code"]
    assert "Caron" not in str(received)
    assert received.facts["name"] == "Inès"
    assert said.facts == {"name": "Sophie Caron"}
    assert actions(said) == ["resolve"]
    assert [m.text for m in await world.exchange(number)][-1] == "handed Sophie Caron"


async def test_without_a_request_the_pupil_and_their_linked_parents_can_be_handed_the_code(world: World) -> None:
    await asked(world, "directeur", "eleve")

    shown = world.whispers[-1][1]
    deed, heir = pressed(shown, "hand").split(":")
    choice = await world.desk.see(world.caller("directeur"), handing.choose, int(deed), shown.facts["code"])

    assert heir == "0"
    assert choice.facts == shown.facts
    assert choice.secret
    heirs = [pressed(choice, "hand", i).split(":")[1] for i in range(actions(choice).count("hand"))]
    assert heirs == [str((await world.person(key)).id) for key in ("eleve", "parent")]
    assert (await handed(world, choice, 1)).facts == {"name": "Sophie Caron"}


async def test_a_code_is_handed_to_the_same_person_once(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))
    await handed(world, shown)

    with pytest.raises(Refusal, match="already-handed"):
        await handed(world, shown)
    assert len(world.whispers) == 2


async def test_only_who_made_a_code_hands_it_on(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))
    deed, heir = map(int, pressed(shown, "hand").split(":"))

    for key in ("adjoint", "directrice", "erun", "parent"):
        with pytest.raises(Refusal, match="old-button"):
            await handing.hand_over(world.desk, world.cause(), world.caller(key), deed, heir, "abcd3456", 1)


async def test_a_code_that_does_not_reach_its_reader_is_said_to_have_failed(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))
    world.deaf.add(world.telegram["eleve"])

    with pytest.raises(Refusal, match="code-not-handed"):
        await handed(world, shown)
    world.deaf.clear()
    assert (await handed(world, shown)).kind == "code_handed"


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
    await upkeep.vanish(restarted)
    assert await world.mark() == mark
    world.wait(minutes=1)
    await upkeep.vanish(restarted)
    await upkeep.vanish(restarted)

    gone = [(row["chat_id"], row["message_id"]) for row in await world.rows("outbox", kind="delete")]
    # the director's first message shows no code any more: `Transmettre` put its receipt in its place
    assert sorted(gone) == sorted([(world.telegram["directeur"], 9002), (world.telegram["parent"], 9003)])


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

    await world.act("directeur", tickets.resolve, int(pressed(shown, "resolve")))

    assert (await world.request(number)).status is Status.RESOLVED


async def test_an_administrators_account_is_asked_for_above(world: World) -> None:

    said = await asked(world, "directeur", "adjoint")
    assert said is not None
    account = pressed(said, "ask_above")

    summary = await filing.for_someone(world.desk, world.cause(), world.caller("directeur"), account, afresh=True)
    await world.say("directeur", "Elle a perdu son mot de passe")
    await world.act("directeur", filing.send)

    assert summary.facts["whom"] == "Nadia Belkacem"
    assert (await world.request(1)).level == 1
