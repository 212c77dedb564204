# Requests for help: making one, following it, answering it, its card, the queue.

## Categories

category-connexion = Connexion, mot de passe
category-compte = Nom, informations du compte
category-application = Une page de l’ENT (messagerie, blog…)
category-contenu = Un texte ou une photo à signaler
category-rattachement = École, rattachement
category-classe = Classe, groupe
category-autre = Autre chose
category-danger = Un enfant a besoin d’aide

## Inside other sentences

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

forwarded = ↪️ Message transféré
attached =
    { $files ->
        [0] { "" }
        [one] 📎 1 fichier
       *[other] 📎 { $files } fichiers
    }

at-school =
    { $several ->
        [yes] { " " }({ $place })
       *[no] { "" }
    }
in-school =
    { $several ->
        [yes] { " · " }{ $place }
       *[no] { "" }
    }

## Buttons

button-new = Nouvelle demande
button-myself = Pour moi
button-someone = Pour quelqu’un qui ne peut pas se connecter
button-tell_school = Le dire à l’école
button-tell_outside = Le dire à quelqu’un hors de l’école
button-leave_earlier = Retirer ce que j’ai écrit avant
way-mistaken = Ce n’est pas ça : j’ai un problème avec l’ENT
button-take = ✋ Prendre
button-answer = 💬 Répondre
button-ask = ⏳ En attente
button-escalate = ⬆️ Escalader
button-send_back = ⬇️ Renvoyer
button-resolve = ✅ Résoudre
button-conclude = ✅ Résoudre avec un mot
# With a straight apostrophe: scripts compare this word.
button-confirm = ✅ C'est résolu
button-reopen = 🔁 Rouvrir
button-renew = Nouvelle demande
button-note = 🔒 Note interne
button-release = ↩️ Rendre à l’équipe
button-entrust = 🤝 Confier
button-correct = ✏️ Corriger
button-bring = Cette école
button-merge_now = Confirmer
button-which = Cette demande
button-colleague = Ce collègue
button-change_category = Changer la catégorie
button-change_place = Changer l’école
button-continue = Continuer
button-another = Nouvelle demande
button-queue_filter = Afficher
button-queue_schools = Par école
queue-filter-tout = Tout
queue-filter-moi = Les miennes
queue-filter-libres = À prendre
queue-filter-retard = En retard
queue-filter-envoyees = Envoyées
button-correct_what = Corriger
correct-category = La catégorie
correct-school = L’école
button-withdraw = Retirer la demande
button-show = Voir la demande
button-files = 📎 Voir les fichiers
button-all = 📖 Voir tout
button-further = Suite
button-enclosed = 📎 Les fichiers de cette page
button-still = 🔁 Toujours pas
button-resend = 🔁 Renvoyer
button-give_back = ⬇️ Rendre au niveau en dessous
button-give_back_all = ⬇️ Tout rendre
button-queue = Suite
button-mine = Suite

## Commands

command-assistance = Demander de l’aide
command-mesdemandes = Mes demandes
command-demande = Voir une demande
command-repondre = Répondre à une demande
command-rouvrir = Rouvrir une demande
command-clore = Dire que c’est résolu
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
command-categorie = Corriger la catégorie d’une demande
command-ecole = Corriger l’école d’une demande

## Making a request

notice-hello = Bonjour { $name } ! Besoin d’aide avec l’ENT ?
notice-offer =
    { $why ->
        [gone] Le compte { $d }{ $name } n’est plus relié ici : sa question est close, et rien n’a été fait. Que faut-il faire de ce message ?
        [request] Est-ce pour la demande n°{ $number } ?
        [whom]
            { $command ->
                [code] Est-ce le nom pour le code de connexion ?
                [block] Est-ce le nom du compte à bloquer ?
                [unblock] Est-ce le nom du compte à débloquer ?
                [classes] Est-ce le nom de la personne dont les classes changent ?
                [rights] Est-ce le nom de la personne dont les droits changent ?
               *[other] Est-ce le nom du compte à montrer ?
            }
        [correcting] Est-ce pour la correction d’une demande ?
        [handing] Est-ce le nom de la personne à qui confier la demande ?
        [late] Est-ce la réponse à ma question ?
        [elsewhere] Est-ce la réponse à ma question posée dans l’autre sujet ?
        [renewing] Est-ce pour la nouvelle demande ?
        [filing] Est-ce pour la nouvelle demande ?
       *[other]
            { $ways ->
                [0] J’envoie ce message à l’assistance ?
               *[other] Que faut-il faire de ce message ?
            }
    }
    { $quote }
    { attached }
button-late_answer = Oui, c’est cela
notice-ask_place =
    { $someone ->
        [yes] Pour <b>{ $whom }</b>, de quelle école s’agit-il ?
       *[no] De quelle école s’agit-il ?
    }
notice-place_gone =
    { $someone ->
        [yes] Pour <b>{ $whom }</b>, { $place } n’est plus son école : rien n’est encore parti. De quelle école s’agit-il maintenant ?
       *[no] { $place } n’est plus une de vos écoles : rien n’est encore parti. De quelle école s’agit-il maintenant ?
    }
notice-category_gone = « { $category } » n’est plus proposé : rien n’est encore parti. Quel est le problème ? Touchez le plus proche.
notice-ask_category =
    { $someone ->
        [yes] Pour <b>{ $whom }</b>, quel est le problème ? Touchez le plus proche.
       *[no] Quel est le problème ? Touchez le plus proche.
    }
notice-ask_words =
    <b>{ $category }</b>
    Racontez le problème : ce que vous vouliez faire, et ce qui s’affiche. Une photo de l’écran aide beaucoup.
notice-ask_whom = Pour qui est cette demande ? Écrivez le début du nom ou l’identifiant.
notice-whom_gone = Vous n’administrez plus ce compte (<b>{ $whom }</b>) : rien n’est encore parti. Pour qui est cette demande ? Écrivez le début du nom ou l’identifiant, ou touchez « { button-myself } ».
notice-choose_whom = Qui est « { $words } » ?
notice-nobody_found = Je ne trouve personne au nom de « { $words } » dans vos écoles. Vérifiez le nom et écrivez-le de nouveau, ou regardez la liste : /comptes
notice-afraid =
    <b>Un enfant est en danger, ou vous l’êtes ? Vous pouvez téléphoner, c’est gratuit :</b>
    • <b>119</b> : enfant en danger, jour et nuit
    • <b>3018</b> : harcèlement, tous les jours de 9 h à 23 h
    • <b>17</b> : danger tout de suite
    { "" }
    { afraid-school }
    { afraid-outside }
