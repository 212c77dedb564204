"""A director sees what the school has, and gives it a link, on the embedded ENT and on a stand-in server."""

from __future__ import annotations

from tests.journeys.phone import labels, signed, text_of
from tests.journeys.town import Town

POOL = "https://www.ville.fr/piscine"


async def test_an_application_is_given_to_several_profiles_on_one_screen(either: Town) -> None:
    director = either["directeur"]
    await director.write("/services")
    screen = await director.see("Les applications · École Jean-Moulin")
    assert {"• Applications", "Liens", "Connecteurs", "Widgets", "Blog"} <= signed(screen)
    await director.press("Blog")
    card = await director.see("L’ont dans cette école")
    assert card["message_id"] == screen["message_id"]
    assert {"✅ Élèves", "✅ Parents", "▫️ Invités"} <= signed(card)
    assert "Confirmer" not in labels(card)

    await director.press("Invités")
    await director.see(lambda shown: "✅ Invités" in signed(shown))
    await director.press("Parents")
    changed = await director.see(lambda shown: {"✅ Invités", "▫️ Parents"} <= signed(shown))
    assert "À donner\u00a0: invités" in text_of(changed)
    await director.press("Confirmer")

    receipt = await director.see("C’est fait pour Blog")
    assert "Ne l’ont plus\u00a0: parents" in text_of(receipt)
    await director.press("Les services")
    await director.see("Blog — élèves, enseignants, personnels, invités")


async def test_a_link_is_made_changed_and_withdrawn(either: Town) -> None:
    director, colleague = either["directeur"], either["adjoint"]
    await director.write("/services")
    await director.see("Les applications")
    await director.press("Liens")
    await director.see("Cantine de Creil")
    await director.press("Nouveau lien")
    await director.see("Quelle est l’adresse du site")
    await director.write("javascript:alert(1)")
    await director.see("Un lien ne peut mener qu’à un site")
    await director.write("www.ville.fr/piscine")
    await director.see("J’ai ajouté https://")
    await director.see("Quel nom doit-on lire sous l’icône")
    await director.write("Piscine")
    await director.see("Nouveau lien (École Jean-Moulin)")
    await director.press("Élèves")
    await director.see("L’auront dans")
    await director.press("Confirmer")
    await director.see("Le lien Piscine est créé")

    await colleague.write(f"/services {POOL} piscine")
    await colleague.see("L’école a déjà un lien")
    await colleague.write("/services piscine")
    await colleague.see("L’ont dans cette école\u00a0: élèves")
    await colleague.press("Modifier")
    await colleague.see("Quelle est la nouvelle adresse")
    await colleague.press("Passer")
    await colleague.see("Quel est le nouveau nom")
    await colleague.write("Le bassin")
    await colleague.see("Modifier le lien Piscine")
    await colleague.press("Confirmer")
    await colleague.see("Le lien est modifié")

    await director.write("/services le bassin")
    await director.see(POOL)
    await director.press("Retirer le lien")
    await director.see("Il disparaît de")
    await director.press("Confirmer")
    await director.see("est retiré")
    await director.write("/services bassin")
    await director.see("L’école n’a pas de service")


async def test_a_connector_is_explained_and_asked_of_the_assistance(either: Town) -> None:
    director = either["directeur"]
    await director.write("/services edumedia")
    await director.see("Ce service vient d’une structure au-dessus")
    await director.write("/services")
    await director.see("Les applications")
    await director.press("Connecteurs")
    await director.see("accord entre éditeurs")
    await director.press("Demander un connecteur")
    question = await director.see(lambda shown: "Annuler" in labels(shown) and "EduMedia" not in text_of(shown))
    assert "accord" not in text_of(question)


async def test_whoever_administers_no_school_sees_none_of_it(either: Town) -> None:
    teacher = either["enseignant"]
    await teacher.write("/services")
    answer = await teacher.see(lambda shown: "administr" in text_of(shown))
    assert "Blog" not in text_of(answer)
