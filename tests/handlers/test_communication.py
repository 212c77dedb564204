"""`/regles` as people read it: a picture, and all of it in words; an answer; the rights on resources."""

from __future__ import annotations

import pytest

from bot.drawing import tables
from bot.terms.charts import Matrix
from bot.workflows.rules.screens import mark
from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone
from tests.world import World


async def test_a_director_is_shown_the_table_and_all_of_it_in_words(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, draw = list[Matrix](), tables.draw

    def noted(table: Matrix) -> bytes:
        drawn.append(table)
        return draw(table)

    monkeypatch.setattr(tables, "draw", noted)

    await typed.receive(message=command("directeur", "/regles"))

    said = typed.said()[-1]
    assert [name for name, _ in typed.api.calls if name in ("sendPhoto", "sendMessage")] == [
        "sendPhoto",
        "sendMessage",
    ]
    assert "Enseignants → invités : tous (au départ : non)" in said.replace("\u00a0", " ")
    assert "le groupe « Conseil des élèves » → les personnels" in said.replace("\u00a0", " ")
    [table] = drawn
    assert [name for name, _ in table.heads] == ["Personnels", "Enseignants", "Élèves", "Parents", "Invités"]
    assert [cell.said for cell in table.rows[3].cells] == ["non", "leur classe", "les leurs", "non", "non"]
    assert [cell.marked for row in table.rows for cell in row.cells].count(True) == 1


async def test_the_words_come_where_no_picture_can_be_made(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_table: Matrix) -> bytes:
        raise OSError("no font")

    monkeypatch.setattr(tables, "draw", fails)

    await typed.receive(message=command("parent", "/regles"))

    assert typed.api.asked("sendPhoto") == []
    assert "à ceux de leur classe" in typed.said()[-1]


@pytest.mark.parametrize(
    ("key", "line", "words"),
    [
        (
            "directeur",
            "/regles parents CM2 enseignants CM2",
            "les parents de CM2 peuvent écrire aux enseignants de CM2",
        ),
        ("directeur", "/regles parents parents", "les parents ne peuvent pas écrire aux parents"),
        ("directeur", "/regles « Léa Martin » enseignants", "Léa Martin peut écrire aux enseignants, mais seulement"),
        ("parent", "/regles Parents ELEVES", "de leur famille seulement"),
        ("eleve", "/regles x", "écris par exemple /regles parent enseignant"),
    ],
)
async def test_an_answer_is_one_sentence_and_its_rules(typed: Typed, key: str, line: str, words: str) -> None:
    await typed.receive(message=command(key, line))

    said = typed.said()[-1].replace("\u00a0", " ").replace("<code>", "").replace("</code>", "")
    assert words in said
    assert typed.api.asked("sendPhoto") == []


@pytest.mark.parametrize("line", ["/regles lire", "/regles partager", "/regles droits"])
@pytest.mark.parametrize("key", ["directeur", "parent", "eleve"])
async def test_the_rights_on_resources_are_explained_where_they_are_asked_about(
    typed: Typed, key: str, line: str
) -> None:
    await typed.receive(message=command(key, line))

    assert "Contribuer" in typed.said()[-1]


@pytest.mark.parametrize("words", ["gérer le partage", "droits", "contribuer"])
async def test_help_finds_the_rights_on_resources(typed: Typed, words: str) -> None:
    await typed.receive(message=command("parent", f"/aide {words}"))

    if "Contribuer" not in typed.said()[-1]:
        assert (
            Phone(typed, "parent")
            .button("Les droits sur une ressource partagée")
            .startswith("article|resource-rights")
        )


async def test_what_only_those_above_may_change_is_asked_for_in_words(typed: Typed, sqlite_world: World) -> None:
    world = sqlite_world
    aim = ":".join(mark(one) for one in ("jean-moulin", "p:jean-moulin:relative", "p:jean-moulin:teacher"))

    person = (await world.person("directeur")).id
    await Phone(typed, "directeur").press(f"rules_above|{aim}|{person}|1")
    await typed.carried(world, "directeur")

    [request] = await world.rows("requests", category="application")
    [message] = await world.rows("messages", request=request["number"])
    assert "laisser les parents écrire aux enseignants" in message["text"]
    assert any("n°" in said for said in typed.said())
