# Words of the house, which every noun uses.
# In braces: facts. Markup allowed: b, i, code, blockquote.
# Spaces before ? ! : ; and inside « » become non-breaking when the file is read.

## Levels of support, functions, profiles

level-0 = l’école
level-1 = l’ERUN de la circonscription
level-2 = la DANEI
level-3 = la plateforme d’assistance
level-4 = l’éditeur de l’ENT

function-director = direction de l’école
function-adml = administration locale
function-erun = ERUN
function-danei = DANEI
function-plateforme = plateforme d’assistance
function-vendor = éditeur
function-student = élève
function-relative = parent
function-teacher = équipe enseignante
function-personnel = personnel
function-guest = invité

profiles =
    { $profile ->
        [student] élèves
        [relative] parents
        [teacher] enseignants
        [personnel] personnels
       *[guest] invités
    }

asked-anew = 🔁 Depuis cette question, quelque chose a changé : à relire avant de confirmer.
already-linked = Le compte { $d }<b>{ $name }</b> est déjà relié à l’assistance sur un téléphone.

profile-student = Élèves
profile-relative = Parents
profile-teacher = Enseignants
profile-personnel = Personnels
profile-guest = Invités

icon-teacher = 🟢
icon-student = 🟠
icon-relative = 🔵
icon-personnel = 🟣
icon-guest = 🔴

## Statuses of a request

status-new = Nouveau
status-open = Ouvert
status-waiting = En attente utilisateur
status-resolved = Résolu
status-closed = Fermé

sign-new = 🔵
sign-open = 🟢
sign-waiting = 🟡
sign-resolved = ✅
sign-closed = ⚪

## Dates and durations

month =
    { $month ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juil.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    }

moment =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { month } à { $time }

moment-dated =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { month } { $year } à { $time }

day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { month } { $year }

age-now = à l’instant
age-minutes = il y a { $count } min
age-hours = il y a { $count } h
age-days = il y a { $count } jours
age-dated = le { $day }

## Who, inside a sentence

who = <b>{ $actor }</b> ({ $function })

## Which of my accounts, above a message

hat = 👤 <b>{ $name }</b> ({ $function }{ $at })
hat-short = 👤 <b>{ $name }</b> ({ $function })
hat-place =
    , { $place }{ $more_places ->
        [0] { "" }
        [1] { " " }et 1 autre lieu
       *[other] { " " }et { $more_places } autres lieux
    }

## Pages of a list

list-further = { " " }(suite)
list-end = C’est tout.

## Troubles

refusal-unknown-command = Je ne connais pas cette commande : /aide montre toutes celles qui existent.
refusal-old-button = Ce bouton ne sert plus : /aide montre tout ce qui est possible maintenant.
refusal-not-your-button = Ce bouton est fait pour quelqu’un d’autre, ou pour un compte qui n’est pas relié ici : /start, en privé, montre lequel l’est.
refusal-private-only = Je ne parle qu’en privé : écrivez-moi directement, je quitte cette conversation.
refusal-unsupported = Je ne sais pas lire ce genre de message : envoyez du texte, une photo ou un document.
refusal-words-only = Ici, il faut répondre par des mots : pour envoyer un fichier, écrivez d’abord /annuler.
refusal-command-without-files = /{ $command } ne prend pas de fichier : écrivez la commande seule, ou envoyez le fichier sans elle.
refusal-flood = C’est trop rapide pour moi : il faut attendre cinq secondes, puis recommencer ; ceci n’a pas compté, ni ce qui suit d’ici là.
refusal-trouble = Quelque chose n’a pas marché de notre côté : le message est gardé, inutile de le renvoyer.
refusal-later = Je suis indisponible un petit moment : rien n’est perdu, le message sera lu ensuite.
refusal-not-shown = Je n’ai pas pu l’afficher : touchez de nouveau le bouton dans une minute.
notice-one_moment = Un instant…

## When the ENT declines, fails, or leaves us in doubt

refusal-under-way = C’est déjà en cours : la réponse arrive dans un instant.

