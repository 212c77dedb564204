"""Somebody with several accounts: a command is run as the account that may, and its answer names it."""

from __future__ import annotations

import pytest

from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone
from tests.handlers.wearing import MARC, keys, last, wears
from tests.world import World


@pytest.fixture
async def parent(sqlite_world: World, typed: Typed) -> Phone:
    """The director of Jean-Moulin, who now writes for an account of a parent."""
    await wears(sqlite_world, "directeur", "parent2")
    return Phone(typed, "directeur")


@pytest.fixture
async def two_schools(sqlite_world: World, typed: Typed) -> Phone:
    """The director of Jean-Moulin, who now writes for an account that directs Louise-Michel."""
    await wears(sqlite_world, "directeur", "directrice")
    return Phone(typed, "directeur")


@pytest.mark.parametrize(
    "line", ["/compte mathys", "/comptes", "/blocage", "/historique", "/signalements", "/debloquer mathys"]
)
async def test_a_command_of_my_other_account_is_run_as_that_account_and_says_so(parent: Phone, line: str) -> None:
    await parent.write(line)

    assert last(parent)["text"].startswith(MARC)


async def test_a_command_of_my_other_account_is_run_without_its_slash_too(parent: Phone) -> None:
    await parent.write("comptes classe:CM2")
    await parent.press(parent.button("/comptes classe:CM2"))

    assert last(parent)["text"].startswith(MARC)


async def test_the_queue_is_shown_although_another_account_speaks(parent: Phone, sqlite_world: World) -> None:
    number = await sqlite_world.file("eleve")
    await parent.write("/file")

    assert f"n°{number}" in last(parent)["text"]


async def test_a_command_that_the_account_that_speaks_may_run_names_no_account(two_schools: Phone) -> None:
    await two_schools.write("/compte yasmine")

    assert "Yasmine Haddad" in last(two_schools)["text"]
    assert "👤 <b>" not in last(two_schools)["text"]


async def test_somebody_with_one_account_reads_no_account_and_gets_no_further_button(typed: Typed) -> None:
    phone = Phone(typed, "directeur")
    for line in ("/comptes", "/compte mathys", "/historique", "/signalements", "/charte", "/mesdonnees", "/start"):
        await phone.write(line)

        assert "👤" not in str(last(phone)), line


@pytest.mark.parametrize("line", ["/compte mathys", "/comptes mathys", "/debloquer mathys"])
async def test_an_account_that_only_my_other_school_has_is_found_there(two_schools: Phone, line: str) -> None:
    await two_schools.write(line)

    assert "Mathys Leroy" in last(two_schools)["text"]
    assert last(two_schools)["text"].startswith(MARC)


async def test_a_code_for_a_pupil_of_my_other_school_is_given_as_its_director(
    two_schools: Phone, sqlite_world: World
) -> None:
    await two_schools.write("/code lina.oukaci")  # of the school of the account that speaks
    await two_schools.write("/code mathys")

    shown = [edit["text"] for edit in two_schools.typed.api.asked("editMessageText")]
    assert [text.startswith(MARC) for text in shown] == [False, True]
    acts = await sqlite_world.rows("interventions")
    assert [act["person"] for act in acts] == [
        (await sqlite_world.person(key)).id for key in ("directrice", "directeur")
    ]


async def test_a_name_typed_after_the_question_is_looked_for_in_my_other_school(two_schools: Phone) -> None:
    await two_schools.write("/compte")
    await two_schools.write("mathys")

    assert last(two_schools)["text"].startswith(MARC)
    assert "Mathys Leroy" in last(two_schools)["text"]


async def test_the_question_of_my_other_account_is_answered_as_that_account(parent: Phone) -> None:
    await parent.write("/compte")
    assert last(parent)["text"].startswith(MARC)
    await parent.write("mathys")

    assert last(parent)["text"].startswith(MARC)
    assert "Mathys Leroy" in last(parent)["text"]


