# Links by which people come in: one given to a person, invitations, and who came.

## Buttons and commands

button-link = 🔗 Lien Telegram
button-link_now = Oui, faire un lien
button-invite_typed = ✉️ Inviter
button-copy_link = 📋 Copier le lien
button-share_link = 📤 Partager

command-lien = Donner un lien vers l’assistance

## Acts, as a message of doubt names them

act-give_link = un lien vers l’assistance

## One link for one person

notice-whom_lien = Pour qui faut-il un lien vers l’assistance ? Écrivez le début du nom ou l’identifiant.
notice-link_many = Un lien se donne à une personne ; pour « { $words } », invitez par la messagerie de l’ENT (<code>/inviter { $words }</code>) ou imprimez des fiches (<code>/fiches { $words }</code>).
notice-link_coming = 🔗 Un instant, le lien arrive…
link-anew-linked =
    { already-linked }
    Un nouveau lien y mettra fin dès qu’il sera accepté, sans rien demander à ce téléphone : faites-le s’il est perdu, cassé ou remplacé.
link-anew-ways =
    ⚠️ <b>{ $name }</b> a déjà { $several ->
        [yes] { $links }, qui peuvent encore servir : un nouveau lien les annule aussitôt
       *[no] { $links }, qui peut encore servir : un nouveau lien l’annule aussitôt
    }.
link-anew-coded = Le code d’activation de la fiche, lui, reste bon tant que le compte n’a pas servi : si la feuille s’est perdue, faites-le activer sans attendre, ou fermez-le d’ici là avec /bloquer.
link-way-operator = un lien de la personne qui a installé Palier
link-way-given = un lien remis en main propre
link-way-sheet = une fiche de connexion
link-way-message = un lien dans la messagerie de l’ENT
link-way-sign-in = une connexion à l’ENT en cours
notice-link_given =
    🔗 Lien vers l’assistance pour <b>{ $name }</b> :

    <code>{ $link }</code>

    À remettre à cette personne, et à elle seule : qui l’ouvre parle en son nom. Il sert une fois, pendant { $days ->
        [0] { $hours ->
            [one] { $hours } heure
           *[other] { $hours } heures
        }
        [one] { $days } jour
       *[other] { $days } jours
    } ; les liens faits avant pour ce compte ne servent plus.
    Ce message s’efface dans { $minutes } min : copiez le lien ou partagez-le avant.

## Invitations in the ENT's messaging

command-inviter = Inviter par la messagerie de l’ENT

button-invite_at = Cette école
button-invite_class = Cette classe
button-invite_profile = Ce profil
button-invite_all = 🏫 Toute l’école
button-invite_now = Confirmer
button-mailing_stop = ⏹ Arrêter

invited-student =
    { $count ->
        [one] { $count } élève
       *[other] { $count } élèves
    }
invited-relative =
    { $count ->
        [one] { $count } parent
       *[other] { $count } parents
    }
invited-teacher =
    { $count ->
        [one] { $count } enseignant
       *[other] { $count } enseignants
    }
invited-personnel =
    { $count ->
        [one] { $count } personnel
       *[other] { $count } personnels
    }
invited-guest =
    { $count ->
        [one] { $count } invité
       *[other] { $count } invités
    }
mailing-whom-school = toute l’école
mailing-whom-both = { $class_name } · { $profile }

notice-invite_school = De quelle école faut-il inviter des personnes ? Touchez-la, ou écrivez son nom.
invite-unknown = Je ne trouve ni classe, ni profil, ni personne pour « { $words } ».
notice-invite_whom =
    ✉️ Qui inviter à joindre l’assistance ? Chacun reçoit un lien à son nom dans la messagerie de l’ENT.
    Touchez une classe ou un profil, ou écrivez-le : CM2, parents, parents CM2.
notice-invite_which = Plusieurs réponses possibles. Qui faut-il inviter ?
invite-title = ✉️ <b>Inviter : { $whom }</b>, { $place }
invite-count = À inviter : { $invited }.
invite-linked = Déjà reliés : { $linked }.
invite-lately =
    { $days ->
        [one] Invités depuis hier : { $lately }.
       *[other] Invités ces { $days } derniers jours : { $lately }.
    }
