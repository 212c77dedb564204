"""Misspelt calls for help are heard; dangerous words in a harmless sense are not taken for one."""

import pytest

from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.requests.worried import worried

HEARD = """
ils arrete pas de ce moquer de moi et jen peu plus
mé parent me laisse tout seul la nuit é ya rien a mangé
ya une fille elle dit quelle va faire du mal a sa petite soeur
on ma voler mon gouté et on ma dit si tu parle on te tabasse
jai pas envie de vivre
Mon ex-mari menace de venir chercher les enfants avec une arme
il met sa main dans ma culote
ils ont mis une video de moi sur tiktok et tout le monde se moque
""".strip().splitlines()

CALM = """
le lien m'a renvoyé vers une page toute nue sans image
le professeur nous a menacés de mettre une dictée
on a tué le boss final dans le jeu
ça me tue ce mot de passe
je suis mort de rire
le bouton disparaît quand je touche l'écran
je tape le code mais ça marche pas
on a perdu le couteau suisse de la sortie
Quand est la journée contre le harcèlement à l'école ?
""".strip().splitlines()


@pytest.mark.parametrize("text", HEARD)
def test_a_call_for_help_is_heard_however_it_is_spelt(text: str) -> None:
    assert frightened(text)


@pytest.mark.parametrize("text", CALM)
def test_dangerous_words_in_a_harmless_sense_are_no_call(text: str) -> None:
    assert not frightened(text)
    assert not worried(text)
