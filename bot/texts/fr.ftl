# Tout ce que Palier dit en français. Les espaces devant ? ! : ; sont rendues insécables à la lecture du fichier.
# Entre accolades : ce qui change d’une fois à l’autre. Balises permises : b, i, code, blockquote.

## Mots

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

level-0 = l’école
level-1 = l’ERUN de la circonscription
level-2 = la DANEI
level-3 = la plateforme d’assistance
level-4 = l’éditeur de l’ENT

category-connexion = Connexion, mot de passe
category-compte = Compte, identité
category-application = Une application
category-contenu = Un contenu
category-rattachement = Rattachement à l’école
category-classe = Classe, groupe
category-autre = Autre chose

function-director = direction de l’école
function-adml = administration locale
function-erun = ERUN
function-danei = DANEI
function-plateforme = plateforme d’assistance
function-vendor = éditeur
function-student = élève
function-relative = parent
function-teacher = enseignant
function-personnel = personnel
function-guest = invité

language-fr = Français
language-en = English

## Dates et durées

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
age-now = à l’instant
age-minutes = il y a { $count } min
age-hours = il y a { $count } h
age-days =
    { $count ->
        [1] hier
       *[other] il y a { $count } jours
    }

## Tournures qui reviennent

who = <b>{ $actor }</b> ({ $function })
request =
    { $own ->
        [yes] Votre demande n°{ $number }
       *[no] La demande n°{ $number }
    }
your-request =
    { $own ->
        [yes] votre demande n°{ $number }
       *[no] la demande n°{ $number }
    }
attached =
    { $files ->
        [0] { "" }
        [one] 📎 1 fichier
       *[other] 📎 { $files } fichiers
    }

## Boutons

button-take = ✋ Prendre
button-answer = 💬 Répondre
button-ask = ⏳ En attente
button-escalate = ⬆️ Escalader
button-send_back = ⬇️ Renvoyer
button-resolve = ✅ Résoudre
# Avec une apostrophe droite : des scripts comparent ce mot.
button-confirm = ✅ C'est résolu
button-reopen = 🔁 Rouvrir
button-note = 🔒 Note interne
button-release = Relâcher
button-withdraw = Retirer
button-show = Voir la demande
button-files = 📎 Voir les fichiers
button-new = Nouvelle demande
button-send = Envoyer
button-cancel = Annuler
button-accept = Accepter
button-someone = Pour quelqu’un qui ne peut pas se connecter
button-export = Exporter
button-erase = Effacer
button-erase_now = Confirmer
button-queue = Suite
button-mine = Suite
button-code = 🔑 Code de connexion
button-key = 🔑 Code de connexion
button-mail = ✉️ Lien par mail
button-hand = 📨 Transmettre
button-copy = 📋 Copier le code
button-account = 👤 Voir la fiche
button-block = ⛔ Bloquer le compte
button-unblock = Débloquer
button-block_now = Confirmer
button-ask_above = ⬆️ Demander au niveau au-dessus
button-reports = 🚩 Signalements

## Menu des commandes

command-start = Mon compte
command-assistance = Demander de l’aide
command-mesdemandes = Mes demandes
command-demande = Voir une demande
command-repondre = Répondre à une demande
command-rouvrir = Rouvrir une demande
command-clore = Dire que c’est résolu
command-aide = Trouver une réponse
command-charte = Relire la charte
command-langue = Changer de langue
command-mesdonnees = Ce qui est gardé sur moi
command-annuler = Abandonner ce qui est en cours
command-file = Les demandes à traiter
command-prendre = Prendre une demande
command-relacher = Rendre une demande à l’équipe
command-confier = Confier une demande à un collègue
command-note = Écrire une note interne
command-attente = Poser une question et attendre
command-escalader = Transmettre au niveau au-dessus
command-renvoyer = Renvoyer au niveau en dessous
command-resoudre = Déclarer une demande résolue
command-fusionner = Réunir deux demandes
command-code = Donner un code de connexion
command-compte = Voir la fiche d’un compte
command-bloquer = Bloquer un compte
command-debloquer = Débloquer un compte
stranger-start = Relier mon compte ENT

## Faire une demande

notice-hello = Bonjour { $name } ! Besoin d’aide avec l’ENT ?
notice-offer =
    Voulez-vous en faire une demande d’assistance ?
    { $quote }
    { attached }
notice-ask_place =
    { $someone ->
        [yes] Pour <b>{ $whom }</b>, de quelle école s’agit-il ?
       *[no] De quelle école s’agit-il ?
    }
notice-ask_category =
    { $someone ->
        [yes] Pour <b>{ $whom }</b>, de quoi s’agit-il ?
       *[no] De quoi s’agit-il ?
    }
notice-ask_words =
    <b>{ $category }</b>
    Décrivez le problème en quelques mots : ce que vous vouliez faire, et ce qui s’affiche. Une capture d’écran aide beaucoup.
notice-ask_whom = Pour qui est cette demande ? Écrivez le début du nom ou l’identifiant.
notice-choose_whom = Qui est « { $words } » ?
notice-nobody_found = Je ne trouve personne au nom de « { $words } » dans vos écoles. Vérifiez le nom et écrivez-le à nouveau, ou cherchez avec /comptes.
notice-summary =
    { $someone ->
        [yes] Demande pour <b>{ $whom }</b>
       *[no] <b>Votre demande</b>
    } · { $category }
    { $quote }
    { attached }
    { "" }
    Touchez « Envoyer », ou écrivez la suite.
notice-filed =
    ✅ Votre demande <b>n°{ $number }</b> est envoyée à { $desk }.
    La réponse arrivera ici.
notice-filed_for =
    ✅ La demande <b>n°{ $number }</b> pour <b>{ $requester }</b> est envoyée à { $desk }.
notice-cancelled = C’est annulé : rien n’a été envoyé ni changé.
notice-nothing_to_cancel = Il n’y a rien à annuler.

## Suivre une demande

notice-taken = ✋ <b>{ $by }</b> s’occupe de { your-request }.
notice-answered =
    💬 <b>Demande n°{ $number }</b>
    { $own ->
        [yes] { who } vous répond :
       *[no] { who } a répondu :
    }
    { $quote }
notice-replied =
    💬 <b>Demande n°{ $number }</b>
    { who } a écrit :
    { $quote }
