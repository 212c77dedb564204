"""Agents correct, hand over, resolve and look through requests with the buttons and commands they see."""

from __future__ import annotations

from tests.journeys.phone import labels
from tests.journeys.town import Town


async def test_a_director_corrects_hands_over_and_resolves_by_buttons(town: Town) -> None:
    marc, nadia, ines = town["directeur"], town["adjoint"], town["eleve"]
    await ines.write("/assistance connexion Je ne vois plus mes messages")
    await marc.see("mes messages")

    await marc.press("Corriger")
    await marc.see("classée dans")
    await marc.press("Un texte ou une photo à signaler")
    await ines.see("a corrigé ta demande")
    await marc.press("Confier")
    await marc.press("Nadia Belkacem")
    await nadia.see("vous confie cette demande")
    await ines.write("/repondre 1 C'est revenu")
    reply = await nadia.see(lambda shown: labels(shown) == ["Répondre", "Résoudre", "Voir la demande"])
    await nadia.press("Voir la demande", reply)
    await nadia.press("Résoudre avec un mot")
    await nadia.see("Que s’est-il passé")
    await nadia.write("Un réglage était à changer.")

    await ines.see("Un réglage était à changer.")


async def test_commands_about_a_request_ask_for_what_is_missing(town: Town) -> None:
    marc, ines = town["directeur"], town["eleve"]
    await ines.write("/assistance connexion Je ne vois plus mes messages")
    await marc.see("mes messages")

    await marc.write("/categorie")
    await marc.press("n°1")
    toast = await marc.press("Nom, informations du compte")
    assert "est corrigée" in toast["answer"]["text"]
    await marc.write("/categorie 1 cantine")
    await marc.see("n’est pas une catégorie")
    await marc.write("/ecole 1")
    await marc.see("a une seule école")
    await marc.write("/confier 1")
    await marc.see("À qui confier")
    await marc.write("/confier 1 adjoint")

    await marc.see("est confiée à Nadia Belkacem")


async def test_an_erun_looks_at_one_school_and_at_what_was_sent_on(town: Town) -> None:
    await town["enseignant"].write("/assistance compte Mon nom est mal écrit")
    await town["erun"].see("mal écrit")

    await town["erun"].write("/file")
    await town["erun"].press("Par école")
    await town["erun"].see("De quelle école")
    await town["erun"].press("École Jean-Moulin")
    await town["erun"].see("Demandes à traiter · École Jean-Moulin")
    await town["erun"].write("/escalader 1 Rien trouvé ici")
    await town["erun"].write("/file envoyees")
    await town["erun"].see("Demandes envoyées à un autre niveau")
    await town["erun"].see("la DANEI")
    await town["erun"].write("/file n'importe quoi")

    await town["erun"].see("libres, retard ou envoyees")
