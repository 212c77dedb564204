"""Blocking one account: a reason, a confirmation, and never oneself or a colleague."""

from __future__ import annotations

import pytest

from bot.terms import Notice, Refusal
from bot.workflows.blocks import single
from tests.workflows.steps import actions, pressed
from tests.world import World


async def asked(world: World, key: str, typed: str, blocked: bool = True) -> Notice:
    """That persona types `/bloquer` or `/debloquer`; returns the answer."""
    said = await single.ask(world.desk, world.cause(), world.caller(key), typed, blocked)
    assert said is not None
    return said


async def confirmed(world: World, key: str, question: Notice | None = None) -> Notice:
    """That persona presses `Confirmer` under that question, or under the newest; returns the answer."""
    serial = pressed(question, "block_now").partition(":")[0] if question is not None else ""
    said = await world.press(key, "block_now", serial=serial)
    assert said is not None
    return said


async def is_blocked(world: World, login: str) -> bool:
    """Whether the ENT has that account blocked."""
    account = await world.desk.directory.by_login(login)
    assert account is not None
    return account.blocked


async def test_an_account_is_blocked_only_once_it_is_confirmed(world: World) -> None:
    question = await asked(world, "directeur", "lea.martin Propos blessants")

    assert (question.facts["name"], question.facts["text"]) == ("Léa Martin", "Propos blessants")
    assert not question.facts["shared"]
    assert actions(question) == ["block_now", "cancel"]
    assert not await is_blocked(world, "lea.martin")
    assert (await confirmed(world, "directeur")).kind == "account_blocked"
    assert await is_blocked(world, "lea.martin")


async def test_the_audit_keeps_the_reason(world: World) -> None:
    await asked(world, "directeur", "lea.martin")
    await world.say("directeur", "Propos blessants dans le blog")
    await confirmed(world, "directeur")

    (row,) = await world.rows("interventions")
    assert (row["act"], row["whom"], row["why"]) == ("block", "Léa Martin", "Propos blessants dans le blog")


async def test_leaving_the_question_blocks_nobody(world: World) -> None:
    await asked(world, "directeur", "lea.martin")
    await world.cancel("directeur")

    with pytest.raises(Refusal, match="old-button"):
        await confirmed(world, "directeur")
    assert not await is_blocked(world, "lea.martin")


async def test_a_blocked_account_is_unblocked_the_same_way(world: World) -> None:
    await asked(world, "directeur", "lea.martin")
    await confirmed(world, "directeur")

    question = await asked(world, "adjoint", "lea.martin", blocked=False)
    await confirmed(world, "adjoint", question)

    assert question.kind == "unblock_asked"
    assert not await is_blocked(world, "lea.martin")


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("directeur", "directeur", "block-oneself"),
        ("directeur", "adjoint", "administrator-target"),
        ("erun", "lea.martin", "school-only"),
        ("parent", "lea.martin", "administrators-only"),
        ("enseignant", "lea.martin", "administrators-only"),
    ],
)
async def test_whom_nobody_may_block(world: World, key: str, typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        await asked(world, key, typed)


async def test_an_account_of_another_school_looks_like_none(world: World) -> None:
    foreign = await asked(world, "directrice", "lea.martin")
    absent = await asked(world, "directrice", "nobody.here")

    assert foreign.kind == absent.kind == "nobody_found"
    assert foreign.facts == {"words": "lea.martin"}


async def test_what_is_so_already_is_not_asked_for(world: World) -> None:
    with pytest.raises(Refusal, match="not-blocked"):
        await asked(world, "directeur", "lea.martin", blocked=False)
    await asked(world, "directeur", "lea.martin")
    await confirmed(world, "directeur")
    with pytest.raises(Refusal, match="already-blocked"):
        await asked(world, "directeur", "lea.martin")


async def test_several_of_that_name_are_offered(world: World) -> None:
    choice = await asked(world, "directeur", "martin")

    assert choice.kind == "choose_account"
    assert actions(choice) == ["block"] * 4 + ["cancel"]


async def test_unblocking_from_a_request_is_written_into_it_and_told(world: World) -> None:
    await asked(world, "directeur", "eleve")
    await confirmed(world, "directeur")
    number = await world.file("parent", "compte", "Ma fille ne peut plus entrer")
    mark = await world.mark()

    where = world.caller("directeur")
    await single.start(world.desk, world.cause(), where, "eleve", number, False)
    said = await confirmed(world, "directeur")

    assert actions(said) == ["account", "resolve"]
    assert [m.text for m in await world.exchange(number)][-1] == "unblocked Inès Caron"
    assert await world.told("parent", mark) == ["unblocked"]


async def test_a_name_nobody_bears_can_be_typed_anew(world: World) -> None:
    cause, where = world.cause(), world.caller("directeur")
    assert (await single.NAMED[0](world.desk, cause, where, "zzz")) is not None

    question = await world.say("directeur", "lea.martin")

    assert question is not None
    assert question.kind == "block_asked"


async def test_a_question_of_before_confirms_nothing_about_somebody_else(world: World) -> None:
    first = await asked(world, "directeur", "lea.martin")
    await asked(world, "directeur", "noe.martin")

    with pytest.raises(Refusal, match="old-button"):
        await confirmed(world, "directeur", first)
    assert not await is_blocked(world, "lea.martin")
    assert not await is_blocked(world, "noe.martin")
