"""What every `Directory` promises, asked of each adapter on the demo's world."""

from __future__ import annotations

import pytest

from bot.ent.directory import Directory
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.demo import seed
from bot.storage.engine import Records
from bot.terms import Account, Kind, Level, Profile, Role


@pytest.fixture
async def directory(records: Records) -> Directory:
    """The embedded ENT, on each kind of database in turn."""
    await seed(records)
    return EmbeddedDirectory(records)


async def known(directory: Directory, account_id: str) -> Account:
    """The account, which must be there."""
    account = await directory.account(account_id)
    assert account is not None
    return account


async def found(directory: Directory, words: str, *within: str, limit: int = 10) -> list[str]:
    """The logins of those a search finds."""
    return [account.login for account in await directory.find(words, within or ("ode",), limit)]


async def test_an_unknown_identifier_is_nobody(directory: Directory) -> None:
    assert await directory.account("nobody") is None


async def test_a_pupil_stands_in_the_school_of_their_class_with_all_that_lies_above(directory: Directory) -> None:
    [school] = (await known(directory, "eleve")).places

    assert (school.id, school.kind) == ("jean-moulin", Kind.SCHOOL)
    assert [above.id for above in school.above] == ["ode", "amiens", "oise", "creil"]
    assert [above.id for above in school.above[-1].above] == ["ode", "amiens", "oise"]


async def test_a_pupil_has_a_name_a_profile_and_no_role(directory: Directory) -> None:
    pupil = await known(directory, "eleve")

    assert (pupil.name, pupil.profile, pupil.roles, pupil.function) == ("Inès Caron", Profile.STUDENT, (), "")


async def test_a_relative_stands_in_the_school_of_two_children_once(directory: Directory) -> None:
    mother = await known(directory, "aurelie.martin")

    assert mother.children == ("lea.martin", "noe.martin")
    assert [place.id for place in mother.places] == ["jean-moulin"]


async def test_a_teacher_of_two_schools_stands_in_both_by_name(directory: Directory) -> None:
    teacher = await known(directory, "solene.quemener")

    assert [place.id for place in teacher.places] == ["jean-moulin", "louise-michel"]


@pytest.mark.parametrize(
    ("account_id", "function", "role"),
    [
        ("directeur", "director", Role(Level.SCHOOL, "jean-moulin")),
        ("adjoint", "adml", Role(Level.SCHOOL, "jean-moulin")),
        ("directrice", "director", Role(Level.SCHOOL, "louise-michel")),
        ("erun", "erun", Role(Level.CIRCONSCRIPTION, "creil")),
        ("danei", "danei", Role(Level.DSDEN, "oise")),
        ("plateforme", "plateforme", Role(Level.RECTORAT, "amiens")),
        ("editeur", "vendor", Role(Level.VENDOR, "ode")),
    ],
)
async def test_an_agent_answers_at_their_level_in_their_structure(
    directory: Directory, account_id: str, function: str, role: Role
) -> None:
    agent = await known(directory, account_id)

    assert (agent.function, agent.roles) == (function, (role,))
    assert [place.id for place in agent.places] == [role.structure]


async def test_a_login_is_found_in_any_case_and_between_spaces(directory: Directory) -> None:
    account = await directory.by_login(" Lea.MARTIN ")

    assert account == await known(directory, "lea.martin")


async def test_a_part_of_a_login_is_nobody(directory: Directory) -> None:
    assert await directory.by_login("lea") is None


@pytest.mark.parametrize("words", ["gwen le g", "LE GOFF gwenaelle", "goff Gwenaëlle", "gw l g"])
async def test_beginnings_of_names_are_found_in_any_order_case_and_accent(directory: Directory, words: str) -> None:
    assert await found(directory, words) == ["gwenaelle.le-goff"]


@pytest.mark.parametrize("words", ["ndiaye", "N'Diaye", "n’diaye", "diaye aissatou", "N Diaye"])
async def test_a_name_with_an_apostrophe_is_found_however_it_is_typed(directory: Directory, words: str) -> None:
    assert await found(directory, words) == ["aissatou.ndiaye"]


@pytest.mark.parametrize(("words", "login"), [("boeuf", "francoise.boeuf"), ("tran m", "minh.tran")])
async def test_ligatures_and_foreign_accents_are_found_as_plain_letters(
    directory: Directory, words: str, login: str
) -> None:
    assert await found(directory, words) == [login]


async def test_every_word_must_begin_a_name(directory: Directory) -> None:
    assert await found(directory, "martin zoé") == []


async def test_the_middle_of_a_name_is_not_found(directory: Directory) -> None:
    assert await found(directory, "artin") == []


async def test_a_whole_login_is_found_though_no_name_begins_with_it(directory: Directory) -> None:
    assert await found(directory, "Directrice") == ["directrice"]


async def test_accounts_come_by_last_name_then_first_name(directory: Directory) -> None:
    by_name = ["enseignant", "gwenaelle.le-goff", "mael.le-goff", "gabin.lefevre", "inconnu", "mathys.leroy"]

    assert await found(directory, "le") == [*by_name, "lea.martin"]


async def test_a_search_gives_no_more_than_its_limit(directory: Directory) -> None:
    assert await found(directory, "martin", limit=2) == ["aurelie.martin", "jean-baptiste.martin"]


async def test_a_search_stays_inside_the_schools_it_is_given(directory: Directory) -> None:
    assert await found(directory, "ines", "louise-michel") == ["ines.ferreira"]


async def test_a_relative_is_found_in_the_schools_of_their_children_only(directory: Directory) -> None:
    assert await found(directory, "haddad karim", "louise-michel") == ["parent2"]
    assert await found(directory, "haddad karim", "jean-moulin") == []


async def test_a_whole_login_of_another_school_is_not_found(directory: Directory) -> None:
    assert await found(directory, "lea.martin", "louise-michel") == []


async def test_a_search_in_a_circonscription_reaches_the_classes_of_its_schools(directory: Directory) -> None:
    assert await found(directory, "ferreira", "creil") == ["ines.ferreira", "tiago.ferreira"]
    assert await found(directory, "ferreira", "beauvais") == []


@pytest.mark.parametrize("words", ["", "   ", "-’'", "%", "_", "🙂"])
async def test_no_words_find_nobody(directory: Directory, words: str) -> None:
    assert await found(directory, words) == []


@pytest.mark.parametrize("words", ["lea\0", "\ud800", "le%", "' OR 1=1 --", "a\U0010ffff", "\0martin\udfff" * 40])
async def test_whatever_is_typed_can_be_searched(directory: Directory, words: str) -> None:
    assert isinstance(await directory.find(words, ["ode"], 10), list)
    assert await directory.by_login(words) is None


async def test_a_whole_letter_typed_as_a_name_finds_nobody(directory: Directory) -> None:
    assert await found(directory, " ".join(f"m{n}" for n in range(2000))) == []


async def test_nothing_is_found_within_no_structure(directory: Directory) -> None:
    assert await directory.find("martin", [], 10) == []


async def test_a_structure_is_known_with_all_that_lies_above(directory: Directory) -> None:
    structure = await directory.structure("beauvais")

    assert structure is not None
    assert (structure.name, structure.kind) == ("Circonscription de Beauvais", Kind.CIRCONSCRIPTION)
    assert [above.name for above in structure.above] == [
        "Open Digital Education",
        "Académie d’Amiens",
        "DSDEN de l’Oise",
    ]


async def test_an_unknown_structure_is_nowhere(directory: Directory) -> None:
    assert await directory.structure("atlantis") is None
