"""Polite endings do not reopen a request; complaints do."""

import pytest

from bot.workflows.rules.requests.thanks import is_thanks

ENDINGS = """
merci
Merci beaucoup !
MERCI 🙏
merci bcp
merciiii
mrc
Merci beaucoup monsieur le directeur
Merci Mme Marie Dupont
merci pour tout
Merci pour votre aide et votre rapidité
merci à toute l'équipe
Merci encore
encore merci, bonne soirée
Un grand merci, ma fille peut se connecter
Mille mercis
parfait je vous remercie
Je vous remercie de votre réponse rapide
merci de m'avoir aidé
Merci, toujours aussi efficace
super, merci
super, à bientôt
oui
Oui !
ouiii
oui c'est bon
Oui merci
oui ça marche
yes
ok
OK merci
okkk
d'accord
daccord merci
entendu
c'est noté, merci
Parfait
parfait !!!
Nickel
Top 👍
C'est bon
c bon
C BON MERCI
ça marche
sa marche
ca remarche
ok ça remarche
ça marche nickel merci
Tout fonctionne, bonne soirée
tout marche
C'est réglé
c réglé merci
Problème résolu
Le problème est réglé, merci
Merci d'avoir réglé le problème
mon compte est débloqué merci
plus de problème
Plus aucun souci
aucun souci
Pas de souci
sans problème
je n'ai plus de problème
non merci
Non, tout va bien
non c'est bon merci
J'ai réussi à me connecter, merci
Le code marche
Il n'est plus bloqué, merci
Génial
cool merci
bonne journée
Au revoir et merci
Bonjour, merci
Bonjour
Bravo
👍
🙏🙏
❤️
:)
merci :)
Thank you!
thanks it works
thx
it works now
Thanks again
Perfect, thank you so much
all good, thanks
no problem
no thanks
Problem solved
Ok super merci beaucoup pour votre retour rapide
Merci infiniment
C'est parfait, bonne soirée à vous
Cela fonctionne maintenant
Le problème a été résolu. Cordialement
ça y est !
ca y est ça marche
j'ai réussi
Oui elle a pu se connecter ce matin
bien reçu merci
Je confirme que c'est réglé
C'est tout bon
tout est ok
Merci, Léa a pu rentrer
Ok merci et bonnes vacances
Ca va mieux merci
Impeccable
Bonne journée à vous aussi
au top
c'est nickel
oui tout est rentré dans l'ordre
Yes merci
Merci vous êtes les meilleurs
De rien
thank u
Mersi
très bien
oui ça a marché
Merci maitresse
j'y arrive maintenant
ça fonctionne parfaitement, merci pour l'aide
Merci pour ton aide
Problème réglé 👍👍
c'est bon pour moi
ok pour moi
tout va bien
Oui, vous pouvez fermer
""".strip().splitlines()

COMPLAINTS = """
Merci mais ça ne marche toujours pas
merci mais ca marche pas
non
Non !
non toujours pas
toujours pas
Toujours rien
pas encore
ça ne marche pas
sa marche pa
ça marche plus
Ça ne fonctionne plus
le code ne marche plus, merci
oui mais non
oui mais l'écran reste blanc
Bonjour, c'est encore bloqué
C'est toujours bloqué
mon compte est bloqué merci
il y a une erreur
Merci, mais j'ai une autre question
ça recommence
encore le même problème
Problème pas résolu
problème non résolu
J'ai un problème
merci de me rappeler
Merci de regarder encore
merci de rouvrir ma demande
Merci d'avance
ok et maintenant ?
Est-ce réglé ?
merci ?
impossible de se connecter
je ne peux plus me connecter
jamais de réponse
super, ça bugue
Je voudrais un autre code merci
Bonjour je voudrais changer ma photo
bonjour ma tablette
pouvez-vous m'envoyer un code svp
j'ai besoin d'aide
Bonjour madame, comment faire
merci quand même
par contre la messagerie reste vide
Il manque la classe de mon fils
👎
😡
😭😭
Merci 👎
not yet
It doesn't work
it doesnt work
thanks but it still fails
thanks, I can't log in
still the same error
no
ok but no
please help
Merci beaucoup, mais je vous écris parce que ma fille ne voit pas ses devoirs depuis lundi
Merci je vous joins la photo de la page blanche que voit ma fille ce matin
J'ai peur
rien
Le code est faux
je comprends pas
ca ne marche que sur le téléphone
il me dit que le mot de passe est incorrect
merci de m'envoyer un nouveau code
Oui mais seulement sur l'ordinateur
Non ça ne va pas
rien ne marche
Toujours le même message
c'est la même chose
merci il reste la messagerie
aucune nouvelle
aucun changement
pas de réponse
Bonjour, avez-vous du nouveau
oui pouvez-vous aussi regarder le compte de mon fils
c'est pire
je n'y arrive pas
super... encore un écran blanc
marche po
ça marche pô
Merci, ma fille n'a plus accès
ok j'attends
ca marchait hier
ca marche une fois sur deux
Ça marche sauf la messagerie
merci pour rien
ça marchait mieux avant
On m'embête
la page est blanche merci
""".strip().splitlines()


def test_the_tables_are_long() -> None:
    assert len(set(ENDINGS)) >= 60
    assert len(set(COMPLAINTS)) >= 40


@pytest.mark.parametrize("text", ENDINGS)
def test_a_polite_ending_is_no_complaint(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize("text", [*COMPLAINTS, "", "   ", "…", "12"])
def test_a_complaint_is_no_ending(text: str) -> None:
    assert not is_thanks(text)
