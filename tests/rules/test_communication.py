"""Who may write to whom: the guide's table, what a school's rules come to, and the groups that people name."""

from __future__ import annotations

from itertools import product

import pytest

from bot.terms import Profile, Refusal
from bot.terms.communication import ORDER, Reach, read_matrix
from bot.workflows.rules.communication import circles, sums
from bot.workflows.rules.communication.circles import Circle
from config.settings import Settings

TABLE = Settings(_env_file=None).tables()["communication"]
USUAL = read_matrix(TABLE)
ROOMS = ("cm1", "cm2")
#: the guide's table (chapter 6.A), each line in its order: personnels, enseignants, élèves, parents, invités
GUIDE = {
    Profile.PERSONNEL: ("all", "all", "all", "all", "all"),
    Profile.TEACHER: ("all", "all", "all", "all", "no"),
    Profile.STUDENT: ("class", "class", "class", "own", "no"),
    Profile.RELATIVE: ("no", "class", "own", "no", "no"),
    Profile.GUEST: ("no", "no", "no", "no", "no"),
}


def school() -> list[Circle]:
    """The groups of a school with two classes, and one made by hand."""
    made = [Circle(f"p:{one}", profile=one.value, size=9) for one in ORDER]
    made += [
        Circle(f"{room}:{one}", profile=one.value, class_id=room, class_name=room.upper(), size=4)
        for room in ROOMS
        for one in ORDER
    ]
    return [*made, Circle("chorale", "Chorale", size=3), Circle("conseil", "Conseil des élèves", size=2)]


def usual_rules() -> set[tuple[str, str]]:
    """The rules of that school as the ENT makes them."""
    found = set[tuple[str, str]]()
    for (sender, receiver), one in USUAL.items():
        if one is Reach.ALL:
            found.add((f"p:{sender}", f"p:{receiver}"))
        if one is Reach.CLASS:
            found |= {(f"{room}:{sender}", f"{room}:{receiver}") for room in ROOMS}
    return found


@pytest.mark.parametrize(("sender", "at"), [*product(ORDER, range(5))])
def test_the_table_that_is_shipped_is_the_guides(sender: Profile, at: int) -> None:
    assert USUAL[sender, ORDER[at]] == GUIDE[sender][at]


@pytest.mark.parametrize("pair", [*product(ORDER, ORDER)])
def test_a_school_with_the_usual_rules_reads_as_usual(pair: tuple[Profile, Profile]) -> None:
    assert sums.reach(*pair, school(), frozenset(usual_rules()), USUAL[pair]) is USUAL[pair]


@pytest.mark.parametrize("pair", [*product(ORDER, ORDER)])
def test_a_rule_between_two_profiles_lets_all_of_them_write_and_changes_nothing_else(
    pair: tuple[Profile, Profile],
) -> None:
    rules = frozenset(usual_rules() | {(f"p:{pair[0]}", f"p:{pair[1]}")})

    made = sums.table(school(), rules, USUAL)

    assert made[pair] is Reach.ALL
    assert sums.changed(made, USUAL) == ([pair] if USUAL[pair] is not Reach.ALL else [])


@pytest.mark.parametrize("pair", [pair for pair in product(ORDER, ORDER) if USUAL[pair] is not Reach.ALL])
def test_a_rule_of_one_class_alone_is_neither_all_nor_none(pair: tuple[Profile, Profile]) -> None:
    added = sums.reach(*pair, school(), frozenset({(f"cm1:{pair[0]}", f"cm1:{pair[1]}")}), USUAL[pair])
    across = frozenset(usual_rules() | {(f"cm1:{pair[0]}", f"cm2:{pair[1]}")})

    assert added is Reach.SOME
    assert sums.reach(*pair, school(), across, USUAL[pair]) is Reach.SOME


def test_without_its_rule_a_profile_writes_to_nobody_but_its_family() -> None:
    made = sums.table(school(), frozenset(), USUAL)

    assert {one for pair, one in made.items() if USUAL[pair] is not Reach.OWN} == {Reach.NOBODY}
    assert made[Profile.RELATIVE, Profile.STUDENT] is Reach.OWN


def test_a_school_without_classes_has_nothing_to_differ_in() -> None:
    without = [one for one in school() if not one.class_id]
    rules = frozenset(rule for rule in usual_rules() if rule[0].startswith("p:"))

    assert sums.changed(sums.table(without, rules, USUAL), USUAL) == []


def test_members_who_write_to_each_other_are_a_rule_of_the_group_with_itself() -> None:
    parents = Circle("p:relative", profile="relative", together=True)

    assert sums.every([parents], []) == {("p:relative", "p:relative")}


def test_what_one_may_do_is_the_sum_of_the_groups_one_is_in() -> None:
    known = {one.id: one for one in school()}
    mine = [known["p:relative"], known["cm2:relative"], known["chorale"]]
    theirs = [known["p:teacher"], known["cm2:teacher"]]
    rules = frozenset(usual_rules() | {("chorale", "p:teacher")})

    found = sums.between(mine, theirs, rules)

    assert [(one.id, other.id) for one, other in found] == [("cm2:relative", "cm2:teacher"), ("chorale", "p:teacher")]
    assert sums.between(mine, [known["cm1:teacher"]], rules) == []


