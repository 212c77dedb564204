"""A director blocks all pupils of the school, follows the progress, unblocks them, and plans the summer block."""

from __future__ import annotations

from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town


async def test_a_director_blocks_all_pupils_and_lifts_it_again(town: Town) -> None:
    director = town["directeur"]
    await director.write("/blocage eleves")
    asked = text_of(await director.see("Pour confirmer"))
    assert "Bloquer les élèves" in asked
    assert "dissocié" in asked
    await director.write("parents")
    await director.see("pas le mot demandé")

    await director.write("ELEVES")
    ended = await director.see("Blocage des élèves terminé")
    assert "Bloqués\u00a0: 8 sur 8" in text_of(ended)
    await director.write("/deblocage élève")
    await director.see("Débloquer les élèves")
    await director.write("élèves")
    await director.see("Déblocage des élèves terminé")

    await director.write("/historique")
    history = text_of(await director.see("Blocages · École"))
    assert "déblocage des élèves, 8 comptes · Marc Delattre" in history


async def test_a_director_plans_the_summer_with_buttons_and_gives_it_up(small_town: Town) -> None:
    director = small_town["directeur"]
    await director.write("/blocage")
    await director.press("Élèves")
    await director.see("À partir de quand")
    await director.press("Cet été")
    assert "déblocage le 31 août" in text_of(await director.see("Pour confirmer"))
    await director.write("élèves")
    await director.see("prévu le 10 juil.")

    await director.write("/historique")
    history = await director.see("Blocages · École")
    assert "Annuler" in labels(history)
    await director.press("Annuler", history)

    anew = await director.see("C’est annulé")
    assert "Annuler" not in labels(anew)
    assert "blocage des élèves annulé" in text_of(anew)
    await director.see("Blocage des élèves annulé")


async def test_a_teacher_or_an_erun_blocks_no_profile(small_town: Town) -> None:
    for key in ("enseignant", "erun"):
        await small_town[key].write("/blocage eleves")
        await small_town[key].see("faire cela")
    assert "Pour confirmer" not in await small_town["erun"].texts()
