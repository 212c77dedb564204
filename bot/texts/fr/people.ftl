# People: linking an account, the charter, languages, personal data.

## Languages

language-fr = Français
language-en = English

## Buttons

button-accept = Accepter
button-export = Exporter
button-erase = Effacer
button-erase_now = Confirmer

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
    <i>Vous avez accepté cette charte.</i>
notice-charter_to_accept =
    Bonjour <b>{ $name }</b> !
    { "" }
    { $charter }
notice-charter_accepted = Merci, { $name } ! Vous pouvez continuer.

refusal-charter-first = Lisez et acceptez d’abord la charte : écrivez /charte.

## Linked accounts

notice-linked =
    Bienvenue <b>{ $name }</b> ! Votre compte est relié.
    Écrivez-moi votre problème quand vous en avez un : je le transmets à la bonne personne.
notice-accounts =
    Vous parlez ici au nom { $d }<b>{ $name }</b> ({ $function }).
    { $others ->
        [0] { "" }
       *[other] Pour parler au nom d’un autre de vos comptes, touchez son nom.
    }
notice-speaking = Vous parlez maintenant au nom { $d }<b>{ $name }</b> ({ $function }).
notice-unlinked_elsewhere = Le compte { $d }{ $name } vient d’être relié à un autre Telegram. Si ce n’est pas vous, prévenez votre école.

refusal-unlinked = Demandez à la direction de votre école votre lien de connexion, puis ouvrez-le ici.
refusal-bad-token = Ce lien de connexion ne marche plus : demandez-en un nouveau à la direction de votre école.
refusal-account-gone = Ce compte n’existe plus dans l’ENT : parlez-en à la direction de votre école.

## Language

notice-languages = Quelle langue parlons-nous ?
notice-unknown_language = Je ne parle pas « { $code } ». Choisissez une langue :
notice-language = Parfait, parlons français.

## Personal data

notice-my_data =
    <b>Ce qui est gardé sur vous</b>
    { $name } ({ $function })
    Demandes : { $requests }
    Messages : { $messages }
    { "" }
    Vous pouvez tout emporter dans un fichier, ou tout effacer.
notice-erase_asked =
    <b>Tout effacer ?</b>
    Vos demandes seront fermées, vos messages effacés et votre compte détaché de Telegram. On ne peut pas revenir en arrière.
notice-erase_asked_agent =
    <b>Tout effacer ?</b>
    Vos demandes seront fermées, vos messages effacés et votre compte détaché de Telegram. On ne peut pas revenir en arrière.
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
notice-account_left = Le compte { $d }<b>{ $name }</b> n’existe plus dans l’ENT : il n’est plus relié à Telegram. Une erreur ? Parlez-en à la direction de votre école.
notice-erased = C’est effacé. Votre compte n’est plus relié à Telegram. Au revoir !
notice-requester_erased = La personne qui avait fait la demande n°{ $number } a effacé ses données : la demande est fermée.