notice-asked =
    ❓ <b>Demande n°{ $number }</b>
    { $own ->
        [yes] { who } a besoin d’une précision. Répondez pour que votre demande avance :
       *[no] { who } a demandé une précision :
    }
    { $quote }
notice-noted =
    🔒 <b>Demande n°{ $number }</b> · note interne
    { $changed ->
        [yes] { who } a modifié sa note :
       *[no] { who } a noté :
    }
    { $quote }
notice-continued =
    <b>Demande n°{ $number }</b> (suite)
    { $quote }
notice-edited =
    ✏️ <b>Demande n°{ $number }</b>
    { who } a modifié son message :
    { $quote }
notice-escalated =
    ⬆️ { request } est transmise à { $level }.
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-sent_back =
    ⬇️ { request } revient à { $level }.
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-resolved =
    ✅ { who } pense avoir résolu { your-request }.
    { $quote }
    Est-ce bon pour vous ? Sans nouvelle de vous, elle sera fermée dans 7 jours.
notice-resolved_elsewhere = ✅ La demande n°{ $number }, que vous suivez, est résolue.
notice-confirmed = ✅ { who } confirme : { your-request } est résolue et fermée.
notice-expired =
    { request } est fermée, car nous n’avons pas eu de vos nouvelles depuis 7 jours.
    Le problème est encore là ? Vous pouvez la rouvrir pendant 30 jours.
notice-reopened =
    🔁 { who } a rouvert { your-request }.
    { $quote }
notice-withdrawn = { who } a retiré { your-request }.
notice-merged =
    🔗 { request } rejoint la demande n°{ $into }, qui traite du même problème.
    { $own ->
        [yes] Un message vous dira quand elle sera résolue.
       *[no] { "" }
    }
notice-unreachable = 📵 <b>Demande n°{ $number }</b> · { $name } ne reçoit plus nos messages sur Telegram. Essayez un autre moyen : téléphone, mail ou cahier de liaison.
notice-thanks = Avec plaisir ! La demande n°{ $number } est-elle bien résolue ?

## Écrire sur une demande

notice-ask_answer = Écrivez votre réponse pour la demande n°{ $number }. Vous pouvez y joindre des photos ou des fichiers.
notice-ask_ask = Quelle question posez-vous pour la demande n°{ $number } ? Elle restera en attente de la réponse.
notice-ask_note = Écrivez votre note sur la demande n°{ $number }. Seules les personnes qui traitent la demande la liront.
notice-ask_escalate = Pourquoi transmettre la demande n°{ $number } au niveau au-dessus ? Dites aussi ce qui a été essayé.
notice-ask_send_back = Pourquoi renvoyer la demande n°{ $number } au niveau en dessous ?

## Reçus (courts, sans balise : ils s’affichent aussi au-dessus de la conversation)

notice-done_taken = Vous vous occupez de la demande n°{ $number }.
notice-done_already_yours = Vous vous occupez déjà de la demande n°{ $number }.
notice-done_answered = Votre réponse à la demande n°{ $number } est envoyée.
notice-done_replied = Votre message est ajouté à la demande n°{ $number }.
notice-done_asked = Votre question est envoyée : la demande n°{ $number } attend la réponse.
notice-done_noted = Votre note interne est ajoutée à la demande n°{ $number }.
notice-done_released = La demande n°{ $number } est rendue à l’équipe.
notice-done_handed = La demande n°{ $number } est confiée à { $to }.
notice-done_escalated = La demande n°{ $number } est transmise à { $level }. Vous continuez à la lire.
notice-done_sent_back = La demande n°{ $number } est renvoyée à { $level }. Vous continuez à la lire.
notice-done_resolved = La demande n°{ $number } est résolue. La personne va le confirmer ou la rouvrir.
notice-done_confirmed = Merci ! La demande n°{ $number } est fermée.
notice-done_reopened = La demande n°{ $number } est rouverte.
notice-done_withdrawn = La demande n°{ $number } est retirée.
notice-done_merged = La demande n°{ $number } rejoint la demande n°{ $into }.

## Carte d’une demande

headline-filed = 🆕 { who } a fait une nouvelle demande.
headline-released = ↩️ { who } rend cette demande à l’équipe.
headline-handed = 🤝 { who } vous confie cette demande.
headline-escalated = ⬆️ { who } vous transmet cette demande.
headline-sent_back = ⬇️ { who } vous renvoie cette demande.

card-title = <b>Demande n°{ $number }</b> · { $category }
card-status =
    { $sign } <b>{ $state }</b> · { $desk } (niveau { $rank }){ $late ->
        [yes] { " " }· ⏰ délai dépassé
       *[no] { "" }
    }
card-contact = ☎️ { $contact }
card-about = { $requester } ({ $function }) · { $place }
card-filer = Demande écrite par { $filer }
card-holder = ✋ { $holder } s’en occupe
card-age = Reçue { $age }
card-merged = 🔗 Réunie avec la demande n°{ $into }
card-left-out =
    { $count ->
        [one] <i>… et 1 message plus ancien</i>
       *[other] <i>… et { $count } messages plus anciens</i>
    }
card-you = <b>Vous</b>
card-someone = <b>{ $who }</b> ({ $function })
card-answer = { $author } · { $moment }
card-question = ❓ { $author } · { $moment }
card-note = 🔒 { $author } · { $moment } · <i>note interne</i>
card-act = 🔧 { $author } · { $moment }
    { $deed } : { $whom }
card-edited = { " " }(modifié)
notice-card_followed =
    <b>Demande n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $desk }
    Vous suivez cette demande. Un message vous dira quand elle sera résolue.

## Listes

queue-title =
    { $filter ->
        [moi] <b>Vos demandes en cours</b>
        [libres] <b>Demandes à prendre</b>
        [retard] <b>Demandes en retard</b>
       *[other] <b>Demandes à traiter</b>
    }
queue-empty = Rien à traiter ici. Bravo !
queue-line = { $sign } <b>n°{ $number }</b> · { $category } · { $age }
queue-details = { $requester } · { $place }
queue-late = { " " }· ⏰ en retard
queue-holder = { " " }· ✋ { $holder }
mine-title = <b>Vos demandes</b>
mine-empty = Vous n’avez pas encore fait de demande. Touchez le bouton pour en faire une.
mine-line = { $sign } <b>n°{ $number }</b> · { $category } · { $state } · { $age }
list-further = { " " }(suite)
list-end = C’est tout.

