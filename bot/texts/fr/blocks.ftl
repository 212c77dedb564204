# Blocking one account, or all accounts of a profile in a school.

## Buttons and commands

button-block = ⛔ Bloquer le compte
button-unblock = Débloquer
button-block_now = Confirmer

command-bloquer = Bloquer un compte
command-debloquer = Débloquer un compte

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

## Acts on the ENT, as a message of doubt names them

act-block = le blocage du compte
act-unblock = le déblocage du compte

## Acts on the ENT, as the exchange of a request shows them

deed-blocked = Compte bloqué
deed-unblocked = Compte débloqué

## One account

notice-whom_block = Quel compte faut-il bloquer ? Écrivez le début du nom ou l’identifiant.
notice-whom_unblock = Quel compte faut-il débloquer ? Écrivez le début du nom ou l’identifiant.
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

refusal-already-blocked = Le compte { $d }{ $name } est déjà bloqué : pour le débloquer, écrivez /debloquer.
refusal-not-blocked = Le compte { $d }{ $name } n’est pas bloqué : si la connexion échoue, donnez un code avec /code.
refusal-block-oneself = C’est votre propre compte : si quelqu’un d’autre s’en sert, changez votre mot de passe dans l’ENT.
refusal-school-only = Seule l’administration de l’école peut bloquer ou débloquer { $name } : demandez-le-lui.

## A whole profile: asking

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
    Rien n’a changé : ce n’est pas le mot demandé.
    Pour confirmer, écrivez : <code>{ profiles }</code>

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

## A whole profile: how far it is

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
campaign-failure-garbled = l’ENT a répondu de travers ({ $count })
campaign-waiting = 🌙 L’ENT ne répond pas. Je continuerai seul dès qu’il répondra.
campaign-lapsed = Rien n’a été fait : { $name } n’administre plus cette école.
campaign-by = Demandé par { $name }.

notice-done_campaign_cancelled = C’est annulé : rien ne sera bloqué ni débloqué à cette date.
notice-done_campaign_stopped = C’est arrêté : les comptes déjà passés restent comme ils sont.

## A whole profile: refusals

refusal-unknown-profile = Je ne connais pas le profil « { $name } » : écrivez élèves, parents, enseignants, personnels ou invités.
refusal-dates-unread = Je ne comprends pas ces dates : écrivez par exemple 10/07/2027 28/08/2027.
refusal-dates-far = Ce jour est déjà passé cette année : si vous pensez au { $typed }, écrivez aussi l’année.
refusal-dates-past = Cette date est déjà passée : choisissez un jour à venir.
refusal-dates-reversed = La seconde date doit venir après la première : écrivez le jour du blocage, puis celui du déblocage, avec l’année.
refusal-campaign-nothing =
    Il n’y a aucun compte à { $blocked ->
        [yes] bloquer
       *[no] débloquer
    } parmi les { profiles } ({ $place }) : voyez les comptes avec /comptes.
refusal-campaign-under-way =
    Le { $blocked ->
        [yes] blocage
       *[no] déblocage
    } des { profiles } est encore en cours dans cette école : attendez qu’il se termine.
refusal-campaign-planned = Un blocage des { profiles } est déjà prévu ({ $place }) : annulez-le d’abord dans /historique.
refusal-campaign-over = C’est déjà terminé : le résultat est dans /historique.

## History of whole profiles

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
