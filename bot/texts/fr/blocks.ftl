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
button-history_cancel = Annuler
button-history_back = ⬅️ Historique

command-blocage = Bloquer un profil entier
command-deblocage = Débloquer un profil entier
command-historique = Les blocages de l’école

## Acts on the ENT, as a message of doubt names them

act-block = le blocage du compte
act-unblock = le déblocage du compte

## Acts on the ENT, as the exchange of a request shows them

deed-blocked = Compte bloqué
deed-unblocked = Compte débloqué
deed-lifted = Blocage levé, mais une autre école garde bloqué le compte

## One account

notice-whom_block = Quel compte faut-il bloquer ? Écrivez le début du nom ou l’identifiant.
notice-whom_unblock = Quel compte faut-il débloquer ? Écrivez le début du nom ou l’identifiant.
notice-block_asked =
    ⛔ Bloquer le compte { $d }<b>{ $name }</b> ?
    { $quote }
    { block-elsewhere }
    Cette personne ne pourra plus se connecter à l’ENT. Écrivez la raison si vous le souhaitez, puis confirmez.
block-elsewhere =
    { $shared ->
        [0] { "" }
       *[other] ⚠️ Cette personne est aussi rattachée ailleurs ({ $names }) : elle n’y aura plus accès non plus.
    }
notice-unblock_asked =
    Débloquer le compte { $d }<b>{ $name }</b> ?
    { $quote }
    { $kept ->
        [yes] ⚠️ Le compte restera bloqué, car une autre école le bloque aussi : seul le blocage de votre école sera levé.
       *[no] Cette personne pourra de nouveau se connecter à l’ENT.
    }
block-held =
    Bloqué par { $name }{ $place ->
        [none] { "" }
       *[other] { " " }({ $place })
    }{ $whole ->
        [yes] , avec tous les { profiles }
       *[no] { "" }
    }, le { $day }{ $worded ->
        [yes] {" : « "}{ $words } »
       *[no] { "" }
    }
block-held-too = Le compte est déjà bloqué par une autre école ; il le sera aussi par la vôtre, même si elle le débloque.
notice-account_blocked = ⛔ Le compte { $d }<b>{ $name }</b> est bloqué.{ block-told }
notice-account_unblocked = Le compte { $d }<b>{ $name }</b> est débloqué.{ block-told }
notice-account_kept =
    Le blocage de votre école est levé, mais le compte { $d }<b>{ $name }</b> reste bloqué par une autre école :
block-ask =
    { $asked ->
        [yes] Pour le débloquer, demandez-le à { $to }.
       *[no] Pour le débloquer, demandez-le à l’administration de cette école.
    }
block-told =
    { $shared ->
        [0] { "" }
       *[other] { " " }{ $told ->
            [yes] L’administration est prévenue là aussi : { $names }.
           *[no] Prévenez vous-même { $unread } : personne n’y lit Palier.
        }
    }
notice-shared_block =
    { $blocked ->
        [yes] ⛔ { $actor } ({ $place }) a bloqué le compte { $d }<b>{ $name }</b>.
       *[no] 🔓 { $actor } ({ $place }) a débloqué le compte { $d }<b>{ $name }</b>.
    }
    { $quote }
    Cette personne est aussi rattachée à votre école ({ $where }) : { $blocked ->
        [yes] elle n’y a plus accès non plus. Pour la débloquer, demandez-le à { $actor }.
       *[no] { $kept ->
            [here] son compte reste bloqué par votre école. Pour le débloquer : /debloquer
            [there] son compte reste bloqué par une autre école.
           *[none] elle y a de nouveau accès.
        }
    }
notice-unblocked = ✅ { who } a débloqué le compte { $d }<b>{ $name }</b>. La connexion à l’ENT est de nouveau possible.

refusal-already-blocked = Le compte { $d }{ $name } est déjà bloqué : pour le débloquer, écrivez /debloquer.
refusal-not-blocked = Le compte { $d }{ $name } n’est pas bloqué : si la connexion échoue, donnez un code avec /code.
refusal-block-oneself = C’est votre propre compte : si quelqu’un d’autre s’en sert, changez votre mot de passe dans l’ENT.
refusal-held-elsewhere =
    Le compte { $d }{ $name } est bloqué par une autre école ({ $place }, { $actor }, le { $moment }{ $worded ->
        [yes] {" : « "}{ $words } »
       *[no] { "" }
    }{ $others ->
        [0] { "" }
        [one] { " " }et par une autre encore
       *[other] { " " }et par { $others } autres encore
    }) : seule l’école qui l’a bloqué peut le débloquer, { $asked ->
        [yes] demandez-le à { $to }.
       *[no] demandez-le à son administration.
    }
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
campaign-elsewhere =
    ⚠️ { $shared ->
        [one] { $shared } de ces comptes est aussi rattaché
       *[other] { $shared } de ces comptes sont aussi rattachés
    } ailleurs ({ $schools }{ $more ->
        [0] { "" }
        [one] { " " }et une autre école
       *[other] { " " }et { $more } autres écoles
    }) : { $blocked ->
        [yes] plus d’accès là-bas non plus.
       *[no] l’accès y est de nouveau possible aussi.
    }
