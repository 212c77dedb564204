"""Duplicates: which somebody sees, what is said of a pair, and who may settle which."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Refusal
from bot.workflows.accounts import cards as accounts
from bot.workflows.duplicates import pages, settling, sighting
from tests.workflows.doubles import FERHATS, GONE, KEPT, ZOES, asked, change, pair, shown, there
from tests.workflows.steps import actions
from tests.world import World

FONTAINES = sighting.target("maitresse", "julie.fontaine")


async def test_the_pairs_of_a_school_are_listed_the_likeliest_first(world: World) -> None:
    await change(world, "lea.martin", email="x@example.org")
    page = await pages.start(world.desk, world.caller("directeur"))

    assert [(line["name"], line["other"], line["likelihood"]) for line in page.facts["doubles"]] == [
        ("Zoé Da Silva Pereira", "Zoé Pereira", "possible")
    ]
    assert actions(page) == ["pair"]
    assert "Zoé Pereira" in texts.word(page, "fr").text


async def test_a_school_without_duplicates_reads_so_in_one_friendly_sentence(world: World) -> None:
    page = await pages.start(world.desk, world.caller("directrice"))

    assert page.facts["count"] == 0
    assert texts.word(page, "fr").text.startswith("👍 Aucun doublon")


async def test_an_erun_sees_the_pairs_school_by_school(world: World) -> None:
    await world.hats()
    page = await pages.start(world.desk, world.caller("erun3"))

    schools = [line["place"] for line in page.facts["doubles"]]
    assert schools == sorted(schools)
    assert all(schools)
    assert {line["name"] for line in page.facts["doubles"]} >= {"Nabil Ferhat"}


async def test_the_pages_of_a_long_list_are_leafed_through(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.hats()
    monkeypatch.setattr(pages, "PAGE", 1)
    caller = world.caller("erun3")

    first, second = await pages.page(world.desk, caller, "0"), await pages.page(world.desk, caller, "1")

    assert "pairs_next" in actions(first)
    assert "pairs_back" in actions(second)
    assert first.facts["doubles"] != second.facts["doubles"]
    assert (await pages.page(world.desk, caller, "99999")).facts["doubles"]  # the last one there is
    with pytest.raises(Refusal, match="old-button"):
        await pages.page(world.desk, caller, "x")


async def test_whoever_administers_nothing_sees_no_pair(world: World) -> None:
    for key in ("parent", "eleve", "enseignant"):
        with pytest.raises(Refusal, match="administrators-only"):
            await pages.start(world.desk, world.caller(key))
        with pytest.raises(Refusal, match="administrators-only"):
            await shown(world, key)


async def test_a_pair_of_another_school_looks_like_none(world: World) -> None:
    with pytest.raises(Refusal) as met:
        await shown(world, "directrice")

    assert (met.value.reason, met.value.facts) == ("no-account", {"name": ""})


async def test_a_pair_says_what_is_equal_and_what_differs(world: World) -> None:
    card = await shown(world, "directeur")

    lines = {line["what"]: (line["one"], line["other"], line["equal"]) for line in card.facts["compared"]}
    assert lines["first_name"] == ("Zoé", "Zoé", True)
    assert lines["last_name"] == ("Da Silva Pereira", "Pereira", False)
    assert lines["born"] == ("2018-12-05", "2018-12-05", True)
    assert lines["state"] == ("active", "inactive", False)
    assert lines["login"] == (KEPT, GONE, False)
    assert actions(card) == ["pair_merge", "pair_part", "pair_advice", "account", "account"]


async def test_no_mail_is_shown(world: World) -> None:
    await change(world, KEPT, email="zoe.kept@example.org")
    await change(world, GONE, email="zoe.gone@example.org")

    said = texts.word(await shown(world, "directeur"), "fr").text

    assert "example.org" not in said
    assert "deux adresses différentes" in said


async def test_the_card_of_an_account_leads_to_its_pair(world: World) -> None:
    card = await accounts.show(world.desk, world.caller("directeur"), GONE)

    (key,) = [key for row in card.buttons for key in row if key.action == "pair"]
    assert (await shown(world, "directeur", key.target)).facts["name"] == "Zoé Da Silva Pereira"


async def test_nothing_is_said_of_an_account_of_another_school(world: World) -> None:
    await world.hats()
    card = await shown(world, "directrice2", FERHATS)

    assert card.kind == "pair_hidden"
    assert actions(card) == ["pair_advice", "account"]
    said = texts.word(card, "fr").text
    assert "nabil.ferhat" not in said
    assert "voyez avec votre ERUN" in said
    for act in (settling.MERGE, settling.PART):
        with pytest.raises(Refusal, match="pair-elsewhere"):
            await asked(world, "directrice2", act, FERHATS)


@pytest.mark.parametrize(
    ("target", "reason", "key"),
    [(FERHATS, "both-active", "erun3"), (FONTAINES, "profiles", "danei")],
)
async def test_what_the_ent_does_not_merge_is_said_before(world: World, target: str, reason: str, key: str) -> None:
    await world.hats()
    card = await shown(world, key, target)

    assert card.facts["hindrance"] == reason
    assert "pair_merge" not in actions(card)
    assert "pair_part" in actions(card)
    with pytest.raises(Refusal, match=f"ent-{reason}"):
        await asked(world, key, settling.MERGE, target)


async def test_a_blocked_account_is_to_be_unblocked_first(world: World) -> None:
    await world.desk.directory.block(GONE, True)
    card = await shown(world, "directeur")

    assert actions(card) == ["pair_advice", "account", "account"]
    assert "débloquez-le d’abord" in texts.word(card, "fr").text
    for act in (settling.MERGE, settling.PART):
        with pytest.raises(Refusal, match="ent-blocked"):
            await asked(world, "directeur", act)


async def test_an_administrator_s_own_pair_is_for_the_level_above(world: World) -> None:
    await world.appoint(KEPT, ("adml", "jean-moulin"))

    card = await shown(world, "directeur")
    assert card.facts["refused"] == "administrator-target"
    assert "pair_merge" not in actions(card)
    with pytest.raises(Refusal, match="administrator-target"):
        await asked(world, "directeur")
    assert (await asked(world, "erun")).kind == "pair_merge_asked"


async def test_nobody_settles_their_own_account(world: World) -> None:
    await change(world, "directeur", activated=False)
    await world.twin("directeur", "marc.delattre2")
    await change(world, "marc.delattre2", source="MANUAL", activated=False)
    await pair(world, "directeur", "marc.delattre2")
    target = sighting.target("marc.delattre2", "directeur")

    assert (await shown(world, "directeur", target)).facts["refused"] == "settle-oneself"
    with pytest.raises(Refusal, match="settle-oneself"):
        await asked(world, "directeur", settling.PART, target)
    assert await there(world, "marc.delattre2") is not None


async def test_a_forged_button_shows_nothing(world: World) -> None:
    for target in ("", "x", ":", f"{GONE}:00000000", "999999999999", f"nobody:{ZOES[-8:]}"):
        with pytest.raises(Refusal):
            await shown(world, "directeur", target)
