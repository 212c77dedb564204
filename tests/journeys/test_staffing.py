"""A director says who teaches what and who administers, on the embedded ENT and on a stand-in server over HTTP."""

from __future__ import annotations

from tests.journeys.phone import labels, signed, text_of
from tests.journeys.town import Town


async def test_classes_are_switched_on_one_screen_and_saved_together(either: Town) -> None:
    director = either["directeur"]
    await director.write("/classe le bihan")
    screen = await director.see("Les classes de Yann Le Bihan")
    assert {"✅ CM2", "▫️ CE1", "▫️ ULIS"} <= signed(screen)
    assert "Enregistrer" not in labels(screen)

    for name in ("CE1", "ULIS", "CM2"):
        await director.press(name)
    changed = await director.see(lambda shown: {"✅ CE1", "✅ ULIS", "▫️ CM2"} <= signed(shown))
    assert changed["message_id"] == screen["message_id"]
    assert "À ajouter\u00a0: CE1, ULIS" in text_of(changed)
    await director.press("Enregistrer")

    receipt = await director.see("C’est fait pour Yann Le Bihan")
    assert "Retiré\u00a0: CM2" in text_of(receipt)
    await director.write("/classe enseignant cm 2")
    await director.see("Ajouter CM2 à Yann Le Bihan")
    await director.press("Confirmer")
    await director.see("Ajouté\u00a0: CM2")
    await director.write("/classe enseignant")
    await director.see("Aujourd’hui\u00a0: CE1, CM2, ULIS")


async def test_a_colleague_comes_to_administer_and_is_told(either: Town) -> None:
    director, teacher, colleague = either["directeur"], either["enseignant"], either["adjoint"]
    await director.write("/droits enseignant")
    await director.see("Les droits de Yann Le Bihan")
    await director.press("Donner le droit")
    question = await director.see("L’administrent déjà")
    await director.press("Confirmer", question)

    await director.see("administre maintenant l’école (École Jean-Moulin)")
    await teacher.see("vous a donné le droit d’administrer")
    await colleague.see("a donné à Yann Le Bihan le droit")
    await teacher.write("/droits")
    await teacher.see("(vous)")

    await director.write("/droits enseignant")
    await director.press("Retirer le droit")
    await director.press("Confirmer", await director.see("Retirer à Yann Le Bihan"))
    await teacher.see("vous a retiré le droit d’administrer")
    mark = await teacher.write("/droits")
    await teacher.see("n’administre plus", after=mark)
