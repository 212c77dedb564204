# People: linking an account, the charter, languages, personal data.

## Languages

language-fr = Français
language-en = English

## Buttons

button-accept = Accepter
button-sign_in = Se connecter avec l’ENT
button-not_me = Ce n’est pas moi
button-unlink = Délier ce compte
button-unlink_now = Confirmer
button-export = Exporter
button-erase = Effacer
button-erase_now = Confirmer
button-yield_account = Oui, c’est moi
button-keep_account = Non, ce n’est pas moi
button-hat = 👤 Avec un autre compte
button-file_as = 👤 Avec un autre compte

## Commands

command-start = Mon compte

stranger-start = Relier mon compte ENT

command-charte = Relire la charte
command-langue = Changer de langue
command-mesdonnees = Ce qui est gardé sur moi

## Charter

notice-charter =
    { $charter }
    { "" }
    <i>Cette charte est acceptée.</i>
button-open_link = 🔗 Autre lien
charter-changed = 🆕 La charte a changé depuis qu’elle a été affichée : voici celle d’aujourd’hui.
charter-more = 🔗 Un lien à la fois : celui-ci d’abord. Il reste { $more }, avec les boutons 🔗 ci-dessous, maintenant ou après.
notice-charter_to_accept =
    Bonjour <b>{ $name }</b> !
    { "" }
    { $charter }
    { $links ->
        [yes] { charter-links }
       *[no] { "" }
    }
    { $taken ->
        [yes] { charter-taken }
       *[no] { "" }
    }
charter-links = 👤 « { button-accept } » relie à ce Telegram le compte { $d }<b>{ $name }</b> ({ $function }{ $at }). Si ce compte n’est pas le vôtre, touchez « { button-not_me } ».
charter-taken = Ce Telegram parle déjà pour <b>{ $here }</b> : n’acceptez que si ce téléphone est aussi le vôtre, ou celui de votre famille.
notice-charter_accepted = Merci, { $name } ! Vous pouvez continuer.

refusal-charter-first = Lisez et acceptez d’abord la charte : écrivez /charte.
refusal-charter-first-other = C’est l’affaire de votre compte { $name }, dont la charte n’est pas encore acceptée : écrivez /charte, touchez ce compte, puis acceptez.

## Linked accounts

notice-linked =
    Bienvenue <b>{ $name }</b> ! Votre compte est relié.
    Un problème avec l’ENT ? Écrivez-le ici, avec vos mots : je le transmets à la bonne personne.
    { $others ->
        [0] { "" }
       *[other] Vous écrivez maintenant avec ce compte. Pour en reprendre un autre, touchez son nom.
    }
notice-speaks_now = <b>{ $gone }</b> n’est plus relié ici. Vous écrivez maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
notice-accounts =
    Vous êtes <b>{ $name }</b> ({ $function }{ $at }).
    { $others ->
        [0] Un problème avec l’ENT ? Écrivez-le ici, avec vos mots.
       *[other] Pour utiliser un autre de vos comptes, touchez son nom.
    }
    { $signs ->
        [yes] Pour relier ici un autre de vos comptes, connectez-vous avec l’ENT.
       *[no] { "" }
    }
notice-speaking = Vous écrivez maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
relink-how = { $agent ->
        [yes] { $signs ->
            [yes] se connecter avec l’ENT, ou demander un lien à la personne qui a installé Palier
           *[no] demander un lien à la personne qui a installé Palier
        }
       *[no] { $signs ->
            [yes] se connecter avec l’ENT, ou demander un nouveau lien à l’école
           *[no] demander un nouveau lien à l’école
        }
    }
