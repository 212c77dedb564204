"""Making an account by hand: the profile first, what this profile needs, and one confirmation."""

from __future__ import annotations

from datetime import date

import pytest

from bot import texts
from bot.terms import Profile, Refusal
from bot.workflows.creation import asking
from tests.workflows.creating import LINE, acts, asked, chose, confirmed, named, picked, said
from tests.workflows.steps import actions
from tests.world import World


async def test_a_pupil_is_made_step_by_step(world: World) -> None:
    question = await asked(world)
    assert actions(question) == ["create_as"] * 5 + ["cancel"]
    case = await picked(world, "create_as", "student")
    assert actions(case)[:3] == ["create_case"] * 3
    assert (await picked(world, "create_case", "attached")).kind == "create_names"
    assert (await said(world, "Nils Aubert")).kind == "create_born"
    class_ = await said(world, "4 mai 2018")
    assert class_.kind == "create_class"
    summary = await chose(world, class_, "CM2", "create_class")

    assert summary.kind == "create_sure"
    assert not summary.facts["alike"]
    assert await named(world, "nils aubert") == []
    receipt = await confirmed(world, summary)

    (made,) = await named(world, "nils aubert")
    assert (made.profile, made.birth_date, made.source) == (Profile.STUDENT, date(2018, 5, 4), "MANUAL")
    assert ([one.id for one in made.classes], made.activated) == (["jean-moulin/CM2"], False)
    assert receipt.facts["login"] == made.login == "nils.aubert"
    assert actions(receipt) == ["account", "sheet", "link"]
    assert "nils.aubert" in texts.word(receipt, "fr").text


async def test_a_pupil_is_made_in_one_line(world: World) -> None:
    summary = await asked(world, typed=LINE)

    assert summary.kind == "create_sure"
    assert (summary.facts["name"], summary.facts["class"], summary.facts["born"]) == (
        "Nils Aubert",
        "CM2",
        "2018-05-04",
    )
    await confirmed(world, summary)
    assert len(await named(world, "nils aubert")) == 1


async def test_the_activation_code_is_shown_once_in_a_message_that_vanishes(world: World) -> None:
    await confirmed(world, await asked(world, typed=LINE))

    (made,) = await named(world, "nils aubert")
    ((chat, secret),) = world.whispers
    assert chat == world.telegram["directeur"]
    assert secret.secret
    assert secret.facts["code"] == await world.desk.directory.activation_code(made.id)
    assert secret.facts["name"] == "Nils A."
    (row,) = await world.rows("interventions")
    assert (row["act"], row["account"], row["state"]) == ("create_account", made.id, "done")
    assert secret.facts["code"] not in str(await world.rows("interventions"))
    assert len(await world.rows("expiries")) == 1


async def test_a_code_that_could_not_be_shown_is_one_button_away(world: World) -> None:
    world.deaf.add(world.telegram["directeur"])

    receipt = await confirmed(world, await asked(world, typed=LINE))

    assert actions(receipt) == ["account", "code", "sheet", "link"]
    assert len(await named(world, "nils aubert")) == 1


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("eleve", "create_case"),
        ("Nils Aubert", "create_profile"),
        ("eleve Nils Aubert", "create_born"),
        ("eleve Nils", "create_names"),
        ("eleve Nils Aubert CM2", "create_born"),
        ("eleve Nils Aubert 31/02/2018 CM2", "create_born"),
        ("eleve Nils Aubert 04/05/1990 CM2", "create_born"),
        ("eleve Nils Aubert né le 4 mai 2018", "create_class"),
        ("eleve Nils Aubert 04/05/2018 CM7", "create_class"),
        ("eleve Marie Lou Aubert 04/05/2018 CM2", "create_split"),
        ("eleve Marie Lou AUBERT 04/05/2018 CM2", "create_sure"),
        ("eleve nils aubert 04/05/2018 CM2", "create_capitals"),
        ("parent Odile Aubert", "create_children"),
        ("invité Odile Aubert", "create_sure"),
        ("personnel Odile Aubert", "create_sure"),
        ("atsem Odile Aubert", "create_sure"),
        ("personnel", "create_names"),
    ],
)
async def test_what_is_missing_is_asked_and_never_guessed(world: World, typed: str, kind: str) -> None:
    assert (await asked(world, typed=typed)).kind == kind


