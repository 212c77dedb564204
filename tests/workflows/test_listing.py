"""Lists of accounts: typed and tapped filters, pages, and only accounts of the person's own structures."""

from __future__ import annotations

import pytest

from bot.storage import lists
from bot.storage.work import Work
from bot.terms import Button, Done, Notice, Refusal
from bot.workflows import upkeep
from bot.workflows.lists import filtering, pages
from tests.world import World


async def listed(world: World, key: str, typed: str = "") -> Notice:
    """That persona asks for a list; returns its first page."""
    return await pages.start(world.desk, world.caller(key), typed)


async def refused(world: World, key: str, typed: str) -> Refusal:
    """That persona asks for a list; returns the refusal."""
    with pytest.raises(Refusal) as met:
        await listed(world, key, typed)
    return met.value


def names(said: Notice) -> list[str]:
    """The names on a page of a list."""
    return [line["name"] for line in said.facts["lines"]]


def buttons(said: Notice, action: str) -> list[Button]:
    """The buttons with that action."""
    return [button for row in said.buttons for button in row if button.action == action]


def only(said: Notice, action: str) -> str:
    """The target of the only button with that action."""
    (button,) = buttons(said, action)
    return button.target


async def chosen(world: World, key: str, search: str, *picks: str) -> Notice:
    """That persona makes these choices in the menu; returns the menu."""
    said = await filtering.menu(world.desk, world.caller(key), search)
    for pick in picks:
        said = await filtering.pick(world.desk, world.cause(), world.caller(key), f"{search}:{pick}")
    return said


async def shown(world: World, key: str, search: str) -> list[str]:
    """The names on the list's first page now."""
    return names(await pages.page(world.desk, world.caller(key), f"{search}:0"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bloqués", {"Mathys Leroy"}),
        ("inactifs élèves", {"Maël Le Goff", "Zoé Pereira"}),
        ("doublons inactifs", {"Zoé Pereira"}),
        ("adml", {"Marc Delattre", "Nadia Belkacem"}),
        ("groupe:chor", {"Léa Martin", "Aïssatou N’Diaye"}),
        ("groupe:Conseil_des_élèves", {"Léa Martin", "Inès Caron"}),
        ("classe:cm2 élèves", {"Inès Caron", "Léa Martin"}),
        ("classe:CE2", {"Aïssatou N’Diaye", "Zoé Da Silva Pereira", "Zoé Pereira", "Solène Quémener"}),
        ("source:manuel", {"Zoé Pereira"}),
        ("depuis:2026-11-01", {"Zoé Pereira"}),
        ("mart jean", {"Jean-Baptiste Martin"}),
        ("parents mart", {"Jean-Baptiste Martin", "Aurélie Martin"}),
    ],
)
async def test_a_director_finds_accounts_by_name_and_filters(world: World, typed: str, found: set[str]) -> None:
    said = await listed(world, "directeur", typed)
    assert set(names(said)) == found
    assert said.facts["count"] == len(found)


async def test_a_list_shows_class_profile_and_what_is_unusual(world: World) -> None:
    (line,) = (await listed(world, "directeur", "leroy")).facts["lines"]
    shown = {"name": "Mathys Leroy", "profile": "student", "marks": ["blocked"], "where": "CE1"}
    assert line == {"number": 1, **shown, "login": ""}


async def test_each_account_has_a_button_with_its_number_that_opens_its_card(world: World) -> None:
    said = await listed(world, "directeur", "leroy")
    assert only(said, "account") == ":mathys.leroy"
    assert [button.words for button in buttons(said, "account")] == ["1"]


async def test_numbers_go_on_from_page_to_page(world: World) -> None:
    first = await listed(world, "directeur")
    second = await pages.page(world.desk, world.caller("directeur"), only(first, "list_next"))
    assert [button.words for button in buttons(first, "account")] == [str(n) for n in range(1, 9)]
    assert buttons(second, "account")[0].words == "9"
    assert second.facts["lines"][0]["number"] == 9


async def test_the_school_is_left_out_where_whoever_asks_has_one(world: World) -> None:
    for typed in ("", "enseignants"):
        lines = (await listed(world, "directeur", typed)).facts["lines"]
        assert not any("École" in line["where"] for line in lines)
    assert all("École" in line["where"] for line in (await listed(world, "erun", "enseignants")).facts["lines"])