notice-unlinked_here = Le compte { $d }{ $name } n’est plus relié à ce Telegram : l’exploitant de Palier l’a délié. Pour le relier de nouveau, il faut { relink-how }.
notice-unlinked_elsewhere = Le compte { $d }{ $name } vient d’être relié à un autre compte Telegram : il ne parle plus ici. Si ce n’est pas vous qui l’avez fait, prévenez { $agent ->
    [yes] l’ERUN, et la personne qui a installé Palier.
   *[no] l’école.
}
notice-link_kept = D’accord, rien n’est relié, et ce lien reste bon pour la personne dont il porte le nom : remettez-le-lui sans l’ouvrir, ou rapportez-le à l’école.
notice-claim_void = Le lien touché ici pour le compte { $d }{ $name } ne sert plus : il a été annulé ou remplacé. Rien n’est relié ici ; il faut prendre le lien le plus récent, ou en demander un nouveau à l’école.
link-again = { $told ->
    [yes] L’école, qui l’avait donné, en est prévenue. Pour en avoir un autre, demandez-le à l’école
   *[no] Pour en avoir un autre, demandez-le à l’école
}
notice-link_taken_out = 🔗 Il y avait dans votre message un lien personnel : je l’ai retiré avant que quelqu’un le lise, et il ne sert plus. { link-again }, puis touchez-le sans l’écrire dans un message.
notice-link_missed =
    { $why ->
        [written] ⚠️ { link-of } a été écrit dans une conversation : il a été retiré avant d’être lu, et ne vaut plus.
        [others] ⚠️ { link-of } a été écrit là où d’autres lisent : il ne vaut plus.
        [phone] 📱 { link-of } a été ouvert ou donné sur un téléphone qui a changé ou qui est perdu : par prudence, il ne vaut plus.
        [not_me] ⚠️ { link-of } a été ouvert par quelqu’un qui dit que ce compte n’est pas le sien. Rien n’est relié, et il reste bon : voyez à qui il a été remis.
       *[kept] ⚠️ { link-of } a été ouvert sur un autre téléphone, et la personne déjà reliée a refusé de céder son compte : ce lien ne vaut plus.
    }
    { $why ->
        [kept] Si c’est bien elle qui change de téléphone, vous pouvez lui en donner un autre.
       *[other] En voici un autre en un geste.
    }
link-of =
    { $known ->
        [no] Un lien que vous aviez donné
       *[other] { $way ->
            [sheet] Le lien de la fiche { $d }<b>{ $name }</b>
            [message] Le lien envoyé par la messagerie de l’ENT à <b>{ $name }</b>
           *[given] Le lien { $d }<b>{ $name }</b>
        }
    }
notice-links_void =
    🔗 { $count ->
        [one] Un lien montré sur ce téléphone que le compte a quitté n’avait pas servi : par prudence, il ne vaut plus.
       *[other] { $count } liens montrés sur ce téléphone que le compte a quitté n’avaient pas servi : par prudence, ils ne valent plus.
    }
    { $listed ->
        [no] { "" }
       *[other] C’était pour { $names }. Un nouveau lien se demande à l’école, ou se donne avec /lien.
    }
notice-unlink_asked =
    <b>Délier ce compte ?</b>
    Le compte { $d }<b>{ $name }</b> ({ $function }{ $at }) ne parlera plus dans ce Telegram. Rien n’est effacé : pour le relier, il faudra { relink-how }.
    { $open ->
        [0] { "" }
        [one] Votre demande { $filed } reste ouverte : on continue d’y répondre, et vous lirez les réponses quand le compte sera relié de nouveau.
       *[other] Vos demandes { $filed } restent ouvertes : on continue d’y répondre, et vous lirez les réponses quand le compte sera relié de nouveau.
    }
    { $agrees ->
        [yes] Votre accord pour votre enfant ne comptera plus : il faudra le redire. Un non, lui, reste.
       *[no] { "" }
    }
    { $goes ->
        [nothing] { "" }
        [colleagues] Les demandes que vous laissez ({ $numbers }) iront à vos collègues.
        [above] Les demandes que vous laissez ({ $numbers }) iront à { $level }, car vous êtes la dernière personne à les lire ici.
       *[nobody] Les demandes que vous laissez ({ $numbers }) ne pourront plus être lues par personne ici : faites d’abord relier quelqu’un d’autre.
    }
