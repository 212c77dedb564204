"""French elision: « d’Inès », but « de Yann » and « de Hamza ». Pure."""

from __future__ import annotations

from bot.folding import words

_VOWELS = frozenset("aeiou")
#: first names whose h is mute. No rule tells them from the others, so all that are not listed keep « de ».
_MUTE = frozenset(
    words(
        """Habacuc Hadrien Harmonie Hector Hedwige Hélèna Hélène Hélia Hélie Héliette Hélios Héloïse Henri Henriette
        Henry Héraclès Herbert Hercule Héribert Hermance Hermann Hermès Hermine Hermione Hervé Hilaire Hilarion
        Hildegarde Hippolyte Homère Honoré Honorine Horace Hortense Hubert Hubertine Hugues Huguette Hyacinthe"""
    )
)


def of(name: str) -> str:
    """« d’ » or « de », with its space, as it stands before that name; « de » where there is no name."""
    first = next(iter(words(name)), "")
    vowel = first[:1] in _VOWELS or (first[:1] == "y" and first[1:2].isalpha() and first[1:2] not in _VOWELS)
    return "d’" if vowel or first in _MUTE else "de "
