"""Two people of one name and one class are told apart by their logins; two schools of one name by their towns."""

from __future__ import annotations

from bot import texts
from bot.terms import Notice, Saying
from bot.workflows.accounts import cards, finding
from bot.workflows.lists import filtering, pages
from bot.workflows.requests import correction, filing
from tests.workflows.codes import asked, given
from tests.workflows.ent import moved, opened
from tests.workflows.steps import chosen
from tests.workflows.test_listing import buttons, listed, names, only, shown
from tests.world import World


async def test_two_people_of_one_name_and_class_are_told_apart_by_their_logins(world: World) -> None:
    await world.twin("lea.martin", "lea.martin2")
    director = world.caller("directeur")

    lines = (await listed(world, "directeur", "lea martin")).facts["lines"]
    assert [(line["name"], line["login"]) for line in lines] == [
        ("Léa Martin", "lea.martin"),
        ("Léa Martin", "lea.martin2"),
    ]
    suggested = (await pages.suggest(world.desk, director, "martin", "")).lines
    assert {line["login"] for _, line in suggested} == {"", "lea.martin", "lea.martin2"}
    choice = await cards.look_up(world.desk, director, "lea martin")
    offered = [button.words for button in buttons(choice, "account")]
    assert sorted(offered) == ["lea.martin · Léa Martin", "lea.martin2 · Léa Martin"]


async def test_two_people_of_one_name_are_told_apart_though_one_is_on_the_next_page(world: World) -> None:
    first = await listed(world, "directeur")
    last = first.facts["lines"][-1]
    (account,) = await finding.named(world.desk, await world.person("directeur"), last["name"])
    await world.twin(account.login, f"{account.login}.z")

    first = await listed(world, "directeur")
    second = await pages.page(world.desk, world.caller("directeur"), only(first, "list_next"))
    assert first.facts["lines"][-1]["login"] == account.login
    assert second.facts["lines"][0]["name"] == last["name"]
    assert second.facts["lines"][0]["login"] == f"{account.login}.z"


async def test_whoever_asks_for_another_tells_two_people_of_one_name_apart(world: World) -> None:
    await world.twin("lea.martin", "lea.martin2")
    await world.new("directeur", "")
    await world.press("directeur", "someone")
    said = await world.say("directeur", "lea martin")
    assert said is not None
    offered = [button.words for button in buttons(said, "whom")]
    assert sorted(offered) == ["lea.martin · Léa Martin", "lea.martin2 · Léa Martin"]


async def test_a_login_that_tells_two_people_apart_never_stands_beside_the_code(world: World) -> None:
    await world.twin("lea.martin", "lea.martin2")

    choice = await asked(world, "directeur", "lea martin")
    assert choice is not None
    assert [button.words.partition(" ")[0] for button in buttons(choice, "code")] == ["lea.martin", "lea.martin2"]
    shown = texts.word(await given(world, "directeur", "lea.martin2"), "fr")
    assert "Léa M." in shown.text
    assert "martin" not in f"{shown.text} {[key.label for row in shown.rows for key in row]}".lower()


# Schools of one name


async def twin_schools(world: World) -> None:
    """Another École Jean-Moulin opens in the circonscription of Creil, with a class CM2 that Léa Martin goes to."""
    await opened(world, "jumelle", "École Jean-Moulin", parent="creil", town="Noyon", classes=("CM2",))
    await moved(world, "lea.martin", "jumelle/CM2")


async def test_a_list_over_several_schools_shows_the_school_beside_the_class(world: World) -> None:
    await twin_schools(world)

    over = (await listed(world, "erun", "martin")).facts["lines"]
    own = (await listed(world, "directeur", "martin noé")).facts["lines"]

    assert {line["name"]: line["where"] for line in over}["Léa Martin"] == "CM2, École Jean-Moulin (Noyon)"
    assert {line["name"]: line["where"] for line in over}["Noé Martin"] == "CE1, École Jean-Moulin (Creil)"
    assert [line["where"] for line in own] == ["CE1"]