## Aide

notice-help =
    <b>Comment puis-je vous aider ?</b>
    Écrivez-moi simplement votre problème, ou choisissez une commande :
    { $commands }
    { "" }
    <b>Réponses toutes prêtes</b>
    { $titles }
    { "" }
    Pour en lire une, écrivez par exemple : <code>/aide mot de passe</code>
notice-help_found =
    { $articles }
    { "" }
    <i>Cela ne suffit pas ? Faites une demande.</i>
notice-help_nothing = Je n’ai pas de réponse toute prête pour « { $words } ». Faites une demande : quelqu’un vous répondra.

## Compte, charte, langue, données

notice-charter =
    { $charter }
    { "" }
    <i>Vous avez accepté cette charte.</i>
notice-charter_to_accept =
    Bonjour <b>{ $name }</b> !
    { "" }
    { $charter }
notice-charter_accepted = Merci, { $name } ! Vous pouvez continuer.
notice-linked =
    Bienvenue <b>{ $name }</b> ! Votre compte est relié.
    Écrivez-moi votre problème quand vous en avez un : je le transmets à la bonne personne.
notice-accounts =
    Vous parlez ici au nom { $d }<b>{ $name }</b> ({ $function }).
    { $others ->
        [0] { "" }
       *[other] Pour parler au nom d’un autre de vos comptes, touchez son nom.
    }
notice-speaking = Vous parlez maintenant au nom { $d }<b>{ $name }</b> ({ $function }).
notice-unlinked_elsewhere = Le compte { $d }{ $name } vient d’être relié à un autre Telegram. Si ce n’est pas vous, prévenez votre école.
notice-languages = Quelle langue parlons-nous ?
notice-unknown_language = Je ne parle pas « { $code } ». Choisissez une langue :
notice-language = Parfait, parlons français.
notice-my_data =
    <b>Ce qui est gardé sur vous</b>
    { $name } ({ $function })
    Demandes : { $requests }
    Messages : { $messages }
    { "" }
    Vous pouvez tout emporter dans un fichier, ou tout effacer.
notice-erase_asked =
    <b>Tout effacer ?</b>
    Vos demandes seront fermées, vos messages effacés et votre compte détaché de Telegram. On ne peut pas revenir en arrière.
notice-erased = C’est effacé. Votre compte n’est plus relié à Telegram. Au revoir !

## Refus : une phrase, qui dit pourquoi et quoi faire

refusal-unlinked = Demandez à la direction de votre école votre lien de connexion, puis ouvrez-le ici.
refusal-charter-first = Lisez et acceptez d’abord la charte : écrivez /charte.
refusal-bad-token = Ce lien de connexion ne marche plus : demandez-en un nouveau à la direction de votre école.
refusal-account-gone = Ce compte n’existe plus dans l’ENT : parlez-en à la direction de votre école.
refusal-no-account =
    { $someone ->
        [yes] Je ne trouve pas le compte « { $name } » dans l’ENT.
       *[no] Ce compte n’est pas dans vos écoles.
    }
refusal-no-place = Ce compte n’est rattaché à aucune école : parlez-en à la direction de l’école.
refusal-unknown-request = Je ne trouve pas cette demande : vérifiez son numéro avec /mesdemandes.
refusal-follower-only = Vous suivez la demande n°{ $number } sans pouvoir la lire, car elle est à quelqu’un d’autre.
refusal-requester-only = Seule la personne qui a fait la demande n°{ $number } peut faire cela.
refusal-holder-only = Seule la personne qui s’occupe de la demande n°{ $number } peut faire cela : prenez-la d’abord.
refusal-agents-only = Seules les personnes qui traitent la demande n°{ $number } peuvent faire cela.
refusal-agents-only-queue = Cette liste est réservée aux personnes qui traitent les demandes : les vôtres sont dans /mesdemandes.
refusal-elsewhere = La demande n°{ $number } est maintenant traitée par { $level } : vous pouvez la lire et y ajouter une note.
refusal-held =
    { $someone ->
        [yes] { $name }
       *[no] Quelqu’un
    } s’occupe déjà de la demande n°{ $number }.
refusal-no-files = La demande n°{ $number } n’a pas de fichier.
refusal-same-request = C’est deux fois la demande n°{ $number } : indiquez deux numéros différents.
refusal-merge-into-closed = La demande n°{ $into } est fermée : on ne peut pas y réunir la demande n°{ $number }.
refusal-no-colleague = Personne d’autre ne traite les demandes avec vous à ce niveau.
refusal-no-such-colleague = Je ne trouve pas « { $name } » dans votre équipe, où il y a : { $names }.
refusal-which-colleague = Plusieurs collègues répondent à « { $name } » : écrivez l’identifiant de l’un d’eux, { $names }.
refusal-no-desk = Personne n’est prévu à ce niveau pour { $place } : parlez-en à votre circonscription.
refusal-not-now =
    { $status ->
        [closed]
            { $act ->
                [reply] La demande n°{ $number } est fermée : écrivez /rouvrir { $number } si le problème est encore là.
                [confirm] La demande n°{ $number } est déjà fermée.
                [withdraw] La demande n°{ $number } est déjà fermée.
               *[other] La demande n°{ $number } est fermée : on ne peut plus rien y faire.
            }
        [resolved] La demande n°{ $number } est déjà résolue : rouvrez-la si le problème est encore là.
       *[other]
            { $act ->
                [confirm] La demande n°{ $number } n’est pas encore résolue : écrivez avec /repondre que le problème a disparu.
                [reopen] La demande n°{ $number } est déjà en cours : ajoutez-y un message avec /repondre.
                [withdraw] Quelqu’un s’occupe déjà de la demande n°{ $number } : dites-lui que le problème a disparu.
                [release] Personne n’a encore pris la demande n°{ $number }.
                [hand] Personne n’a encore pris la demande n°{ $number } : prenez-la d’abord.
                [ask] La demande n°{ $number } attend déjà une réponse.
                [take] La demande n°{ $number } est déjà prise.
               *[other] La demande n°{ $number } ne permet pas cela pour le moment.
            }
    }
