# Links by which people come in: one given to a person, invitations, and who came.

## Buttons and commands

button-link = 🔗 Lien Telegram
button-link_now = Oui, faire un lien
button-copy_link = 📋 Copier le lien
button-share_link = 📤 Partager

command-lien = Donner un lien vers l’assistance

## Acts, as a message of doubt names them

act-give_link = un lien vers l’assistance

## One link for one person

notice-whom_lien = Pour qui faut-il un lien vers l’assistance ? Écrivez le début du nom ou l’identifiant.
notice-link_coming = 🔗 Un instant, le lien arrive…
notice-link_anew =
    <b>{ $name }</b> est déjà relié à l’assistance sur un téléphone.
    Un nouveau lien y mettra fin dès qu’il sera ouvert, sans rien demander à ce téléphone : faites-le s’il est perdu, cassé ou remplacé.
notice-link_given =
    🔗 Lien vers l’assistance pour <b>{ $name }</b> :

    { $link }

    À remettre à cette personne, et à elle seule : qui l’ouvre parle en son nom. Il sert une fois, pendant { $days ->
        [0] { $hours ->
            [one] { $hours } heure
           *[other] { $hours } heures
        }
        [one] { $days } jour
       *[other] { $days } jours
    } ; les liens faits avant pour ce compte ne servent plus.
    Ce message s’efface dans { $minutes } min : copiez le lien ou partagez-le avant.

## Refusals

refusal-link-from-below = Un lien se donne de la main à la main : demandez à l’école ou à l’ERUN d’en faire un pour { $name }.
refusal-link-blocked = Le compte { $d }{ $name } est bloqué : débloquez-le d’abord, un lien ne servirait à rien.
refusal-link-deleted = Le compte { $d }{ $name } est supprimé de l’ENT : il faut d’abord l’y rétablir, un lien ne servirait à rien.
refusal-too-many-links = Vous avez fait { $limit } liens en une heure : attendez un peu avant le suivant.
refusal-link-not-shown = Le lien n’a pas pu s’afficher : redemandez-en un avec /lien, il remplacera le premier.
