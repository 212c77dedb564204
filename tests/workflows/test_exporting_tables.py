"""Exports: who may take what with them, what is left out, and what becomes of the message."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import texts
from bot.storage import printings
from bot.terms import Refusal
from bot.workflows import nouns
from bot.workflows.documents import LIFE, SHOWN
from bot.workflows.requests import verbs
from bot.workflows.statistics import exporting, making, reading
from tests.workflows.figures import Exported, exported, key_to, shown
from tests.workflows.outside import AT_PLAY, told_outside
from tests.world import World


@pytest.fixture
def out(world: World) -> Exported:
    """The tables that the world's desk exported."""
    made = Exported()
    world.desk.export = made
    return made


async def test_a_director_exports_the_requests_of_the_school_with_dates_and_words(
    world: World, out: Exported
) -> None:
    number = await world.file("eleve", "connexion", "Je n'y arrive pas")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voilà"))

    assert await exported(world, "directeur", "demandes") == "done"

    assert (out.forms, out.tables[-1].page) == (["xlsx"], "Demandes")
    assert out.column("N°") == [number]
    assert out.column("Créé le") == [world.now]
    assert out.column("Première réponse le") == [world.now]
    assert out.column("Sujet") == ["Connexion, mot de passe"]
    assert out.column("Niveau") == ["l’école"]
    assert out.column("Premiers mots") == ["Je n'y arrive pas"]


async def test_nobody_exports_what_they_may_not_read(world: World, out: Exported) -> None:
    mine = await world.file("eleve", "connexion", "Pour l'école")
    sent = await world.file("eleve", "application", "Pour l'ERUN")
    await world.act("directeur", verbs.escalate, sent, world.saying("directeur", "Trop haut"))

    assert await exported(world, "erun", "demandes") == "done"
    assert out.column("N°") == [sent]
    assert await exported(world, "danei", "demandes") == "failed:nobody"
    assert await exported(world, "directeur", "demandes") == "done"
    assert out.column("N°") == [mine, sent]


async def test_no_words_of_a_childs_call_for_help_leave_the_chat(world: World, out: Exported) -> None:
    await world.say("eleve", AT_PLAY)
    await world.press("eleve", "tell_school")

    assert await exported(world, "directeur", "demandes") == "done"
    assert out.column("Sujet") == ["Un enfant a besoin d’aide"]
    assert "frappe" not in repr(out.tables)


async def test_a_call_told_outside_the_school_is_not_there_for_the_school(world: World, out: Exported) -> None:
    await told_outside(world)

    assert (await shown(world, "directeur")).facts["work"]["count"] == 0
    assert await exported(world, "directeur", "demandes") == "failed:nobody"
    assert await exported(world, "erun", "demandes") == "done"
    assert out.column("Premiers mots") == [""]


async def test_accounts_are_exported_as_the_list_filters_them(world: World, out: Exported) -> None:
    assert await exported(world, "directeur", "comptes profil:eleve csv") == "done"

    assert out.forms == ["csv"]
    assert set(out.column("Profil")) == {"Élèves"}
    everybody = len(out.column("Identifiant"))
    assert await exported(world, "directeur", "comptes profil:eleve classe:CM2") == "done"
    assert 0 < len(out.column("Identifiant")) < everybody
    assert await exported(world, "directeur", "comptes personnequisappelleainsi") == "failed:nobody"


async def test_statistics_are_exported_for_the_period_that_is_shown(world: World, out: Exported) -> None:
    await world.file("eleve")
    said = await shown(world, "erun", "trimestre")

    await exporting.pressed(world.desk, world.cause(), world.caller("erun"), key_to(said, "spreadsheet"))
    await making.EXPORTS.go_on(world.desk)

    assert set(out.column("Lieu")) == {"École Jean-Moulin", "École Louise-Michel"}
    assert set(out.column("Du")) == {world.now.date() - timedelta(days=90)}
    figures = dict(
        zip(zip(out.column("Lieu"), out.column("Indicateur"), strict=True), out.column("Valeur"), strict=True)
    )
    assert figures["École Jean-Moulin", "Demandes"] == "moins de 5"
    assert "Visiteurs par semaine, en moyenne" in {name for _, name in figures}


