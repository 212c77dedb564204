"""Somebody with several accounts: requests, charters, own data, choosing an account, inline queries."""

from __future__ import annotations

import pytest

from bot.terms import Status
from bot.workflows.requests import verbs
from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone
from tests.handlers.wearing import MARC, forgets_the_charter, keys, last, wears
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


async def test_thanks_for_what_was_resolved_for_my_other_account_ask_whether_it_is_solved(
    sqlite_world: World, typed: Typed
) -> None:
    number = await sqlite_world.file("parent")
    await sqlite_world.act("directeur", verbs.resolve, number)
    await wears(sqlite_world, "parent", "jean-baptiste.martin")
    phone = Phone(typed, "parent")
    await phone.write("Merci !")

    assert last(phone)["text"].startswith("👤 <b>Sophie Caron</b> (parent, École Jean-Moulin)")
    await phone.press(f"confirm|{number}|{(await sqlite_world.person('parent')).id}")
    assert (await sqlite_world.request(number)).status is Status.CLOSED


async def test_a_parent_who_teaches_finds_the_articles_for_both(sqlite_world: World, typed: Typed) -> None:
    await wears(sqlite_world, "enseignant", "parent2")
    phone = Phone(typed, "enseignant")
    found = set[str]()
    for topic in ("Ma classe, mon école", "Mon compte, ma famille"):
        await phone.write("/aide")
        await phone.press(next(key["callback_data"] for key in keys(last(phone)) if topic in key["text"]))
        found |= {key["text"] for key in keys(typed.api.asked("editMessageText")[-1])}

    assert {"Je ne vois pas ma classe", "Plusieurs enfants, plusieurs écoles"} <= found


async def test_my_data_are_those_of_one_account_and_the_others_are_offered(parent: Phone) -> None:
    await parent.write("/mesdonnees")
    assert "Karim Haddad" in last(parent)["text"]
    await parent.press(parent.button("École Jean-Moulin"))

    assert last(parent)["text"].startswith(MARC)


async def test_i_read_whose_data_i_erase_and_which_account_is_left(parent: Phone) -> None:
    await parent.write("/mesdonnees")
    await parent.press(parent.button("Effacer"))
    asked = parent.typed.api.asked("editMessageText")[-1:] or parent.typed.api.asked("sendMessage")[-1:]
    assert asked[0]["text"].startswith("👤 <b>Karim Haddad</b> (parent, École Louise-Michel)\n")
    await parent.press(keys(asked[0])[0]["callback_data"])

    assert any(
        text.startswith("👤 <b>Karim Haddad</b>") and "effacé" in text
        for text in [*parent.typed.said(), *(edit["text"] for edit in parent.typed.api.asked("editMessageText"))]
    )
    await parent.write("/compte mathys")
    assert "Mathys Leroy" in last(parent)["text"]


async def test_each_account_s_charter_says_whose_it_is(parent: Phone) -> None:
    await parent.write("/charte")
    assert last(parent)["text"].startswith("👤 <b>Karim Haddad</b>")
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
    label, unlink = [key["text"] for key in keys(last(phone))]
    assert unlink == "Délier ce compte"
    assert label == "👤 Yann Le Bihan · équipe enseignante · enseignant"  # all but the login is the same


async def test_an_inline_query_finds_the_accounts_of_all_my_schools(two_schools: Phone) -> None:
    typed = two_schools.typed
    names, offset = "", ""
    while page := await typed.look("directeur", "", offset=offset):
        names += str(page["results"])
        offset = page.get("next_offset", "")
        if not offset:
            break

    assert "Yasmine Haddad" in names
    assert "Mathys Leroy" in names
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
