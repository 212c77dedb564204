"""A child who is frightened or hurt is heard; a child with a technical trouble is not taken for one."""

import pytest

from bot.workflows.rules.requests.distress import frightened

HEARD = """
j'ai peur
J'AI PEUR
jai peur
g peur
j'ai très peur de lui
j’ai trop peur d'aller à l'école
il me fait peur
ça me fait peur
un grand me fait peur
On me frappe
on me frape
on me tape à la récré
ils m'ont tapé
ils mon tapé
un garçon m'a poussé dans l'escalier
mon père me bat
papa frappe maman
mon frère il me fait mal
on me fait du mal
je me fais taper tous les jours
il me menace
on m'a menacé
quelqu'un me menace sur la messagerie
on m'embête tous les jours
Ils m’embêtent à la cantine
les autres se moquent de moi
on m'insulte dans la messagerie
ils me traitent de gros
on me harcèle
je suis harcelée
je suis victime de harcèlement
je me fais racketter
je veux mourir
j'ai envie de mourir
je veux me suicider
je voudrais être mort
je vais me tuer
il a dit qu'il va me tuer
j'ai plus envie de vivre
je veux disparaître
je me coupe
personne ne m'aime
je suis en danger
au secours
je pleure tous les soirs
je suis très triste
je veux plus aller à l'école
un monsieur me demande des photos
un inconnu m'a demandé mon adresse
quelqu'un m'a demandé une photo de moi
il veut une photo de moi nue
il me dit de me déshabiller
il me touche
mon oncle m'a touché
quelqu'un que je connais pas m'écrit
un homme me suit
il dit que c'est un secret
il veut me rencontrer
je veux fuguer
il a un couteau
elle est méchante avec moi
I'm scared
someone hits me
they bully me
I want to die
he asks me for pictures
il m'a dit qu'il allait me frapper
mon beau-père me crie dessus tous les soirs
maman me tape avec la ceinture
on me pousse
on m'a volé mon goûter et on me frappe
il m'a montré son zizi
Je me sens seule
on rigole de moi
Léo est méchant avec moi
j'ai été frappé par un grand
je suis battu à la maison
quelqu'un m'envoie des messages bizarres
un grand veut ma photo
mon voisin veut que je vienne chez lui
ils veulent pas jouer avec moi et m'insultent
on me dit que je suis moche
on ma frappé
il m'embète
Il me force à faire des choses
il me pique mon argent
ils m'attendent à la sortie pour me taper
aidez moi on me veut du mal
maman a peur de papa
papa est violent
il y a un monsieur devant l'école qui fait peur
j ai peure
un grand ma encore frappé
il ma encore tapé
on ma donné un coup de pied
il ma mi un coup de poin
ki membete
on membete
on minsulte
ils minsultent sur whatsapp
on me harsel
kelkun ma fait du mal
un monsieur ma toucher
je veu plu vivre
jveu me tué
j en ai marre de la vie
au secour
sos
jose plus allé a lecole
ma soeur se fait frapper
mon copain se fait frapper
mes parents se batte
personne veut jouer avec moi
someone is touching me
they are mean to me
on me tape
papa me tape
onme frape
on m'arcèle
ont me frape
on mefrappe
elle ma griffée
ils m'ont mis une claque
sa me fait peur
j'ai pas d'amis
nobody wants to play with me
he is hitting me
mon frère s'est fait racketter
on mharcele
""".strip().splitlines()

ORDINARY = """
j'ai peur de perdre mon mot de passe
j'ai peur d'avoir effacé mon texte
j'ai peur de me tromper de bouton
J'ai peur que ça marche pas
j'ai peur de casser l'ordinateur
j'ai perdu mon mot de passe
je n'arrive pas à me connecter
ça m'embête, la page ne s'ouvre pas
ça me bloque
l'ENT me demande une photo
le site me demande mon adresse
je veux changer ma photo de profil
j'ai mal tapé mon mot de passe
j'ai mal écrit mon nom
mon papa a tapé un mauvais code
ma maîtresse m'a dit de vous écrire
je ne vois pas ma classe
le dessin est violet
je joue du violon
mon code est bloqué
j'ai oublié mon identifiant
je me suis trompé
l'ordinateur me suit pas
je me bats avec la tablette
il me faut un nouveau code
on me dit que mon compte est bloqué
je n'ai pas peur
bonjour
merci
comment on écrit à la maîtresse
Où est le cahier de textes
la page est toute blanche
l'exercice me demande trois photos de feuilles
je voudrais un nouveau mot de passe
mon bateau est dans le dessin
mon bâtiment
je n'ai plus accès à la messagerie
Je dois demander une photo à ma mère
la maîtresse a mis une photo
on me demande un code
Il me demande mon mot de passe
ça me fait une erreur
le blog me fait un message rouge
mon ordi me suivi
peux tu me suivre
je touche le bouton et ça marche pas
mon père m'a dit de demander le code
le monsieur de l'assistance m'a donné un code
quelqu'un m'a changé mon mot de passe
je veux supprimer mon compte
il m'a bloqué
mon compte est attaché à une autre école
le secret de mon mot de passe
le cahier me fait mal aux yeux
mon ordi ma frappé un message derreur
jai peur de perdre mes point en maths
jai peur que mon compte soit bloqué
l ordi me fait peur lol
mon ami me frappe dans le jeu lol
qui me touche le cahier de texte
le prof nous a fait peur avec le controle
ma touche entrée marche pas
on m'a donné un coup de main
je veu mon code
personne ne répond
personne ne peut ouvrir le cahier
j'ai pas de copains dans la messagerie
je n'ose pas appuyer sur le bouton
papa me tape mon mot de passe
les élèves se connectent
ma tablette ma fait une erreur
mon compte a été attaqué
ils m'ont mis dans la mauvaise classe
ma soeur ne peut pas se connecter
je suis en CM1
mon mot de passe est Soleil
je sais pas quoi faire pour mon compte
""".strip().splitlines()


@pytest.mark.parametrize("text", HEARD)
def test_a_frightened_child_is_heard(text: str) -> None:
    assert frightened(text)


@pytest.mark.parametrize("text", ["", *ORDINARY])
def test_a_child_with_an_ordinary_trouble_is_not_alarmed(text: str) -> None:
    assert not frightened(text)