async def test_an_export_is_written_down_and_vanishes_where_it_names_people(world: World, out: Exported) -> None:
    await world.file("eleve")
    await exported(world, "directeur", "demandes")
    await exported(world, "directeur", "stats csv")

    asked = [row for row in await world.rows("audit") if row["act"] == "spreadsheet"]
    assert [row["facts"]["part"] for row in asked] == ["requests", "stats"]
    assert {row["school"] for row in asked} == {"jean-moulin"}
    assert [row["school"] for row in await world.rows("audit") if row["act"] == "see_spreadsheet"] == ["jean-moulin"]
    [expiry] = await world.rows("expiries")
    assert (expiry["message_id"], expiry["at"]) == (8001, world.now + SHOWN)


async def test_an_export_that_is_lost_says_so_and_leaves_nothing(world: World, out: Exported) -> None:
    await world.file("eleve")
    out.lost = True

    assert await exported(world, "directeur", "demandes") == "failed:telegram"
    assert "spreadsheet_failed" in await world.told("directeur")


async def test_that_there_is_nothing_to_export_is_said_once(world: World, out: Exported) -> None:
    assert await exported(world, "directeur", "demandes") == "failed:nobody"

    assert "spreadsheet_failed" not in await world.told("directeur")
    (row,) = await world.rows("printings")
    screen = await world.desk.look(
        nouns.draw, world.desk.policy, await world.person("directeur"), f"spreadsheet:{row['id']}"
    )
    assert texts.word(screen, "fr").text == "ℹ️ Aucune demande à exporter."


async def test_an_export_whose_process_died_is_given_up_and_no_sheet_is_made_of_it(
    world: World, out: Exported
) -> None:
    await exporting.ask(world.desk, world.cause(), world.caller("directeur"), "stats")
    assert await world.desk.put(printings.claim, LIFE, 3) == []
    assert len(await world.desk.put(printings.claim, LIFE, 3, True)) == 1
    world.wait(seconds=LIFE.total_seconds() + 1)
    await making.EXPORTS.go_on(world.desk)

    [row] = await world.rows("printings")
    assert (row["state"], row["why"], out.tables) == ("failed", "stopped", [])


async def test_more_rows_than_a_message_holds_are_not_sent(
    world: World, out: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 3)

    assert await exported(world, "directeur", "comptes") == "failed:many"
    assert out.tables == []


async def test_a_third_export_waits_for_one_of_the_two(world: World, out: Exported) -> None:
    for _ in range(2):
        await exporting.ask(world.desk, world.cause(), world.caller("directeur"), "stats")
    with pytest.raises(Refusal) as met:
        await exporting.ask(world.desk, world.cause(), world.caller("directeur"), "stats")
    assert met.value.reason == "export-under-way"
    await making.EXPORTS.go_on(world.desk)
    assert await exported(world, "directeur", "stats") == "done"


async def test_without_a_word_it_is_asked_what_to_export(world: World) -> None:
    said = await exporting.ask(world.desk, world.cause(), world.caller("directeur"), "")
    assert said is not None
    assert (said.kind, len(said.buttons)) == ("spreadsheet_which", 3)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("demandes blabla", "period-unread"),
        ("stats 30/11/2026 01/11/2026", "period-reversed"),
        ("comptes classe:inconnue", "no-such-class"),
    ],
)
async def test_what_cannot_be_exported_is_refused(world: World, typed: str, reason: str) -> None:
    with pytest.raises(Refusal) as met:
        await exporting.ask(world.desk, world.cause(), world.caller("directeur"), typed)
    assert met.value.reason == reason
    assert await world.rows("printings") == []


@pytest.mark.parametrize("forged", ["", "stats", "secrets.xlsx", "stats.pdf", "stats.xlsx.never"])
async def test_a_forged_button_exports_nothing(world: World, forged: str) -> None:
    with pytest.raises(Refusal) as met:
        await exporting.pressed(world.desk, world.cause(), world.caller("directeur"), forged)
    assert met.value.reason == "old-button"