notice-ent_doubt =
    ⚠️ Vous avez demandé { $action } au sujet { $d }<b>{ $name }</b>, et je ne sais pas si cela a été fait.
    { $act ->
        [renew_code] Redemandez-en un sans risque : le nouveau code remplacera l’ancien.
        [activation_code] Redemandez-le sans risque : c’est toujours le même code.
        [mail_reset] Redemandez-le sans risque : le nouveau lien remplacera l’ancien.
        [attach] Recommencez sans risque : rien n’est fait deux fois.
        [attach_keep] Recommencez sans risque : rien n’est fait deux fois, et personne n’est détaché sans cela.
        [detach] Recommencez sans risque : rien n’est fait deux fois.
        [create_account] Rien ne sera refait sans vous : cherchez d’abord ce nom avec /compte, et ne recréez le compte que s’il n’y est pas.
        [create_link] Rien ne sera refait sans vous : regardez d’abord avec /services s’il y est.
        [give_service] Recommencez sans risque : rien n’est fait deux fois.
        [change_link] Recommencez sans risque : rien n’est fait deux fois.
        [withdraw_link] Regardez avec /services, et recommencez sans risque s’il y est encore.
       *[other] Rien ne sera refait sans vous : vérifiez dans l’ENT, puis recommencez s’il le faut.
    }

refusal-ent-doubt =
    { $act ->
        [renew_code] L’ENT n’a pas répondu jusqu’au bout : il suffit de redemander un code, sans risque, le nouveau remplacera l’ancien.
        [activation_code] L’ENT n’a pas répondu jusqu’au bout : il suffit de redemander le code, sans risque, c’est toujours le même.
        [mail_reset] L’ENT n’a pas répondu jusqu’au bout : il suffit de redemander le lien, sans risque, le nouveau remplacera l’ancien.
        [attach] L’ENT n’a pas répondu jusqu’au bout : il suffit de confirmer de nouveau, sans risque, rien n’est fait deux fois.
        [attach_keep] L’ENT n’a pas répondu jusqu’au bout : il suffit de confirmer de nouveau, sans risque, rien n’est fait deux fois.
        [detach] L’ENT n’a pas répondu jusqu’au bout : il suffit de confirmer de nouveau, sans risque, rien n’est fait deux fois.
        [create_account] L’ENT n’a pas répondu jusqu’au bout, et je ne sais pas si le compte est créé : il faut attendre quelques minutes, puis chercher ce nom avec /compte avant de recommencer.
        [create_link] L’ENT n’a pas répondu jusqu’au bout, et je ne sais pas si le lien est créé : il faut regarder avec /services s’il y est avant de recommencer.
        [give_service] L’ENT n’a pas répondu jusqu’au bout : il suffit de confirmer de nouveau, sans risque, rien n’est fait deux fois.
        [change_link] L’ENT n’a pas répondu jusqu’au bout : il suffit de confirmer de nouveau, sans risque, rien n’est fait deux fois.
        [withdraw_link] L’ENT n’a pas répondu jusqu’au bout : il suffit de regarder avec /services, et de recommencer sans risque s’il y est encore.
       *[other] L’ENT n’a pas répondu jusqu’au bout : je ne sais pas si c’est fait, il faut vérifier avant de recommencer.
    }