afraid-school =
    { $school ->
        [yes] Vous pouvez le dire ici : « { button-tell_school } », et la direction de l’école lira ce que vous avez écrit, ou l’équipe au-dessus si personne n’y lit.
       *[no] { "" }
    }
afraid-outside =
    { $outside ->
        [read] Ou bien « { button-tell_outside } » : une personne qui ne travaille pas dans l’école le lira ({ $level }). Personne de l’école ne le verra.
        [unread] Ou bien « { button-tell_outside } » : mais personne n’y lit encore. Votre message y attendra, et personne de l’école ne le verra. N’attendez pas : appelez le 119.
       *[none] { "" }
    }
afraid-sends = Rien n’est encore envoyé. Voici tout ce qui partira{ $files ->
    [0] { "" }
    [one] , avec 1 fichier
   *[other] , avec { $files } fichiers
} :
notice-afraid_more =
    { $school ->
        [yes] C’est ajouté. Rien n’est encore envoyé : touchez à qui vous voulez le dire.
       *[no] C’est ajouté.
    }
    { afraid-outside }
notice-closed_afraid =
    Ce que vous avez écrit n’est pas parti : pour le dire, écrivez-le de nouveau.
    { notice-help_lines }
notice-told_afraid =
    { told-afraid }
    { "" }
    { notice-help_lines }
told-afraid =
    { $outside ->
        [yes]
            { $unread ->
                [yes] 📭 Votre message (n°{ $number }) est gardé hors de l’école, où personne ne le lit encore. Personne de l’école ne le verra. N’attendez pas : téléphonez.
               *[no] ✅ C’est dit hors de l’école (n°{ $number }), à { $level }. Personne de l’école ne le verra. La réponse arrivera ici.
            }
       *[no]
            { $unread ->
                [yes] 📭 Votre message (n°{ $number }) est gardé, mais personne ne le lit encore. N’attendez pas : téléphonez.
               *[no] ✅ C’est dit (n°{ $number }), à { $level }. La réponse arrivera ici.
            }
    }
notice-filed_outside =
    ✅ Votre message <b>n°{ $number }</b> est parti hors de l’école, à { $level }. Personne de l’école ne le verra.
    La réponse arrivera ici.
notice-filed_outside_unread =
    📭 Votre message <b>n°{ $number }</b> est gardé hors de l’école, mais personne n’y lit encore. La première personne qui viendra le lira ; personne de l’école ne le verra. N’attendez pas : téléphonez.
    { "" }
    { notice-help_lines }
notice-help_lines =
    Besoin d’aide ou en danger ? Ces numéros sont gratuits :
    • <b>119</b> : enfant en danger, jour et nuit
    • <b>3018</b> : harcèlement, tous les jours de 9 h à 23 h
    • <b>17</b> : danger tout de suite
notice-summary =
    { $someone ->
        [yes] Demande pour <b>{ $whom }</b>
       *[no] <b>Votre demande</b>
    } · { $category }{ in-school }
    { $quote }
    { attached }
    { "" }
    Rien n’est encore parti : touchez « { button-send } », ou écrivez la suite.
notice-summary_again =
    Vous avez déjà envoyé cette demande : c’est la n°{ $number }.
    { $quote }
    { attached }
    { "" }
    Rien d’autre n’est parti : touchez « { button-send } » pour l’envoyer quand même, ou écrivez la suite.
notice-ask_again =
    Vous avez déjà une demande en préparation, qui n’est pas envoyée :
    { $quote }
    { attached }
    { "" }
    Touchez « Continuer » pour la terminer. « Nouvelle demande » la remplace par une autre.
notice-filed =
    ✅ Votre demande <b>n°{ $number }</b>{ at-school } est envoyée à { $level }.
    { $composed ->
        [yes] { $quote }
       *[no] { "" }
    }
    La réponse arrivera ici.
notice-filed_for =
    ✅ La demande <b>n°{ $number }</b> pour <b>{ $requester }</b>{ at-school } est envoyée à { $level }.
notice-filed_above =
    ✅ Votre demande <b>n°{ $number }</b>{ at-school } est envoyée à une équipe qui pourra la lire.
    { $composed ->
        [yes] { $quote }
       *[no] { "" }
    }
    La réponse arrivera ici.
notice-filed_for_above = ✅ La demande <b>n°{ $number }</b> pour <b>{ $requester }</b>{ at-school } est envoyée à { $level }, car personne ne lit ces messages pour l’instant ({ $proper }).
notice-filed_unread = 📭 Votre demande <b>n°{ $number }</b>{ at-school } est gardée, mais personne ne peut encore la lire ici. En attendant, contactez { $contact }.
child-filed_unread =
    📭 Votre demande <b>n°{ $number }</b> est gardée, mais personne ne peut encore la lire ici. N’attendez pas : parlez-en tout de suite à un adulte.
    { "" }
    { notice-help_lines }
notice-filed_for_unread = 📭 La demande <b>n°{ $number }</b> pour <b>{ $requester }</b>{ at-school } est gardée, mais personne ne peut encore la lire ici. En attendant, contactez { $contact }.
notice-behalf =
    📨 { who } a envoyé une demande pour vous : <b>n°{ $number }</b>, { $category }, { $place }.
    Vous n’avez rien à faire : la réponse arrivera ici.

## Following a request

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
    { $worded ->
        [yes] { who } a écrit :
       *[no] { who } a envoyé :
    }
    { $quote }