notice-unlinked = C’est fait : le compte { $d }<b>{ $name }</b> n’est plus relié à ce Telegram. Pour le relier de nouveau, il faut { relink-how }.
notice-consent_asked = Un autre compte Telegram demande à parler pour le compte { $d }{ $name }. Est-ce vous ? Si oui, ce compte ne parlera plus ici.
notice-consent_waited = Le compte { $d }{ $name } est déjà relié à un autre compte Telegram : je viens d’y demander l’accord. Sans réponse, l’école peut donner un nouveau lien.
notice-consent_refused = Le compte { $d }{ $name } reste relié à l’autre compte Telegram, où la réponse est non. Si c’est une erreur, l’école peut donner un nouveau lien.
notice-done_yielded = C’est fait : le compte { $d }{ $name } parle maintenant depuis l’autre compte Telegram.
notice-done_not_yielded = C’est noté : le compte { $d }{ $name } reste relié ici.

refusal-unlinked = Bonjour, ici l’assistance de l’ENT ONE, le site de l’école : pour que je sache qui m’écrit, il faut demander à l’école un lien Telegram, le toucher, puis toucher « Accepter ».
refusal-unlinked-last = Sans lien de l’école, je ne peux pas en dire plus : il faut demander à l’école un lien Telegram et le toucher ; ici, je réponds de nouveau dans une heure.
refusal-revoked-already = Ces liens ne servent déjà plus.
refusal-consent-over = Le lien de l’autre compte Telegram ne sert plus (annulé, remplacé ou trop ancien) : rien ne change, et le compte { $d }{ $name } reste relié ici.
refusal-link-in-words = Ce message contient un lien personnel encore bon, donc il n’est pas parti : remettez ce lien directement à sa personne (« Partager » sous le message de /lien, ou une feuille de /fiches), puis renvoyez vos mots sans lui.
refusal-bad-token = Je ne connais pas (ou plus) ce lien : il faut le toucher sans le recopier, ou en demander un nouveau à l’école.
refusal-link-not-open = Ce lien n’est pas ouvert ici (ou plus, après « { button-not_me } »), donc rien n’est relié : pour relier ce compte, il faut toucher le lien lui-même.
refusal-old-token =
    { $expired ->
        [yes] Ce lien est trop ancien : il faut en demander un nouveau à l’école.
       *[no] { $used ->
            [yes] Ce lien a déjà servi, et un lien ne sert qu’une fois : il faut en demander un nouveau à l’école.
           *[no] Ce lien ne sert plus, car il a été remplacé ou annulé, ou d’autres l’ont lu : il faut prendre le plus récent, ou en demander un nouveau à l’école.
        }
    }
refusal-unlinked-signs-in = Bonjour, ici l’assistance de l’ENT ONE, le site de l’école : pour que je sache qui m’écrit, il faut toucher « { button-sign_in } », ou demander à l’école un lien Telegram.
refusal-unlinked-last-signs-in = Sans compte relié, je ne peux pas en dire plus : il faut toucher « { button-sign_in } », ou demander à l’école un lien Telegram ; ici, je réponds de nouveau dans une heure.
refusal-bad-token-signs-in = Je ne connais pas (ou plus) ce lien : il faut le toucher sans le recopier, ou en demander un nouveau à l’école ; « { button-sign_in } » marche aussi sans lien.
refusal-sign-in-over = Cette connexion ne sert plus (trop ancienne, ou déjà utilisée) : il suffit d’en commencer une nouvelle avec /start.
refusal-sign-in-elsewhere = Cette connexion à l’ENT a été commencée dans un autre Telegram, donc rien n’est relié : pour relier celui-ci, il faut commencer ici, avec /start.
button-sign_in_again = 🔑 Recommencer
notice-sign_in_elsewhere = 🔒 La connexion à l’ENT commencée ici a été ouverte dans un autre Telegram : par prudence, elle ne sert plus, et rien n’est relié, ni ici ni là-bas. Pour relier ce Telegram, il suffit de recommencer avec le bouton.
notice-sign_in_again = 🔑 Voici une nouvelle connexion à l’ENT, pour ce Telegram. Elle ne sert qu’ici : l’adresse de la page ne se donne à personne.
notice-sign_in_dropped = D’accord : ce compte n’est pas relié. Avant de recommencer, il faut se déconnecter de l’ENT, puis s’y connecter avec le bon compte.
refusal-link-of-agent = Ce compte administre maintenant l’ENT, et ce lien ne suffit plus : il faut se connecter avec l’ENT, toucher le lien reçu dans sa messagerie, ou en demander un à l’académie.
refusal-account-gone = Ce compte n’existe plus dans l’ENT : il faut en parler à la direction de l’école.
refusal-account-unseen = L’ENT ne me montre pas ce compte : il faut le dire à la direction de l’école, qui demandera à l’ERUN ce qui manque.
refusal-link-later = L’ENT ne me répond pas comme il faut : ce lien reste bon, il faut le toucher de nouveau dans quelques minutes, et le dire à l’école si cela dure.
refusal-export-lost = Je ne sais pas si votre fichier est bien arrivé : s’il n’est pas dans cette conversation, redemandez-le avec /mesdonnees.
notice-done_export_later = Votre fichier arrive dès que Telegram le permet : inutile de redemander.