async def test_words_that_were_not_understood_are_named_in_the_question(world: World) -> None:
    question = await asked(world, typed="eleve Nils Aubert 04/05/1990 CM2")
    assert "04/05/1990" in texts.word(question, "fr").text
    question = await asked(world, typed="eleve Nils Aubert 04/05/2018 CM7")
    assert "CM7" in texts.word(question, "fr").text


async def test_which_words_are_the_first_name_is_chosen(world: World) -> None:
    question = await asked(world, typed="invite Marie Lou Aubert")

    summary = await chose(world, question, "Marie Lou", "create_split")
    await confirmed(world, summary)

    (made,) = await named(world, "aubert marie")
    assert (made.first_name, made.last_name) == ("Marie Lou", "Aubert")


@pytest.mark.parametrize(("answer", "name"), [("yes", "Nils Aubert"), ("no", "nils aubert")])
async def test_small_letters_are_offered_with_capitals(world: World, answer: str, name: str) -> None:
    await asked(world, typed="invite nils aubert")

    summary = await picked(world, "create_capitals", answer)
    await confirmed(world, summary)

    (made,) = await named(world, "nils aubert")
    assert made.name == name


async def test_a_last_name_in_capitals_is_offered_as_it_is_and_with_one(world: World) -> None:
    question = await asked(world, typed="invite nils AUBERT")

    assert [row[0].words for row in question.buttons[:3]] == ["Nils Aubert", "Nils AUBERT", "nils AUBERT"]
    summary = await picked(world, "create_capitals", "proper")
    assert summary.facts["name"] == "Nils Aubert"


async def test_a_case_is_chosen_by_its_words_and_never_read_as_a_name(world: World) -> None:
    await asked(world, typed="eleve")

    for words in ("Nils Aubert", "un litige, ou un autre cas", "un foyer"):
        with pytest.raises(Refusal, match="unknown-case"):
            await said(world, words)
    assert (await said(world, "litige parental")).kind == "create_names"


async def test_a_class_that_is_not_there_is_answered_with_those_that_are(world: World) -> None:
    await asked(world, typed="eleve Nils Aubert 04/05/2018")

    with pytest.raises(Refusal, match="creation-class") as met:
        await said(world, "CM9")

    sentence = texts.refuse(met.value, "fr").text
    assert "CM2" in sentence
    assert "/comptes" not in sentence


@pytest.mark.parametrize("typed", ["enseignant Nils Aubert", "AESH", "TRS Nils Aubert", "pes", "directrice"])
async def test_members_of_the_national_education_are_attached_instead(world: World, typed: str) -> None:
    with pytest.raises(Refusal, match="creation-national") as met:
        await asked(world, typed=typed)

    assert "/rattachement" in texts.refuse(met.value, "fr").text


async def test_the_button_for_teachers_says_so_too(world: World) -> None:
    await asked(world)

    with pytest.raises(Refusal, match="creation-national"):
        await picked(world, "create_as", "national")
    with pytest.raises(Refusal, match="creation-national"):
        await said(world, "une enseignante".removeprefix("une "))
    assert (await picked(world, "create_as", "guest")).kind == "create_names"