refusal-guard-escalate = La demande n°{ $number } est déjà au plus haut niveau qui puisse y répondre.
refusal-guard-send_back = La demande n°{ $number } est déjà au premier niveau qui puisse y répondre.
refusal-guard-reopen = La demande n°{ $number } ne peut plus être rouverte : faites-en une nouvelle avec /assistance.
refusal-text-needed = Votre message est vide : écrivez quelques mots.
refusal-reason-needed = Dites pourquoi en quelques mots, et ce qui a été essayé.
refusal-text-too-long = Votre message est trop long : { $limit } caractères au plus, ou joignez un document.
refusal-too-many-files = Cela fait trop de fichiers : { $limit } au plus par demande.
refusal-file-too-big = Ce fichier est trop lourd : { $limit } Mo au plus.
refusal-unsupported = Je ne sais pas lire ce genre de message : envoyez du texte, une photo ou un document.
refusal-unknown-filter = Je ne connais pas « { $name } » : écrivez /file moi, /file libres ou /file retard.
refusal-unknown-command = Je ne connais pas cette commande : écrivez /aide pour voir celles qui existent.
refusal-bad-number = « { $typed } » n’est pas un numéro de demande : écrivez par exemple 12 ou n°12.
refusal-old-button = Ce bouton ne sert plus : reprenez avec /aide, qui montre vos commandes.
refusal-not-your-button = Ce bouton est fait pour quelqu’un d’autre.
refusal-private-only = Pour votre tranquillité, écrivez-moi en privé plutôt que dans un groupe.
refusal-flood = Vous écrivez très vite : attendez cinq secondes, puis continuez.
refusal-trouble = Quelque chose n’a pas marché de notre côté : votre message est gardé et nous allons regarder.
refusal-later = Le service est indisponible un petit moment : rien n’est perdu, votre message sera traité.

## Codes de connexion

notice-whom_account = De qui voulez-vous la fiche ? Écrivez le début du nom ou l’identifiant.
notice-whom_code = Pour qui faut-il un code de connexion ? Écrivez le début du nom ou l’identifiant.
notice-whom_block = Quel compte faut-il bloquer ? Écrivez le début du nom ou l’identifiant.
notice-whom_unblock = Quel compte faut-il débloquer ? Écrivez le début du nom ou l’identifiant.
notice-code_for = Demande n°{ $number } : pour qui ?
notice-code_or_mail =
    Comment aider <b>{ $name }</b> ?
    Le lien arrive dans sa boîte mail. Le code, c’est vous qui le donnez.
notice-administrator_target =
    <b>{ $name }</b> administre l’ENT.
    { $highest ->
        [yes] Son mot de passe se réinitialise dans la console nationale, ou par « Mot de passe oublié » dans l’ENT.
       *[no] Seul un niveau au-dessus peut s’occuper de son mot de passe. « Mot de passe oublié », dans l’ENT, suffit souvent.
    }
notice-code_coming = 🔑 Un instant, le code arrive…
notice-code_given =
    { $activation ->
        [yes] 🔑 Code d’activation pour <b>{ $name }</b>, dont le compte n’a encore jamais servi :
       *[no] 🔑 Code de connexion pour <b>{ $name }</b> :
    }
    { "" }
    <tg-spoiler><code>{ $code }</code></tg-spoiler>
    { "" }
    { $activation ->
        [yes] À saisir à la place du mot de passe. Il ne sert qu’une fois.
       *[no] À saisir à la place du mot de passe, dans les 24 heures. Il ne sert qu’une fois.
    }
    { $heir ->
        [none] Ni cette personne ni sa famille n’est reliée ici : donnez-le de vive voix.
        [several] « Transmettre » vous laisse choisir à qui l’envoyer.
       *[other] « Transmettre » l’envoie à { $heir }
    }
    Ce message s’efface dans { $minutes } minutes.
    { $blocked ->
        [yes] ⛔ Attention, ce compte est bloqué : débloquez-le depuis sa fiche.
       *[no] { "" }
    }
notice-code_received =
    { $own ->
        [yes] 🔑 Voici votre code de connexion à l’ENT :
       *[no] 🔑 Voici le code de connexion à l’ENT { $d }<b>{ $name }</b> :
    }
    { "" }
    <tg-spoiler><code>{ $code }</code></tg-spoiler>
    { "" }
    { $activation ->
        [yes] Saisissez l’identifiant de la fiche de connexion, et ce code à la place du mot de passe.
       *[no] Saisissez l’identifiant habituel, et ce code à la place du mot de passe.
    }
    L’ENT fera choisir un nouveau mot de passe.
    Ce message s’efface dans { $minutes } minutes.
notice-code_handed = 📨 Le code est transmis à <b>{ $name }</b>.
notice-mail_sent = ✉️ Le lien est envoyé à { $address } pour <b>{ $name }</b>.
notice-mailed = ✉️ { who } vous a fait envoyer un lien par mail pour choisir un nouveau mot de passe. Pensez à regarder dans les indésirables.

deed-code = Code de connexion
deed-activation = Code d’activation
deed-mail = Lien envoyé par mail
deed-handed = Code transmis
deed-blocked = Compte bloqué
deed-unblocked = Compte débloqué

refusal-administrators-only = Cette commande est réservée aux personnes qui administrent l’ENT.
refusal-school-administrators-only = Cette commande est réservée à l’administration de l’école.
refusal-not-your-school = Cette école n’est pas la vôtre.
refusal-under-way = C’est déjà en cours : un instant.
refusal-block-oneself = Vous ne pouvez pas bloquer votre propre compte.
refusal-not-oneself = C’est votre propre compte : passez par « Mot de passe oublié » dans l’ENT.
refusal-administrator-target = { $name } administre l’ENT : seul le niveau au-dessus peut agir sur ce compte.
refusal-school-only = Seule l’administration de l’école peut bloquer ou débloquer { $name }.
refusal-too-many-codes-agent = Vous avez demandé { $limit } codes en une heure : attendez un peu avant le suivant.
refusal-too-many-codes-account = Ce compte a déjà reçu { $limit } codes en une heure : attendez un peu avant le suivant.
refusal-code-not-shown = Le code n’a pas pu s’afficher : demandez-en un autre, il remplacera celui-ci.
refusal-code-not-handed = Le code n’a pas pu être transmis sur Telegram : donnez-le de vive voix.
refusal-code-replaced = Un code plus récent a été demandé pour ce compte : transmettez celui-là.
refusal-already-handed = Le code est déjà transmis à { $name }.

## Bloquer un compte

