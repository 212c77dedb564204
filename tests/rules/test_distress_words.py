"""Words of violence, self-harm, abuse, threat and flight are heard, however spelt; those that resemble them are not.

A child's words are heard by `frightened`, an adult's by `worried`, which hears all that a child says, too.
"""

import pytest

from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.requests.worried import worried

CHILDREN = """
mon père me fait trop peur quand il rentre le soir
elle me tire les cheveux et me griffe
ils m'ont obligé à manger de la terre
je me fais harceler dans le bus
mon frère m'a cassé le bras exprès
j'ai envie de me jeter du pont
chui pas bien jveux mourire
personne m'aime dans cette famille
papa a jeté une chaise sur moi
il m'a serré le cou
on m'a baissé la culotte aux toilettes
le voisin me regarde quand je me change
il m'envoie des photos de lui tout nu
maman dit qu'elle va m'abandonner
ils me menacent si je leur donne pas mes cartes
j'ose plus aller à la cantine à cause d'eux
je me griffe jusqu'au sang
j'ai dormi dans la rue
jsui partie de chez moi
j'ai des bleus
j'ai des bleus partout a cause de papa
jai d bleu sur les bras paske papa ma taper
jveu plus vivre
je veu pu vivre
tt le monde me frape
tout le monde me tape
on me tape tous les jours
on m tape tt lé jours
il me touche
mon tonton il me touche la zezette
il a mis sa main dans ma culotte
il met sa main dans mon pantalon
il me montre son kiki
il me demande de le toucher
je veux mourir
jvoudrai etre mort
jai envi de mourir
je veux me jeter par la fenetre
je v me jeter sous un train
je me taille les veines
je me fais des entailles sur le bras
jme scarifi
je me scarifie
je me brule avec un briquet expres
je me tape la tete contre le mur
je mange plus pour disparaitre
je vais partir de la maison et jamais revenir
je vais m'enfuir de chez moi
je v fugué
jai fuguer hier
je veux pas rentrer chez moi
je veux pas rentré a la maison il va me frapper
jai trop la trouille d'aller a l'ecole
j'ai la boule au ventre tous les matins
j'ai mal au ventre tous les matins avant l'école
je veux plus retourner a l'ecole
ils m'attendent a la sortie
ils vont me tuer
il a di kil va me tué
ils ont dit qu'ils allaient me casser la gueule
il m'a craché dessus
ils me volent mon gouter tous les jours
ils me traitent de sale pute
on m'appelle le gros porc tous les jours
ils me mettent la tete dans les toilettes
on me suit jusqu'a chez moi
mon pere est bourré et il casse tout
papa il boit et il crie
maman pleure papa l'a frappée
mon beau pere me tire les cheveux
ma mere me frappe avec le balai
papa m'enferme dans la cave
on me donne pas a manger
maman me laisse dehors la nuit
il m'a fait boire de l'alcool
il m'envoie des photos de son sexe
il veut que je lui envoie une photo de moi en culotte
ils ont mis une photo de moi sur snap pour se moquer
ils font un groupe whatsapp contre moi
personne veut etre a coté de moi
tout le monde me deteste
je sers a rien tout le monde serait mieux sans moi
j'en peux plus de vivre
jen ai marre de vivre
la vie ca vaut pas le coup
jveux en finir
aidez moi svp jai peur
aide moi il va me taper
maitresse m'a giflé
le maitre me crie dessus et me tire l'oreille
la dame de la cantine m'a tapé
un grand m'a montré un couteau
il m'a menacé avec un ciseau
ils m'on etranglé
on ma etranglé a la recre
il ma plaqué contre le mur
il me bloque dans les toilettes
il m'a embrassé de force
il me force a l'embrasser
un monsieur en voiture m'a dit de monter
kelkun me parle sur roblox et veu me voir
mon grand frère me cogne quand les parents sont pas là
papa il ma frapé avec sa ceinture
g des bleu sur le bra
maman ma donné des coup
jai pu envie de vivre
g envi de crevé
jveux crever
je voudrais ne plus exister
je me suis coupé le bras avec une lame
mon cousin vient dans mon lit la nuit
tonton me fait des choses bizarres
il me touche les fesses
un garçon a baissé mon pantalon
il veut que je me déshabille devant la caméra
on m'a enfermé dans les toilettes
ils me tapent dessus a chaque récré
les cm2 me rackettent
on me prend mon argent
ils m'insultent tout le temps
j'ai peur de rentrer chez moi ce soir
je me suis sauvé de la maison
je dors plus j'ai trop peur
je veux plus y aller ils me font trop mal
tout le monde se moque de moi
je suis tout seul personne me parle
papa a dit qu'il allait tuer maman
mon père a frappé ma mère hier
il ma poussé dans les escalier
on me lance des cailloux
le surveillant m'a tordu le bras
mon papa me donne des fessées très fort
il m'a fait tomber exprès et m'a donné des coups de pied
ya un garçon qui me frappe tlt
on se moque de mes habits tous les jours
ils m'ont filmé aux toilettes
ils ont envoyé ma photo à toute la classe
je veux m'en aller pour toujours
je préférerais être mort
je pense au suicide
jme fé du mal
jpeux plus supporter l'école
j'ai pris plein de médicaments
maman a essayé de se tuer
mon papi me fait des bisous sur la bouche et j'aime pas
il entre dans ma chambre la nuit
mon demi frère me touche le zizi
il m'a dit de garder le secret sinon il me tape
un monsieur sur internet veut des photos
quelqu'un me menace de publier mes photos
je suis bloqué dans ma chambre sans manger
papa hurle tout le temps j'ai peur de lui
mes parents se battent la nuit
on me dit que je devrais mourir
ils me disent d'aller me pendre
personne ne m'invite, tout le monde m'évite
la maîtresse m'a tiré par le bras et m'a fait mal
le directeur me fait peur
je suis harcelé sur snapchat
ils me crachent dessus
je tremble quand je vois ce garçon
""".strip().splitlines()

