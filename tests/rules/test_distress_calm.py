"""Words about a machine, an account, a lesson or a game are not taken for a call for help."""

import pytest

from bot.workflows.rules.requests.worried import worried

ORDINARY = """
je n'arrive pas à ouvrir le fichier joint
mon code ne fonctionne plus depuis hier
la maîtresse nous a montré une vidéo sur les volcans
je me suis trompé de classe
mon fils a cassé sa tablette
le son est coupé pendant la visio
mon compte est mort
la photo de moi est floue
je voudrais partir du groupe des parents
comment bloquer un contact
l'application tourne en boucle
on a perdu le cahier
la batterie se vide trop vite
mon petit frère a cliqué partout
les élèves attendent leurs codes
ça fait trois fois que je tape mon mot de passe
un mail bizarre me demande mon mot de passe
mon mari est bloqué sur la page de connexion
j'ai besoin d'aide pour la dictée
le prof m'a mis une mauvaise note
je déteste les maths
la cantine est fermée demain
ma fille veut changer de photo
je suis nul en informatique
le serveur frappe
le serveur est tombé
bleu de travail
ma tablette est morte
mon ordi est mort
je me tue à vous le dire
mot de passe qui meurt
la batterie est morte
je meurs de rire
mdr je suis mort de rire
je suis mort de fatigue
c'est mortel ce jeu
ça me tue ce site
ce bug me tue
l'ENT me rend fou
le site plante et je pète un câble
je tape mon code et ça marche pas
il faut frapper entrée
j'ai frappé une touche
la touche bleue ne marche pas
le bouton bleu ne marche pas
mon écran est bleu
j'ai un écran bleu
j'ai les yeux bleus
mon classeur a des taches bleues
la maîtresse a mis des bleus dans le cahier
le stylo bleu
j'ai coupé le son
je coupe la photo
j'ai coupé une partie de l'image
comment couper une vidéo
il me manque un mot de passe
il me faut mon identifiant
il me touche beaucoup ce message
ce message me touche
la session s'est coupée
le compte de mon fils a disparu
mon message a disparu
ma photo a disparu
l'onglet a disparu
le cahier de textes a disparu
mes fichiers ont disparu
je veux disparaître de la liste
je veux partir de la conversation
je veux quitter le groupe
comment fuir la publicité
il y a une fuite de données
j'ai été menacé de suspension de compte par un mail
le mail dit que mon compte est menacé
menace de virus sur mon ordinateur
attaque informatique
on a attaqué mon mot de passe
l'appli est violente pour la batterie
jeu violent sur la tablette
le harcèlement de notifications
arrêtez de me harceler de mails
je suis harcelé de notifications
programme pHARe, où trouver les documents
formation sur le harcèlement
exposé sur le harcèlement scolaire
affiche contre la violence
journée contre le harcèlement
comment publier le protocole harcèlement dans le blog
numéro 3018 à publier dans le blog de l'école
je fais un signalement de bug
signalement d'un message en double
je signale un problème de connexion
information importante à publier
l'information est préoccupante pour le serveur
mon fils ne veut plus utiliser l'application
ma fille ne veut plus de photo de profil
mon fils n'arrive plus à aller sur le site de l'école
mon fils ne peut plus aller sur l'école en ligne
je ne veux plus recevoir de mails
je ne veux plus aller sur ce site
il refuse mon mot de passe
l'ENT refuse d'ouvrir la page
elle se connecte par son père
mon compte est suivi par son père
le chat tape sur le clavier
mon frère a tapé le mauvais code
le mot de passe est tapé par son père
on me demande de retaper le mot de passe tous les jours
on me redemande mon code tous les jours
tout le monde me demande mon mot de passe
tout le monde me voit déconnecté
il met ma photo dans le cahier
il m'a mis dans le mauvais groupe
on m'appelle Lucas mais mon compte dit Luca
ils ont fait un groupe whatsapp de classe
j'ai mal au poignet avec la souris
je casse tout avec ce logiciel
ça me casse la tête
je me casse la tête pour trouver le code
j'en peux plus de ce mot de passe
j'en ai marre de ce site
je veux en finir avec ce problème de mot de passe
j'ai envie de changer mon avatar
il me force à changer mon mot de passe
l'ordinateur me force à redémarrer
la page me bloque
je suis bloqué sur la page
je suis enfermé dehors du compte
je ne rentre pas dans mon compte
je veux rentrer sur mon compte
je veux pas rentrer mon adresse
monsieur, mon fils demande une photo de classe
un monsieur du support m'a dit de redémarrer
mon mari me dit que le mot de passe est faux
mon conjoint n'a pas d'accès
le maître a mis un message pour mon fils
la maîtresse a secoué la tablette
mon fils a des marques-pages dans le livre
traces de connexion de mon fils
j'ai peur que le message soit supprimé
j'ai mal écrit
la bombe de peinture dans le jeu
un couteau suisse dans l'exercice
pris en otage par les mises à jour
sécurité de mon compte
danger de phishing
mon fils a oublié son mot de passe
le site est mort depuis ce matin
la messagerie est bloquée
j'ai un bleu de travail à vendre dans le troc
la peinture bleue a coulé sur le document
j'ai tapé sur la touche effacer
la touche majuscule est coincée
je tape dans la barre de recherche
mon ordi m'énerve trop
ça me rend malade ce bug
la page me saute au visage
le wifi est coupé
coupez la vidéo svp
je me suis coupé de la visio
mon chien est mort alors je n'ai pas fait mes devoirs
où trouver la fiche de prévention du suicide
la classe verte, je veux plus y aller avec mon compte
ma fille ne peut plus entrer dans sa classe virtuelle
le serveur refuse d'aller sur la page
papa est en voyage, maman n'a pas de compte
ma mère est connectée sur mon compte
mon père boit un café
on m'a volé mon identifiant
quelqu'un utilise mon compte
le message dit accès interdit
je me bats avec l'imprimante
combat de dinosaures, le dessin ne s'affiche pas
la guerre en histoire, document introuvable
le livre sur le loup qui fait peur ne s'ouvre pas
il est violet
vous me sauvez la vie
une menace plane sur ma session
le blog est suivi par la famille
je suis suivi par la maîtresse sur le cahier
je n'ai pas été ajouté au groupe
personne n'a accès au blog
tout le monde déteste cette appli
je ne trouve pas mon identifiant
mon fils a tapé trois fois son code et son compte est bloqué
le clavier tape tout seul
ma souris est morte
mon téléphone est mort hier
l'appli meurt au démarrage
je vais mourir d'ennui avec cette mise à jour
on me demande un mot de passe fort
les coups de soleil dans la leçon de sciences
un coup de fil de l'école
les bleus ont gagné le match
le groupe des bleus est absent
photo de classe à partager
les filles ont disparu du groupe
mes élèves ont disparu de ma liste
le bouton envoyer a disparu
je me suis fait avoir par un mail
je voudrais enlever ma photo
je veux enlever mon pull de la photo de profil
suivez-moi sur le blog
je n'ose pas cliquer
mon fils a peur de se tromper
un inconnu apparaît dans la liste de mes enfants
mon beau-père n'arrive pas à se connecter
mon ex-mari n'a pas accès au compte
la maison n'a plus internet
je ne veux pas aller sur la messagerie
la porte de l'école est fermée
urgent, danger pour mes données
le directeur ne répond pas à mes messages
la maîtresse n'a pas mis les devoirs
la cantine n'apparaît pas dans le menu
le maître a attaché un fichier
un fichier attaché ne s'ouvre pas
j'ai poussé le bouton
il me pousse des notifications
je me sens perdu avec ce site
le livre de Boule et Bill
une bagarre de polochons dans l'histoire
qui peut me suivre sur le dossier
mon enfant est exclu du groupe de discussion
l'enseignante a exclu mon compte par erreur
mon compte est menacé de fermeture
la copie est brûlée, je dois la refaire
mon école a été cambriolée, on a perdu les tablettes
la mort du loup, poème à lire
la leçon sur la guerre ne s'affiche pas
ma fille pleure de rire devant la vidéo
mon fils veut plus de devoirs en ligne
j'ai frappé à la mauvaise adresse
""".strip().splitlines()


@pytest.mark.parametrize("text", ORDINARY)
def test_words_about_a_machine_an_account_or_a_lesson_are_not_taken_for_fear(text: str) -> None:
    assert not worried(text)
