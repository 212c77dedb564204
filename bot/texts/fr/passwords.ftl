# Login codes, and links by mail to choose a new password.

## Buttons and commands

button-code = 🔑 Code de connexion
button-key = 🔑 Code de connexion
button-mail = ✉️ Lien par mail
button-hand = 📨 Transmettre
button-copy = 📋 Copier le code

command-code = Donner un code de connexion

## Acts on the ENT, as a message of doubt names them

act-renew_code = un code de connexion
act-activation_code = le code d’activation
act-mail_reset = un lien par mail
act-hand_over = la transmission d’un code

## Acts on the ENT, as the exchange of a request shows them

deed-code = Code de connexion donné
deed-activation = Code d’activation donné
deed-mail = Lien envoyé par mail
deed-handed = Code transmis

## For whom, and how

notice-whom_code = Pour qui faut-il un code de connexion ? Écrivez le début du nom ou l’identifiant.
notice-code_for =
    Demande n°{ $number } : pour qui ?
    { $portal ->
        [0] { "" }
       *[other] Sans code, par ÉduConnect ou le portail de l’académie : { $names }.
    }
notice-code_or_mail =
    Comment aider <b>{ $name }</b> ?
    Le lien arrive dans sa boîte mail. Le code, c’est vous qui le donnez.
notice-administrator_target =
    { $away ->
        [no] <b>{ $name }</b> administre l’ENT
       *[yes] <b>{ $name }</b> administre l’ENT ailleurs ({ $place })
    } : vous ne pouvez pas changer son mot de passe.
    { $highest ->
        [yes] Il se réinitialise dans la console nationale, ou par « Mot de passe oublié » dans l’ENT.
       *[no] Proposez d’abord « Mot de passe oublié », dans l’ENT. Sinon, demandez au niveau au-dessus.
    }

## Codes and links by mail

notice-code_coming = 🔑 Un instant, le code arrive…
notice-code_missed = 🔑 Un code devait s’afficher ici et n’a pas pu arriver : demandez-le de vive voix à la personne qui vous aide.
notice-code_given =
    { $activation ->
        [yes] 🔑 Code d’activation pour <b>{ $name }</b>, dont le compte n’a encore jamais servi :
       *[no] 🔑 Code de connexion pour <b>{ $name }</b> :
    }
    { "" }
    <tg-spoiler>{ $code }</tg-spoiler>
    { "" }
    { $activation ->
        [yes] Il s’écrit à la place du mot de passe, et ne sert qu’une fois.
       *[no] Il s’écrit à la place du mot de passe, dans les 24 heures, et ne sert qu’une fois.
    }
    { $heir ->
        [none] Ni cette personne ni sa famille n’est reliée ici : donnez-le de vive voix.
        [several] « Transmettre » vous laisse choisir à qui l’envoyer.
       *[other] Pour l’envoyer à { $heir }, touchez « Transmettre ».
    }
    Ce message s’efface dans { $minutes } minutes.
    { $blocked ->
        [yes] ⛔ Attention, ce compte est bloqué : débloquez-le depuis sa fiche.
       *[no] { "" }
    }
notice-code_received =
    { $own ->
        [yes] 🔑 Voici votre code pour entrer dans l’ENT. Touchez le cadre gris pour le lire :
       *[no] 🔑 Voici le code { $d }<b>{ $name }</b> pour entrer dans l’ENT. Touchez le cadre gris pour le lire :
    }
    { "" }
    <tg-spoiler>{ $code }</tg-spoiler>
    { "" }
    { $activation ->
        [yes] Dans l’ENT, écrivez l’identifiant de la fiche de connexion, puis ce code à la place du mot de passe.
       *[no] Dans l’ENT, écrivez l’identifiant habituel, puis ce code à la place du mot de passe.
    }
    L’ENT demandera ensuite de choisir un nouveau mot de passe.
    Ce message s’effacera dans { $minutes } minutes.
notice-code_handed = 📨 Le code est transmis à <b>{ $name }</b>.
notice-mail_sent = ✉️ Le lien est envoyé à { $address } pour <b>{ $name }</b>.
notice-mailed = ✉️ { who } vous a fait envoyer un mail avec un lien, pour choisir un nouveau mot de passe. Il n’est pas là ? Regardez dans les indésirables (spam).
notice-code_stands = ⚠️ Telegram refuse d’effacer ici un ancien message qui montre un code ou un lien pour { $name } : appuyez longuement dessus, puis touchez « Supprimer ».
notice-code_stands_there = ⚠️ Telegram refuse d’effacer un ancien message qui montre un code pour { $name }, chez la personne à qui vous l’avez transmis : demandez-en un autre avec /code, l’ancien ne servira plus.

## Refusals

refusal-too-many-codes-agent = Vous avez demandé { $limit } codes en une heure : attendez un peu avant le suivant.
refusal-too-many-codes-account = Ce compte a déjà reçu { $limit } codes en une heure : attendez un peu avant le suivant.
refusal-code-not-shown = Le code n’a pas pu s’afficher : redemandez-en un, il remplacera le premier.
refusal-code-not-handed = Le code n’a pas pu être transmis sur Telegram : donnez-le de vive voix, ou réessayez dans une minute.
refusal-code-replaced = Un code plus récent a été demandé pour ce compte : transmettez celui-là.
refusal-already-handed = Le code est déjà transmis à { $name } : s’il s’est effacé trop tôt, demandez-en un autre avec /code.