async def test_who_administers_several_schools_chooses_between_accounts_by_their_school_too(world: World) -> None:
    await twin_schools(world)
    await world.twin("noe.martin", "noe.martin2")

    choice = await cards.look_up(world.desk, world.caller("erun"), "martin")

    words = [button.words for button in buttons(choice, "account")]
    assert "Léa Martin (CM2, École Jean-Moulin (Noyon))" in words
    assert "noe.martin · Noé Martin" in words


async def test_of_schools_of_one_name_a_list_asks_which_one(world: World) -> None:
    await twin_schools(world)

    asked_ = await listed(world, "erun", "école:Jean-Moulin classe:CM2")
    assert asked_.kind == "choose_school"
    offered = buttons(asked_, "pick")
    assert [button.words for button in offered] == ["École Jean-Moulin (Creil)", "École Jean-Moulin (Noyon)"]

    menu = await filtering.pick(world.desk, world.cause(), world.caller("erun"), offered[1].target)
    assert await shown(world, "erun", only(menu, "list").partition(":")[0]) == [
        "Aurélie Martin",
        "Jean-Baptiste Martin",
        "Léa Martin",
    ]
    assert menu.facts["chosen"] == [
        ["school", "jumelle", "École Jean-Moulin (Noyon)"],
        ["class", "jumelle/CM2", "CM2"],
    ]


async def test_the_town_typed_with_the_name_says_which_school(world: World) -> None:
    await twin_schools(world)

    for typed in ("école:Jean-Moulin_Noyon", 'école:"École Jean-Moulin (Noyon)"'):
        assert "Léa Martin" in names(await listed(world, "erun", typed))


async def test_an_inline_query_for_schools_of_one_name_answers_for_all_of_them(world: World) -> None:
    await twin_schools(world)

    found = await pages.suggest(world.desk, world.caller("erun"), "école:Jean-Moulin martin", "")

    assert {line["name"] for _, line in found.lines} >= {"Léa Martin", "Noé Martin"}


async def test_the_school_of_a_request_is_corrected_with_or_without_the_town(world: World) -> None:
    await twin_schools(world)
    number = await world.file("directrice", "application")

    several = await world.asked("erun", correction.start, number, correction.SCHOOL, "Jean-Moulin")
    assert [chosen(several, f"École Jean-Moulin ({town})") for town in ("Creil", "Noyon")] == [
        "jean-moulin",
        "jumelle",
    ]
    await world.asked("erun", correction.start, number, correction.SCHOOL, "jean moulin noyon")

    assert (await world.request(number)).place.name == "École Jean-Moulin (Noyon)"


async def test_the_summary_and_the_receipt_name_the_school_for_whoever_has_several(world: World) -> None:
    await world.enrol("solene.quemener", 6_000_001)
    asked_ = await world.asked(
        "solene.quemener", filing.start, "classe", world.saying("solene.quemener", "Ma classe manque")
    )
    assert asked_.kind == "ask_place"

    summary = await world.press("solene.quemener", "place", chosen(asked_, "École Louise-Michel"))
    await world.press("solene.quemener", "send")
    (receipt,) = [row["payload"] for row in await world.letters("solene.quemener") if "filed" in str(row["payload"])]

    assert summary is not None
    assert "École Louise-Michel" in texts.word(summary, "fr").text
    said = texts.word(Notice(receipt["kind"], receipt["facts"]), "fr").text
    assert "Votre demande <b>n°1</b> (École Louise-Michel) est envoyée" in said


async def test_whoever_has_one_school_reads_no_name_of_it(world: World) -> None:
    await world.act("eleve", filing.start, "connexion", Saying())
    summary = await world.say("eleve", "Ça ne marche pas")

    assert summary is not None
    assert "Moulin" not in texts.word(summary, "fr-tu").text
