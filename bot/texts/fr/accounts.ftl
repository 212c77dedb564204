# Accounts of the ENT: finding one, its card, who may act on it.

## Buttons and commands

button-account = 👤 Voir la fiche
button-ask_above = ⬆️ Demander au niveau au-dessus

command-compte = Voir la fiche d’un compte

## Finding an account

notice-whom_account = De qui voulez-vous la fiche ? Écrivez le début du nom ou l’identifiant.
notice-choose_account =
    Plusieurs comptes correspondent à « { $words } ». Lequel ?
    { $more ->
        [yes] Il y en a d’autres : écrivez un nom plus complet, ou voyez-les tous avec <code>/comptes { $words }</code>
       *[no] { "" }
    }
notice-account_shared = 👤 Fiche d’un compte de l’ENT

## Card

account-fine = ✅ Compte actif
account-blocked = ⛔ Compte bloqué : il ne permet plus de se connecter
account-predeleted =
    { $days ->
        [0] 🗑️ Compte pré-supprimé : il disparaît aujourd’hui
        [one] 🗑️ Compte pré-supprimé : il disparaît dans { $days } jour
       *[other] 🗑️ Compte pré-supprimé : il disparaît dans { $days } jours
    }
account-awaiting = 🕓 Bientôt pré-supprimé : ce compte n’est plus dans l’annuaire, mais il permet encore de se connecter
account-duplicate = 👥 Doublon possible d’un autre compte
account-federated = 🏛️ Entre par ÉduConnect ou le portail de l’académie : pas de code
account-waits = ✋ Attend le oui d’un parent ou de l’école pour écrire ici
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
account-elsewhere = Administre aussi : { $elsewhere }
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
account-origin =
    { $origin ->
        [student] ↳ Noms, date de naissance, responsables, école et classe viennent d’ONDE : c’est là qu’on les corrige. { account-arrival }
        [relative] ↳ Noms, enfants, adresse, mail et téléphones viennent d’ONDE : c’est là qu’on les corrige. { account-arrival }
        [staff] ↳ Ces données viennent de l’annuaire de l’académie : l’ERUN sait les faire corriger. Seules les classes s’ajoutent dans l’ENT.
       *[hand] ↳ Ce compte ne dépend pas d’ONDE : il se modifie dans l’ENT.
    }
account-arrival =
    { $resumes ->
        [no] Ici sous 24 h en théorie, { $arrives } jours en pratique.
       *[other] Rien n’arrive ici pendant l’été, avant le { $resumes }.
    }
account-created = Créé le { $created }
account-last_login =
    { $last_login ->
        [never] Dernière connexion : inconnue
       *[other] Dernière connexion : { $last_login }
    }

## Marks, as icons and in words

icon-blocked = ⛔
icon-predeleted = 🗑️
icon-awaiting = 🕓
icon-duplicate = 👥
icon-federated = 🏛️
icon-inactive = 💤

mark-blocked = ⛔ bloqué
mark-predeleted = 🗑️ pré-supprimé
mark-awaiting = 🕓 bientôt pré-supprimé
mark-duplicate = 👥 doublon possible
mark-federated = 🏛️ par ÉduConnect ou le portail
mark-inactive = 💤 jamais activé

## Refusals

refusal-no-account =
    { $someone ->
        [yes] Je ne trouve pas le compte « { $name } » dans l’ENT : vérifiez l’identifiant sur la fiche de connexion.
       *[no] Ce compte n’est pas dans vos écoles : cherchez-le avec /comptes, ou demandez à l’école de la personne.
    }
refusal-administrators-only = Seules les personnes qui administrent l’ENT peuvent faire cela : pour demander de l’aide, écrivez /assistance.
refusal-school-administrators-only = Seule l’administration de l’école peut faire cela : demandez-le-lui avec /assistance.
refusal-no-longer-administrator = Ce compte n’administre plus d’école ni de structure dans l’ENT, ce bouton ou cette commande ne sert donc plus : /aide montre ce qui est possible.
refusal-not-your-school = Vous ne pouvez agir que dans vos écoles : vérifiez le nom.
refusal-not-oneself = C’est votre propre compte : passez par « Mot de passe oublié » dans l’ENT.
refusal-administrator-target = { $name } administre l’ENT : seul le niveau au-dessus peut agir sur ce compte, demandez-le-lui avec /assistance.
refusal-administrator-elsewhere =
    { $school ->
        [yes] { $name } administre une autre école ({ $place })
       *[no] { $name } administre l’ENT ailleurs ({ $place })
    } : vous ne pouvez pas agir sur ce compte, demandez au niveau au-dessus avec le bouton ou avec /assistance.