## Accounts that cannot log in, and rights that the ENT does not confirm

notice-account_barred_asks = Le compte ENT { $d }<b>{ $name }</b> est bloqué : ici, vous pouvez seulement demander pourquoi. Écrivez votre question, ou adressez-vous à la direction de l’école.
notice-account_barred_blocked = Le compte ENT { $d }<b>{ $name }</b> est bloqué : il ne peut plus rien lire ni faire ici, sauf /mesdonnees, et ce qu’il traitait revient à son équipe. Une erreur ? Adressez-vous à la direction de l’école.
notice-account_barred_deleted = Le compte ENT { $d }<b>{ $name }</b> est en cours de suppression : il ne peut plus rien lire ni faire ici, sauf /mesdonnees. Une erreur ? Adressez-vous à la direction de l’école.
notice-speaks_instead = <b>{ $gone }</b> ne peut plus se connecter à l’ENT. Vous écrivez maintenant pour <b>{ $name }</b> ({ $function }{ $at }).

notice-speaks_barred =
    Le compte ENT { $d }<b>{ $name }</b> { $why ->
        [deleted] est en cours de suppression
       *[blocked] est bloqué
    } : il ne peut pas parler ici, et rien ne change pour votre autre compte.
    { $asks ->
        [yes] Avec lui, vous pouvez demander pourquoi, lire et effacer ses données, ou le délier :
       *[no] Avec lui, vous pouvez lire et effacer ses données, ou le délier :
    }
refusal-barred-asks = Votre compte ENT est bloqué : ici, vous pouvez seulement demander pourquoi, avec /assistance, ou vous adresser à la direction de l’école.
refusal-barred-blocked = Votre compte ENT est bloqué : il ne permet plus ici que /mesdonnees, et seule la direction de l’école peut dire pourquoi et le débloquer.
refusal-barred-deleted = Votre compte ENT est en cours de suppression : il ne permet plus ici que /mesdonnees, et si c’est une erreur, adressez-vous à la direction de l’école.
refusal-rights-unconfirmed = L’ENT ne répond pas et ne confirme plus vos droits depuis trop longtemps : par prudence, ce qui en demande attend, réessayez dans quelques minutes.
refusal-rights-gone = L’ENT ne connaît plus ce compte : ce qui demande des droits n’est plus possible ici, et si c’est une erreur, il faut en parler à la direction de l’école ou à l’ERUN.

## A pupil below the age, for whom a parent or the school says yes (to the pupil, *tu*)

button-child = 👪 Accord de la famille
button-child_yes = Oui, je suis d’accord
button-child_no = Non
button-child_back = Retirer mon accord
button-child_paper = J’ai le papier signé

family-whom =
    { $from_whom ->
        [parent] Pour écrire ici, demande à un de tes parents de dire oui dans son Telegram : la question l’y attend.
        [no] Pour écrire ici, il faut que ta famille et l’école soient d’accord : parles-en avec ta directrice ou ton directeur.
       *[school] Pour écrire ici, demande à ta directrice ou à ton directeur, qui a besoin d’un papier signé par un parent.
    }
family-fear = Quelque chose te fait peur ? Écris-le ici tout de suite : cela, tu peux toujours.

notice-linked_waits =
    Bienvenue <b>{ $name }</b> ! Ton compte est relié.
    { family-whom }
    { family-fear }
