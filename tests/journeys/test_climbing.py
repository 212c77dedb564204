"""A pupil's request is escalated through the five levels, and comes back resolved."""

from __future__ import annotations

from itertools import pairwise

from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town

LADDER = ("directeur", "erun", "danei", "plateforme", "editeur")


async def test_a_request_climbs_to_the_vendor_and_comes_back_solved(town: Town) -> None:
    await town["eleve"].write("/assistance connexion Je ne peux plus me connecter")
    assert "n°1" in text_of(await town["eleve"].see("envoyée"))

    for agent, above in pairwise(LADDER):
        await town[agent].see(lambda shown: "Prendre" in labels(shown))
        await town[agent].press("Prendre")
        await town[agent].press("Escalader")
        await town[agent].see("Pourquoi")
        await town[agent].write(f"Essayé sans succès : {agent}")
        await town[above].see("vous transmet cette demande")
    await town["editeur"].press("Répondre")
    await town["editeur"].see(lambda shown: "Annuler" in labels(shown))
    await town["editeur"].write("Votre accès est rétabli.")
    await town["eleve"].see("Votre accès est rétabli.")
    await town["editeur"].press("Résoudre")
    toast = await town["eleve"].press("C'est résolu")

    assert "fermée" in toast["answer"]["text"]
    await town["editeur"].see("Fermé")
    assert "Essayé sans succès" not in await town["eleve"].texts()


async def test_the_answer_of_each_side_reaches_the_other_once(town: Town) -> None:
    await town["parent"].write("/assistance compte Le nom de ma fille est mal écrit")
    card = await town["directeur"].see("mal écrit")
    await town["directeur"].write("Comment s'écrit-il ?", reply_to_message_id=card["message_id"])
    question = await town["parent"].see("Comment s'écrit-il ?")
    await town["parent"].write("Avec deux n.", reply_to_message_id=question["message_id"])
    await town["directeur"].see("Avec deux n.")
    await town["directeur"].write("/resoudre 1 C'est corrigé dans ONDE")
    await town["parent"].see("corrigé dans ONDE")

    for key, words in (("parent", "Comment s'écrit-il ?"), ("parent", "corrigé dans ONDE")):
        said = [m for m in await town[key].chat() if m["from"]["is_bot"] and words in text_of(m)]
        assert len(said) == 1


async def test_a_card_in_a_colleagues_chat_changes_in_place(town: Town) -> None:
    await town["eleve"].write("/assistance connexion Bonjour")
    card = await town["adjoint"].see("Nouveau")
    await town["directeur"].press("Prendre")

    changed = await town["adjoint"].see(lambda m: m["message_id"] == card["message_id"] and "Ouvert" in text_of(m))

    assert "Prendre" not in labels(changed)


async def test_whoever_presses_second_is_told_who_holds_it(town: Town) -> None:
    await town["eleve"].write("/assistance connexion Bonjour")
    card = await town["adjoint"].see("Nouveau")
    await town["directeur"].press("Prendre")
    body = {"user_id": town["adjoint"].user_id, "message_id": card["message_id"]}
    holder = town["directeur"].user_id

    forged = await town["adjoint"].post("callbacks", body | {"data": "take|1|0"})

    name = next(p for p in await town.control("GET", "personas") if p["user_id"] == holder)["name"]
    assert name in forged["answer"]["text"]


async def test_strangers_see_the_same_for_a_foreign_request_and_for_none(town: Town) -> None:
    await town["eleve"].write("/assistance connexion Un secret d'élève")
    await town["directeur"].see("secret")
    for key in ("directrice", "directeur3", "erun2", "parent2", "enseignant", "danei"):
        await town[key].write("/demande 1")
        foreign = await town[key].see("trouve pas")
        await town[key].write("/demande 999")
        absent = await town[key].see("trouve pas", after=foreign["message_id"])

        assert text_of(foreign) == text_of(absent)
        assert "secret" not in await town[key].texts()


async def test_nothing_said_shows_a_gap_where_a_fact_belongs(town: Town) -> None:
    await town["enseignant"].write("/assistance application Le cahier de textes est vide")
    await town["erun"].see("cahier de textes")
    await town["erun"].write("/attente 1 Dans quelle classe ?")
    await town["enseignant"].see("Dans quelle classe ?")
    await town["enseignant"].write("/repondre 1 En CM2")
    await town["erun"].see("En CM2")
    await town["erun"].write("/note 1 Vu avec la DANEI")
    await town["erun"].write("/file")
    await town["erun"].see("à traiter")
    await town["enseignant"].write("/mesdemandes")
    await town["enseignant"].see("n°1 ")
    for key in ("enseignant", "erun", "directeur"):
        assert "{" not in await town[key].texts()
