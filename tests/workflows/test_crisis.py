"""A grave case: delete, block, summon; each step may be skipped."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.ent.directory import Reason
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.terms import Account, Declined, Notice, Refusal
from bot.workflows.people import own_data
from bot.workflows.reports import crisis, treating
from tests.workflows import wall
from tests.workflows.steps import actions
from tests.world import World


async def step(world: World, key: str, verb: object, number: int) -> Notice:
    """That persona presses the button of a step; returns the answer."""
    said = await verb(world.desk, world.cause(), world.caller(key), number)  # type: ignore[operator]
    assert isinstance(said, Notice)
    return said


async def is_blocked(world: World, login: str) -> bool:
    """Whether the ENT has that account blocked."""
    account = await world.desk.directory.by_login(login)
    assert account is not None
    return account.blocked


async def convocations(world: World, key: str) -> list[dict[str, object]]:
    """The facts of the convocations queued for that chat."""
    letters = (letter["payload"] for letter in await world.letters(key))
    return [payload["facts"] for payload in letters if payload.get("kind") == "convocation"]


async def test_each_step_asks_says_what_is_done_and_leads_to_the_next(world: World) -> None:
    number = await wall.told(world)

    first = await step(world, "directeur", crisis.begin, number)
    assert (first.kind, actions(first)) == ("crisis", ["crisis_delete", "report_leave"])
    assert (await wall.card(world, "directeur", number)).facts["verdict"] == ""

    second = await step(world, "directeur", crisis.delete, number)
    assert (second.kind, second.facts["verdict"]) == ("crisis_second", "deleted")
    assert actions(second) == ["crisis_block", "crisis_summon", "crisis_stop"]
    assert not await is_blocked(world, "eleve")

    last = await step(world, "directeur", crisis.block, number)
    assert (last.kind, last.facts["account"], last.facts["verdict"]) == ("crisis_last", "done", "deleted")
    assert await is_blocked(world, "eleve")
    assert [line["level"] for line in last.facts["contacts"]] == [1, 2, 3]


async def test_the_convocation_names_the_pupil_and_nothing_of_what_was_published(world: World) -> None:
    number = await wall.told(world)
    await step(world, "directeur", crisis.delete, number)
    await step(world, "directeur", crisis.block, number)

    (said,) = await convocations(world, "directeur")
    assert said == {"name": "Inès Caron", "place": "École Jean-Moulin", "actor": "Marc Delattre", "pupil": True}


async def test_the_account_may_be_left_alone(world: World) -> None:
    number = await wall.told(world)
    await step(world, "directeur", crisis.delete, number)

    last = await step(world, "directeur", crisis.summon, number)

    assert last.facts["account"] == "left"
    assert not await is_blocked(world, "eleve")
    assert len(await convocations(world, "directeur")) == 1


async def test_stopping_after_a_step_leaves_it_as_it_is(world: World) -> None:
    number = await wall.told(world)
    await step(world, "directeur", crisis.delete, number)

    left = await world.act("directeur", treating.leave, number)

    assert (left.facts["verdict"], await is_blocked(world, "eleve")) == ("deleted", False)
    assert not await convocations(world, "directeur")


async def test_what_a_colleague_did_meanwhile_is_said_and_not_asked_for_again(world: World) -> None:
    number = await wall.told(world)
    await step(world, "directeur", crisis.begin, number)
    await treating.delete(world.desk, world.cause(), world.caller("adjoint"), number, "w")
    await world.desk.directory.block("eleve", True)

    last = await step(world, "directeur", crisis.delete, number)

    assert (last.kind, last.facts["judge"], last.facts["account"]) == ("crisis_last", "Nadia Belkacem", "blocked")
    assert len(await world.rows("interventions")) == 1


async def test_a_deleted_publication_begins_with_the_account(world: World) -> None:
    number = await wall.told(world)
    await treating.delete(world.desk, world.cause(), world.caller("directeur"), number, "w")

    assert (await step(world, "adjoint", crisis.begin, number)).kind == "crisis_second"


async def test_pressing_twice_blocks_once(world: World) -> None:
    number = await wall.told(world)
    await step(world, "directeur", crisis.delete, number)
    await step(world, "directeur", crisis.block, number)

    again = await step(world, "directeur", crisis.block, number)

    assert again.facts["account"] == "blocked"
    assert [row["act"] for row in await world.rows("interventions")] == ["delete_report", "block"]


async def test_a_colleagues_account_is_not_blocked_and_the_sequence_says_why(world: World) -> None:
    number = await wall.told(world, "adjoint")

    last = await step(world, "directeur", crisis.delete, number)

    assert (last.kind, last.facts["account"]) == ("crisis_last", "administrator-target")
    assert not await is_blocked(world, "adjoint")


async def test_the_erun_is_sent_to_the_school_for_the_account(world: World) -> None:
    await world.act("directrice", own_data.erase)
    number = await wall.told(world, "yasmine.haddad", "lina.oukaci")

    last = await step(world, "erun", crisis.delete, number)

    assert last.facts["account"] == "school-only"
    assert not await is_blocked(world, "yasmine.haddad")


@pytest.mark.parametrize("verb", [crisis.begin, crisis.delete, crisis.block, crisis.summon])
@pytest.mark.parametrize("key", ["directrice", "erun", "danei", "enseignant", "eleve"])
async def test_a_stranger_begins_nothing(world: World, key: str, verb: object) -> None:
    number = await wall.told(world)

    with pytest.raises(Refusal, match="unknown-report"):
        await step(world, key, verb, number)

    assert not await world.rows("interventions")


async def test_an_account_that_is_gone_leaves_the_publication_to_delete_and_the_meeting(world: World) -> None:
    number = await wall.told(world)
    refusing = _Hiding(world)
    world.desk.directory = refusing

    for hidden in (Declined(Reason.FORBIDDEN), None):
        refusing.told = hidden
        last = await step(world, "directeur", crisis.delete, number)

        assert (last.kind, last.facts["account"], last.facts["verdict"]) == ("crisis_last", "absent", "deleted")
    assert refusing.places == ["jean-moulin"]


@pytest.mark.parametrize("reason", [Reason.GONE, Reason.DELETED])
async def test_an_account_that_leaves_before_it_is_blocked_does_not_stop_the_steps(
    world: World, reason: Reason
) -> None:
    number = await wall.told(world)
    await step(world, "directeur", crisis.delete, number)
    world.desk.directory = _Leaving(world, reason)

    last = await step(world, "directeur", crisis.block, number)

    assert (last.kind, last.facts["account"]) == ("crisis_last", "absent")
    assert ("block", "declined", reason.value) in await wall.audit(world)


class _Leaving(EmbeddedDirectory):
    """The embedded ENT, in which an account leaves when it is about to be blocked."""

    def __init__(self, world: World, reason: Reason) -> None:
        super().__init__(world.desk.records, lambda: world.now)
        self.reason = reason
        self.left = ""

    async def block(self, account_id: str, blocked: bool) -> None:
        """The account leaves."""
        self.left = account_id
        raise Declined(self.reason)

    async def account(self, account_id: str, places: Sequence[str] = (), **how: bool) -> Account | None:
        """The account; None once it left."""
        return None if account_id == self.left else await super().account(account_id, places, **how)


class _Hiding(EmbeddedDirectory):
    """The embedded ENT, which knows no pupil any more, or does not show them."""

    def __init__(self, world: World) -> None:
        super().__init__(world.desk.records, lambda: world.now)
        self.told: Declined | None = None
        self.places: Sequence[str] = ()

    async def account(self, account_id: str, places: Sequence[str] = (), **how: bool) -> Account | None:
        """The account; for a pupil none, or what is `told`."""
        if account_id != "eleve":
            return await super().account(account_id, places, **how)
        self.places = [*places]
        if self.told is not None:
            raise self.told
        return None
