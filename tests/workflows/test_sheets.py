"""Connection sheets: for whom, what they bear, what they void, and how they are taken back."""

from __future__ import annotations

import pytest

from bot.storage import handouts
from bot.terms import Profile, Refusal, Structure, Way
from bot.workflows.people import own_data, speaking
from bot.workflows.sheets import making, revoking
from tests.workflows.giving import STRANGER, Given, links, never_activated, printed, typed
from tests.workflows.steps import actions
from tests.world import World


async def test_the_count_comes_first_and_says_who_was_never_activated(world: World, given: Given) -> None:
    await never_activated(world, "lea.martin")

    said = await typed(world, "directeur", "cm2")

    assert said is not None
    assert said.kind == "sheets_sure"
    facts = said.facts
    assert (facts["scope"], facts["name"], facts["inactive"], facts["linked"]) == ("class", "CM2", 1, 3)
    await making.go_on(world.desk)
    assert given.documents == []


async def test_a_class_s_sheets_bear_login_class_link_and_the_code_where_never_activated(
    world: World, given: Given
) -> None:
    await never_activated(world, "lea.martin")

    sheets = await printed(world, given, "directeur", "CM2")

    lea = sheets["lea.martin"]
    assert (lea.name, lea.profile, lea.school, lea.classes) == (
        "Léa Martin",
        Profile.STUDENT,
        "École Jean-Moulin",
        ("CM2",),
    )
    assert lea.code == await world.desk.directory.activation_code("lea.martin")
    assert [one.login for one in sheets.values() if one.code] == ["lea.martin"]
    assert not {"eleve", "parent", "enseignant"} & set(sheets)
    assert lea.until is not None
    assert (lea.until - lea.made).days in (89, 90)
    assert "Léa Martin" in sheets["aurelie.martin"].children
    assert await links(world, lea.link) == "linked"


async def test_the_sheets_of_a_profile_are_of_the_own_school_alone(world: World, given: Given) -> None:
    sheets = await printed(world, given, "directeur", "élèves")

    assert sheets
    assert {one.profile for one in sheets.values()} == {Profile.STUDENT}
    for login in sheets:
        account = await world.desk.directory.by_login(login)
        assert account is not None
        assert "jean-moulin" in {place.id for place in account.places}


async def test_one_person_s_sheet_is_made_at_once(world: World, given: Given) -> None:
    said = await typed(world, "directeur", "lea martin xlsx")
    await making.go_on(world.desk)

    assert said is None
    assert (list(given.sheets), given.forms) == (["lea.martin"], ["xlsx"])


async def test_one_person_s_sheet_that_makes_an_earlier_one_void_is_confirmed_first(
    world: World, given: Given
) -> None:
    first = await printed(world, given, "directeur", "CM2")

    said = await typed(world, "directeur", "lea.martin")
    await making.go_on(world.desk)

    assert said is not None
    assert (said.kind, said.facts["people"], said.facts["waiting"]) == ("sheets_sure", 1, 1)
    assert await links(world, first["lea.martin"].link) == "linked"


async def test_the_sheet_of_a_pupil_below_fifteen_says_that_somebody_must_say_yes(world: World, given: Given) -> None:
    sheets = await printed(world, given, "directeur", "CM2")

    assert (sheets["lea.martin"].consent, sheets["lea.martin"].age) == ("both", 15)
    assert sheets["aurelie.martin"].consent == ""


async def test_those_linked_already_get_one_only_where_everybody_does_and_their_phone_is_asked(
    world: World, given: Given
) -> None:
    alone = await typed(world, "directeur", "ines caron")
    assert alone is not None
    assert (alone.facts["people"], alone.facts["linked"]) == (0, 1)

    sheets = await printed(world, given, "directeur", "ines caron tous")

    assert await links(world, sheets["eleve"].link) == "consent_waited"
    assert (await world.person("eleve")).telegram_id == world.telegram["eleve"]