notice-asked =
    ❓ <b>Demande n°{ $number }</b>
    { $own ->
        [yes] { who } vous pose une question. Pour répondre, touchez « Répondre » :
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
    ⬆️ { $own ->
        [yes] Votre demande n°{ $number } est passée à des spécialistes : { $level }.
       *[no] La demande n°{ $number } est transmise à { $level }.
    }
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
    ✅ { who } pense avoir réglé { your-request }.
    { $quote }
    Est-ce que cela marche maintenant ? Touchez « C’est résolu » ou « Rouvrir ». Sans réponse, la demande se fermera dans 7 jours.
child-resolved =
    💬 { who } a répondu au message n°{ $number }.
    { $quote }
    Est-ce que ça va mieux ? Si oui, touchez « C’est résolu ». Sinon, touchez « Rouvrir » et écrivez ce qui se passe.
    { "" }
    { notice-help_lines }
notice-resolved_elsewhere = ✅ La demande n°{ $number }, que vous suivez, est résolue.
notice-confirmed = ✅ { who } confirme que tout marche : { your-request } est fermée.
notice-expired =
    { request } s’est fermée toute seule, après 7 jours sans réponse.
    Le problème est encore là ? Touchez « Rouvrir » : c’est possible pendant 30 jours.
notice-reopened =
    🔁 { who } a rouvert { your-request }.
    { $quote }
# For somebody whose own request n°$follows was merged into n°$number.
follower-request =
    { $own ->
        [yes] votre demande n°{ $follows }
       *[no] la demande n°{ $follows }
    }
notice-followed_resolved =
    ✅ La demande n°{ $number }, réunie avec { follower-request }, est résolue.
    { $quote }
    Est-ce bon aussi pour vous ?
notice-followed_closed =
    La demande n°{ $number }, réunie avec { follower-request }, est fermée : les deux sont terminées.
    Si le problème est encore là, touchez « Toujours pas ».
notice-followed_reopened =
    🔁 La demande n°{ $number }, réunie avec { follower-request }, est rouverte. Un message vous dira quand elle sera résolue.
notice-followed_merged =
    🔗 La demande n°{ $number }, réunie avec { follower-request }, rejoint la demande n°{ $into }. Un message vous dira quand elle sera résolue.
notice-followed_resumed =
    🔗 La demande n°{ $into } s’arrête sans être résolue : { follower-request } rejoint la demande n°{ $number }, qui traite du même problème. Un message vous dira quand elle sera résolue.
notice-resumed =
    🔁 La demande n°{ $into } s’arrête sans être résolue : { your-request }, qui était réunie avec elle, est rouverte.
    Vous n’avez rien à faire : la réponse arrivera ici.
notice-heard =
    💬 <b>Demande n°{ $number }</b>, réunie avec la demande n°{ $into }
    { who } a écrit :
    { $quote }
notice-withdrawn = { who } a retiré { your-request }.
notice-merged =
    🔗 { request } est réunie avec la demande n°{ $into }, qui parle du même problème.
    { $own ->
        [yes] Un message vous dira quand ce sera réglé.
       *[no] { "" }
    }
notice-merged_across =
    🔗 La demande n°{ $number } ({ $place }) est réunie avec une demande d’une autre école, la n°{ $into } ({ $other }), qui parle du même problème.
    Vous pouvez toujours lire la demande n°{ $number }.
notice-joined = 🔗 Une demande d’une autre école, la n°{ $into } ({ $other }), est réunie avec la demande n°{ $number } ({ $place }), qui parle du même problème. Rien ne change pour la vôtre.
notice-programs =
    ⚠️ <b>Demande n°{ $number }</b> · « { $names } »
    { $count ->
        [one] C’est un programme, ou un fichier qui en cache peut-être un : ne l’ouvrez pas, demandez plutôt une capture d’écran ou un PDF.
       *[other] Ce sont des programmes, ou des fichiers qui en cachent peut-être : ne les ouvrez pas, demandez plutôt une capture d’écran ou un PDF.
    }
notice-files_lost = 📎 Demande n°{ $number } : { $files ->
        [1] le fichier joint{ $someone ->
            [yes] {" « "}{ $name } »
           *[no] {""}
        } n’a pas pu être transmis.
       *[other] { $lost ->
            [one] un des { $files } fichiers joints, le n°{ $which }, n’a pas pu être transmis.
           *[other] { $lost } des { $files } fichiers joints n’ont pas pu être transmis : n°{ $which }, dans l’ordre de l’envoi.
        }
    } Demandez un nouvel envoi.

notice-words_unsure = ❓ On ne sait pas si votre message à la demande n°{ $number } est arrivé : Telegram n’a pas répondu. Vous pouvez le renvoyer, au risque qu’il soit lu deux fois.
notice-words_lost = ⚠️ Votre message à la demande n°{ $number } n’a pas pu être remis : Telegram l’a refusé. Écrivez-le à nouveau, autrement ou en plusieurs fois.
notice-unreachable = 📵 <b>Demande n°{ $number }</b> · { $name } ne reçoit plus nos messages sur Telegram. Essayez un autre moyen : téléphone, mail ou cahier de liaison.
notice-escalated_past =
    { $own ->
        [yes] ⬆️ Votre demande n°{ $number } est transmise à une équipe qui pourra la lire.
       *[no] ⬆️ { request } est transmise à { $level }, car personne ne lit ces messages pour l’instant ({ $proper }).
    }
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-moved_up =
    { $own ->
        [yes] ⬆️ Votre demande n°{ $number } est transmise à une équipe qui pourra la lire.
       *[no] ⬆️ { request } passe à { $level }, car personne ne lit ces messages pour l’instant ({ $proper }).
    }
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-call_erased = 🚨 L’appel à l’aide n°{ $number }, que vous avez suivi, a été effacé par la personne qui l’avait fait. Il reste à traiter.
notice-stranded = 📭 { request } est gardée, mais plus personne ne la lit ici pour l’instant. En attendant, contactez { $contact }.
child-stranded =
    📭 { request } est gardée, mais plus personne ne la lit ici pour l’instant. N’attendez pas : parlez-en tout de suite à un adulte.
    { "" }
    { notice-help_lines }
notice-found = 👋 { request } peut de nouveau être lue par { $level }. La réponse arrivera ici.
notice-given_back =
    ⬇️ { request } revient à { $level }, où quelqu’un lit de nouveau ces messages.
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-holder_back = 👋 <b>Demande n°{ $number }</b> · { $name } lit de nouveau nos messages et peut continuer à s’en occuper.
notice-reads_again = 👋 <b>Demande n°{ $number }</b> · { $name } lit de nouveau nos messages sur Telegram.
notice-taken_over = ✋ <b>{ $name }</b> s’occupe maintenant de la demande n°{ $number }, que vous aviez prise.
notice-summed_up = Et { $count } messages de plus, sur { $numbers } : tout est dans ces demandes, que /file et /mesdemandes retrouvent aussi.
notice-offer_back =
    👋 { $name } lit maintenant ces messages. { $count ->
        [one] Vous traitez une demande à sa place : { $numbers }.
       *[other] Vous traitez { $count } demandes à sa place : { $numbers }.
    }
    Pour rendre une demande, touchez son bouton. Sinon, vous continuez à la traiter.

waits-title = 👋 <b>{ $name }, voici ce qui vous attend :</b>
waits-asked = ❓ On attend votre réponse : { $numbers }
waits-solved = ✅ À confirmer, si le problème a disparu : { $numbers }
waits-held = ✋ Vous vous en occupez : { $numbers }
waits-free = 🆕 À prendre : { $numbers }
waits-above = ⬆️ Traitées par le niveau au-dessus à votre place : { $numbers }
waits-missed = 📭 Des messages n’ont pas pu vous être remis : { $numbers }

notice-thanks = Avec plaisir ! Est-ce que tout marche pour la demande n°{ $number } ?

## Writing on a request

notice-ask_answer = Écrivez votre réponse pour la demande n°{ $number }. Vous pouvez y joindre des photos ou des fichiers.
notice-ask_ask = Quelle question posez-vous pour la demande n°{ $number } ? Elle restera en attente de la réponse.
notice-ask_note = Écrivez votre note sur la demande n°{ $number }. Seules les personnes qui traitent la demande la liront.
notice-ask_escalate = Pourquoi transmettre la demande n°{ $number } au niveau au-dessus ? Dites aussi ce qui a été essayé.
notice-ask_send_back = Pourquoi renvoyer la demande n°{ $number } au niveau en dessous ?
notice-ask_merge =
    🔗 Ces deux demandes ne viennent pas de la même école :
    • n°{ $number } : { $place }
    • n°{ $into } : { $other }
    { "" }
    La demande n°{ $number } sera fermée, et la personne qui l’a faite suivra la demande n°{ $into }. Chaque école ne lira que la sienne. Les réunir quand même ?
also =
    { $rank ->
        [0] Vous êtes aussi l’administration de l’école
        [1] Vous êtes aussi l’ERUN
       *[other] Vous êtes aussi { $level }
    }
also-alone = ⚠️ { also } : c’est vous qui la lirez.
also-among = ⚠️ { also } : vous la lirez là aussi, avec vos collègues.
notice-ask_conclude = Que s’est-il passé pour la demande n°{ $number } ? Votre message part avec la solution, et la demande est résolue.
notice-hand_gone = { $name } ne répond plus à ce niveau : la demande n°{ $number } n’est pas encore confiée. Touchez un autre nom, ou écrivez-en le début.
notice-ask_hand = À qui confier la demande n°{ $number } ? Touchez un nom, ou écrivez-en le début.

## Correcting a request

notice-correct_gone = { $name } n’est plus possible : la demande n°{ $number } reste où elle est ({ $place }). Touchez la bonne école.
notice-correct_which = Quelle demande corriger ? Touchez-la, ou écrivez son numéro.
notice-correct_what = Que faut-il corriger dans la demande n°{ $number } ?
notice-correct_category =
    { $someone ->
        [yes] « { $name } » n’est pas une catégorie.
       *[no] { "" }
    }
    La demande n°{ $number } est classée dans « { $category } ». De quoi s’agit-il vraiment ?
notice-correct_school =
    { $someone ->
        [yes] Je ne trouve pas d’école au nom de « { $name } ».
       *[no] { "" }
    }
    La demande n°{ $number } est là pour l’instant : { $place }. Touchez la bonne école, ou écrivez le début de son nom.
notice-correct_own_school =
    { $someone ->
        [yes] Je ne trouve pas d’école au nom de « { $name } ».
       *[no] { "" }
    }
    La demande n°{ $number } est là pour l’instant : { $place }. Touchez la bonne école.
notice-corrected =
    ✏️ { who } a corrigé { your-request } : { $category }, { $place }.
notice-moved =
    ➡️ { request } est corrigée ({ $category }, { $place }) et passe à { $level }.
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-moved_away = ➡️ { who } a corrigé la demande n°{ $number } : elle passe à { $level } ({ $place }), et vous n’avez plus rien à faire.

## Somebody is at another school now

notice-came =
    { $own ->
        [yes] 🏫 { $was } n’est plus votre école : votre demande n°{ $number } est maintenant lue par { $level } ({ $place }).
       *[no] 🏫 { $name } a changé d’école ({ $was } → { $place }) : la demande n°{ $number } est maintenant lue par { $level }.
    }
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-came_above =
    { $own ->
        [yes] 🏫 { $was } n’est plus votre école : votre demande n°{ $number } est transmise à une équipe qui pourra la lire.
       *[no] 🏫 { $name } a changé d’école ({ $was } → { $place }) : la demande n°{ $number } passe à { $level }, car personne ne lit ces messages là-bas pour l’instant.
    }
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-came_along = 🏫 <b>Demande n°{ $number }</b> · { $name } a changé d’école ({ $was } → { $place }). La demande reste chez vous, et la nouvelle école peut la lire.
notice-went_along = 🏫 { $name } a changé d’école ({ $was } → { $place }) : la demande n°{ $number } est lue là-bas maintenant, et vous n’avez plus rien à faire.
notice-which_new_school =
    🏫 { $place } n’est plus votre école. Quelle école doit lire votre demande n°{ $number } ?
    Touchez l’école. En attendant, la réponse peut encore arriver ici.
notice-left_several = 🏫 <b>Demande n°{ $number }</b> · { $name } n’est plus dans cette école ({ $place }) mais dans plusieurs autres. Si le demandeur ne choisit pas celle qui lira la demande, choisissez-la avec « Corriger ». En attendant, vous pouvez répondre.
notice-left_all = 🏫 <b>Demande n°{ $number }</b> · { $name } n’est plus dans cette école ({ $place }), ni dans une autre école de l’ENT. Vous pouvez répondre, transmettre ou résoudre la demande, mais plus agir sur ce compte.
notice-regrafted =
    🏫 { $place } dépend maintenant d’une autre circonscription : { your-request } est lue par { $level }.
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-regrafted_away = 🏫 { $place } ne dépend plus de vous : la demande n°{ $number } passe à { $level }, et vous n’avez plus rien à faire.
notice-parted =
    🔁 La demande n°{ $into } est partie dans une autre école : { your-request }, qui était réunie avec elle, est rouverte.
    { $own ->
        [yes] Vous n’avez rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-followed_parted =
    🔗 La demande n°{ $into } est partie dans une autre école : { follower-request } rejoint la demande n°{ $number }, qui traite du même problème. Un message vous dira quand elle sera résolue.

## Whom words are for, and who else is writing

holding =
    { $writing ->
        [yes] ✋ <b>{ $holder }</b> s’en occupe et écrit en ce moment.
       *[no] ✋ <b>{ $holder }</b> s’en occupe.
    }
notice-ask_held =
    { holding }
    { $quote }
    { $wordless ->
        [yes] Résoudre quand même la demande n°{ $number } ?
       *[no] Envoyer quand même ce message pour la demande n°{ $number } ?
    }
notice-ask_towards =
    { $late ->
        [yes]
            { $status ->
                [resolved] La demande n°{ $number } est résolue. Que faire de ce message ?
                [closed] La demande n°{ $number } est fermée. Que faire de ce message ?
               *[other] La demande n°{ $number } est traitée ailleurs maintenant. Que faire de ce message ?
            }
       *[no] À qui va ce message sur la demande n°{ $number } ?
    }
    { $quote }
notice-ask_renew =
    La demande n°{ $number } ({ $category }) est fermée depuis plus de trente jours : elle ne peut plus être rouverte.
    « { $words } »
    { $worded ->
        [yes] Faire une nouvelle demande avec ce message ?
       *[no] Faire une nouvelle demande ?
    }
    { $quote }
    { attached }
notice-closed = Cette question n’attend plus de réponse, et rien n’a été changé : pour recommencer, il faut taper de nouveau la commande.
notice-closed_prompt =
    Cette question n’attend plus de réponse : rien n’a été envoyé pour la demande n°{ $number }.
    Pour écrire, le bouton est ici :
notice-closed_filing = Cette demande n’a pas été envoyée, et sa préparation est finie.
notice-words_over = ⏳ Des mots écrits ici ne sont partis à personne : ils ont attendu trop longtemps, et je ne les garde plus. Pour les envoyer, il faut les écrire de nouveau.
notice-closed_offer = Ce message n’a été envoyé à personne : pour l’envoyer, il faut l’écrire de nouveau.
notice-edit_of_nothing = Ce message n’est dans aucune demande : le modifier ne change rien. Pour l’envoyer, il faut l’écrire de nouveau.
notice-acted =
    🔧 { who } a agi sur la demande n°{ $number }, dont vous vous occupez.
    { $deed } : { $name }
notice-resolved_by =
    ✅ { who } a résolu la demande n°{ $number }, dont vous vous occupiez.
    { $quote }
button-send_all_the_same = Oui, quand même
notice-ask_share =
    D’autres personnes suivent la demande n°{ $number }. Leur envoyer aussi ce message ?
    { $quote }
notice-sent_by = ➡️ { who } a transmis à { $level } la demande n°{ $number }, dont vous vous occupiez.
notice-merged_by = 🔗 { who } a réuni la demande n°{ $number }, dont vous vous occupiez, avec la demande n°{ $into }.
share-yes = À toutes ces personnes
share-no = Seulement à la personne qui demande
towards-again = Rouvrir et envoyer
towards-family = À la famille
towards-requester = À la personne qui demande
towards-above = Au niveau au-dessus
towards-colleagues = À mes collègues seulement
way-add = Ajouter à la demande en préparation
way-answer = Répondre à la demande n°{ $number }
way-ask = Poser la question, demande n°{ $number }
way-note = Note interne, demande n°{ $number }
way-escalate = Transmettre plus haut la demande n°{ $number }
way-send_back = Renvoyer la demande n°{ $number }
way-conclude = Résoudre la demande n°{ $number }
refusal-edited-otherwise = { $voice ->
        [note] Le premier texte reste une note interne de la demande n°{ $number }, que le demandeur ne lit pas,
        [question] Le premier texte reste la question posée dans la demande n°{ $number }, que le demandeur peut lire,
       *[answer] Le premier texte reste une réponse dans la demande n°{ $number }, que le demandeur et l’assistance peuvent lire,
    } et le nouveau n’est parti nulle part : pour le dire autrement, il faut l’écrire dans un nouveau message.
refusal-edited-elsewhere = Ce message est déjà parti pour la demande n°{ $number } : pour une autre demande, il faut l’écrire de nouveau.
refusal-files-of-another-bot = Un autre bot Telegram a reçu ces fichiers, et je ne peux pas les montrer : il faut demander à la personne de les envoyer de nouveau.
refusal-no-reply = On ne répond pas à ce message : il faut toucher un de ses boutons, ou écrire sans y répondre.

## Receipts: short and without markup, since they are also shown as a toast

notice-done_taken = Vous vous occupez de la demande n°{ $number }.
notice-done_already_yours = Vous vous occupez déjà de la demande n°{ $number }.
notice-done_answered = Votre réponse à la demande n°{ $number } est envoyée.
notice-done_replied = Votre message est ajouté à la demande n°{ $number }.
notice-done_called = C’est ajouté à votre appel à l’aide (demande n°{ $number }). { $outside ->
        [yes] Personne de l’école ne le verra.
       *[no] L’école le lit.
    } { $barred ->
        [yes] En danger maintenant : le 17. Pour un enfant en danger : le 119. Pour autre chose, votre compte ENT doit d’abord être rétabli.
       *[no] Pour autre chose, il faut encore l’accord demandé.
    }
notice-done_asked = Votre question est envoyée : la demande n°{ $number } attend la réponse.
notice-done_noted = Votre note interne est ajoutée à la demande n°{ $number }.
notice-done_released = La demande n°{ $number } est rendue à l’équipe.
notice-done_handed = La demande n°{ $number } est confiée à { $to }.
notice-done_escalated_past = La demande n°{ $number } est transmise à { $level }, sans passer par { $skipped }, qui ne lit pas ces messages pour l’instant. Vous pourrez toujours la lire.
notice-done_escalated = La demande n°{ $number } est transmise à { $level }. Vous pourrez toujours la lire.
notice-done_also_alone = La demande n°{ $number } change de niveau. { also } : c’est vous qui la lirez.
notice-done_also_among = La demande n°{ $number } change de niveau. { also } : vous la lirez là aussi, avec vos collègues.
notice-done_sent_back = La demande n°{ $number } est renvoyée à { $level }. Vous pourrez toujours la lire.
notice-done_resolved = La demande n°{ $number } est résolue. La personne est prévenue : elle confirmera, ou rouvrira.
notice-done_confirmed = Merci ! La demande n°{ $number } est fermée.
notice-done_reopened = La demande n°{ $number } est rouverte.
notice-done_heard = Votre message est ajouté à la demande n°{ $number } et transmis à ceux qui traitent la demande n°{ $into }.
notice-done_settled = Merci ! La demande n°{ $number } est terminée.
notice-done_still = La demande n°{ $number } est rouverte.
notice-done_withdrawn = La demande n°{ $number } est retirée.
notice-done_resent = Votre message à la demande n°{ $number } est renvoyé.
notice-done_kept_waiting = C’est noté pour la demande n°{ $number } : l’élève le lira quand un parent ou l’école aura dit oui (« Accord de la famille », sur la carte de son compte).
notice-done_kept_erased = C’est noté pour la demande n°{ $number }, mais personne ne lira cette réponse : la personne a effacé ses données. Allez lui parler.
notice-done_kept = C’est noté pour la demande n°{ $number } : la personne le lira si elle revient sur Telegram.
notice-done_unheard = Votre message à la demande n°{ $number } est gardé, mais personne ne peut le lire ici pour l’instant : en attendant, téléphonez à l’école.
notice-done_released_alone = La demande n°{ $number } est rendue, mais vous êtes pour l’instant la seule personne à lire ici : elle vous attend.
notice-done_given_back = La demande n°{ $number } est rendue à { $level }. Vous continuez à la lire.
notice-done_given_back_all =
    { $count ->
        [one] Une demande est rendue.
       *[other] { $count } demandes sont rendues.
    } Vous continuez à les lire.
notice-done_merged = La demande n°{ $number } est réunie avec la demande n°{ $into }.
notice-done_corrected = La demande n°{ $number } est corrigée : { $category }.
notice-done_relocated = La demande n°{ $number } est corrigée ({ $place }).
notice-done_moved = La demande n°{ $number } est corrigée et passe à { $level }.

## Headlines above the card

headline-filed = 🆕 { who } a fait une nouvelle demande.
headline-unsure = 📭 Un message sur cette demande ne vous est peut-être pas parvenu : la voici telle qu’elle est maintenant.
headline-released = ↩️ { who } rend cette demande à l’équipe.
headline-handed = 🤝 { who } vous confie cette demande.
headline-escalated = ⬆️ { who } vous transmet cette demande.
headline-sent_back = ⬇️ { who } vous renvoie cette demande.
headline-filed_above = 🆕 { who } a fait une nouvelle demande. Elle vous arrive, car personne ne lit ces messages pour l’instant ({ $proper }).
headline-escalated_past = ⬆️ { who } transmet cette demande. Elle vous arrive, car personne ne lit ces messages pour l’instant ({ $proper }).
headline-call_erased = 🚨 <b>Un appel à l’aide a été effacé</b> par la personne qui l’avait fait : ses mots ne sont plus là, l’appel reste à traiter.
headline-moved_up = ⬆️ Cette demande vous arrive, car personne ne lit ces messages pour l’instant ({ $proper }).
headline-moved_down = ⬇️ Cette demande vous revient, car plus personne ne la lit au niveau au-dessus.
headline-found = 👋 Cette demande attendait que quelqu’un puisse la lire ici.
headline-given_back = ⬇️ { who } vous rend cette demande, traitée jusqu’ici à votre place ({ $proper }).
headline-holder_away = 📵 { $name } s’occupait de cette demande mais ne reçoit plus nos messages : vous pouvez la prendre.

headline-still = 🔁 La demande n°{ $number }, réunie avec la demande n°{ $into }, a toujours le problème.
headline-resumed = 🔁 La demande n°{ $into } s’arrête sans être résolue : celle-ci, qui était réunie avec elle, est à traiter.
headline-moved = ➡️ { who } a corrigé cette demande, qui arrive chez vous.
headline-came = 🏫 { $name } a changé d’école ({ $was } → { $place }) : sa demande vous arrive.
headline-came_above = 🏫 { $name } a changé d’école ({ $was } → { $place }). Cette demande vous arrive, car personne ne lit ces messages là-bas pour l’instant.
headline-regrafted = 🏫 { $place } dépend maintenant de vous : cette demande arrive chez vous.
headline-parted = 🔁 La demande n°{ $into } est partie dans une autre école : celle-ci, qui était réunie avec elle, est à traiter.

## Card

card-title = <b>Demande n°{ $number }</b> · { $category }
card-status =
    { $sign } <b>{ $state }</b> · { $desk } (niveau { $rank }){ $late ->
        [now] { " " }· ⏰ à traiter tout de suite
        [yes] { " " }· ⏰ délai dépassé
       *[no] { "" }
    }
card-contact = ☎️ { $contact }
card-about = { $requester } ({ $function }) · { $place }
card-erased-name = 🚨 <b>{ $erased_name }</b> · { $place } : a appelé à l’aide, puis a effacé ses données. Allez lui parler.
card-erased = Demandeur effacé · { $place }
card-onde = ↳ Ce qui vient d’ONDE se corrige là, par la direction de l’école. { account-arrival }
card-filer = Demande écrite par { $filer }
card-holder = ✋ { $holder } s’en occupe
card-holder-away = 📵 { $holder } s’en occupait, mais ne reçoit plus nos messages
card-proper = ⬆️ Traitée ici, car personne n’y lit : { $proper }
card-unheard = 📭 Personne ne lira une réponse écrite ici : allez parler à la personne
card-outside = 🔒 Dite hors de l’école : personne de l’école ne la lit
card-stranded = 📭 Personne ne peut la lire ici pour l’instant
card-unread = 📵 { $requester } ne reçoit pas nos messages pour l’instant
card-put-off = ⏳ Telegram fait patienter { $requester } : la réponse partira vers { $time }
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
card-number = { " " }· n°{ $number }
card-continued = { " " }(suite)
card-edited = { " " }(modifié)

notice-card_followed =
    <b>Demande n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $desk }
    Vous suivez cette demande. Un message vous dira quand elle sera résolue.

notice-card_ended =
    <b>Demande n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $desk }
    Votre demande est réunie avec celle-ci. Si le problème est encore là, ouvrez la vôtre et touchez « Toujours pas ».