notice-block_asked =
    ⛔ Bloquer le compte { $d }<b>{ $name }</b> ?
    { $quote }
    Cette personne ne pourra plus se connecter à l’ENT. Écrivez la raison si vous le souhaitez, puis confirmez.
notice-unblock_asked =
    Débloquer le compte { $d }<b>{ $name }</b> ?
    { $quote }
    Cette personne pourra de nouveau se connecter à l’ENT.
notice-account_blocked = ⛔ Le compte { $d }<b>{ $name }</b> est bloqué.
notice-account_unblocked = Le compte { $d }<b>{ $name }</b> est débloqué.
notice-unblocked = ✅ { who } a débloqué le compte { $d }<b>{ $name }</b>. La connexion à l’ENT est de nouveau possible.
refusal-already-blocked = Le compte { $d }{ $name } est déjà bloqué.
refusal-not-blocked = Le compte { $d }{ $name } n’est pas bloqué.

## Quand l’ENT ne suit pas

act-renew_code = un code de connexion
act-activation_code = le code d’activation
act-mail_reset = un lien par mail
act-hand_over = la transmission d’un code
act-block = le blocage du compte
act-unblock = le déblocage du compte

notice-ent_doubt =
    ⚠️ Vous avez demandé { $action } au sujet { $d }<b>{ $name }</b>, et nous ne savons pas si cela a été fait.
    Rien ne sera refait sans vous : vérifiez, puis recommencez s’il le faut.
refusal-ent-doubt = L’ENT n’a pas répondu jusqu’au bout : nous ne savons pas si c’est fait, vérifiez avant de recommencer.
refusal-ent-unreachable = L’ENT ne répond pas : rien n’a été changé, réessayez dans quelques minutes.
refusal-ent-forbidden = L’ENT ne permet pas cette action sur ce compte : rien n’a été changé.
refusal-ent-gone = L’ENT ne connaît plus ce compte ou ce contenu : rien n’a été changé.
refusal-ent-inactive = Ce compte n’a jamais été activé : donnez son code d’activation.
refusal-ent-active = Ce compte est déjà activé : donnez un code de connexion.
refusal-ent-no-mail = Cette fiche n’a pas d’adresse mail : donnez un code de connexion.
refusal-ent-refused = L’ENT a refusé sans dire pourquoi : rien n’a été changé.
refusal-ent-garbled = L’ENT a répondu de façon incompréhensible : rien n’est affiché, prévenez l’assistance.
refusal-ent-credentials = Le bot n’arrive plus à se connecter à l’ENT : rien n’a été changé, prévenez l’assistance.
refusal-ent-mfa = L’ENT demande au bot de confirmer son identité : rien n’a été changé, prévenez l’assistance.
refusal-ent-not-ready = Le compte du bot doit être remis en ordre dans l’ENT : rien n’a été changé, prévenez l’assistance.

refusal-usage-demande = Indiquez le numéro de la demande, par exemple : /demande 12
refusal-usage-repondre = Indiquez le numéro de la demande et votre réponse, par exemple : /repondre 12 Cela marche, merci
refusal-usage-rouvrir = Indiquez le numéro de la demande, par exemple : /rouvrir 12
refusal-usage-clore = Indiquez le numéro de la demande, par exemple : /clore 12
refusal-usage-prendre = Indiquez le numéro de la demande, par exemple : /prendre 12
refusal-usage-relacher = Indiquez le numéro de la demande, par exemple : /relacher 12
refusal-usage-confier = Indiquez le numéro de la demande et le nom d’un collègue, par exemple : /confier 12 Martin
refusal-usage-note = Indiquez le numéro de la demande et votre note, par exemple : /note 12 Vu au téléphone
refusal-usage-attente = Indiquez le numéro de la demande et votre question, par exemple : /attente 12 Que voyez-vous à l’écran ?
refusal-usage-escalader = Indiquez le numéro de la demande et la raison, par exemple : /escalader 12 Le code ne marche pas
refusal-usage-renvoyer = Indiquez le numéro de la demande et la raison, par exemple : /renvoyer 12 À régler dans ONDE
refusal-usage-resoudre = Indiquez le numéro de la demande, par exemple : /resoudre 12 Le mot de passe est changé
refusal-usage-fusionner = Indiquez les numéros des deux demandes, par exemple : /fusionner 12 15

## Comptes : fiche, liste, filtres

day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { month } { $year }

icon-teacher = 🟢
icon-student = 🟠
icon-relative = 🔵
icon-personnel = 🟣
icon-guest = 🔴
icon-blocked = ⛔
icon-predeleted = 🗑️
icon-awaiting = 🕓
icon-duplicate = 👥
icon-inactive = 💤

mark-blocked = ⛔ bloqué
mark-predeleted = 🗑️ pré-supprimé
mark-awaiting = 🕓 en attente de pré-suppression
mark-duplicate = 👥 doublon possible
mark-inactive = 💤 jamais activé

account-fine = ✅ Compte actif
account-blocked = ⛔ Compte bloqué : il ne permet plus de se connecter
account-predeleted =
    { $days ->
        [0] 🗑️ Compte pré-supprimé : il disparaît aujourd’hui
        [one] 🗑️ Compte pré-supprimé : il disparaît dans { $days } jour
       *[other] 🗑️ Compte pré-supprimé : il disparaît dans { $days } jours
    }
account-awaiting = 🕓 En attente de pré-suppression : absent de l’annuaire, l’accès reste ouvert
account-duplicate = 👥 Doublon possible d’un autre compte
account-inactive = 💤 Compte jamais activé
account-login = Identifiant : <code>{ $login }</code>
account-classes =
    { $count ->
        [one] Classe : { $classes }
       *[other] Classes : { $classes }
    }
account-places =
    { $count ->
        [one] Structure : { $places }
       *[other] Structures : { $places }
    }
account-groups =
    { $count ->
        [one] Groupe : { $groups }
       *[other] Groupes : { $groups }
    }
account-family = Famille : { $family }
account-email =
    { $email ->
        [yes] Adresse mail : renseignée
       *[no] Adresse mail : aucune
    }
account-source = Source : { $source }
account-created = Créé le { $created }
account-last_login =
    { $last_login ->
        [never] Dernière connexion : pas connue
       *[other] Dernière connexion : { $last_login }
    }