async def test_whoever_administers_nothing_gets_no_list(world: World) -> None:
    for key in ("eleve", "parent", "enseignant"):
        assert (await refused(world, key, "")).reason == "administrators-only"


async def test_only_accounts_of_the_asker_s_structures_are_listed(world: World) -> None:
    assert names(await listed(world, "directrice", "mathys leroy")) == []
    assert names(await listed(world, "erun", "mathys leroy")) == ["Mathys Leroy"]
    assert names(await listed(world, "erun2", "mathys leroy")) == []


async def test_a_list_is_leafed_through_to_its_end_and_back(world: World) -> None:
    said, seen = await listed(world, "directeur"), []
    while True:
        assert len(names(said)) <= pages.PAGE
        seen += names(said)
        if not buttons(said, "list_next"):
            break
        said = await pages.page(world.desk, world.caller("directeur"), only(said, "list_next"))
    assert (len(seen), len(set(seen))) == (said.facts["count"], said.facts["count"])
    while buttons(said, "list_back"):
        said = await pages.page(world.desk, world.caller("directeur"), only(said, "list_back"))
    assert names(said) == seen[: pages.PAGE]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("classe:CM9", "no-such-class"),
        ("groupe:échecs", "no-such-group"),
        ("école:victor", "no-such-school"),
        ("couleur:bleu", "unknown-account-filter"),
        ("depuis:demain", "bad-date"),
    ],
)
async def test_what_is_not_there_is_said_in_the_asker_s_language(world: World, typed: str, reason: str) -> None:
    refusal = await refused(world, "directeur", typed)
    assert (refusal.reason, refusal.language) == (reason, "fr")


async def test_an_agent_of_several_schools_names_one(world: World) -> None:
    said = await listed(world, "erun", "école:louise classe:CE2 élèves")
    assert names(said) == ["Yasmine Haddad"]


async def test_the_school_named_must_be_the_asker_s(world: World) -> None:
    assert (await refused(world, "erun", "école:jules")).reason == "no-such-school"


async def test_choices_narrow_the_list_and_are_marked(world: World) -> None:
    search = only(await listed(world, "directeur"), "filters")
    said = await chosen(world, "directeur", search, "profile:student", "state:inactive")
    assert [b.target for b in buttons(said, "pick") if b.style] == [f"{search}:state:inactive"]
    menu = await filtering.menu(world.desk, world.caller("directeur"), search)
    marked = {b.target for b in buttons(menu, "facet") if b.style}
    assert marked == {f"{search}:profile", f"{search}:state"}
    assert await shown(world, "directeur", search) == ["Maël Le Goff", "Zoé Pereira"]


async def test_clearing_brings_everybody_back(world: World) -> None:
    search = only(await listed(world, "directeur", "bloqués leroy"), "filters")
    menu = await filtering.clear(world.desk, world.cause(), world.caller("directeur"), search)
    assert (menu.facts["words"], menu.facts["chosen"]) == ("", [])
    assert len(await shown(world, "directeur", search)) == pages.PAGE


async def test_classes_and_groups_are_those_of_the_school(world: World) -> None:
    desk, director = world.desk, world.caller("directeur")
    search = only(await listed(world, "directeur"), "filters")
    classes = await filtering.facet(desk, director, f"{search}:class")
    assert [b.words for b in buttons(classes, "pick")] == ["CE1", "CE2-CM1", "CM2", "CP"]
    said = await chosen(world, "directeur", search, "class:0", "profile:student")
    assert said.facts["chosen"] == [["class", "jean-moulin/CE1", "CE1"], ["profile", "student", ""]]
    assert await shown(world, "directeur", search) == ["Mathys Leroy", "Noé Martin"]
    groups = await filtering.facet(desk, director, f"{search}:group")
    assert [b.words for b in buttons(groups, "pick")] == ["Chorale", "Conseil des élèves"]


async def test_an_agent_of_several_schools_chooses_the_school_before_the_class(world: World) -> None:
    erun = world.caller("erun")
    search = only(await listed(world, "erun", "élèves"), "filters")
    schools = await filtering.facet(world.desk, erun, f"{search}:class")
    assert schools.facts["facet"] == "school"
    assert [b.words for b in buttons(schools, "pick")] == ["École Jean-Moulin", "École Louise-Michel"]
    await chosen(world, "erun", search, "school:1")
    classes = await filtering.facet(world.desk, erun, f"{search}:class")
    assert [b.words for b in buttons(classes, "pick")] == ["CE2", "CM1-CM2", "CP-CE1"]
    await chosen(world, "erun", search, "class:0")
    assert await shown(world, "erun", search) == ["Yasmine Haddad"]