async def test_namesakes_of_both_schools_are_offered_each_to_its_director(
    two_schools: Phone, sqlite_world: World
) -> None:
    await two_schools.write("/compte ine")  # Inès Caron is of one school, Inês Ferreira of the other

    offered = [key for key in keys(last(two_schools)) if key["callback_data"].startswith("account|")]
    made_for = {key["text"].split(" (")[0]: int(key["callback_data"].split("|")[2]) for key in offered}
    assert made_for == {
        "Inès Caron": (await sqlite_world.person("directeur")).id,
        "Inês Ferreira": (await sqlite_world.person("directrice")).id,
    }
    await two_schools.press(next(key["callback_data"] for key in offered if "Caron" in key["text"]))
    assert last(two_schools)["text"].startswith(MARC)


async def test_what_both_accounts_find_is_for_the_one_that_speaks(sqlite_world: World, typed: Typed) -> None:
    await wears(sqlite_world, "directeur", "erun")
    phone = Phone(typed, "directeur")
    await phone.write("/compte mathys")

    assert "👤 <b>" not in last(phone)["text"]


async def test_only_the_director_s_account_blocks_although_the_erun_s_finds_the_pupil_too(
    sqlite_world: World, typed: Typed
) -> None:
    await wears(sqlite_world, "directeur", "erun")
    phone = Phone(typed, "directeur")
    await phone.write("/debloquer mathys leroy il a rendu la tablette")

    assert last(phone)["text"].startswith(MARC)
    await phone.press(phone.button("Confirmer"))
    assert [act["act"] for act in await sqlite_world.rows("interventions")] == ["unblock"]


async def test_nobody_found_by_any_account_is_said_once(two_schools: Phone) -> None:
    before = len(two_schools.typed.said())
    await two_schools.write("/compte zzzz")

    assert len(two_schools.typed.said()) == before + 1
    assert "zzzz" in last(two_schools)["text"]


async def test_a_filter_that_only_my_other_account_knows_is_read_as_that_account(two_schools: Phone) -> None:
    await two_schools.write("/comptes classe:CE2-CM1")

    assert last(two_schools)["text"].startswith(MARC)


async def test_the_same_is_offered_as_my_other_account_in_one_tap(two_schools: Phone) -> None:
    await two_schools.write("/comptes eleve")
    assert "École" not in last(two_schools)["text"].split("\n")[0]
    await two_schools.press(two_schools.button("École Jean-Moulin"))

    assert last(two_schools)["text"].startswith(MARC)
    await two_schools.press(two_schools.button("École Louise-Michel"))
    assert "👤 <b>" not in last(two_schools)["text"]


async def test_a_line_too_long_for_a_button_lets_the_other_account_speak(two_schools: Phone) -> None:
    await two_schools.write("/comptes eleve parent enseignant personnel invite actif inactif")
    offered = [key for key in keys(last(two_schools)) if "Jean-Moulin" in key["text"]]

    assert [key["callback_data"].split("|")[0] for key in offered] == ["speak_as"]
    assert all(len(key["callback_data"].encode()) <= 64 for key in offered)


async def test_a_tap_made_for_an_account_that_is_not_mine_does_nothing(typed: Typed, sqlite_world: World) -> None:
    marc = await sqlite_world.person("directeur")
    stranger = Phone(typed, "parent2")
    await stranger.press(f"hat|comptes|{marc.id}")
    await stranger.press("hat||1")

    assert typed.said() == []
    assert len(typed.api.asked("answerCallbackQuery")) >= 2


async def test_the_help_and_the_nearest_command_know_the_commands_of_all_my_accounts(parent: Phone) -> None:
    await parent.write("/aide")
    assert "/blocage" in last(parent)["text"]

    await parent.write("/historiqe")
    await parent.press(parent.button("/historique"))
    assert last(parent)["text"].startswith(MARC)
