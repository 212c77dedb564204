# Duplicates: two accounts that may be the same person's.

## Buttons and commands

button-pair = 👥 Doublon
button-pair_merge = 🔗 Fusionner
button-pair_part = ✂️ Dissocier
button-pair_advice = 🙋 Demander conseil à l’ERUN
button-pair_now = Confirmer
button-pairs = 👥 Les doublons
button-pairs_next = ➡️ Suite
button-pairs_back = ⬅️ Précédent

command-doublons = Les doublons à régler

## Acts on the ENT

act-merge_accounts = la fusion de deux comptes
act-part_accounts = la dissociation de deux comptes
deed-merged = Deux comptes fusionnés en un seul
deed-parted = Deux comptes dissociés : tous deux restent

## The list

pairs-title =
    👥 <b>{ $count ->
        [one] Un doublon possible
       *[other] { $count } doublons possibles
    }</b>
pairs-empty = 👍 Aucun doublon n’est signalé par l’ENT : il n’y a rien à régler ici.
pairs-open = Touchez un numéro pour comparer les deux comptes.
pair-elsewhere = un compte d’une autre école
pair-very = très probable
pair-likely = probable
pair-possible = possible

## A pair

pair-title = 👥 <b>Doublon possible</b>
pair-apart = <b>Ce qui diffère</b>
pair-alike = <b>Ce qui est pareil</b>
pair-line = • { $label } : { $value }
pair-lines =
    • { $label }
      1️⃣ { $one }
      2️⃣ { $other }
pair-nothing = rien
pair-first_name = Prénom
pair-last_name = Nom
pair-born = Né(e) le
pair-profile = Profil
pair-login = Identifiant
pair-state = État
pair-state-active = activé
pair-state-inactive = jamais activé
pair-state-blocked = ⛔ activé, bloqué
pair-state-blocked_inactive = ⛔ jamais activé, bloqué
pair-state-awaiting = activé, mais bientôt pré-supprimé
pair-state-predeleted = pré-supprimé
pair-last_login = Dernière connexion
pair-source = Source
pair-mail = Adresse mail
pair-mail-there = renseignée
pair-two-mails = deux adresses différentes
pair-classes = Classes
pair-places = Écoles
pair-family = Famille
pair-ready =
    La même personne ? <b>Fusionner</b> garde le compte 1️⃣. Deux personnes ? <b>Dissocier</b>, et ce doublon n’est plus jamais proposé.
    L’ENT peut refuser d’activer un compte tant qu’il est en doublon.
pair-hidden =
    Identifiant : <code>{ $login }</code>

    L’autre compte est à une autre école : voyez avec votre ERUN, qui peut comparer les deux.
pair-hindrance-both-active = Deux comptes activés ne se fusionnent jamais : chacun garde ses contenus. Deux personnes ? <b>Dissociez</b>-les. La même ? Demandez conseil à l’ERUN.
pair-hindrance-profiles = Deux profils, ce sont deux comptes, un par rôle : ils ne se fusionnent pas. Avec <b>Dissocier</b>, ce doublon n’est plus proposé.
pair-hindrance-same-feed = L’annuaire contient encore les deux comptes : ils ne se fusionnent pas. La même personne ? Corrigez d’abord le doublon dans ONDE. Deux personnes ? <b>Dissociez</b>-les.
pair-hindrance-deleted = L’un des comptes est pré-supprimé : il ne se fusionne pas, et disparaîtra de lui-même.
pair-hindrance-blocked = L’un des comptes est bloqué : débloquez-le d’abord sur sa fiche, puis revenez ici pour fusionner ou dissocier.
pair-refused = L’un des deux comptes administre l’ENT : seul le niveau au-dessus peut régler ce doublon.
pair-refused-settle-oneself = L’un des deux comptes est le vôtre : un autre administrateur ou l’ERUN peut régler ce doublon.

## Settling it

notice-pair_merge_asked =
    🔗 <b>Fusionner ces deux comptes ?</b>

    Reste : <b>{ $name }</b> (<code>{ $login }</code>){ $active ->
        [yes] , avec son mot de passe et ses contenus.
       *[no] . Son code d’activation reste valable.
    }
    Disparaît : <b>{ $other }</b> (<code>{ $former }</code>), qui n’a jamais servi. Ses écoles, ses classes, ses groupes et sa famille passent au compte qui reste.
    { $fed ->
        [yes] Le nom sera celui de l’annuaire, qui suivra désormais ce compte.
       *[no] { "" }
    }
    { $chat ->
        [moves] 📱 Le Telegram relié au compte qui disparaît sera relié à celui qui reste.
        [parts] 📱 Le Telegram relié au compte qui disparaît ne sera plus relié : la personne en est prévenue.
       *[none] { "" }
    }

    ⚠️ Une fusion ne s’annule pas.