leaf-title = <b>Demande n°{ $number }</b> · tout l’échange

## Queue, and one's own requests

queue-title =
    { $filter ->
        [moi] <b>Vos demandes en cours</b>
        [libres] <b>Demandes à prendre</b>
        [retard] <b>Demandes en retard</b>
       *[other] <b>Demandes à traiter</b>
    }
queue-empty = Rien à traiter pour le moment.
queue-line = { $sign } <b>n°{ $number }</b> · { $category } · { $age }
queue-details = { $requester } · { $place }
queue-details-desk = { $requester } · 📥 { $place }
queue-desk = { " " }· 📥 { $desk }
queue-account = { " " }· 👤 { $account }
queue-now = { " " }· ⏰ à traiter tout de suite
queue-late = { " " }· ⏰ en retard
queue-holder = { " " }· ✋ { $holder }
queue-title-sent = <b>Demandes envoyées à un autre niveau</b>
queue-school = { " " }· { $school }
queue-where = { " " }· { $state } · { $level }
queue-empty-sent = Vous n’avez envoyé aucune demande à un autre niveau.
notice-queue_schools =
    De quelle école voulez-vous voir les demandes ?
    { $more ->
        [yes] La liste est longue : écrivez plutôt /file suivi du début du nom.
       *[no] { "" }
    }