async def test_nobody_who_administers_anything_gets_a_sheet(world: World, given: Given) -> None:
    sheets = await printed(world, given, "directeur", "enseignants tous")

    assert sheets
    assert not {"directeur", "adjoint"} & set(sheets)
    said = await world_refused(world, "directeur", "nadia belkacem tous")
    assert said.reason == "link-administrator"


async def world_refused(world: World, key: str, words: str) -> Refusal:
    """Why `/fiches` with these words is refused to that persona."""
    with pytest.raises(Refusal) as met:
        await typed(world, key, words)
    return met.value


async def test_blocked_and_pre_deleted_accounts_have_no_sheet(world: World, given: Given) -> None:
    await world.desk.directory.block("lea.martin", True)

    sheets = await printed(world, given, "directeur", "CM2")

    assert sheets
    assert "lea.martin" not in sheets
    assert (await world_refused(world, "directeur", "lea.martin")).reason == "link-blocked"


async def test_printing_again_voids_the_sheets_before_and_says_so(world: World, given: Given) -> None:
    first = await printed(world, given, "directeur", "CM2")
    said = await typed(world, "directeur", "CM2")
    assert said is not None
    assert said.facts["waiting"] == len(first)

    again = await printed(world, given, "directeur", "CM2")

    assert await links(world, first["lea.martin"].link) == "old-token"
    assert await links(world, again["lea.martin"].link) == "linked"


async def test_an_unknown_name_offers_the_classes_that_there_are(world: World) -> None:
    said = await typed(world, "directeur", "CM9")

    assert said is not None
    assert (said.kind, said.facts["words"]) == ("sheets_whom", "CM9")
    assert [key.words for row in said.buttons for key in row if key.action == "sheets_class"] == [
        "CE1",
        "CE2-CM1",
        "CM2",
        "CP",
    ]


async def test_a_class_or_a_pupil_of_another_school_looks_like_none(world: World) -> None:
    other = await typed(world, "directrice", "lea.martin")
    none = await typed(world, "directrice", "nobody.nowhere")

    assert other is not None
    assert none is not None
    assert (other.kind, other.buttons[0][0].action) == (none.kind, none.buttons[0][0].action)


async def test_somebody_who_administers_no_school_is_refused(world: World) -> None:
    assert (await world_refused(world, "enseignant", "CM2")).reason == "administrators-only"
    assert (await world_refused(world, "erun", "CM2")).reason == "school-administrators-only"


async def test_a_conversation_leads_there_by_buttons_and_names_the_last_sheets(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "CM2")

    said = await typed(world, "directeur")
    assert said is not None
    [last] = said.facts["last"]
    assert (last["name"], last["count"], last["used"], last["actor"]) == (
        "CM2",
        len(given.sheets),
        0,
        "Marc Delattre",
    )
    said = await world.press("directeur", "sheets_profile", "relative")
    assert said is not None
    assert (said.kind, said.facts["profile"]) == ("sheets_sure", "relative")
    said = await world.press("directeur", "sheets_form", "csv")
    assert said is not None
    assert said.facts["form"] == "csv"
    said = await world.press("directeur", "sheets_linked")
    assert said is not None
    assert (said.facts["everybody"], said.facts["linked"]) == (True, 0)


async def test_sheets_handed_out_are_listed_with_how_many_were_used_and_can_be_taken_back(
    world: World, given: Given
) -> None:
    sheets = await printed(world, given, "directeur", "CM2")
    assert await links(world, sheets["lea.martin"].link) == "linked"
    caller = world.caller("adjoint")

    said = await revoking.last(world.desk, caller)
    [line] = said.facts["lines"]
    assert (line["count"], line["used"], line["revoked"]) == (len(sheets), 1, False)
    asked = await revoking.ask(world.desk, caller, line["number"])
    assert asked.kind == "handout_sure"
    done = await revoking.revoke(world.desk, world.cause(), caller, line["number"])

    assert done.facts["count"] == len(sheets) - 1
    assert await links(world, sheets["aurelie.martin"].link, STRANGER + 1) == "old-token"
    assert (await world.person("lea.martin")).telegram_id == STRANGER
    with pytest.raises(Refusal, match="revoked-already"):
        await revoking.ask(world.desk, caller, line["number"])
    assert (await revoking.last(world.desk, caller)).facts["lines"][0]["revoked"]


