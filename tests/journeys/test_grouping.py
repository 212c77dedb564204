"""A director makes a group, fills it with many at once, and deletes it, on the embedded ENT and over HTTP."""

from __future__ import annotations

from tests.journeys.phone import text_of
from tests.journeys.town import Town


async def test_a_group_is_made_filled_at_once_and_deleted(either: Town) -> None:
    director, colleague = either["directeur"], either["adjoint"]
    await director.write("/groupes")
    await director.press("Nouveau groupe", await director.see("Les groupes · École Jean-Moulin"))
    await director.see("Quel nom pour le nouveau groupe")
    await director.write("Sortie à la mer")
    await director.press("Ajouter", await director.see("Sortie à la mer est créé"))
    await director.press("Parents", await director.see("Personne n’est coché"))
    await director.press("Tout cocher", await director.see("🔎 Parents"))
    await director.see("4 personnes cochées")
    await director.write("ajouter")
    done = await director.see("4 personnes ajoutées au groupe Sortie à la mer")

    await director.press("Voir le groupe", done)
    card = await director.see("4 membres (Parents 4)")
    assert "peuvent s’écrire entre eux" in text_of(card)
    await colleague.write("/groupes mer")
    await colleague.press("Communication", await colleague.see("4 membres (Parents 4)"))
    await colleague.press("Confirmer", await colleague.see("Ne plus le permettre"))
    await colleague.see("ne peuvent plus s’écrire")
    await colleague.write("/groupes mer")
    await colleague.press("Supprimer", await colleague.see("ne peuvent pas s’écrire entre eux"))
    await colleague.press("Confirmer", await colleague.see("gardent leurs comptes"))
    await colleague.see("est supprimé")
    mark = await director.write("/groupes mer")
    await director.see("Je ne trouve pas de groupe", after=mark)
