"""What people type after `/lien`, `/inviter` and `/fiches`: titles, oneself, classes, two schools."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Refusal
from bot.workflows.accounts import cards
from bot.workflows.sheets import asking, making, revoking
from tests.workflows.giving import Given, printed, typed
from tests.workflows.hats import A, B, somebody
from tests.workflows.invited import Mail, asked, change, confirmed, run
from tests.workflows.steps import actions, pressed
from tests.workflows.test_giving import asked as link
from tests.workflows.test_giving import refused
from tests.world import World

TWO = (("director", A), ("director", B))


@pytest.mark.parametrize("words", ["Mme Martin Aurélie", "madame aurélie martin", "MARTIN aurelie", "Aurélie Martin"])
async def test_a_link_is_given_to_whom_a_title_and_both_names_in_any_order_name(world: World, words: str) -> None:
    assert await link(world, "directeur", words) is None
    assert world.whispers[-1][1].facts["name"] == "Aurélie M."


@pytest.mark.parametrize("words", ["moi", "moi-même", "Myself"])
async def test_oneself_is_the_account_that_speaks(world: World, words: str) -> None:
    assert (await refused(world, "directeur", words)).reason == "link-oneself"
    card = await cards.look_up(world.desk, world.caller("directeur"), words)
    assert (card.kind, card.facts["login"]) == ("account", "directeur")


@pytest.mark.parametrize("words", ["CM2", "parents CM2", "élèves", "toute l’école"])
async def test_a_class_after_lien_leads_to_invitations_and_to_sheets(
    world: World, given: Given, mail: Mail, words: str
) -> None:
    said = await link(world, "directeur", words)

    assert said is not None
    assert (said.kind, actions(said)) == ("link_many", ["invite_typed", "sheets_typed"])
    assert (await asked(world, pressed(said, "invite_typed"))).kind == "invite_asked"
    sheets = await typed(world, "directeur", pressed(said, "sheets_typed"))
    assert sheets is not None
    assert sheets.kind == "sheets_sure"
    assert not world.whispers


async def test_words_too_long_for_a_button_are_led_on_in_words(world: World) -> None:
    said = await link(world, "directeur", "tous les parents des élèves de la classe CM2")

    assert said is not None
    assert (said.kind, said.buttons) == ("link_many", ())
    assert "/inviter tous les parents" in texts.word(said, "fr").text


async def test_from_above_the_schools_a_class_is_nobody(world: World) -> None:
    said = await link(world, "erun", "CM2")

    assert said is not None
    assert said.kind == "nobody_found"


@pytest.mark.parametrize("words", ["tous", "Tous !", "tout le monde"])
async def test_everybody_is_invited_by_that_word(world: World, mail: Mail, words: str) -> None:
    said = await asked(world, words)

    assert (said.kind, said.facts["profile"], said.facts["class_name"]) == ("invite_asked", "", "")


@pytest.mark.parametrize("words", ["CM1, CM2", "CM1 et CM2", "cm2 + cm1", "CM1 CM2", "les classes de CM2 et de CM1"])
async def test_sheets_of_several_classes_are_one_handout_with_each_person_once(
    world: World, given: Given, words: str
) -> None:
    one, other = [await printed(world, given, "directeur", f"{name} tous") for name in ("CM1", "CM2")]
    both = await printed(world, given, "directeur", f"{words} tous")

    assert both.keys() == one.keys() | other.keys()
    assert len(given.sheets) == len(both)
    listed = await revoking.last(world.desk, world.caller("directeur"))
    assert set(listed.facts["lines"][0]["name"].split(", ")) == {"CE2-CM1", "CM2"}


async def test_several_classes_are_invited_together(world: World, mail: Mail) -> None:
    found = await asked(world, "parents CM1 et CM2")
    assert (found.facts["profile"], set(found.facts["class_name"].split(", "))) == ("relative", {"CE2-CM1", "CM2"})
    await confirmed(world, "parents CM1 et CM2")
    await run(world.desk)

    assert len(mail.asked) == found.facts["count"]
    assert "aurelie.martin" in mail.asked


@pytest.mark.parametrize("words", ["CM1 et Martin", "CM1 et CM9", "CM2 et Beauvais"])
async def test_a_part_that_is_no_class_invites_nobody(world: World, mail: Mail, words: str) -> None:
    assert ((said := await asked(world, words)).kind, said.facts["words"]) == ("invite_whom", words)


async def test_who_has_two_schools_is_asked_which_or_reads_it_for_both_commands(
    world: World, given: Given, mail: Mail
) -> None:
    await somebody(world, "double", *TWO)
    invited, sheets = await asked(world, "CM2", "double"), await typed(world, "double", "CM2 tous")
    assert sheets is not None
    assert (invited.kind, invited.facts["place"]) == ("invite_asked", "École Jean-Moulin")
    assert (sheets.kind, "École Jean-Moulin" in texts.word(sheets, "fr").text) == ("sheets_sure", True)

    invited, sheets = await asked(world, "CM", "double"), await typed(world, "double", "CM")
    assert sheets is not None
    assert (invited.kind, sheets.kind) == ("invite_school", "sheets_school")
    chosen = await world.press("double", "sheets_at", B)
    assert chosen is not None
    assert (chosen.kind, chosen.facts["name"]) == ("sheets_sure", "CM1-CM2")


async def test_the_words_wait_until_the_school_is_chosen(world: World, mail: Mail) -> None:
    await somebody(world, "double", *TWO)
    assert (await asked(world, "parents", "double")).kind == "invite_school"

    chosen = await world.press("double", "invite_at", A)

    assert chosen is not None
    assert (chosen.kind, chosen.facts["place"], chosen.facts["profile"]) == (
        "invite_asked",
        "École Jean-Moulin",
        "relative",
    )


async def test_a_colleague_who_administers_is_invited_with_their_profile(world: World, mail: Mail) -> None:
    await somebody(world, "collegue", ("adml", A), at=(A,), name=("Ana", "Zidane"))

    with pytest.raises(Refusal, match="invite-administrator") as met:
        await asked(world, "Mme Zidane")

    said = texts.refuse(met.value, "fr").text
    assert "/inviter enseignants" in said
    assert "/lien Mme" not in said


@pytest.mark.parametrize("words", ["remises", "Fiches remises", "🗂 Fiches remises"])
async def test_the_word_of_the_button_shows_the_sheets_handed_out(world: World, given: Given, words: str) -> None:
    await printed(world, given, "directeur", "CM2")
    said = await asking.ask(world.desk, world.cause(), world.caller("directeur"), words)
    assert said is not None
    assert said.kind == "handouts"

    await typed(world, "directeur")
    said = await world.say("directeur", words)

    assert said is not None
    assert (said.kind, len(said.facts["lines"])) == ("handouts", 1)
    assert await world.rows("drafts", chat_id=world.telegram["directeur"]) == []


async def test_a_sheet_handed_out_alone_names_its_person_to_who_administers_them(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "aurelie.martin")

    listed = await revoking.last(world.desk, world.caller("directeur"))
    asked_whom = await typed(world, "directeur")
    card = await revoking.show(world.desk, world.caller("directeur"), listed.facts["lines"][0]["number"])
    assert asked_whom is not None
    for said in (listed, asked_whom, card):
        assert "Aurélie Martin" in texts.word(said, "fr").text

    await change_school(world)
    listed = await revoking.last(world.desk, world.caller("directeur"))
    assert "Martin" not in texts.word(listed, "fr").text
    assert "d’une personne" in texts.word(listed, "fr").text


async def change_school(world: World) -> None:
    """Léa, for whom Aurélie Martin is of the school, and her brother leave it."""
    account = await world.desk.directory.by_login("aurelie.martin")
    assert account is not None
    for child in account.children:
        await world.delete_account(child)


async def test_who_gets_no_sheet_is_named_with_their_class(
    world: World, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    await change(world, "lea.martin", blocked=True)
    said = await typed(world, "directeur", "CM2")
    assert said is not None
    assert ["CM2", "Léa Martin"] in said.facts["without"]
    assert "• Léa Martin (CM2)" in texts.word(said, "fr").text

    monkeypatch.setattr(asking, "_NAMED", 1)
    said = await typed(world, "directeur", "école")
    assert said is not None
    assert len(said.facts["without"]) == 1
    left = said.facts["barred"] + said.facts["protected"]
    assert ("et un autre." if left == 2 else f"et {left - 1} autres.") in texts.word(said, "fr").text


async def test_who_is_named_without_a_sheet_leaves_a_line_in_the_journal(world: World, given: Given) -> None:
    await change(world, "lea.martin", blocked=True)
    await typed(world, "directeur", "CM2")

    assert A in {row["school"] for row in await world.rows("audit", act="see_accounts")}
    assert (await making.go_on(world.desk), given.documents) == (0, [])