notice-linked_barred =
    Le compte { $d }<b>{ $name }</b> est relié ici, mais il est bloqué dans l’ENT : il faut d’abord que la direction de l’école le débloque.
    { $waits ->
        [yes] { family-fear }
       *[no] D’ici là, vous pouvez seulement demander pourquoi, avec /assistance.
    }
notice-accounts_waits =
    Tu es <b>{ $name }</b> ({ $function }{ $at }).
    { family-whom }
    { family-fear }
notice-family_waits =
    { family-whom }
    { family-fear }
notice-family_given = C’est bon, { $name } : tu peux écrire ici ! Un problème avec l’ENT ? Écris-le, avec tes mots.
refusal-consent-first =
    { $from_whom ->
        [outside] Personne de l’école ne lit ton appel à l’aide, que tu retrouves avec /mesdemandes ; pour autre chose, il faut d’abord que ta famille soit d’accord, mais si quelque chose te fait peur, écris-le ici tout de suite.
        [parent] Demande d’abord à un de tes parents de dire oui dans son Telegram, puis écris-moi de nouveau ; mais si quelque chose te fait peur, écris-le ici tout de suite.
        [no] Il faut d’abord que ta famille et l’école soient d’accord, parles-en avec ta directrice ou ton directeur ; mais si quelque chose te fait peur, écris-le ici tout de suite.
       *[school] Demande d’abord à ta directrice ou à ton directeur de dire oui, avec un papier signé par un parent ; mais si quelque chose te fait peur, écris-le ici tout de suite.
    }

notice-family_asked =
    { $why ->
        [split] ⚠️ Au sujet { $d }<b>{ $name }</b> ({ $place }), un parent a dit oui et un autre non. { $name } attend : parlez-en avec la famille, puis répondez ici.
        [shared] { $by } (parent) a dit oui pour <b>{ $name }</b> ({ $place }), mais sur le téléphone où l’élève écrit aussi. Voyez avec ce parent que c’est bien lui, puis répondez ici : l’élève attend.
        [missing] ⚠️ Un accord donné pour <b>{ $name }</b> ({ $place }) ne compte plus : l’élève attend un nouveau oui.
        [lapses] L’accord qui permet à <b>{ $name }</b> ({ $place }) d’écrire ici prend bientôt fin : sans un nouveau oui, l’élève attendra.
        [charter] La charte des élèves a changé. Dites-vous toujours oui pour <b>{ $name }</b> ({ $place }) ? Sans réponse, votre accord prendra fin.
        [ends] Votre accord pour <b>{ $name }</b> ({ $place }) prend bientôt fin. Dites-vous toujours oui ?
       *[first] <b>{ $name }</b> ({ $place }) veut demander de l’aide ici. Avant { $years } ans, la loi demande aussi l’accord d’un parent, qui accepte la charte avec l’élève.
    }
    { $school ->
        [yes] L’école peut dire oui si un parent a signé le papier, que vous gardez.
       *[no] Êtes-vous d’accord ? Vous pourrez changer d’avis avec /charte.
    }
    { "" }
    { $charter }
notice-family_paper = Avez-vous bien le papier signé par un parent { $d }<b>{ $name }</b> ? Gardez-le à l’école : la famille peut changer d’avis à tout moment.
family-phone = ⚠️ Le compte { $d }<b>{ $name }</b> est relié dans un Telegram où parle aussi { $names }. Assurez-vous que c’est bien l’élève qui écrit ici.
family-phone-one = { $name } ({ $function })
family-phone-unseen = { $count ->
        [one] un adulte relié
       *[other] { $count } adultes reliés
    }
notice-family_overruled =
    { $waits ->
        [yes] { $part ->
            [school] L’école a dit non
           *[parent] Un parent a dit non
        } pour <b>{ $name }</b> ({ $place }), qui ne peut plus écrire ici. Vous aviez dit oui : parlez-en ensemble.
       *[no] L’école, qui a un papier signé, a dit oui pour <b>{ $name }</b> ({ $place }), qui peut de nouveau écrire ici. Si vous n’êtes pas d’accord, redites non : un non plus récent l’arrête de nouveau.
    }
