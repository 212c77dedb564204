"""Finding an account: in a list that is filtered in place, and inline from any chat."""

from __future__ import annotations

from tests.journeys.phone import Shown, labels, text_of
from tests.journeys.town import Town


def narrowed(message: Shown) -> bool:
    """Whether a list shows only the blocked account, and its menu is closed."""
    return "1 compte" in text_of(message) and "Bloqués" in text_of(message) and "Filtres" in labels(message)


async def test_a_director_narrows_a_list_with_one_hand_and_opens_a_card(small_town: Town) -> None:
    director = small_town["directeur"]
    await director.write("/comptes")
    listed = await director.see(lambda shown: "Filtres" in labels(shown))
    await director.press("Suite", listed)
    await director.see(lambda shown: "(suite)" in text_of(shown) and "Précédent" in labels(shown))
    await director.press("Filtres")
    await director.press("État")
    await director.press("Bloqués")
    await director.see(lambda shown: "⛔ Bloqués" in labels(shown))  # the second emoji shows that the filter is on
    await director.press("Voir la liste")
    shown = await director.see(narrowed)
    assert shown["message_id"] == listed["message_id"]
    assert text_of(shown).count("Mathys Leroy") == 1
    assert "Mathys" not in " ".join(labels(shown))
    await director.press("1", shown)
    card = await director.see("Identifiant")
    assert "Compte bloqué" in text_of(card)
    assert "Débloquer" in labels(card)


async def test_an_account_found_inline_opens_its_card(small_town: Town) -> None:
    director = small_town["directeur"]
    answer = await director.post("inline", {"user_id": director.user_id, "query": "lero"})
    (found,) = answer["results"]
    await director.post("inline/choose", {"user_id": director.user_id, "query": "lero", "result_id": found["id"]})
    card = await director.see("Identifiant")
    assert "Mathys Leroy" in text_of(card)