notice-choose_account =
    Plusieurs comptes répondent à « { $words } ». Lequel ?
    { $more ->
        [yes] Il y en a d’autres : écrivez un nom plus complet, ou voyez-les tous avec <code>/comptes { $words }</code>
       *[no] { "" }
    }
notice-account_shared = 👤 Fiche d’un compte de l’ENT

accounts-title =
    { $count ->
        [-1] <b>Comptes</b>
        [0] <b>Aucun compte</b>
        [one] <b>{ $count } compte</b>
       *[other] <b>{ $count } comptes</b>
    }
accounts-empty = Rien ne correspond. Vérifiez le nom, ou touchez « Filtres » pour en retirer.

filters-menu =
    <b>Filtres</b>
    { $chosen }
    { "" }
    Touchez ce que vous cherchez : ce qui est choisi est marqué ✅.
filters-none = Tous les comptes
filters-hint-one = Choisissez dans la liste. Toucher une deuxième fois retire le choix.
filters-hint-several = Plusieurs choix sont possibles. Toucher une deuxième fois retire le choix.
filters-no-choice = Il n’y a rien à choisir ici.

filter-words = « { $words } »
filter-from = créés depuis le { $day }
filter-until = créés jusqu’au { $day }
filter-profile = Profil
filter-profile-teacher = 🟢 Enseignants
filter-profile-student = 🟠 Élèves
filter-profile-relative = 🔵 Parents
filter-profile-personnel = 🟣 Personnels
filter-profile-guest = 🔴 Invités
filter-class = Classe
filter-group = Groupe
filter-state = État
filter-state-active = Activés
filter-state-inactive = 💤 Jamais activés
filter-state-blocked = ⛔ Bloqués
filter-state-unblocked = Non bloqués
filter-source = Source
filter-source-AAF1D = Annuaire (ONDE)
filter-source-AAF = Annuaire, 2d degré
filter-source-CSV = Fichier importé
filter-source-MANUAL = Création à la main
filter-only-duplicates = 👥 Doublons
filter-only-administrators = Administrateurs
filter-created = Date de création
filter-created-year = Cette année scolaire
filter-created-month = Ce mois-ci
filter-sort = Tri
filter-sort-name = Par nom
filter-sort-profile = Par profil
filter-school = École

button-list = 📋 Voir la liste
button-list_next = ➡️ Suite
button-list_back = ⬅️ Précédent
button-filters = 🔎 Filtres
button-facet = Filtre
button-facet_next = ➡️ Suite
button-pick = Choix
button-clear = 🧹 Tout effacer

command-comptes = Lister les comptes

refusal-unknown-account-filter = Je ne connais pas « { $name } » : écrivez par exemple /comptes élèves classe:CM2 bloqués.
refusal-bad-date = « { $typed } » n’est pas une date : écrivez par exemple depuis:01/09/2026.
refusal-no-such-class = Je ne trouve pas la classe « { $name } » dans vos écoles.
refusal-no-such-group = Je ne trouve pas le groupe « { $name } » dans vos écoles.
refusal-no-such-school = Je ne trouve pas l’école « { $name } » parmi les vôtres.
refusal-school-first = Vous suivez beaucoup d’écoles : dites laquelle, par exemple école:Jean-Moulin.

## Bloquer un profil entier

profiles =
    { $profile ->
        [student] élèves
        [relative] parents
        [teacher] enseignants
        [personnel] personnels
       *[guest] invités
    }
profile-student = Élèves
profile-relative = Parents
profile-teacher = Enseignants
profile-personnel = Personnels
profile-guest = Invités

button-block_at = Cette école
button-block_profile = Ce profil
button-block_today = Maintenant
button-block_summer = ☀️ Cet été
button-block_dates = 📅 Choisir les dates
button-campaign = Voir
button-campaign_cancel = Annuler
button-campaign_stop = ⏹ Arrêter
button-history = 📜 Historique
button-history_further = Suite

command-blocage = Bloquer un profil entier
command-deblocage = Débloquer un profil entier
command-historique = Les blocages de l’école

notice-campaign_school = De quelle école s’agit-il ?
notice-campaign_profile =
    { $blocked ->
        [yes] <b>Bloquer un profil entier</b>
       *[no] <b>Débloquer un profil entier</b>
    } · { $place }
    De qui s’agit-il ?
notice-campaign_when =
    <b>Bloquer les { profiles }</b> · { $place }
    À partir de quand ?
notice-campaign_dates =
    <b>Bloquer les { profiles }</b> · { $place }
    Écrivez le jour du blocage et celui du déblocage, par exemple : <code>10/07/2027 28/08/2027</code>
notice-campaign_retype =
    Ce n’est pas le mot attendu : rien n’est fait.
    Pour confirmer, écrivez : <code>{ profiles }</code>
notice-done_campaign_cancelled = C’est annulé : rien ne sera bloqué ni débloqué à cette date.
notice-done_campaign_stopped = C’est arrêté : les comptes déjà passés restent comme ils sont.

campaign-title =
    { $blocked ->
        [yes] 🔒 <b>Bloquer les { profiles }</b>
       *[no] 🔓 <b>Débloquer les { profiles }</b>
    } · { $place }
campaign-counts =
    { $blocked ->
        [yes] À bloquer
       *[no] À débloquer
    } : <b>{ $left }</b> sur { $total }
    { $blocked ->
        [yes] Déjà bloqués
       *[no] Non bloqués
    } : { $already } · laissés de côté : { $spared }
campaign-when =
    📅 { $blocked ->
        [yes] Blocage
       *[no] Déblocage
    } le { $starts }.
campaign-when-until =
    📅 { $blocked ->
        [yes] Blocage
       *[no] Déblocage
    } le { $starts }, { $blocked ->
        [yes] déblocage
       *[no] blocage
    } le { $until }.
campaign-spared = Laissés de côté, car ils administrent l’ENT : { $names }{ $others ->
        [0] .
        [one] { " " }et une autre personne.
       *[other] { " " }et { $others } autres.
    }
campaign-oneself = Votre propre compte est laissé de côté.
campaign-warning =
    { "" }
    ⚠️ Un compte bloqué ne peut plus se connecter, ni être dissocié de son doublon : réglez d’abord les doublons.
campaign-lifting =
    { "" }
    Les comptes bloqués un par un seront débloqués eux aussi.
campaign-word =
    { "" }
    Pour confirmer, écrivez : <code>{ profiles }</code>

