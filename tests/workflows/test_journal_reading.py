"""What a page of the journal says: of which school, since which day, in whose words; and what nobody reads there."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.terms import Button, Notice, Refusal
from bot.texts import audit, refuse, word
from bot.texts.languages import language
from bot.workflows.accounts import cards as accounts
from bot.workflows.accounts import finding
from bot.workflows.audit import pages
from bot.workflows.people import own_data
from bot.workflows.requests import cards, queues, verbs
from tests.workflows.attaching import attach, filed
from tests.world import World

Lines = list[dict[str, Any]]


async def journal(world: World, key: str, typed: str = "") -> Notice:
    """The first page of the journal, as that persona reads it."""
    return await pages.start(world.desk, world.caller(key), typed)


async def press(world: World, key: str, button: Button) -> Notice:
    """What a button of the journal leads to."""
    step = pages.months if button.action == "journal_dates" else pages.leaf
    return await step(world.desk, world.caller(key), button.target)


def buttons(notice: Notice, action: str) -> list[Button]:
    """The buttons of that action under the notice."""
    return [button for row in notice.buttons for button in row if button.action == action]


def lines(notice: Notice, *acts: str) -> Lines:
    """The lines of a page with one of these acts; all without any."""
    found: Lines = notice.facts["traced"]
    return [line for line in found if not acts or line["act"] in acts]


def told(notice: Notice, language: str = "fr") -> str:
    """The page as it is read, without its markup."""
    return re.sub(r"<[^>]+>", "", word(notice, language).text)


async def test_a_reader_of_several_schools_reads_at_which_one_and_of_one_school_only_does_not(world: World) -> None:
    for key in ("directeur", "directrice"):
        await world.act("erun", verbs.take, await world.file(key))

    shown = await journal(world, "erun")
    assert {line["place"] for line in lines(shown, "take")} == {
        (await world.request(number)).place.name for number in (1, 2)
    }
    assert all(line["place"] in told(shown) for line in lines(shown, "take"))
    assert {line["place"] for line in lines(await journal(world, "directeur"))} == {""}


async def test_nobody_is_named_twice_in_a_line(world: World) -> None:
    shown = await journal(world, "directeur")
    for line in told(shown).splitlines():
        names = [one["actor"] for one in lines(shown) if one["actor"] and one["actor"] in line]
        assert all(line.count(name) == 1 for name in names), line
    assert "link" in [line["act"] for line in lines(shown)]

    await accounts.look_up(world.desk, world.caller("directeur"), "lea.martin")
    about = told(await journal(world, "directeur", "lea.martin"))
    assert about.count("Léa Martin") == 1 + len(re.findall("Léa Martin, ", about))  # in the title, and as who acts


async def test_the_journal_leads_to_any_month_and_to_a_day(world: World) -> None:
    old = await world.file("eleve")
    world.wait(days=70)
    new = [await world.file("eleve") for _ in range(12)]

    first = await journal(world, "directeur")
    assert old not in [line["number"] for line in lines(first)]
    (other,) = buttons(first, "journal_dates")
    months = buttons(await press(world, "directeur", other), "journal_month")
    assert len(months) in (3, 4)
    assert re.fullmatch(r"📅 \S+ 20\d\d", audit.LABELS["journal_month"](language("fr"), months[0]))

    then = f"{(await world.request(old)).created_at:%Y-%m}"
    (its,) = (one for one in months if one.target.endswith(then))  # an older month may have no request
    back = await press(world, "directeur", its)
    assert [line["number"] for line in lines(back, "file")] == [old]
    assert "jusqu’au" in told(back)
    assert "suite" not in told(back)
    newer = await press(world, "directeur", buttons(back, "journal")[0])
    assert min(new) in [line["number"] for line in lines(newer, "file")]
    assert lines(await press(world, "directeur", months[0]), "file")[0]["number"] == max(new)

    day = (await world.request(old)).created_at
    assert [line["number"] for line in lines(await journal(world, "directeur", f"{day:%d/%m}"), "file")] == [old]
    assert [line["number"] for line in lines(await journal(world, "directeur", f"{day:%d/%m/%Y}"), "file")] == [old]
    assert lines(await journal(world, "directeur", "12/03/2019")) == []


@pytest.mark.parametrize("typed", ["31/02", "99/99", "12/13/2026"])
async def test_a_day_that_does_not_exist_is_refused_with_an_example(world: World, typed: str) -> None:
    with pytest.raises(Refusal) as met:
        await journal(world, "directeur", typed)
    assert "/journal 12/10" in refuse(met.value, "fr").text


@pytest.mark.parametrize(
    "target", ["n:@2026-13", "n:@0000-01", "n:@9999-12", "n:@1999-01", "n:@", "n:5", "r:@2026-01"]
)
async def test_a_forged_month_is_refused(world: World, target: str) -> None:
    with pytest.raises(Refusal) as met:
        await pages.leaf(world.desk, world.caller("directeur"), target)
    assert met.value.reason == "old-button"


async def test_a_page_further_back_says_until_when_and_not_that_it_goes_on(world: World) -> None:
    for _ in range(12):
        await world.file("eleve")
    older = buttons(await journal(world, "directeur"), "journal_next")[0]

    said = told(await press(world, "directeur", older))

    assert re.match(r"Journal · jusqu’au .+ à \d\d:\d\d\n", said)


async def test_a_page_is_full_though_most_of_what_stands_between_is_not_theirs(world: World) -> None:
    for _ in range(3):
        await world.act("erun", verbs.take, await world.file("directeur"))
    for _ in range(60):
        await world.file("eleve")

    assert [line["act"] for line in lines(await journal(world, "erun"), "take")] == ["take"] * 3


async def test_what_does_not_exist_leads_back_to_the_journal(world: World) -> None:
    with pytest.raises(Refusal) as met:
        await journal(world, "directeur", "n°99")
    assert "/journal" in refuse(met.value, "fr").text
    assert "/mesdemandes" not in refuse(met.value, "fr").text


@pytest.mark.parametrize("word_", ["jeton", "liaison", "escalade", "geste", "écarté", "en file", "(suite)"])
def test_no_line_speaks_as_only_we_do(word_: str) -> None:
    said = language("fr")
    assert [name for name in said.names() if name.startswith("audit-") and word_ in said.say(name)] == []


@pytest.mark.parametrize("key", ["plateforme", "editeur"])
async def test_the_help_desk_and_the_vendor_read_of_requests_that_came_to_them_and_of_no_account(
    world: World, key: str
) -> None:
    low, high = await world.file("directeur"), await world.file("directeur")
    risen = {"erun": "danei", "danei": "plateforme", "plateforme": "editeur"}
    for one in ("erun", *(other for other in risen.values() if other != "editeur")):
        await world.act(one, verbs.take, high)
        await world.act(one, verbs.escalate, high, world.saying(one, "Au-dessus, merci."))
    await world.act("erun", verbs.take, low)
    await world.desk.see(world.caller("directeur"), queues.queue, "")
    await accounts.look_up(world.desk, world.caller("directeur"), "lea.martin")

    shown = await journal(world, key)

    assert {line["number"] for line in lines(shown)} == {high}
    assert all(line["place"] for line in lines(shown))
    assert lines(await journal(world, key, "lea.martin")) == []
    assert {line["act"] for line in lines(await journal(world, key, f"n°{high}"))} >= {"take", "escalate", "file"}
    with pytest.raises(Refusal):
        await journal(world, key, f"n°{low}")


async def test_the_school_reads_that_an_account_erased_its_data_and_not_whose(world: World) -> None:
    me = await world.person("parent")
    await world.act("parent", own_data.erase)

    (row,) = [row for row in await world.rows("audit") if row["act"] == "erase" and row["request"] is None]
    assert (row["school"], row["account"], row["facts"], row["level"]) == (me.places[0].id, "", {}, None)
    shown = await journal(world, "directeur")
    erased = lines(shown, "erase")
    assert [(line["actor"], line["whom"], line["gone"]) for line in erased] == [("", "", False)]
    assert me.name not in told(shown)
    assert "données effacées" in told(shown)
    assert lines(await journal(world, "directrice"), "erase") == []


async def test_the_export_says_at_which_level_and_when_ones_requests_and_account_were_seen(world: World) -> None:
    number, other = await world.file("eleve"), await world.file("directeur")
    await world.act("directeur", cards.send, number)
    await world.act("erun", cards.send, other)
    pupil = await world.person("eleve")
    await accounts.show(world.desk, world.caller("directeur"), pupil.account)

    kept = await world.act("eleve", own_data.export)

    others = [line for line in kept["journal"] if not line["by_me"]]
    found = [(line["act"], line["request"], line["about_me"], line["by"]) for line in others]
    school = world.desk.policy.levels[(await world.request(number)).level].name
    assert ("see_request", number, True, school) in found
    assert ("see_account", None, True, school) in found
    assert all(line["at"] for line in kept["journal"])
    for key in ("directeur", "erun"):
        agent = await world.person(key)
        assert not {agent.name, agent.account, agent.login} & set(re.findall(r'[^"\']+', str(kept["journal"])))
    assert other not in [line["request"] for line in kept["journal"]]


async def test_what_concerned_somebody_who_left_the_school_stays_in_its_journal(world: World) -> None:
    me = await finding.administrator(world.desk, world.caller("directeur"))
    await finding.named(world.desk, me, "enseignant")
    await attach(world, await filed(world))
    for account in ("enseignant", "trs"):
        await world.desk.directory.attach(account, "creil")
        await world.desk.directory.detach(account, "jean-moulin", "creil")

    read = lines(await journal(world, "directeur"), "see_account", "attach")

    assert {(line["act"], line["state"], line["whom"]) for line in read} == {
        ("see_account", "", "Yann Le Bihan"),
        ("attach", "done", "Bruno Keller"),
    }
    assert lines(await journal(world, "directrice"), "see_account", "attach") == []
