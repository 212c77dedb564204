# People: linking an account, the charter, languages, personal data.

## Languages

language-fr = Français
language-en = English

## Buttons

button-accept = Accepter
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
notice-charter_to_accept =
    Bonjour <b>{ $name }</b> !
    { "" }
    { $charter }
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
notice-speaking = Vous écrivez maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
notice-unlinked_elsewhere = Le compte { $d }{ $name } vient d’être relié à un autre compte Telegram : il ne parle plus ici. Si ce n’est pas vous qui l’avez fait, prévenez l’école.
notice-consent_asked = Un autre compte Telegram demande à parler pour le compte { $d }{ $name }. Est-ce vous ? Si oui, ce compte ne parlera plus ici.
notice-consent_waited = Le compte { $d }{ $name } est déjà relié à un autre compte Telegram : je viens d’y demander l’accord. Sans réponse, l’école peut donner un nouveau lien.
notice-consent_refused = Le compte { $d }{ $name } reste relié à l’autre compte Telegram, où la réponse est non. Si c’est une erreur, l’école peut donner un nouveau lien.
notice-done_yielded = C’est fait : le compte { $d }{ $name } parle maintenant depuis l’autre compte Telegram.
notice-done_not_yielded = C’est noté : le compte { $d }{ $name } reste relié ici.

refusal-unlinked = Bonjour, ici l’assistance de l’ENT ONE, le site de l’école : pour que je sache qui m’écrit, il faut demander à l’école un lien Telegram, le toucher, puis toucher « Accepter ».
refusal-unlinked-last = Sans lien de l’école, je ne peux pas en dire plus : il faut demander à l’école un lien Telegram et le toucher ; ici, je réponds de nouveau dans une heure.
refusal-bad-token = Ce lien ne sert plus (déjà utilisé, remplacé, trop ancien ou écrit dans un groupe) : l’école peut en donner un nouveau.
refusal-account-gone = Ce compte n’existe plus dans l’ENT : il faut en parler à la direction de l’école.
refusal-export-lost = Je ne sais pas si votre fichier est bien arrivé : s’il n’est pas dans cette conversation, redemandez-le avec /mesdonnees.
notice-done_export_later = Votre fichier arrive dès que Telegram le permet : inutile de redemander.

## Accounts that cannot log in, and rights that the ENT does not confirm

notice-account_barred_asks = Le compte ENT { $d }<b>{ $name }</b> est bloqué : ici, vous pouvez seulement demander pourquoi. Écrivez votre question, ou adressez-vous à la direction de l’école.
notice-account_barred_blocked = Le compte ENT { $d }<b>{ $name }</b> est bloqué : il ne peut plus rien lire ni faire ici, et ce qu’il traitait revient à son équipe. Une erreur ? Adressez-vous à la direction de l’école.
notice-account_barred_deleted = Le compte ENT { $d }<b>{ $name }</b> est en cours de suppression : il ne peut plus rien lire ni faire ici. Une erreur ? Adressez-vous à la direction de l’école.
notice-speaks_instead = <b>{ $gone }</b> ne peut plus se connecter à l’ENT. Vous écrivez maintenant pour <b>{ $name }</b> ({ $function }{ $at }).

refusal-barred-asks = Votre compte ENT est bloqué : ici, vous pouvez seulement demander pourquoi, avec /assistance, ou vous adresser à la direction de l’école.
refusal-barred-blocked = Votre compte ENT est bloqué : il ne permet plus rien ici, et seule la direction de l’école peut dire pourquoi et le débloquer.
refusal-barred-deleted = Votre compte ENT est en cours de suppression : il ne permet plus rien ici, et si c’est une erreur, adressez-vous à la direction de l’école.
refusal-rights-unconfirmed = L’ENT ne répond pas et ne confirme plus vos droits depuis trop longtemps : par prudence, ce qui en demande attend, réessayez dans quelques minutes.
refusal-rights-gone = L’ENT ne connaît plus ce compte : ce qui demande des droits n’est plus possible ici, et si c’est une erreur, il faut en parler à la direction de l’école ou à l’ERUN.

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
    « { button-export } » : tout recevoir dans un fichier, avec les réponses reçues.
    « { button-erase } » : vos mots, vos fichiers et votre nom disparaissent. Il reste seulement que quelque chose a été fait, sans dire pour qui.
notice-erase_asked =
    <b>Tout effacer ?</b>
    Vos demandes seront fermées pour de bon. Vos messages, vos fichiers et votre nom seront effacés ici, et votre compte ne sera plus relié à Telegram. On ne peut pas revenir en arrière.
    Ce qui reste : la trace de ce qui a été fait, et les réponses données, sans votre nom.
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
notice-words_erased = 🗑️ Message effacé à la demande de son auteur.
refusal-requester-erased = La personne qui avait fait la demande n°{ $number } a effacé ses données : cette demande ne peut plus être rouverte, faites-en une nouvelle avec /assistance.
