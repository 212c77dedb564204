"""An operator unlinks an account: what it held goes back, what it saw is taken back, its requests stay."""

from __future__ import annotations

from bot.storage import tokens
from bot.storage.work import Work
from bot.terms import Status, Way
from bot.workflows.people import issuing, unlinking
from bot.workflows.requests import verbs
from tests.world import World


async def test_the_chat_is_told_the_links_are_void_and_a_line_stays(world: World) -> None:
    def issue(work: Work) -> str:
        return issuing.issue(work, world.desk.policy, ["parent"], Way.GIVEN)["parent"]

    token = await world.desk.do(world.cause(), issue)
    number = await world.file("parent")
    mark = await world.mark()

    assert await unlinking.unlink(world.desk, "parent")

    assert (await world.person("parent")).telegram_id is None
    assert "unlinked_here" in await world.told("parent", mark)
    assert await world.desk.look(tokens.of_digest, issuing.digest_of(token)) is None
    assert (await world.request(number)).status is Status.NEW
    assert [row["account"] for row in await world.rows("audit", act="unlink")] == ["parent"]
    assert not await unlinking.unlink(world.desk, "parent")
    assert not await unlinking.unlink(world.desk, "nobody")


async def test_what_an_agent_held_goes_back_to_the_desk_and_is_taken_back_from_the_chat(world: World) -> None:
    number = await world.file("eleve")
    await world.carry()
    await world.act("directeur", verbs.take, number)
    await world.carry()
    mark = await world.mark()

    await unlinking.unlink(world.desk, "directeur")

    assert (await world.request(number)).holder is None
    assert "delete" in [row["kind"] for row in await world.letters("directeur", mark)]
    assert await world.told("adjoint", mark)
