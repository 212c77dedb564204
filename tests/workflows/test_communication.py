"""Who may write to whom: the table of a school, and answers about two groups, profiles or people."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Notice, Refusal
from bot.workflows.communication import asking, showing
from bot.workflows.rules.screens import mark
from tests.workflows.steps import actions, target
from tests.world import World

SCHOOL = "jean-moulin"


async def table(world: World, key: str) -> Notice:
    """That persona types `/regles`; returns the answer."""
    return await showing.table(world.desk, world.caller(key))


async def asked(world: World, key: str, typed: str) -> Notice:
    """That persona types `/regles` with these words; returns the answer."""
    return await asking.ask(world.desk, world.caller(key), typed)


async def test_a_director_reads_where_their_school_differs(world: World) -> None:
    said = await table(world, "directeur")

    assert (said.kind, said.facts["place"], said.facts["differs"]) == ("communication", "École Jean-Moulin", 1)
    teachers = next(line for line in said.facts["table"] if line["profile"] == "teacher")
    guests = next(cell for cell in teachers["cells"] if cell["profile"] == "guest")
    assert (guests["reach"], guests["usual"]) == ("all", "no")
    assert [rule["writers"]["name"] for rule in said.facts["by_hand"]] == ["Conseil des élèves"]
    assert actions(said) == ["rule_change", "rules_reset", "resource_rights"]


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant", "erun", "danei"])
async def test_who_administers_no_school_reads_what_an_ent_begins_with(world: World, key: str) -> None:
    said = await table(world, key)

    assert (said.facts["place"], said.facts["differs"], said.facts["by_hand"]) == ("", 0, [])
    assert actions(said) == ["resource_rights"]


async def test_of_several_schools_one_is_chosen(world: World) -> None:
    await world.appoint("directeur", ("director", SCHOOL), ("adml", "louise-michel"))
    await world.ask_again("directeur")

    said = await table(world, "directeur")
    other = await showing.at(world.desk, world.caller("directeur"), target(said, "🏫 École Louise-Michel"))

    assert (said.kind, other.facts["place"], other.facts["differs"]) == (
        "communication_where",
        "École Louise-Michel",
        0,
    )


async def test_the_table_of_another_school_is_not_there(world: World) -> None:
    with pytest.raises(Refusal, match="old-button"):
        await showing.at(world.desk, world.caller("directeur"), mark("louise-michel"))
    with pytest.raises(Refusal, match="administrators-only"):
        await showing.at(world.desk, world.caller("parent"), mark(SCHOOL))


@pytest.mark.parametrize(
    ("typed", "reach", "change"),
    [
        ("parents enseignants", "class", ["rule_allow"]),
        ("enseignants parents", "all", ["rule_forbid"]),
        ("enseignants invités", "all", ["rule_forbid"]),
        ("parents élèves", "own", ["rule_allow"]),
        ("parents parents", "no", ["rules_above"]),
        ("chorale chorale", "all", []),
        ("élèves CM2 élèves CM2", "all", []),
        ("parents CM2 enseignants CM2", "all", ["rule_forbid"]),
        ("parents CM2 enseignants CE1", "no", ["rule_allow"]),
        ("enseignants CM2 parents CE1", "all", []),
        ("Conseil des élèves -> personnels", "all", ["rule_forbid"]),
        ("chorale conseil", "no", ["rule_allow"]),
    ],
)
async def test_whether_one_may_write_to_another(world: World, typed: str, reach: str, change: list[str]) -> None:
    said = await asked(world, "directeur", typed)

    assert (said.kind, said.facts["reach"]) == ("communication_answer", reach)
    assert actions(said) == [*change, "rules_at"]
    assert bool(said.facts["rules"]) is (reach in ("all", "class", "some"))


async def test_what_people_may_is_the_sum_of_their_groups(world: World) -> None:
    said = await asked(world, "directeur", "« Léa Martin » enseignants")

    assert (said.facts["writers"]["name"], said.facts["writers"]["person"]) == ("Léa Martin", True)
    assert said.facts["reach"] == "class"
    assert [rule["writers"]["room"] for rule in said.facts["rules"]] == ["CM2"]
    assert actions(said) == ["rules_at"]


async def test_a_parent_writes_to_their_child_without_a_rule(world: World) -> None:
    parent = await world.desk.directory.by_login("parent")
    assert parent is not None
    child = await world.desk.directory.account(parent.children[0])
    assert child is not None

    said = await asked(world, "directeur", f"{parent.login} {child.login}")

    assert (said.facts["reach"], said.facts["rules"]) == ("own", [])


@pytest.mark.parametrize(
    ("key", "typed", "reach"), [("parent", "parents enseignants", "class"), ("erun", "élèves parents", "own")]
)
async def test_anybody_may_ask_what_an_ent_begins_with(world: World, key: str, typed: str, reach: str) -> None:
    said = await asked(world, key, typed)

    assert (said.facts["reach"], said.facts["place"], said.buttons) == (reach, "", ())


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("directeur", "on ne sait pas quoi", "communication-unread"),
        ("directeur", "lecture -> chorale", "communication-unread"),  # a group of another school
        ("directeur", "élèves C -> enseignants", "communication-several"),
        ("parent", "chorale enseignants", "communication-profiles"),
        ("parent", "lea.martin enseignants", "communication-profiles"),
    ],
)
async def test_what_names_no_two_is_refused(world: World, key: str, typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        await asked(world, key, typed)


async def test_a_group_and_itself_are_told_where_that_is_changed(world: World) -> None:
    chorale = next(one for one in await world.desk.directory.groups(SCHOOL) if one.name == "Chorale")
    await world.desk.directory.let_write(SCHOOL, chorale.id, False)

    card, above = [await asked(world, "directeur", typed) for typed in ("chorale chorale", "parents parents")]

    assert (card.facts["reach"], actions(card)) == ("no", ["group", "rules_at"])
    assert "se règle sur sa fiche" in texts.word(card, "fr").text
    assert "je peux leur écrire la demande" in texts.word(above, "fr").text