async def test_staff_say_what_they_do_or_leave_it_out(world: World) -> None:
    await asked(world, typed="personnel")
    question = await said(world, "Rita Aubert")
    assert question.kind == "create_task"
    with pytest.raises(Refusal, match="creation-national"):
        await said(world, "AESH")
    summary = await said(world, "ATSEM en petite section")
    await confirmed(world, summary)

    assert (await world.rows("interventions"))[0]["why"] == "ATSEM en petite section"
    (made,) = await named(world, "rita aubert")
    assert (made.profile, [place.id for place in made.places]) == (Profile.PERSONNEL, ["jean-moulin"])
    await asked(world, typed="personnel")
    await said(world, "Rosa Aubert")
    assert (await picked(world, "skip")).kind == "create_sure"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("demain", "birth-unread"),
        ("quand il faisait beau", "birth-unread"),
        ("04/05/2025", "birth-age"),
        ("04/05/1999", "birth-age"),
        ("04/05/2030", "birth-age"),
    ],
)
async def test_a_birth_date_must_be_that_of_a_pupil(world: World, typed: str, reason: str) -> None:
    await asked(world, typed="eleve Nils Aubert")

    with pytest.raises(Refusal, match=reason):
        await said(world, typed)
    assert (await said(world, "04/05/18")).kind == "create_class"


@pytest.mark.parametrize("typed", ["=1+1 Aubert", "<b>Nils</b> Aubert", "Nils 2 Aubert", "N" * 101 + " Aubert"])
async def test_no_name_has_signs_that_no_name_has(world: World, typed: str) -> None:
    await asked(world, typed="invite")

    with pytest.raises(Refusal, match="name-"):
        await said(world, typed)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("parent", "administrators-only"),
        ("eleve", "administrators-only"),
        ("enseignant", "administrators-only"),
        ("erun", "school-administrators-only"),
        ("editeur", "school-administrators-only"),
    ],
)
async def test_only_the_school_makes_accounts(world: World, key: str, reason: str) -> None:
    for typed in (LINE, "AESH", ""):
        with pytest.raises(Refusal, match=reason):
            await asked(world, key, typed)
    assert await acts(world) == []


async def test_whoever_has_two_schools_says_which(world: World) -> None:
    await world.appoint("directeur", ("director", "jean-moulin"), ("director", "louise-michel"))
    world.wait(minutes=3)

    question = await asked(world, typed="eleve Nils Aubert 04/05/2018 CE2")
    assert question.kind == "create_school"
    assert (await chose(world, question, "🏫 École Louise", "create_at")).kind == "create_case"
    summary = await picked(world, "create_case", "other")
    await confirmed(world, summary)

    (made,) = await named(world, "nils aubert", "louise-michel")
    assert [place.id for place in made.classes] == ["louise-michel/CE2"]


async def test_rights_lost_meanwhile_make_nobody(world: World) -> None:
    summary = await asked(world, "adjoint", LINE)
    await world.appoint("adjoint")
    world.wait(minutes=3)

    with pytest.raises(Refusal):
        await confirmed(world, summary, "adjoint")
    assert await named(world, "nils aubert") == []


async def test_the_case_is_kept_with_the_act_and_said_to_whoever_chose_it_alone(world: World) -> None:
    await asked(world)
    await picked(world, "create_as", "student")
    await picked(world, "create_case", "dispute")
    await said(world, "Nils Aubert")
    class_ = await said(world, "04/05/2018")
    summary = await chose(world, class_, "CM2", "create_class")
    receipt = await confirmed(world, summary)

    (row,) = await world.rows("interventions")
    assert row["facts"]["case"] == "dispute"
    assert "Raison\u00a0: Situation de litige parental" in texts.word(summary, "fr").text
    assert "case" not in receipt.facts
    assert "litige" not in texts.word(receipt, "fr").text
    assert "dispute" not in str(await world.rows("audit"))


@pytest.mark.parametrize("typed", [LINE, "parent Zoé Picard"])
async def test_a_line_leaves_the_reason_of_a_pupil_or_a_parent_to_be_asked(world: World, typed: str) -> None:
    question = await asking.ask(world.desk, world.cause(), world.caller("directeur"), typed)

    assert question is not None
    assert question.kind == "create_case"
    assert (await picked(world, "create_case", "dispute")).facts["name"] == " ".join(typed.split()[1:3])
