# Linking, to a pupil who types an agent's command.

refusal-link-from-below = Un lien se donne de la main à la main : demande à l’école ou à l’ERUN d’en faire un pour { $name }.
refusal-link-not-shown = Le lien n’a pas pu s’afficher : redemande-en un avec /lien, il remplacera le premier.
refusal-link-administrator = { $name } administre l’ENT : ni /lien ni /fiches ne font de lien pour ce compte ; pas encore relié, il reçoit le sien quand son école invite son profil avec /inviter, et pour un téléphone perdu, demande à la personne qui a installé Palier ; avec le même compte Telegram sur un nouveau téléphone, il n’y a rien à refaire.
refusal-link-oneself = C’est ton propre compte, déjà relié ici : il suit ton compte Telegram sur un nouveau téléphone ; pour un autre compte Telegram, demande un lien à la personne qui a installé Palier.
refusal-too-many-links = Tu as fait { $limit } liens en une heure : attends un peu avant le suivant.

refusal-mailing-over = Ces invitations sont déjà terminées : relance-en avec /inviter.
refusal-invite-person = « { $name } » est le nom d’une personne : pour elle seule, donne un lien avec /lien { $name }.
refusal-invite-administrator = { $name } administre l’ENT, et /lien ne sert pas ici : pas encore relié, invite son profil avec /inviter { profiles }, il reçoit son lien avec les autres ; pour un téléphone perdu, demande à la personne qui a installé Palier.
refusal-invite-nobody = Il n’y a personne à inviter ici, chacun est relié, invité depuis peu, ou n’a pas de compte actif dans l’ENT : choisis un autre profil ou une autre classe, ou donne un lien avec /lien.

letter-subject = Ton lien vers l’assistance sur Telegram
letter-why = { $place } t’invite à joindre l’assistance de l’ENT sur Telegram : tu poses ta question, l’école te répond au même endroit.
letter-care =
    Ce lien est à ton nom. Il sert une fois, pendant { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } : ne le donne à personne.
