"""Somebody with several accounts: what they type is done as the account that may, and the answer names it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.storage import people
from bot.storage.work import Work
from bot.terms import Status
from bot.workflows.requests import verbs
from tests.handlers.conftest import Json, Typed
from tests.handlers.phone import Phone
from tests.world import TELEGRAM, World

MARC = "👤 <b>Marc Delattre</b> (direction de l’école, École Jean-Moulin)\n"


async def wears(world: World, key: str, *logins: str) -> None:
    """Links further accounts to the Telegram account of that persona; the last one speaks."""
    for login in logins:
        await world.enrol(login, TELEGRAM[key])


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


async def forgets_the_charter(world: World, login: str) -> None:
    """The account has not accepted the present charter."""
    person = await world.person(login)

    def write(work: Work) -> None:
        people.change(work, person, charter=0)

    await world.desk.put(write)


def keys(sent: Json) -> list[Json]:
    """The buttons of a message."""
    rows: list[list[Json]] = (sent.get("reply_markup") or {}).get("inline_keyboard", [])
    return [key for row in rows for key in row]


def last(phone: Phone) -> Json:
    """The message that was sent last."""
    sent: Json = phone.typed.api.asked("sendMessage")[-1]
    return sent


@pytest.mark.parametrize(
    "line", ["/compte mathys", "/comptes", "/blocage", "/historique", "/signalements", "/debloquer mathys", "/file"]
)
async def test_a_command_of_my_other_account_is_run_as_that_account_and_says_so(parent: Phone, line: str) -> None:
    await parent.write(line)

    assert last(parent)["text"].startswith(MARC)


async def test_a_command_of_my_other_account_is_run_without_its_slash_too(parent: Phone) -> None:
    await parent.write("comptes classe:CM2")
    await parent.press(parent.button("/comptes classe:CM2"))

    assert last(parent)["text"].startswith(MARC)


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


async def test_an_account_without_its_charter_does_nothing_and_its_charter_is_offered(
    parent: Phone, sqlite_world: World
) -> None:
    await forgets_the_charter(sqlite_world, "directeur")
    await parent.write("/compte mathys")

    assert "Mathys" not in last(parent)["text"]
    assert "Bonjour <b>Marc Delattre</b>" in last(parent)["text"]
    await parent.press(parent.button("Accepter"))
    await parent.write("/compte mathys")
    assert "Mathys Leroy" in last(parent)["text"]


async def test_a_request_of_an_account_without_its_charter_says_which_charter_is_missing(
    parent: Phone, sqlite_world: World
) -> None:
    number = await sqlite_world.file("eleve")
    await forgets_the_charter(sqlite_world, "directeur")
    await parent.write(f"/prendre {number}")
    assert "Marc Delattre" in last(parent)["text"]
    assert "/charte" in last(parent)["text"]
    assert (await sqlite_world.request(number)).status is Status.NEW

    await parent.write("/charte")
    await parent.press(parent.button("École Jean-Moulin"))
    await parent.press(parent.button("Accepter"))
    await parent.write(f"/prendre {number}")
    assert (await sqlite_world.request(number)).status is Status.OPEN


async def test_a_request_of_my_other_account_is_treated_as_that_account_and_says_so(
    parent: Phone, sqlite_world: World
) -> None:
    number = await sqlite_world.file("eleve")
    await parent.write(f"/prendre {number}")

    assert last(parent)["text"].startswith("👤 <b>Marc Delattre</b> (direction de l’école)\n")
    assert (await sqlite_world.request(number)).holder == (await sqlite_world.person("directeur")).id


async def test_a_press_on_a_card_of_my_other_account_names_it_in_its_toast(
    parent: Phone, sqlite_world: World
) -> None:
    number = await sqlite_world.file("eleve")
    await parent.press(f"take|{number}|{(await sqlite_world.person('directeur')).id}")

    toast = parent.typed.api.asked("answerCallbackQuery")[-1]["text"]
    assert toast.startswith("👤 Marc Delattre (direction de l’école)")


async def test_words_asked_for_by_my_other_account_say_its_name_to_the_end(
    parent: Phone, sqlite_world: World
) -> None:
    number = await sqlite_world.file("eleve")
    await parent.write(f"/note {number}")
    assert last(parent)["text"].startswith(MARC)
    await parent.write("vu avec la famille")

    assert last(parent)["text"].startswith("👤 <b>Marc Delattre</b>")
    assert (await sqlite_world.exchange(number))[-1].author == (await sqlite_world.person("directeur")).id


async def test_a_request_of_no_account_of_mine_looks_as_one_that_does_not_exist(
    parent: Phone, sqlite_world: World
) -> None:
    other = await sqlite_world.file("directeur3", "compte")
    said = []
    for number in (other, 404):
        await parent.write(f"/prendre {number}")
        said.append(last(parent)["text"].replace(str(number), "N"))

    assert said[0] == said[1]


async def test_bare_categorie_offers_the_requests_of_my_other_account(parent: Phone, sqlite_world: World) -> None:
    await sqlite_world.file("eleve")
    await parent.write("/categorie")

    assert last(parent)["text"].startswith(MARC)


async def test_the_requester_s_account_corrects_although_another_is_an_agent(
    sqlite_world: World, typed: Typed
) -> None:
    await wears(sqlite_world, "erun2", "eleve")
    phone = Phone(typed, "erun2")
    number = await sqlite_world.file("eleve")
    await phone.write(f"/categorie {number} compte")

    assert (await sqlite_world.request(number)).category == "compte"


async def test_the_help_and_the_nearest_command_know_the_commands_of_all_my_accounts(parent: Phone) -> None:
    await parent.write("/aide")
    assert "/blocage" in last(parent)["text"]

    await parent.write("/historiqe")
    await parent.press(parent.button("/historique"))
    assert last(parent)["text"].startswith(MARC)


async def test_my_data_are_those_of_one_account_and_the_others_are_offered(parent: Phone) -> None:
    await parent.write("/mesdonnees")
    assert "Karim Haddad" in last(parent)["text"]
    await parent.press(parent.button("École Jean-Moulin"))

    assert last(parent)["text"].startswith(MARC)


async def test_the_language_is_that_of_all_my_accounts(parent: Phone, sqlite_world: World) -> None:
    await parent.write("/langue en")

    assert {(await sqlite_world.person(key)).language for key in ("directeur", "parent2")} == {"en"}


async def test_accounts_with_the_same_name_are_told_apart_where_one_chooses(
    sqlite_world: World, typed: Typed
) -> None:
    await sqlite_world.twin("enseignant", "yann.parent")
    await wears(sqlite_world, "enseignant", "yann.parent")
    phone = Phone(typed, "enseignant")
    await phone.write("/start")

    assert "École Jean-Moulin" in last(phone)["text"]
    (label,) = [key["text"] for key in keys(last(phone))]
    assert label == "👤 Yann Le Bihan · équipe enseignante · École Jean-Moulin"


async def test_an_inline_query_finds_the_accounts_of_all_my_schools(two_schools: Phone) -> None:
    typed = two_schools.typed
    first = await typed.look("directeur", "")
    seen, offset = len(await typed.found("directeur", "")), first["next_offset"]
    names: list[Any] = [first["results"]]
    while offset:
        page = await typed.look("directeur", "", offset=offset)
        names.append(page["results"])
        seen, offset = seen + 1, page.get("next_offset", "")

    assert "Yasmine Haddad" in str(names)
    assert "Mathys Leroy" in str(names)
    assert [result["title"] for result in await typed.found("directeur", "lero")] == ["🟠 Mathys Leroy"]


async def test_an_inline_query_of_a_parent_finds_what_their_director_s_account_administers(parent: Phone) -> None:
    (found,) = await parent.typed.found("directeur", "lero")
    await parent.write(found["input_message_content"]["message_text"])

    assert last(parent)["text"].startswith(MARC)
    (shared,) = await parent.typed.found("directeur", "lero", chat="private")
    await parent.press(keys(shared)[0]["callback_data"])
    assert last(parent)["text"].startswith(MARC)


async def test_a_request_resolved_by_my_other_account_is_confirmed_by_the_one_that_asked(
    parent: Phone, sqlite_world: World
) -> None:
    number = await sqlite_world.file("parent2")
    await sqlite_world.act("directrice", verbs.resolve, number)
    await parent.write(f"/clore {number}")

    assert (await sqlite_world.request(number)).status is Status.CLOSED