mine-title = <b>Vos demandes</b>
mine-empty = Vous n’avez pas encore fait de demande. Touchez le bouton pour en faire une.
mine-line = { $sign } <b>n°{ $number }</b> · { $category } · { $state } · { $age }
mine-account = { " " }· { $account }
mine-hat = { " " }({ $function }{ $at })

## Refusals: one sentence, which says why and what to do

refusal-no-place = Aucune école de ce compte n’est servie ici : il faut en parler directement à la direction de l’école.
refusal-no-desk = Personne ne répond à ce niveau pour cet endroit ({ $place }) : parlez-en à votre circonscription.
refusal-unknown-request = Je ne trouve pas cette demande : vérifiez son numéro avec /mesdemandes.
refusal-follower-only = Je ne peux pas montrer la demande n°{ $number }, qui est celle de quelqu’un d’autre : /demande { $number } dit où elle en est.
refusal-no-longer-yours = La demande n°{ $number } n’est plus chez vous : elle est lue ailleurs, et vous n’avez plus rien à faire.
refusal-went-along = La demande n°{ $number } est déjà lue par { $level } ({ $place }) : vous n’avez plus rien à choisir.
refusal-requester-only = Seule la personne qui a fait la demande n°{ $number } peut faire cela : /demande { $number } montre ce qui vous est possible.
refusal-holder-only = Seule la personne qui s’occupe de la demande n°{ $number } peut faire cela : prenez-la d’abord avec /prendre { $number }.
refusal-agents-only = Seules les personnes qui traitent la demande n°{ $number } peuvent faire cela : pour leur écrire, /repondre { $number }.
refusal-agents-only-queue = Cette liste est réservée aux personnes qui traitent les demandes : les vôtres sont dans /mesdemandes.
refusal-elsewhere = La demande n°{ $number } est maintenant traitée par { $level } : pour y ajouter un mot, écrivez /note { $number }.
refusal-held =
    { $someone ->
        [yes] { $name }
       *[no] Quelqu’un
    } s’occupe déjà de la demande n°{ $number } : pour lui dire un mot, écrivez /note { $number }.
