"""Two phones and one account: whatever becomes of the link between them, both read what is true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.storage import handouts
from bot.terms import Declined, Refusal, Way
from bot.workflows.desk import Caller
from bot.workflows.people import issuing, linking, signing_in, spent
from tests.workflows.steps import NEWCOMER, actions, letter, linked, pressed
from tests.workflows.test_linking import OTHER, forgotten_sheet, presented
from tests.workflows.test_signing_in import STRANGER, changed, shown
from tests.world import World

SCOPE = {"kind": "school", "key": ""}


async def handed_out(world: World, login: str) -> tuple[int, str]:
    """A sheet for that account: the handout, and its link."""
    person = await world.person(login)
    school = person.places[0].id
    return_ = await world.desk.put(
        issuing.hand_out, world.desk.policy, [person.account], Way.SHEET, school, SCOPE, None
    )
    return return_[0], return_[1][person.account]


async def revoke(world: World, number: int) -> None:
    """Revokes a handout."""
    handout = await world.desk.look(handouts.by_id, number)
    assert handout is not None
    await world.desk.put(issuing.revoke, handout, None)


async def owner(world: World, login: str) -> Caller:
    """Whoever is linked, who presses a button made for that account."""
    return replace(world.caller(login), person=(await world.person(login)).id)


@pytest.mark.parametrize("agrees", [True, False])
async def test_a_sheet_revoked_while_the_old_phone_is_asked_is_told_to_both(world: World, agrees: bool) -> None:
    number, token = await handed_out(world, "parent")
    mark = await presented(world, OTHER, token)
    assert (await linking.accept(world.desk, world.cause(), OTHER, mark)).kind == "consent_waited"
    world.telegram["other"], since = OTHER.telegram_id, await world.mark()

    await revoke(world, number)

    assert (await letter(world, "other", since))["kind"] == "claim_void"
    with pytest.raises(Refusal, match="consent-over") as met:
        await linking.consent(world.desk, world.cause(), await owner(world, "parent"), mark, agrees)
    assert met.value.facts["name"] == (await world.person("parent")).name
    assert (await world.person("parent")).telegram_id == world.telegram["parent"]


async def test_a_link_that_expires_while_the_old_phone_is_asked_says_so(world: World) -> None:
    mark = await presented(world, OTHER, await forgotten_sheet(world, "parent"))
    await linking.accept(world.desk, world.cause(), OTHER, mark)
    world.wait(days=31)
    with pytest.raises(Refusal, match="consent-over"):
        await linking.consent(world.desk, world.cause(), await owner(world, "parent"), mark, agrees=True)


@pytest.mark.parametrize("how", ["yes to another", "a newer link"])
async def test_who_waits_with_a_link_that_another_one_overtakes_is_told(world: World, how: str) -> None:
    _, token = await handed_out(world, "parent")
    mark = await presented(world, OTHER, token)
    await linking.accept(world.desk, world.cause(), OTHER, mark)
    world.telegram["other"], since = OTHER.telegram_id, await world.mark()

    if how == "a newer link":
        await issuing.issue_token(world.desk, "parent")
    else:
        await linked(world, "parent", NEWCOMER)

    assert "claim_void" in await world.told("other", since)


async def test_who_waits_is_told_nothing_where_their_own_other_link_is_what_links_them(world: World) -> None:
    _, token = await handed_out(world, "parent")
    await linking.accept(world.desk, world.cause(), OTHER, await presented(world, OTHER, token))
    world.telegram["other"] = OTHER.telegram_id
    _, given = await issuing.issue_token(world.desk, "parent")
    since = await world.mark()
    await linking.accept(world.desk, world.cause(), OTHER, await presented(world, OTHER, given))
    assert "claim_void" not in await world.told("other", since)


async def test_an_answer_given_before_is_an_old_button(world: World) -> None:
    mark = await presented(world, OTHER, await forgotten_sheet(world, "parent"))
    await linking.accept(world.desk, world.cause(), OTHER, mark)
    mine = await owner(world, "parent")
    await linking.consent(world.desk, world.cause(), mine, mark, agrees=False)
    with pytest.raises(Refusal, match="old-button"):
        await linking.consent(world.desk, world.cause(), mine, mark, agrees=True)


@pytest.mark.parametrize("way", [Way.GIVEN, Way.SHEET, Way.SIGN_IN])
async def test_an_account_blocked_a_minute_ago_is_not_linked(world: World, way: Way) -> None:
    if way is Way.SIGN_IN:
        mark = pressed(await shown(world, STRANGER, "inconnu"), "accept")
    else:
        made = await world.desk.put(issuing.issue, world.desk.policy, ["inconnu"], way)
        mark = await presented(world, STRANGER, made["inconnu"])
    await changed(world, "inconnu", profile="teacher", blocked=True)
    world.wait(seconds=20)

    with pytest.raises(Refusal, match="barred-blocked"):
        await linking.accept(world.desk, world.cause(), STRANGER, mark)
    assert (await world.person("inconnu")).telegram_id is None


async def test_an_account_blocked_a_minute_ago_is_not_yielded(world: World) -> None:
    mark = await presented(world, OTHER, await forgotten_sheet(world, "enseignant"))
    await linking.accept(world.desk, world.cause(), OTHER, mark)
    await changed(world, "enseignant", blocked=True)
    world.wait(seconds=20)
    with pytest.raises(Refusal, match="barred-blocked"):
        await linking.consent(world.desk, world.cause(), await owner(world, "enseignant"), mark, agrees=True)
    assert (await world.person("enseignant")).telegram_id == world.telegram["enseignant"]


async def test_where_the_ent_does_not_answer_nothing_is_linked_and_the_link_stays_good(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, token = await issuing.issue_token(world.desk, "inconnu")
    mark = await presented(world, NEWCOMER, token)

    async def away(*_: object, **__: object) -> None:
        raise Declined("unreachable", "it is away")

    with monkeypatch.context() as patched:
        patched.setattr(world.desk.directory, "account", away)
        with pytest.raises(Refusal, match="link-later"):
            await linking.accept(world.desk, world.cause(), NEWCOMER, mark)
    assert (await linking.accept(world.desk, world.cause(), NEWCOMER, mark)).kind == "linked"


@pytest.mark.parametrize("way", [Way.SHEET, Way.GIVEN, Way.MESSAGE, Way.OPERATOR])
async def test_whoever_opens_somebody_elses_link_can_say_so_and_it_stays_good(world: World, way: Way) -> None:
    made = await world.desk.put(issuing.issue, world.desk.policy, ["inconnu"], way)
    teacher = world.caller("enseignant")
    charter = await linking.present(world.desk, world.cause(), teacher, made["inconnu"])
    assert actions(charter) == ["accept", "not_me"]
    assert charter.facts["here"] == (await world.person("enseignant")).name
    assert (charter.facts["name"], charter.facts["links"]) == ("Paul Lefèvre", True)

    said = await signing_in.not_me(world.desk, world.cause(), teacher, pressed(charter, "not_me"))

    assert said.kind == "link_kept"
    with pytest.raises(Refusal, match="link-not-open"):  # another charter above it accepts nothing any more
        await linking.accept(world.desk, world.cause(), teacher, pressed(charter, "accept"))
    [line] = [one for one in await world.rows("audit") if one["act"] == "not_me"]
    assert (line["person"], line["account"]) == ((await world.person("enseignant")).id, "inconnu")
    mark = await presented(world, NEWCOMER, made["inconnu"])
    assert (await linking.accept(world.desk, world.cause(), NEWCOMER, mark)).kind == "linked"


async def test_a_sign_in_that_is_too_old_is_named_as_one(world: World) -> None:
    mark = pressed(await shown(world, STRANGER, "inconnu"), "accept")
    world.wait(minutes=11)
    with pytest.raises(Refusal, match="sign-in-over"):
        await linking.accept(world.desk, world.cause(), STRANGER, mark)
    assert (await world.desk.look(spent.refusal, STRANGER, mark)).reason == "sign-in-over"