refusal-ent-unreachable = L’ENT ne répond pas : rien n’a été changé, il faut réessayer dans quelques minutes.
refusal-ent-forbidden = L’ENT ne permet pas cette action sur ce compte : rien n’a été changé, demandez-la avec /assistance.
refusal-ent-gone = L’ENT ne connaît plus ce compte ou ce contenu : rien n’a été changé, il n’y a plus rien à faire ici.
refusal-ent-inactive = Ce compte n’a jamais été activé : donnez son code d’activation avec /code.
refusal-ent-active = Ce compte est déjà activé : donnez un code de connexion avec /code.
refusal-ent-federated = Ce compte entre dans l’ENT par ÉduConnect ou par le portail de l’académie : il n’a pas de code ici, un mot de passe perdu se retrouve sur ce portail-là.
refusal-ent-unkept = Sans autre rattachement, ce compte serait perdu : rien n’a été changé, il faut recommencer.
refusal-ent-deleted = Ce compte est en cours de suppression dans l’ENT : rien n’a été changé, il faut d’abord le restaurer dans la console d’administration.
refusal-ent-elsewhere = Ce compte administre aussi une structure que je ne vois pas, et l’ENT lui retirerait ce droit : demandez-le à votre ERUN avec /assistance.
refusal-ent-fed = Les données de ce compte viennent d’ONDE ou de l’annuaire : rien n’a été changé, il faut les corriger là-bas, d’où elles arrivent ici.
refusal-ent-taken = L’ENT a déjà quelque chose de ce nom : rien n’a été changé, il faut un autre nom.
refusal-ent-locked = L’ENT garde cela tel quel : rien n’a été changé, il faut en parler avec /assistance.
refusal-ent-inherited = Cela vient d’une structure au-dessus de l’école, qui seule le change : il faut le demander avec /assistance.
refusal-ent-no-mail = Cette fiche n’a pas d’adresse mail : donnez un code de connexion avec /code.
refusal-ent-refused = L’ENT a refusé sans dire pourquoi : rien n’a été changé, il faut réessayer, puis le signaler avec /assistance.
refusal-ent-garbled = L’ENT a répondu de travers : rien n’est affiché, il faut le signaler avec /assistance.
refusal-ent-credentials = Je n’arrive plus à me connecter à l’ENT : rien n’a été changé, il faut le signaler avec /assistance.
refusal-ent-https = L’adresse de l’ENT est mal réglée chez moi : rien n’a été changé, il faut le signaler avec /assistance.
refusal-ent-address = Je ne trouve plus l’ENT à son adresse : rien n’a été changé, il faut le signaler avec /assistance.
refusal-ent-mfa = L’ENT me demande de prouver mon identité : rien n’a été changé, il faut le signaler avec /assistance.
refusal-ent-not-ready = Mon compte dans l’ENT est à remettre en ordre : rien n’a été changé, il faut le signaler avec /assistance.

## Contents that are not carried: what to do instead

refusal-unsupported-sticker = Je ne peux pas transmettre un autocollant : il faut écrire ce qu’il veut dire.
refusal-unsupported-venue = Je ne peux pas transmettre un lieu : il faut écrire son nom ou son adresse.
refusal-unsupported-location = Je ne peux pas transmettre une position : il faut écrire le nom du lieu ou son adresse.
refusal-unsupported-contact = Je ne peux pas transmettre une fiche de contact : il faut écrire le nom de la personne et ce qui la concerne.
refusal-unsupported-poll = Je ne peux pas transmettre un sondage : il faut écrire la question dans un message.
refusal-unsupported-dice = Je ne peux pas transmettre un dé ni un jeu animé : il faut écrire ce qu’il veut dire.
refusal-unsupported-story = Je ne peux pas transmettre une story : il faut en envoyer une photo de l’écran.
refusal-unsupported-checklist = Je ne peux pas transmettre une liste de tâches : il faut l’écrire dans un message.
refusal-unsupported-game = Je ne peux pas transmettre un jeu : il faut envoyer une photo de l’écran.
refusal-unsupported-giveaway = Je ne peux pas transmettre un tirage au sort : il faut écrire ce qu’il faut en savoir.
refusal-unsupported-giveaway_winners = Je ne peux pas transmettre le résultat d’un tirage au sort : il faut écrire ce qu’il faut en savoir.
refusal-unsupported-invoice = Je ne peux pas transmettre une facture de Telegram : il faut en envoyer une photo de l’écran.
refusal-unsupported-paid_media = Je ne peux pas transmettre un contenu payant : il faut envoyer la photo ou la vidéo elle-même.
refusal-unsupported-rich_message = Je ne sais pas lire un message mis en page : il faut en copier le texte dans un message simple, ou joindre un document.

## A message that Telegram does not delete any more

notice-emptied = 🗑️ Ce message est effacé.
