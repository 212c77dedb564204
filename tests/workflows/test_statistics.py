"""Statistics: what each level reads of requests, accounts and visits, and what it does not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.ent.directory import Reason
from bot.terms import Declined, Refusal
from bot.workflows.requests import verbs
from bot.workflows.rules.adoption import HIDDEN
from bot.workflows.statistics import showing
from tests.workflows.figures import key_to, shown
from tests.world import World


def counts(said: Any, among: str) -> dict[Any, int]:
    """The counts of these parts of the requests, by key."""
    return {line["key"]: line["count"] for line in said.facts["work"][among]}


async def test_a_director_reads_every_number_of_the_school(world: World) -> None:
    first = await world.file("eleve", "connexion")
    await world.file("eleve", "application")
    world.wait(hours=3)
    await world.act("directeur", verbs.speak, first, world.saying("directeur", "Voilà"))
    world.wait(hours=21)
    await world.act("directeur", verbs.resolve, first)
    await world.act("eleve", verbs.reopen, first, world.saying("eleve", "Non"))
    await world.act("directeur", verbs.resolve, first)

    said = await shown(world, "directeur")

    assert (said.kind, said.facts["place"], said.facts["whole"]) == ("stats", "École Jean-Moulin", True)
    work = said.facts["work"]
    assert counts(said, "categories") == {"connexion": 1, "application": 1}
    assert counts(said, "levels") == {0: 2}
    assert counts(said, "statuses") == {"new": 1, "resolved": 1}
    assert (work["count"], work["solved"], work["promise"], work["reopened"]) == (2, 1, 100, 1)
    assert (work["answer"], work["solve"]) == (4, 25)


async def test_what_was_promised_and_not_kept_is_counted(world: World) -> None:
    number = await world.file("eleve", "connexion")
    await world.file("eleve", "application")
    world.wait(days=9)
    await world.act("directeur", verbs.resolve, number)

    work = (await shown(world, "directeur")).facts["work"]

    assert (work["solved"], work["promise"], work["late"]) == (1, 0, 1)


async def test_only_requests_of_the_period_are_counted(world: World) -> None:
    await world.file("eleve", "connexion")
    world.wait(days=20)
    await world.file("eleve", "application")

    assert (await shown(world, "directeur", "semaine")).facts["work"]["count"] == 1
    assert (await shown(world, "directeur", "mois")).facts["work"]["count"] == 2
    day = (world.now - timedelta(days=20)).strftime("%d/%m")
    assert counts(await shown(world, "directeur", f"{day} {day}"), "categories") == {"connexion": 1}


async def test_an_erun_reads_school_by_school_and_no_small_number(world: World) -> None:
    for category in ("connexion",) * 6 + ("application",):
        await world.file("eleve", category)

    said = await shown(world, "erun")

    assert said.kind == "stats_units"
    assert [line["name"] for line in said.facts["lines"]] == ["École Jean-Moulin", "École Louise-Michel"]
    assert [line["count"] for line in said.facts["lines"]] == [7, 0]
    assert counts(said, "categories") == {"connexion": 6, "application": HIDDEN}
    one = await showing.pressed(world.desk, world.caller("erun"), key_to(said, "stats_of", "1"))
    assert (one.facts["place"], one.facts["whole"]) == ("École Jean-Moulin", False)
    assert all(part["linked"] == HIDDEN or part["linked"] >= 5 for part in one.facts["ent"]["activations"])
    assert (await shown(world, "erun", "jean moulin semaine")).facts["place"] == "École Jean-Moulin"


async def test_the_danei_reads_by_circonscription_and_those_above_only_what_reached_them(world: World) -> None:
    number = await world.file("eleve", "connexion")

    danei = await shown(world, "danei")
    assert [line["name"] for line in danei.facts["lines"]][:2] == [
        "Circonscription de Beauvais",
        "Circonscription de Creil",
    ]
    assert danei.facts["work"]["count"] == HIDDEN
    assert (await shown(world, "plateforme")).facts["work"]["count"] == 0
    for key in ("directeur", "erun", "danei"):
        await world.act(key, verbs.escalate, number, world.saying(key, "Trop haut pour nous"))
    assert (await shown(world, "plateforme")).facts["work"]["count"] == HIDDEN


async def test_what_the_ent_counts_is_shown_by_profile(world: World) -> None:
    ent = (await shown(world, "directeur")).facts["ent"]

    assert [part["key"] for part in ent["activations"]] == ["student", "relative", "teacher"]
    assert ent["visited"] == "known"
    assert ent["mobile"]
    assert all(part["mobile"] <= part["connections"] for part in ent["visits"])
    assert ent["accesses"][0]["key"] == "Conversation"
    assert [one["key"] for one in ent["connectors"]] == ["EduMedia"]


@pytest.mark.parametrize(
    ("reason", "told"), [(Reason.GONE, "none"), (Reason.FORBIDDEN, "shut"), (Reason.UNREACHABLE, "down")]
)
async def test_the_rest_is_shown_where_the_ent_tells_no_visits(
    world: World, monkeypatch: pytest.MonkeyPatch, reason: Reason, told: str
) -> None:
    await world.file("eleve")

    async def declines(*_: Any) -> Any:
        raise Declined(reason)

    monkeypatch.setattr(world.desk.directory, "usage", declines)

    said = await shown(world, "directeur")

    assert said.facts["ent"]["visited"] == told
    assert said.facts["ent"]["activations"]
    assert said.facts["work"]["count"] == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30/11/2026 01/11/2026", "period-reversed"),
        ("01/01/2040", "period-future"),
        ("01/01/2019 01/02/2019", "period-gone"),
        ("31/02", "dates-none"),
        ("école inconnue", "no-such-school"),
    ],
)
async def test_what_cannot_be_shown_is_refused_in_one_sentence(world: World, typed: str, reason: str) -> None:
    with pytest.raises(Refusal) as met:
        await shown(world, "erun", typed)
    assert met.value.reason == reason
    assert met.value.language == "fr"


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant"])
async def test_who_administers_nothing_reads_nothing(world: World, key: str) -> None:
    with pytest.raises(Refusal) as met:
        await shown(world, key)
    assert met.value.reason == "administrators-only"


@pytest.mark.parametrize(
    "forged", ["", "mois", "mois:zzzzzzzz", "mois:00000000", "siecle:p0", "20990101-20990102:p0"]
)
async def test_a_forged_button_leads_nowhere(world: World, forged: str) -> None:
    with pytest.raises(Refusal) as met:
        await showing.pressed(world.desk, world.caller("erun"), forged)
    assert met.value.reason in ("old-button", "period-future")


async def test_a_look_at_figures_leaves_its_line(world: World) -> None:
    await shown(world, "erun", "jean moulin")

    [line] = [row for row in await world.rows("audit") if row["act"] == "see_stats"]
    assert line["school"] == "jean-moulin"