refusal-held-by-colleague =
    { $someone ->
        [yes] { $name }
       *[no] Quelqu’un
    } s’occupe de la demande n°{ $number } : il faut lui demander de la confier, ou de la rendre à l’équipe.
refusal-correct-too-late = Quelqu’un s’occupe déjà de la demande n°{ $number } : écrivez avec /repondre { $number } ce qu’il faut corriger.
refusal-same-category = La demande n°{ $number } est déjà classée dans « { $category } » : choisissez une autre catégorie.
refusal-same-school = La demande n°{ $number } est déjà là ({ $place }) : choisissez une autre école.
refusal-no-other-school =
    { $own ->
        [yes] Votre seule école est { $place } : si votre demande n°{ $number } concerne une autre école, dites-le dans la demande avec « Répondre » (/repondre { $number }).
       *[no] Le demandeur a une seule école ({ $place }) : transmettez la demande n°{ $number } avec /escalader si elle concerne une autre école.
    }
refusal-no-files = La demande n°{ $number } n’a pas de fichier : pour la lire, écrivez /demande { $number }.
refusal-same-request = C’est deux fois la demande n°{ $number } : écrivez deux numéros différents.
refusal-merge-into-closed = La demande n°{ $into } est fermée : choisissez une demande encore en cours, ou répondez à la demande n°{ $number } avec /repondre { $number }.
refusal-merged = La demande n°{ $number } est réunie avec la demande n°{ $into } : la suite se passe dans la demande n°{ $into }.
refusal-no-colleague = Personne d’autre ne traite les demandes avec vous ici : gardez-la, ou transmettez-la plus haut avec « Escalader ».
refusal-no-such-colleague = Je ne trouve pas « { $name } » dans votre équipe : écrivez l’un de ces noms, { $names }.
refusal-which-colleague = Plusieurs collègues correspondent à « { $name } » : écrivez l’identifiant de l’un d’eux, { $names }.
refusal-colleague-away = { $name } ne reçoit plus nos messages sur Telegram : confiez la demande n°{ $number } à quelqu’un d’autre, ou gardez-la.
refusal-nobody-escalate = Personne ne lit ces messages pour l’instant ({ $name }), ni au-dessus : gardez la demande n°{ $number }, et contactez { $contact }.
refusal-nobody-send_back = Personne ne lit ces messages pour l’instant ({ $name }) : répondez vous-même à la demande n°{ $number }, ou téléphonez.
refusal-merge-sure = Touchez « Confirmer » pour réunir les deux demandes, ou « Annuler » pour ne rien changer.
refusal-nothing-to-resend = Rien n’est à renvoyer pour la demande n°{ $number } : pour ajouter un mot, écrivez /repondre { $number }.
refusal-nothing-to-give-back = La demande n°{ $number } n’est pas à rendre : personne d’autre ne peut la lire à votre place pour l’instant.
refusal-not-now =
    { $status ->
        [closed]
            { $act ->
                [reply] La demande n°{ $number } est fermée : écrivez /rouvrir { $number } si le problème est encore là.
                [confirm] La demande n°{ $number } est déjà fermée : il n’y a plus rien à faire.
                [withdraw] La demande n°{ $number } est déjà fermée : il n’y a plus rien à faire.
               *[other] La demande n°{ $number } est fermée, et seule la personne qui l’a faite peut la rouvrir : laissez une note avec /note { $number }, ou faites une nouvelle demande avec /assistance.
            }
        [resolved] La demande n°{ $number } est déjà résolue : rouvrez-la avec /rouvrir { $number } si le problème est encore là.
       *[other]
            { $act ->
                [confirm] La demande n°{ $number } n’est pas encore résolue : pour dire que tout marche, écrivez /repondre { $number }.
                [reopen] La demande n°{ $number } est déjà en cours : pour y ajouter un mot, écrivez /repondre { $number }.
                [withdraw] Quelqu’un s’occupe déjà de la demande n°{ $number } : pour dire que tout marche, écrivez /repondre { $number }.
                [release] Personne n’a encore pris la demande n°{ $number } : elle est déjà à toute l’équipe.
                [hand] Personne n’a encore pris la demande n°{ $number } : prenez-la d’abord avec /prendre { $number }.
                [ask] La demande n°{ $number } attend déjà une réponse : pour ajouter un mot, écrivez /repondre { $number }.
                [take] La demande n°{ $number } est déjà prise : pour la lire, écrivez /demande { $number }.
               *[other] La demande n°{ $number } ne permet pas cela maintenant : /demande { $number } montre ce qui est possible.
            }
    }