invite-dormant = Sans compte actif dans l’ENT : { $dormant }. Pour eux, imprimez des fiches avec /fiches, ou donnez un /lien.
invite-waiting = ⚠️ Liens d’une invitation d’avant, pas encore utilisés, qui ne serviront plus : { $waiting }.
invite-letter = Chacun lira, dans la messagerie de l’ENT :
invite-time =
    { $minutes ->
        [one] L’envoi prend environ une minute.
       *[other] L’envoi prend environ { $minutes } minutes.
    }

letter-subject = Votre lien vers l’assistance sur Telegram
letter-hello = Bonjour { $name },
letter-why = { $place } vous invite à joindre l’assistance de l’ENT sur Telegram : vous posez votre question, l’école vous répond au même endroit.
letter-open = Ouvrir l’assistance dans Telegram
letter-care =
    Ce lien est à votre nom. Il sert une fois, pendant { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } : ne le transmettez à personne.
letter-automatic = Ce message est automatique, personne n’y lit les réponses.

mailing-running = ✉️ <b>Invitations : { $whom }</b>, { $place }
mailing-done = ✅ <b>Invitations envoyées : { $whom }</b>, { $place }
mailing-cancelled = ⏹ <b>Invitations arrêtées : { $whom }</b>, { $place }
mailing-gathering = Je cherche qui inviter…
mailing-sums = Envoyées : <b>{ $sent }</b> sur { $total }
mailing-skipped = Laissés de côté, reliés ou partis entre-temps : { $skipped }
mailing-failed = Refusées par l’ENT : { $failed }
mailing-doubtful =
    { $doubtful ->
        [one] { $doubtful } envoi n’a pas eu de réponse : il est peut-être arrivé, il n’est pas refait.
       *[other] { $doubtful } envois n’ont pas eu de réponse : ils sont peut-être arrivés, ils ne sont pas refaits.
    }
mailing-nobody = Personne n’était plus à inviter.
mailing-waiting = ⏳ L’ENT ne répond pas : je réessaie toutes les minutes.
mailing-why-lapsed = La personne qui les avait demandées n’administre plus l’école.
mailing-why-refused = L’ENT ne laisse pas l’assistance écrire dans sa messagerie : prévenez la personne qui l’installe, et imprimez d’ici là des fiches avec /fiches, ou donnez un lien avec /lien.
mailing-why-revoked = Leurs liens ont été annulés.
mailing-by = Demandé par { $name }.
notice-done_mailing_stopped = ⏹ Les invitations sont arrêtées : celles qui sont parties restent valables.

## Refusals

refusal-link-from-below = Un lien se donne de la main à la main : demandez à l’école ou à l’ERUN d’en faire un pour { $name }.
refusal-link-blocked = Le compte { $d }{ $name } est bloqué : ni lien ni fiche ne servirait, l’école le débloque d’abord avec /debloquer.
refusal-link-deleted = Le compte { $d }{ $name } est supprimé de l’ENT : ni lien ni fiche ne servirait, il faut d’abord l’y rétablir, avec l’aide de l’ERUN.
refusal-link-administrator = { $name } administre l’ENT : ni /lien ni /fiches ne font de lien pour ce compte ; pas encore relié, il reçoit le sien quand son école invite son profil avec /inviter, et pour un téléphone perdu, demandez à la personne qui a installé Palier ; avec le même compte Telegram sur un nouveau téléphone, il n’y a rien à refaire.
refusal-link-oneself = C’est votre propre compte, déjà relié ici : il suit votre compte Telegram sur un nouveau téléphone ; pour un autre compte Telegram, demandez un lien à la personne qui a installé Palier.
refusal-too-many-links = Vous avez fait { $limit } liens en une heure : attendez un peu avant le suivant.
refusal-link-not-shown = Le lien n’a pas pu s’afficher : redemandez-en un avec /lien, il remplacera le premier.
refusal-mailing-over = Ces invitations sont déjà terminées : relancez-en avec /inviter.
refusal-invite-person = « { $name } » est le nom d’une personne : pour elle seule, donnez un lien avec /lien { $name }.
refusal-invite-administrator = { $name } administre l’ENT, et /lien ne sert pas ici : pas encore relié, invitez son profil avec /inviter { profiles }, il reçoit son lien avec les autres ; pour un téléphone perdu, demandez à la personne qui a installé Palier.
refusal-invite-nobody = Il n’y a personne à inviter ici, chacun est relié, invité depuis peu, ou n’a pas de compte actif dans l’ENT : choisissez un autre profil ou une autre classe, ou donnez un lien avec /lien.