async def test_a_director_of_one_school_is_not_asked_which(world: World) -> None:
    search = only(await listed(world, "directeur"), "filters")
    targets = [
        b.target for b in buttons(await filtering.menu(world.desk, world.caller("directeur"), search), "facet")
    ]
    assert f"{search}:school" not in targets


async def test_a_school_that_is_no_longer_the_person_s_opens_nothing(world: World) -> None:
    said = await listed(world, "erun", "école:louise yasmine")
    assert names(said) == ["Yasmine Haddad"]
    search = only(said, "filters")

    def elsewhere(work: Work) -> None:
        kept = lists.load(work, int(search))
        assert kept is not None
        kept.query["chosen"] = {"school": {"jules-verne": "École Jules-Verne"}}
        kept.query["words"] = "linh"
        lists.save(work, kept)

    await world.desk.put(elsewhere)
    with pytest.raises(Refusal, match="school-gone") as met:
        await shown(world, "erun", search)
    assert met.value.facts == {"name": "École Jules-Verne"}


async def test_a_choice_brought_twice_is_made_once(world: World) -> None:
    search = only(await listed(world, "directeur"), "filters")
    caller, pick = world.caller("directeur"), f"{search}:only:duplicates"
    await filtering.pick(world.desk, "tg:1:7", caller, pick)
    with pytest.raises(Done):
        await filtering.pick(world.desk, "tg:1:7", caller, pick)
    assert set(await shown(world, "directeur", search)) == {"Zoé Pereira", "Zoé Da Silva Pereira"}


@pytest.mark.parametrize("target", ["", "x", "0:0", "999999:0", "1234567890:0", "1:99", "1:-1", "1:²", "1:a:b"])
async def test_a_forged_page_is_an_old_button(world: World, target: str) -> None:
    await listed(world, "directeur")
    with pytest.raises(Refusal) as met:
        await pages.page(world.desk, world.caller("directeur"), target)
    assert met.value.reason == "old-button"


@pytest.mark.parametrize(
    "target", ["1:class:0", "1:class:x", "1:profile:wizard", "1:colour:red", "1::", "7:only:duplicates"]
)
async def test_a_forged_choice_is_an_old_button(world: World, target: str) -> None:
    await listed(world, "directeur")
    with pytest.raises(Refusal) as met:
        await filtering.pick(world.desk, world.cause(), world.caller("directeur"), target)
    assert met.value.reason == "old-button"


async def test_a_list_belongs_to_whoever_asked_for_it(world: World) -> None:
    search = only(await listed(world, "directeur"), "filters")
    for act in (pages.page, filtering.menu, filtering.facet):
        with pytest.raises(Refusal) as met:
            await act(world.desk, world.caller("adjoint"), f"{search}:0")
        assert met.value.reason == "old-button"


async def test_lists_are_forgotten_after_a_day(world: World) -> None:
    search = only(await listed(world, "directeur"), "filters")
    world.wait(hours=23)
    await upkeep.sweep(world.desk)
    assert await shown(world, "directeur", search)
    world.wait(hours=2)
    await upkeep.sweep(world.desk)
    with pytest.raises(Refusal) as met:
        await shown(world, "directeur", search)
    assert met.value.reason == "old-button"


async def test_an_inline_query_finds_what_a_list_finds_and_goes_on_by_key(world: World) -> None:
    first = await pages.suggest(world.desk, world.caller("erun"), "", "")
    assert len(first.lines) == pages.INLINE
    rest = await pages.suggest(world.desk, world.caller("erun"), "", first.after)
    ids = [account.id for account, _ in (*first.lines, *rest.lines)]
    assert len(ids) == len(set(ids)) > pages.INLINE
    (only_one,) = (await pages.suggest(world.desk, world.caller("directeur"), "lero", "")).lines
    assert only_one[0].login == "mathys.leroy"


async def test_whoever_administers_nothing_any_more_filters_no_list_of_before(world: World) -> None:
    target = only(await listed(world, "directeur"), "filters")
    await world.appoint("directeur")
    await world.ask_again("directeur")

    for press in (filtering.pick, filtering.clear):
        with pytest.raises(Refusal) as met:
            await press(world.desk, world.cause(), world.caller("directeur"), f"{target}:profile:student")
        assert met.value.reason == "administrators-only"