notice-family_said =
    { $says ->
        [yes] C’est noté : oui pour <b>{ $name }</b>.
       *[no] C’est noté : non pour <b>{ $name }</b>.
    } { family-state }
notice-family =
    <b>{ $name }</b> ({ $place }). { family-state }
    { $says ->
        [nothing] Vous n’avez pas encore répondu.
       *[yes] { "" }
    }
button-phone_close = Ce n’est pas nous
notice-phone_opened =
    📱 Le compte { $d }<b>{ $name }</b> ({ $place }) vient d’être ouvert sur un autre téléphone, qui peut maintenant écrire en son nom.
    { $school ->
        [yes] Aucun parent de cet élève n’est relié : demandez à la famille si ce téléphone est bien le sien. Sinon, touchez « Ce n’est pas nous ».
       *[no] C’est bien votre famille ? Il n’y a rien à faire. Sinon, touchez « Ce n’est pas nous » : le compte n’y sera plus ouvert.
    }
notice-phone_closed =
    C’est fait : le compte { $d }<b>{ $name }</b> ({ $place }) n’est plus ouvert sur ce téléphone, et les liens de ce compte ne valent plus rien.
    { $school ->
        [yes] Pour le relier au téléphone de la famille, donnez-lui un nouveau lien.
       *[no] Pour le relier à votre téléphone, demandez un nouveau lien à l’école. Si vous ne savez pas qui l’a ouvert, dites-le aussi à l’école.
    }
notice-phone_closed_here = La famille ou l’école { $d }<b>{ $name }</b> ({ $place }) ne reconnaît pas ce téléphone : le compte n’y est plus ouvert. Si c’est une erreur, l’école peut donner un nouveau lien.
notice-family_free = C’est noté : le non pour <b>{ $name }</b> ({ $place }) est retiré. La question reviendra quand cet élève sera de nouveau relié à Telegram.
notice-family_since = Quelqu’un d’autre a répondu depuis pour <b>{ $name }</b> ({ $place }) : rien n’est changé. { family-state } Que répondez-vous maintenant ?
family-state =
    { $stands ->
        [blocked] Ce compte est bloqué dans l’ENT : cet élève ne peut pas écrire ici tant que l’école ne l’a pas débloqué.
        [unlinked] Cet élève n’est plus relié à Telegram : votre non reste, et la question reviendra quand il le sera de nouveau.
        [writes] Cet élève peut écrire ici.
        [refused] { $school ->
            [yes] Un parent dit non : cet élève ne peut pas écrire ici, sauf pour appeler à l’aide. Un oui de l’école, donné après en avoir parlé avec la famille, le lui permettrait.
           *[no] { $says ->
                [no] Cet élève ne peut pas écrire ici, sauf pour appeler à l’aide. Vous pouvez changer d’avis avec /charte.
               *[yes] Un parent dit non : cet élève ne peut pas écrire ici, sauf pour appeler à l’aide. Parlez-en ensemble, ou avec l’école.
            }
        }
        [unsure] { $school ->
            [yes] Un parent a dit oui sur le téléphone où l’élève écrit aussi : voyez avec lui que c’est bien lui, puis répondez. Cet élève attend, sauf pour appeler à l’aide.
           *[no] Cet élève écrit ici avec le même téléphone que vous : pour être sûr que c’est bien vous, c’est l’école qui confirme. En attendant, il peut appeler à l’aide.
        }
       *[waits] Cet élève attend un oui, sauf pour appeler à l’aide.
    }
family-answer = { $says ->
        [yes] Oui
       *[no] Non
    } { $who ->
        [me] de votre part
        [named] { $d }{ $name } ({ $part ->
            [school] école
           *[parent] parent
        })
       *[other] { $part ->
            [school] de l’école
           *[parent] d’un autre parent
        }
    }, le { $moment }{ $shared ->
        [yes] , sur le téléphone où l’élève écrit aussi
       *[no] { "" }
    }