notice-pair_part_asked =
    ✂️ <b>Garder les deux comptes ?</b>

    <b>{ $name }</b> (<code>{ $login }</code>) et <b>{ $other }</b> (<code>{ $former }</code>) gardent chacun leur compte, et ne seront plus jamais proposés ensemble.

    ⚠️ Cela ne s’annule pas ici.
pair-merged = ✅ Les deux comptes n’en font plus qu’un : <b>{ $name }</b>. Le compte <code>{ $former }</code> n’existe plus, et les liens donnés pour lui sont annulés.
notice-accounts_parted = ✅ C’est noté : <b>{ $name }</b> et <b>{ $other }</b> gardent chacun leur compte. Ce doublon ne sera plus proposé.
notice-pair_merged = ✅ { who } a fusionné les deux comptes de la demande n°{ $number } : il reste celui { $d }<b>{ $name }</b>.
notice-pair_parted = ✅ { who } a dissocié les deux comptes de la demande n°{ $number } : les deux comptes restent, et ne seront plus proposés comme doublon.
notice-settled_after =
    { $act ->
        [merge_accounts] { $done ->
            [yes] ✅ La fusion dont l’ENT n’avait pas rendu compte est faite : il reste le compte { $d }<b>{ $name }</b>.
           *[no] ✖️ La fusion dont l’ENT n’avait pas rendu compte n’a pas eu lieu : les deux comptes sont toujours là.
        }
       *[part_accounts] { $done ->
            [yes] ✅ La dissociation dont l’ENT n’avait pas rendu compte est faite.
           *[no] ✖️ La dissociation dont l’ENT n’avait pas rendu compte n’a pas eu lieu : le doublon est toujours là.
        }
    }

## Whose account it is

notice-accounts_joined = 🔗 Vous aviez deux comptes dans l’ENT : l’école les a réunis. Votre compte est <code>{ $login }</code>, et vos demandes y sont toutes. L’identifiant <code>{ $former }</code> ne sert plus.
notice-accounts_joined_elsewhere = 🔗 L’école a réuni le compte <code>{ $former }</code> avec le compte <code>{ $login }</code>, qui est relié à un autre Telegram ou administre l’ENT : celui-ci n’est donc plus relié. Pour le relier, demandez un lien à l’école ; les demandes suivent le compte.

## Advice

notice-pair_advice_words =
    Conseil demandé sur un doublon possible : { $name } ({ $login }) et { $seen ->
        [no] un compte d’une autre école
       *[yes] { $other } ({ $former })
    }. Faut-il les fusionner ou les dissocier ?

## Refusals

refusal-pair-settled = Ce doublon est déjà réglé : voyez ceux qui restent avec /doublons.
refusal-pair-elsewhere = L’autre compte est à une autre école : demandez conseil à votre ERUN avec le bouton de la fiche.
refusal-pair-confirm = Je n’ai pas compris : touchez Confirmer, ou Annuler pour ne rien changer.
refusal-settle-oneself = C’est votre propre compte : demandez à un autre administrateur ou à l’ERUN de régler ce doublon.
refusal-advice-asked = Vous avez déjà demandé conseil sur ce doublon : voyez la demande n°{ $number }.
refusal-ent-profiles = Deux profils, ce sont deux comptes, un par rôle : ils ne se fusionnent pas, vous pouvez les dissocier.
refusal-ent-both-active = Deux comptes activés ne se fusionnent jamais : dissociez-les, ou demandez conseil à l’ERUN.
refusal-ent-same-feed = L’annuaire contient encore les deux comptes : corrigez d’abord le doublon dans ONDE, ou dissociez-les.
refusal-ent-blocked = L’un des deux comptes est bloqué : débloquez-le d’abord, puis recommencez.
refusal-ent-apart = Ces deux comptes ne sont plus un doublon : voyez ceux qui restent avec /doublons.
refusal-ent-other-kept = L’ENT garderait l’autre compte : rien n’a été changé, rouvrez le doublon avec /doublons.