refusal-guard-escalate = La demande n°{ $number } est déjà au dernier niveau : répondez-y, ou posez une question avec « En attente ».
refusal-guard-send_back = La demande n°{ $number } est déjà à son premier niveau : répondez-y, ou transmettez-la avec « Escalader ».
refusal-call-stays = Un appel à l’aide n’est ni retiré ni changé : pour dire que tout va bien, écrivez /repondre { $number }.
refusal-outside-school = La demande n°{ $number } a été dite hors de l’école, qui ne doit jamais la lire : répondez-y ici, ou donnez-la à un collègue avec /confier { $number }.
refusal-guard-reopen = La demande n°{ $number } est fermée, et seule la personne qui l’a faite peut la rouvrir : laissez une note avec /note { $number }, ou faites une nouvelle demande avec /assistance.

refusal-text-needed = Ce message est vide : il faut écrire quelques mots.
refusal-reason-needed = Il manque la raison : écrivez pourquoi, et ce qui a été essayé.
refusal-word-for-child = Un enfant a besoin d’aide : avec « { button-conclude } », dites d’abord ce qui a été fait.
refusal-text-too-long = Ce message est trop long : { $limit } caractères au plus, ou un document joint.
refusal-description-too-long = Cette description est trop longue : { $limit } caractères au plus en tout, le reste dans un document joint.
refusal-quota = Cela fait beaucoup en une heure : ceci n’est pas parti, et se renvoie après le { $moment } ; une urgence se dit à l’école, par téléphone.
refusal-quota-requests = Cela fait { $limit } demandes en une heure : celle-ci reste prête, « { button-send } » marchera après le { $moment } ; une urgence se dit à l’école, par téléphone.
refusal-too-many-files = Cela fait trop de fichiers : { $limit } au plus à la fois, les autres s’ajoutent ensuite avec « Répondre ».
refusal-file-too-big = Ce fichier est trop lourd : { $limit } Mo au plus, ou une photo de l’écran.
refusal-unknown-filter = Je ne connais pas « { $name } » : écrivez /file moi, libres, retard ou envoyees, puis le début du nom d’une école.
refusal-bad-number = « { $typed } » n’est pas un numéro de demande : écrivez par exemple 12 ou n°12.