async def test_a_packet_that_was_replaced_is_not_shown_as_one_that_is_good(world: World, given: Given) -> None:
    sheets = await printed(world, given, "directeur", "CM2")
    await printed(world, given, "directeur", "CM2")

    said = await revoking.last(world.desk, world.caller("directeur"))
    newer, older = said.facts["lines"]
    assert (newer["good"], older["good"]) == (len(sheets), 0)
    card = await revoking.show(world.desk, world.caller("directeur"), older["number"])
    assert "handout_revoke" not in actions(card)
    assert "handout_revoke" in actions(await revoking.show(world.desk, world.caller("directeur"), newer["number"]))


async def test_those_of_another_school_look_the_same_as_none(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "CM2")
    [handout] = await world.desk.look(handouts.of_school, "jean-moulin", 5, None, Way.SHEET)
    caller = world.caller("directrice")

    assert (await revoking.last(world.desk, caller)).facts["lines"] == []
    for number in (handout.id, 999):
        with pytest.raises(Refusal, match="old-button"):
            await revoking.show(world.desk, caller, number)
        with pytest.raises(Refusal, match="old-button"):
            await revoking.revoke(world.desk, world.cause(), caller, number)


async def test_a_family_s_sheets_are_in_the_language_of_the_parent_who_is_linked(world: World, given: Given) -> None:
    account = await world.desk.directory.by_login("aurelie.martin")
    assert account is not None
    await world.enrol("aurelie.martin", STRANGER + 5)
    await world.act("aurelie.martin", speaking.speak_language, "en")

    sheets = await printed(world, given, "directeur", "CM2")

    assert sheets["lea.martin"].language == "en"


async def test_who_asked_and_what_was_handed_out_stand_in_the_audit(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "CM2")

    acts = [row["act"] for row in await world.rows("audit", school="jean-moulin")]

    assert {"sheets", "handout"} <= set(acts)
    written = repr(await world.rows("audit")) + repr(await world.rows("printings")) + repr(await world.rows("outbox"))
    for sheet in given.sheets.values():
        assert sheet.link not in written
        assert not sheet.code or sheet.code not in written


async def test_a_class_that_is_gone_meanwhile_is_said_to_be(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    said = await typed(world, "directeur")
    assert said is not None
    [key] = [one for row in said.buttons for one in row if one.words == "CM2"]

    async def none(_school: str) -> list[Structure]:
        return []

    monkeypatch.setattr(world.desk.directory, "classes", none)
    with pytest.raises(Refusal, match="class-gone"):
        await world.press("directeur", "sheets_class", key.target.partition(":")[2])


async def test_an_erasure_leaves_no_trace_of_whom_a_sheet_was_for(world: World, given: Given) -> None:
    sheets = await printed(world, given, "directeur", "aurelie.martin")
    assert await links(world, sheets["aurelie.martin"].link) == "linked"
    world.telegram["aurelie.martin"] = STRANGER

    await world.act("aurelie.martin", own_data.erase)

    assert "aurelie.martin" not in repr([await world.rows(table) for table in ("printings", "handouts")])


async def test_names_that_the_sheets_cannot_write_are_told_once_they_are_there(world: World, given: Given) -> None:
    given.unwritten = ["李 明", "สมชาย", "李 明"]

    await printed(world, given, "directeur", "CM2")

    told = await world.told("directeur")
    assert told.count("sheets_unwritten") == 1


async def test_nothing_is_told_of_names_where_all_can_be_written(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "CM2")

    assert "sheets_unwritten" not in await world.told("directeur")