campaign-planned =
    📅 <b>{ $blocked ->
        [yes] Blocage
       *[no] Déblocage
    } des { profiles } prévu le { $starts }</b>
    { $place }
campaign-planned-until =
    { $blocked ->
        [yes] Déblocage
       *[no] Blocage
    } prévu le { $until }. Je vous préviens au début et à la fin.
campaign-running =
    ⏳ <b>{ $blocked ->
        [yes] Blocage
       *[no] Déblocage
    } des { profiles } en cours</b>
    { $place }
campaign-done =
    { $failed ->
        [0] ✅
       *[other] ⚠️
    } <b>{ $blocked ->
        [yes] Blocage
       *[no] Déblocage
    } des { profiles } terminé</b>
    { $place }
campaign-cancelled =
    ✖️ <b>{ $blocked ->
        [yes] Blocage
       *[no] Déblocage
    } des { profiles } annulé</b>
    { $place }
campaign-sums =
    { $blocked ->
        [yes] Bloqués
       *[no] Débloqués
    } : <b>{ $done }</b> sur { $total }
    Laissés de côté : { $spared } · en échec : { $failed }
campaign-failures = En échec : { $reasons }.
campaign-failure-forbidden = l’ENT ne permet pas d’y toucher ({ $count })
campaign-failure-gone = le compte n’existe plus ({ $count })
campaign-failure-refused = l’ENT a refusé ({ $count })
campaign-failure-garbled = l’ENT a mal répondu ({ $count })
campaign-waiting = 🌙 L’ENT ne répond pas. Je continue de moi-même dès qu’il revient.
campaign-lapsed = Rien n’a été fait : { $name } n’administre plus cette école.
campaign-by = Demandé par { $name }.

refusal-unknown-profile = Je ne connais pas le profil « { $name } » : écrivez élèves, parents, enseignants, personnels ou invités.
refusal-dates-unread = Je ne lis pas ces dates : écrivez par exemple 10/07/2027 28/08/2027.
refusal-dates-past = Cette date est déjà passée : choisissez un jour à venir.
refusal-dates-reversed = La seconde date doit venir après la première.
refusal-campaign-nothing =
    Aucun compte à { $blocked ->
        [yes] bloquer
       *[no] débloquer
    } parmi les { profiles } de { $place }.
refusal-campaign-under-way =
    Le { $blocked ->
        [yes] blocage
       *[no] déblocage
    } des { profiles } est encore en cours dans cette école : attendez qu’il se termine.
refusal-campaign-planned = Un blocage des { profiles } est déjà prévu pour { $place } : annulez-le d’abord dans /historique.
refusal-campaign-over = C’est déjà terminé : regardez où cela en est dans /historique.

history-title = <b>Blocages par profil</b> · { $place }
history-empty = Aucun profil n’a encore été bloqué ni débloqué. Pour commencer : /blocage
history-unheard = ⚠️ L’ENT ne répond pas : ce qui a été fait dans sa console manque ici.
history-act = { $blocked ->
        [yes] blocage
       *[no] déblocage
    } des { profiles }
history-mark = { $blocked ->
        [yes] 🔒
       *[no] 🔓
    }
history-count =
    { $done ->
        [one] { $done } compte
       *[other] { $done } comptes
    }
history-planned = 📅 <b>{ $day }</b> · { history-act } prévu · { $name }
history-running = ⏳ <b>{ $day }</b> · { history-act } en cours, { history-count } · { $name }
history-done = { history-mark } <b>{ $day }</b> · { history-act }, { history-count } · { $name }
history-cancelled = ✖️ <b>{ $day }</b> · { history-act } annulé, { history-count } · { $name }
history-traced = { history-mark } <b>{ $day }</b> · { history-act } · { $name }, console de l’ENT

## Signalements

command-signalements = Les publications signalées

button-reports_waiting = ⏳ À traiter
button-reports_treated = 🗂️ Déjà traités
button-reports_page = Suite
button-report = 🚩 Voir le signalement
button-report_keep = ✅ Conserver
button-report_delete = 🗑️ Supprimer
button-report_delete_now = Confirmer
button-report_talk = 💬 En parler en classe
button-report_leave = Annuler
button-crisis = 🚨 Cas grave
button-crisis_delete = Confirmer
button-crisis_block = Confirmer
button-crisis_summon = ⏭️ Passer cette étape
button-crisis_stop = Arrêter ici

act-keep_report = le maintien d’une publication
act-delete_report = la suppression d’une publication

headline-report_new =
    { $alone ->
        [yes] 🆕 <b>Une publication est signalée.</b> Personne de l’école n’est relié ici : elle vous revient.
       *[no] 🆕 <b>Une publication est signalée.</b>
    }
headline-report_again = ⏰ <b>Ce signalement attend toujours.</b> Personne ne l’a encore traité.
headline-report_talk = 💬 <b>Vous vouliez d’abord en parler en classe.</b> Et maintenant, que décidez-vous ?

publication-blog = Billet de blog
publication-news = Actualité
publication-schoolbook = Mot du carnet de liaison
publication-collaborativewall = Mur collaboratif
publication-homeworks = Cahier de textes
publication-timelinegenerator = Frise
publication-pages = Page
publication-userbook = Profil
publication-userbook_mood = Humeur
publication-userbook_motto = Devise
publication-workspace = Document
publication-other = Publication

report-judge =
    { $judged ->
        [yes] { " " }par <b>{ $judge }</b>
       *[no] { "" }
    }
report-title = 🚩 <b>Signalement n°{ $number }</b> · { $place }
report-state-waiting = ⏳ <b>À traiter</b>
report-state-kept = ✅ <b>Conservée</b>{ report-judge }, le { $when }
report-state-deleted = 🗑️ <b>Supprimée</b>{ report-judge }, le { $when }. Plus personne ne la voit.
report-state-gone = ▫️ <b>N’est plus dans l’ENT</b>, vu le { $when }
report-talker = 💬 { $talker } veut d’abord en parler en classe.
report-published = { $kind } { $d }<b>{ $name }</b>, le { $published } :
report-wordless = <i>Rien d’écrit.</i>
report-reporters =
    { $count ->
        [0] Signalée
        [1] Signalée une fois :
       *[other] Signalée { $count } fois :
    }