ADULTS = """
mon fils s'est fait frapper par trois élèves
ma fille a des idées noires
un élève dit que sa mère le bat
je crains pour la vie de cet enfant
un enfant m'a parlé de gestes déplacés de son oncle
ma fille refuse d'aller en classe depuis une semaine
un parent a insulté l'enseignante devant le portail
mon fils est menacé sur Snapchat
la petite a des marques de coups
soupçon de violences intrafamiliales
est frappé par son père
un élève est frappé par son père
Mon élève se scarifie
elle se scarifie
une information préoccupante
je dois faire une information préoccupante
comment faire un signalement au procureur pour un élève
ma fille ne veut plus aller à l'école
mon fils refuse d'aller à l'école, il a peur
il fait des cauchemars à cause de l'école
mon fils a des bleus
des traces de coups sur un enfant
l'élève présente des ecchymoses
un élève m'a dit que son beau-père le touchait
ma fille a subi des attouchements
soupçon d'abus sexuels
agression sexuelle dans les toilettes
mon fils subit du harcèlement
ma fille est la risée de la classe
des enfants s'en prennent à mon fils
mon fils se fait taper dessus à la récré
ma fille est victime de violences
violences conjugales à la maison
suspicion de maltraitance
mon fils a dit qu'il voulait mourir
elle parle de se tuer
idées suicidaires chez un élève
un élève a menacé de se jeter par la fenêtre
une élève a fugué
mon fils a disparu
je suis menacée par un parent
un parent m'a menacé de mort
un parent d'élève m'a agressé
je reçois des menaces
mon mari me frappe
mon conjoint est violent
j'ai peur pour la sécurité de mon enfant
l'enseignante humilie mon fils devant toute la classe
le maître a giflé mon fils
l'ATSEM a secoué mon enfant
mon fils revient avec des marques au cou
elle s'est ouvert les veines
un enfant en danger
un adulte rôde autour de l'école et parle aux enfants
phobie scolaire
mon fils pleure tous les matins pour ne pas aller à l'école
mon fils est harcelé depuis la rentrée
une élève m'a confié que son père la bat
un enfant arrive avec des brûlures de cigarette
mon fils est terrorisé à l'idée d'aller à l'école
ma fille dit qu'elle veut mourir
ma fille a peur de son instituteur
mon enfant s'est fait agresser dans la cour
un élève se fait du mal
un élève se mutile
je suis victime de violences de la part de mon mari
un père a menacé la directrice
un élève menace ses camarades avec un cutter
mon fils ne dort plus, il a peur de la cantine
elle a été violée
suspicion d'attouchements sur une élève
mon fils rentre avec des griffures et des bleus
ma fille est insultée tous les jours par des camarades
un élève porte des traces de strangulation
mon fils menace de se suicider
l'animateur a frappé un enfant
une maman d'élève me dit que son mari la frappe
ma fille a été filmée nue
on a touché ma fille dans les vestiaires
mon enfant fait une crise d'angoisse chaque matin avant l'école
mon fils a été étranglé par un grand
un élève a apporté un couteau
mon ex-mari menace de venir chercher les enfants
un homme filme les enfants devant l'école
des élèves diffusent une vidéo d'une bagarre avec ma fille
l'enfant dit que papa lui fait mal
""".strip().splitlines()


@pytest.mark.parametrize("text", CHILDREN)
def test_a_child_is_heard(text: str) -> None:
    assert frightened(text)


@pytest.mark.parametrize("text", [*ADULTS, *CHILDREN])
def test_an_adult_is_heard(text: str) -> None:
    assert worried(text)