def test_a_class_is_held_by_the_profile_of_the_whole_school() -> None:
    known = {one.id: one for one in school()}

    assert [one.id for one in circles.holding(known["cm2:student"], school())] == ["cm2:student", "p:student"]
    assert circles.holding(known["p:student"], school()) == [known["p:student"]]
    assert circles.holding(known["chorale"], school()) == [known["chorale"]]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("parents", ["p:relative"]),
        ("Parents d’élèves", ["p:relative"]),
        ("tous les PARENTS de l’école", ["p:relative"]),
        ("Relative", ["p:relative"]),
        ("enseignantes", ["p:teacher"]),
        ("eleves CM2", ["cm2:student"]),
        ("élèves de la classe CM 2", ["cm2:student"]),
        ("élèves CM", ["cm1:student", "cm2:student"]),
        ("chorale", ["chorale"]),
        ("conseil des élèves", ["conseil"]),
        ("conseil", ["conseil"]),
        ("CE1", []),
        ("parents enseignants", []),
        ("", []),
    ],
)
def test_a_group_is_found_as_people_name_it(typed: str, ids: list[str]) -> None:
    assert [one.id for one in circles.meant(typed, school())] == ids


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("parent enseignant", ("p:relative", "p:teacher")),
        ("PARENTS Élèves", ("p:relative", "p:student")),
        ("parents CM2 enseignants CM2", ("cm2:relative", "cm2:teacher")),
        ("chorale enseignants", ("chorale", "p:teacher")),
        ("parents -> parents", ("p:relative", "p:relative")),
        ("« Conseil des élèves » « Chorale »", ("conseil", "chorale")),
        ("parents d’élèves vers enseignants", ("p:relative", "p:teacher")),
        ("personnel, invités", ("p:personnel", "p:guest")),
    ],
)
def test_two_groups_are_found_in_one_line(typed: str, ids: tuple[str, str]) -> None:
    found = circles.two_meant(typed, school())

    assert found is not None
    assert (found[0].id, found[1].id) == ids


def test_two_names_of_which_one_is_several_are_asked_about() -> None:
    with pytest.raises(Refusal, match="communication-several") as met:
        circles.two_meant("élèves CM -> enseignants", school())
    assert met.value.facts["words"] == "élèves CM"


@pytest.mark.parametrize("typed", ["parents", "Léa Martin", "on ne sait pas"])
def test_one_group_alone_or_none_is_no_pair(typed: str) -> None:
    assert circles.two_meant(typed, school()) is None


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("« Léa Martin » « M. Petit »", ("Léa Martin", "M. Petit")),
        ("léa.martin parent", ("léa.martin", "parent")),
        ("« Léa Martin » enseignants CM2", ("Léa Martin", "enseignants CM2")),
        ("enseignants -> “Léa Martin”", ("enseignants", "Léa Martin")),
        ("Léa Martin Hugo Petit", ("Léa Martin", "Hugo Petit")),
        ("Léa Martin, Petit", ("Léa Martin", "Petit")),
        ("qui peut écrire à qui", None),
    ],
)
def test_two_people_are_read_where_the_line_parts_them(typed: str, names: tuple[str, str] | None) -> None:
    assert circles.two_named(typed) == names


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"guest": {}}, "guest to personnel"),
        ({"relative": {**TABLE["relative"], "teacher": "yes"}}, "relative to teacher"),
        ({"relative": {**TABLE["relative"], "teacher": "some"}}, "relative to teacher"),
        ({"guest": {**TABLE["guest"], "student": "own"}}, "guest to student"),
        ({"mayor": TABLE["guest"]}, "mayor"),
    ],
)
def test_a_table_that_cannot_be_is_refused_with_its_cell(change: dict[str, dict[str, str]], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_matrix({**TABLE, **change})


@pytest.mark.parametrize("pair", [*product(ORDER, ORDER)])
def test_the_answer_about_two_profiles_is_that_of_the_table(pair: tuple[Profile, Profile]) -> None:
    known = {one.id: one for one in school()}
    one, other = (sums.side(known[f"p:{profile}"], school()) for profile in pair)
    rules = frozenset(usual_rules())
    within = {f"p:{pair[0]}"} if USUAL[pair] is Reach.ALL else {f"{room}:{pair[0]}" for room in ROOMS}

    said = sums.answer(one, other, school(), rules, USUAL)

    assert said.reach is USUAL[pair]
    expected = within if USUAL[pair] in (Reach.ALL, Reach.CLASS) else set[str]()
    assert {sender.id for sender, _ in said.by} == expected


@pytest.mark.parametrize(
    ("one", "other", "reach", "by"),
    [
        ("cm2:relative", "cm2:teacher", Reach.ALL, [("cm2:relative", "cm2:teacher")]),
        ("cm2:relative", "cm1:teacher", Reach.NOBODY, []),
        ("cm2:relative", "p:teacher", Reach.CLASS, [("cm2:relative", "cm2:teacher")]),
        ("p:teacher", "cm2:relative", Reach.ALL, [("p:teacher", "p:relative")]),
        ("cm2:teacher", "cm1:student", Reach.ALL, [("p:teacher", "p:student")]),
        ("cm2:relative", "cm2:student", Reach.OWN, []),
        ("chorale", "p:teacher", Reach.ALL, [("chorale", "p:teacher")]),
        ("chorale", "conseil", Reach.NOBODY, []),
        ("p:student", "chorale", Reach.SOME, [("cm1:student", "chorale")]),
    ],
)
def test_the_answer_about_two_groups_names_its_rules(
    one: str, other: str, reach: Reach, by: list[tuple[str, str]]
) -> None:
    known = {group.id: group for group in school()}
    rules = frozenset(usual_rules() | {("chorale", "p:teacher"), ("cm1:student", "chorale")})

    sender, receiver = (sums.side(known[key], school()) for key in (one, other))
    said = sums.answer(sender, receiver, school(), rules, USUAL)

    assert (said.reach, [(a.id, b.id) for a, b in said.by]) == (reach, by)