report-reporter = • { $name }, le { $moment }
report-more =
    { $count ->
        [1] … et une autre personne, plus tôt
       *[other] … et { $count } autres personnes, plus tôt
    }

reports-title =
    { $treated ->
        [yes] <b>Signalements traités</b>
       *[no] <b>Signalements à traiter</b>
    }
reports-empty =
    { $treated ->
        [yes] Aucun signalement n’a encore été traité.
       *[no] Aucun signalement n’attend. Tout va bien !
    }
reports-line-waiting =
    ⏳ <b>n°{ $number }</b> · { $name } · { $place } · le { $reported }
    { $excerpt }
reports-line-kept =
    ✅ <b>n°{ $number }</b> · { $name } · { $place } · conservée{ report-judge }, le { $when }
    { $excerpt }
reports-line-deleted =
    🗑️ <b>n°{ $number }</b> · { $name } · { $place } · supprimée{ report-judge }, le { $when }
    { $excerpt }
reports-line-gone =
    ▫️ <b>n°{ $number }</b> · { $name } · { $place } · n’est plus dans l’ENT
    { $excerpt }

notice-reports_waiting =
    { $count ->
        [one] 🚩 Un signalement ancien attend à { $place }. Il n’y a pas d’urgence : regardez-le quand vous pouvez.
       *[other] 🚩 { $count } signalements anciens attendent à { $place }. Regardez-les quand vous pouvez.
    }
notice-report_delete_asked =
    <b>Supprimer cette publication ?</b>
    Elle est signée { $name }. Plus personne ne la verra, et on ne peut pas revenir en arrière. Elle restera dans vos signalements traités.
notice-report_deleted =
    🗑️ La publication signée <b>{ $name }</b> est supprimée pour tout le monde.
    Ce qu’elle annonçait existe encore dans l’espace de son auteur : voyez avec cette personne pour l’effacer.
notice-report_left =
    { $verdict ->
        [deleted] D’accord, je m’arrête là. La publication signalée (n°{ $number }) reste supprimée.
        [kept] D’accord. La publication signalée (n°{ $number }) reste conservée.
       *[other] D’accord, rien n’a changé : le signalement n°{ $number } attend toujours.
    }
notice-done_report_kept = La publication signée { $name } est conservée.
notice-done_report_talk = C’est noté. Je vous en reparle le prochain jour de classe, à 8 h 30.

notice-crisis =
    🚨 <b>Cas grave, en trois étapes</b>
    1. Supprimer la publication : plus personne ne la voit.
    2. Bloquer le compte <b>{ $name }</b> : plus rien ne peut être publié avec.
    3. Convoquer : j’écris le message, vous l’envoyez.
    Vous pouvez vous arrêter à chaque étape.
    { "" }
    <b>Étape 1 : supprimer la publication ?</b> On ne peut pas revenir en arrière.
notice-crisis_second =
    { $verdict ->
        [deleted] ✅ 1. La publication est supprimée{ report-judge }.
       *[other] ✅ 1. La publication n’est plus dans l’ENT.
    }
    <b>Étape 2 : bloquer le compte { $name } ?</b>
    Ce compte ne pourra plus se connecter, jusqu’à ce que vous le débloquiez.
    { "" }
    Il restera l’étape 3 : convoquer.
notice-crisis_last =
    { $deleted }
    { $blocked }
    ✉️ 3. La convocation est écrite dans le message qui suit : touchez-la pour la copier, puis envoyez-la.
    { "" }
    Le contenu lui-même existe encore : c’est avec son auteur qu’on l’efface.
    { "" }
    <b>Qui appeler</b>
    { $calls }
    • 3018, contre le cyberharcèlement : gratuit, tous les jours de 9 h à 23 h
crisis-deleted-deleted = ✅ 1. La publication est supprimée{ report-judge }.
crisis-deleted-gone = ✅ 1. La publication n’est plus dans l’ENT.
crisis-deleted-kept = ▫️ 1. La publication n’est pas supprimée.
crisis-deleted-waiting = ▫️ 1. La publication n’est pas supprimée.
crisis-account-done = ✅ 2. Le compte <b>{ $name }</b> est bloqué.
crisis-account-blocked = ✅ 2. Le compte <b>{ $name }</b> est déjà bloqué.
crisis-account-left = ▫️ 2. Le compte <b>{ $name }</b> n’est pas bloqué.
crisis-account-absent = ▫️ 2. Je ne trouve pas le compte <b>{ $name }</b> dans vos écoles : rien à bloquer.
crisis-account-not-oneself = ▫️ 2. C’est votre propre compte : il n’est pas bloqué.
crisis-account-administrator-target = ▫️ 2. <b>{ $name }</b> administre l’école : seul le niveau au-dessus peut agir.
crisis-account-school-only = ▫️ 2. Seule l’école peut bloquer le compte <b>{ $name }</b> : prévenez sa direction.
crisis-call = • { $level } : { $contact }

notice-convocation =
    { $pupil ->
        [yes] <code>Madame, Monsieur, je souhaite vous rencontrer rapidement avec votre enfant { $name }, au sujet d’une publication faite avec son compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
       *[no] <code>Bonjour { $name }, je souhaite vous rencontrer rapidement au sujet d’une publication faite avec votre compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
    }

refusal-unknown-report = Je ne trouve pas ce signalement : voyez la liste avec /signalements.
refusal-report-treated =
    { $someone ->
        [yes]
            { $verdict ->
                [kept] Déjà traité : { $name } a conservé cette publication, le { $moment }.
               *[other] Déjà traité : { $name } a supprimé cette publication, le { $moment }.
            }
       *[no]
            { $verdict ->
                [kept] Déjà traité : cette publication a été conservée, le { $moment }.
               *[other] Déjà traité : cette publication a été supprimée, le { $moment }.
            }
    }
refusal-report-gone = Cette publication n’est plus dans l’ENT : il n’y a plus rien à traiter.
refusal-report-busy = { $name } est en train de traiter ce signalement : regardez sa carte dans un instant.

button-report_note = 📝 Le dire dans la demande n°{ $number }
deed-report_kept = Publication conservée, signalement
deed-report_deleted = Publication supprimée, signalement
notice-report_kept = ✅ La publication signée { $name } est conservée.
notice-report_noted = 📝 C’est écrit dans la demande n°{ $number }.
notice-judged = 🚩 { who } a traité un signalement : voyez { your-request }.