campaign-kept = Gardés bloqués par une autre école : { $kept }
campaign-now =
    📅 { $blocked ->
        [yes] Blocage
       *[no] Déblocage
    } maintenant, dès que vous confirmez.
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
    ⚠️ Un compte bloqué ne peut plus se connecter, ni être fusionné avec son doublon ou dissocié de lui.{ $pairs ->
        [0] { "" }
        [one] { " " }Il y a un doublon à régler d’abord.
       *[other] { " " }Il y a { $pairs } doublons à régler d’abord.
    }
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
campaign-shared =
    { $shared ->
        [one] { $shared } compte est aussi rattaché
       *[other] { $shared } comptes sont aussi rattachés
    } ailleurs ({ $schools }{ $more ->
        [0] { "" }
        [one] { " " }et une autre école
       *[other] { " " }et { $more } autres écoles
    }).{ $unread ->
        [none] { " " }L’administration y est prévenue.
       *[other] { " " }Prévenez vous-même { $unread } : personne n’y lit Palier.
    }
campaign-failures = En échec : { $reasons }.
campaign-failure-forbidden = l’ENT ne permet pas d’y toucher ({ $count })
campaign-failure-gone = le compte n’existe plus ({ $count })
campaign-failure-deleted = le compte est en cours de suppression ({ $count })
campaign-failure-refused = l’ENT a refusé ({ $count })
campaign-failure-garbled = l’ENT a répondu de travers ({ $count })
campaign-waiting = 🌙 L’ENT ne répond pas. Je continuerai seul dès qu’il répondra.
campaign-lapsed = Rien n’a été fait : { $name } n’administre plus cette école.
campaign-lapsed-midway = Arrêté en route : { $name } n’administre plus cette école.
campaign-expired =
    { $late ->
        [yes] L’ENT n’a pas répondu à temps : la fin prévue est passée, j’ai laissé les autres comptes comme ils étaient.
       *[no] Rien n’a été fait : je n’ai pas pu agir le { $starts }, et la fin prévue le { $until } est déjà passée.
    }
campaign-by = Demandé par { $name }.

notice-done_campaign_cancelled = C’est annulé : rien ne sera bloqué ni débloqué à cette date.
notice-done_campaign_stopped = C’est arrêté : les comptes déjà passés restent comme ils sont.

notice-shared_campaign =
    { $blocked ->
        [yes] 🔒 { $actor } ({ $place }) a bloqué les { profiles } de son école.
       *[no] 🔓 { $actor } ({ $place }) a débloqué les { profiles } de son école.
    }
    { $count ->
        [one] Un compte est aussi rattaché à votre école
       *[other] { $count } comptes sont aussi rattachés à votre école
    } ({ $where }) : { $names }{ $others ->
        [0] { "" }
        [one] { " " }et une autre personne
       *[other] { " " }et { $others } autres
    }. { $blocked ->
        [yes] { $count ->
            [one] Son accès à l’ENT est coupé chez vous aussi{ campaign-back }. Pour le débloquer, demandez-le à { $actor }.
           *[other] Leur accès à l’ENT est coupé chez vous aussi{ campaign-back }. Pour en débloquer, demandez-le à { $actor }.
        }
       *[no] L’accès à l’ENT est de nouveau possible.
    }
campaign-back =
    { $until ->
        [none] { "" }
       *[other] {", jusqu’au déblocage prévu le "}{ $until }
    }

## A whole profile: refusals

refusal-unknown-profile = Je ne connais pas le profil « { $name } » : écrivez élèves, parents, enseignants, personnels ou invités.
refusal-dates-unread = Je ne comprends pas ces dates : écrivez par exemple 10/07/2027 28/08/2027.
refusal-dates-far = Ce jour est déjà passé cette année : si vous pensez au { $typed }, écrivez aussi l’année.
refusal-dates-none = Le { $typed } n’existe pas : choisissez un autre jour.
refusal-dates-past = Cette date est déjà passée : choisissez un jour à venir.
refusal-dates-reversed = La seconde date doit venir après la première : écrivez le jour du blocage, puis celui du déblocage, avec l’année.
refusal-campaign-nothing =
    Il n’y a aucun compte à { $blocked ->
        [yes] bloquer
       *[no] débloquer
    } parmi les { profiles } ({ $place }){ $kept ->
        [0] { "" }
        [one] { ", un autre étant gardé bloqué par une autre école" }
       *[other] { ", " }{ $kept } autres étant gardés bloqués par une autre école
    } : voyez les comptes avec /comptes.
refusal-campaign-under-way =
    Le { $blocked ->
        [yes] blocage
       *[no] déblocage
    } des { profiles } est encore en cours dans cette école : attendez qu’il se termine.
refusal-campaign-planned =
    { $blocked ->
        [yes] Un blocage
       *[no] Un déblocage
    } des { profiles } est déjà prévu le { $moment } ({ $place }) : annulez-le d’abord dans /historique.
refusal-campaign-over = C’est déjà terminé : le résultat est dans /historique.

## History of a school

history-title = <b>Blocages</b> · { $place }
history-given-up = ✖️ C’est annulé : rien ne sera bloqué ni débloqué à cette date.
history-empty = Aucun compte n’a encore été bloqué ni débloqué. Pour commencer : /bloquer, /blocage
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
history-alone =
    { $stage ->
        [block] ⛔ <b>{ $day }</b> · compte { $d }{ $name } bloqué
        [lifted] 🔓 <b>{ $day }</b> · blocage du compte { $d }{ $name } levé, une autre école le garde bloqué
       *[unblock] 🔓 <b>{ $day }</b> · compte { $d }{ $name } débloqué
    }{ $worded ->
        [yes] {" : « "}{ $words } »
       *[no] { "" }
    } · { $actor }{ history-of }
history-of =
    { $place ->
        [none] { "" }
       *[other] , { $place }
    }
history-whole =
    { history-mark } <b>{ $day }</b> · { history-act } par une autre école, { history-count } de la vôtre · { $actor }{ history-of }
history-traced = { history-mark } <b>{ $day }</b> · { history-act } · { $name }, console de l’ENT