refusal-not-your-child = L’ENT ne dit pas que ce compte est celui d’un parent de cet élève, ni de la direction de son école : si c’est une erreur, il faut en parler à l’école.
refusal-child-unlinked = { $name } n’est plus relié à Telegram, donc il n’y a rien à répondre pour l’instant : la question reviendra quand cet élève le sera de nouveau.
refusal-own-phone = { $name } écrit ici avec ce même téléphone : pour que le oui de l’école soit sûr, quelqu’un d’autre de la direction doit le donner.
refusal-old-enough = { $name } a l’âge de décider sans cela : il n’y a plus rien à accepter ici.

## Language

notice-languages = Dans quelle langue voulez-vous continuer ?
notice-unknown_language = Je ne parle pas « { $typed } ». Choisissez une langue :
notice-language = Parfait, je parle français.

## Personal data

notice-my_data =
    <b>Ce qui est gardé sur vous</b>
    { $name } ({ $function }{ $at })
    Demandes : { $requests }
    Messages : { $messages }
    { "" }
    À quoi cela sert : à répondre à vos demandes, et à rien d’autre. Qui lit : l’école, et les services qui l’aident{ $outside ->
        [yes] { "" } ; mais votre appel à l’aide dit hors de l’école, personne de l’école ne le lit
       *[no] { "" }
    }. Combien de temps : un an après la fermeture d’une demande. Vos messages passent par Telegram, hors de l’Union européenne. La notice complète, et l’adresse du délégué à la protection des données, sont à l’école.
    { "" }
    « { button-export } » : tout recevoir dans un fichier, avec les réponses reçues.
    « { button-erase } » : vos mots, vos fichiers et votre nom disparaissent. Il reste seulement que quelque chose a été fait, sans dire pour qui.
notice-erase_asked =
    <b>Tout effacer ?</b>
    Vos demandes seront fermées pour de bon. Vos messages, vos fichiers et votre nom seront effacés ici, et votre compte ne sera plus relié à Telegram. On ne peut pas revenir en arrière.
    Ce qui reste : la trace de ce qui a été fait, et les réponses données, sans votre nom.
    { $called ->
        [yes] Vous avez appelé à l’aide : vos mots seront effacés, mais les personnes qui les lisent sauront encore que vous avez appelé, pour pouvoir aider.
       *[no] { "" }
    }
notice-erase_asked_agent =
    <b>Tout effacer ?</b>
    Vos demandes seront fermées pour de bon. Vos notes, vos fichiers et votre nom seront effacés ici, et votre compte ne sera plus relié à Telegram. On ne peut pas revenir en arrière.
    Ce qui reste : vos réponses aux familles, signées de votre niveau, et la trace de ce qui a été fait, sans votre nom.
    { "" }
    { $goes ->
        [colleagues] Les demandes que vous laissez ({ $numbers }) iront à vos collègues.
        [above] Les demandes que vous laissez ({ $numbers }) iront à { $level }, car vous êtes la dernière personne à les lire ici.
       *[nobody] Les demandes que vous laissez ({ $numbers }) ne pourront plus être lues par personne ici : faites d’abord relier quelqu’un d’autre.
    }
notice-left_desk =
    { $goes ->
        [colleagues] Vous ne traitez plus les demandes de ce niveau. Celles que vous laissez ({ $numbers }) vont à vos anciens collègues.
        [above] Vous ne traitez plus les demandes de ce niveau. Celles que vous laissez ({ $numbers }) vont à { $level }.
       *[nobody] Vous ne traitez plus les demandes de ce niveau. Celles que vous laissez ({ $numbers }) ne peuvent plus être lues par personne ici : prévenez l’école.
    }
notice-account_left = Le compte { $d }<b>{ $name }</b> n’existe plus dans l’ENT : il n’est plus relié à Telegram. Une erreur ? Il faut en parler à la direction de l’école.
notice-erased = C’est effacé. Ce compte n’est plus relié à Telegram. Au revoir !
notice-requester_erased = La personne qui avait fait la demande n°{ $number } a effacé ses données : la demande est fermée.
notice-page_over = 🗑️ Une personne nommée ici a effacé ses données : redemandez cette liste ou cette fiche.
notice-words_erased = 🗑️ Message effacé à la demande de son auteur.
refusal-requester-erased = La personne qui avait fait la demande n°{ $number } a effacé ses données : cette demande ne peut plus être rouverte, faites-en une nouvelle avec /assistance.