## A command without what it needs

refusal-usage-demande = Il manque le numéro de la demande, par exemple : /demande 12
refusal-usage-repondre = Il manque le numéro de la demande et la réponse, par exemple : /repondre 12 Cela marche, merci
refusal-usage-rouvrir = Il manque le numéro de la demande, par exemple : /rouvrir 12
refusal-usage-clore = Il manque le numéro de la demande, par exemple : /clore 12
refusal-usage-prendre = Il manque le numéro de la demande, par exemple : /prendre 12
refusal-usage-relacher = Il manque le numéro de la demande, par exemple : /relacher 12
refusal-usage-confier = Il manque le numéro de la demande et le nom d’un collègue, par exemple : /confier 12 Martin
refusal-usage-note = Il manque le numéro de la demande et la note, par exemple : /note 12 Vu au téléphone
refusal-usage-attente = Il manque le numéro de la demande et la question, par exemple : /attente 12 Que dit l’écran ?
refusal-usage-escalader = Il manque le numéro de la demande et la raison, par exemple : /escalader 12 Le code ne marche pas
refusal-usage-renvoyer = Il manque le numéro de la demande et la raison, par exemple : /renvoyer 12 À régler dans ONDE
refusal-usage-resoudre = Il manque le numéro de la demande, par exemple : /resoudre 12 Le mot de passe est changé
refusal-usage-fusionner = Il manque les numéros des deux demandes, par exemple : /fusionner 12 15
refusal-usage-categorie = Il manque le numéro de la demande et la catégorie, par exemple : /categorie 12 compte
refusal-usage-ecole = Il manque le numéro de la demande et l’école, par exemple : /ecole 12 Jean-Moulin
