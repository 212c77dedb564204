# Login codes, said to pupils: only the sentences of fr/passwords.ftl that are said otherwise, in its order.

notice-code_missed = 🔑 Le code n’a pas pu arriver ici : demande-le de vive voix à l’adulte qui t’aide.
notice-code_received =
    { $own ->
        [yes] 🔑 Voici ton code pour entrer dans l’ENT. Touche le cadre gris pour le lire :
       *[no] 🔑 Voici le code { $d }<b>{ $name }</b> pour entrer dans l’ENT. Touche le cadre gris pour le lire :
    }
    { "" }
    <tg-spoiler>{ $code }</tg-spoiler>
    { "" }
    { $activation ->
        [yes] Dans l’ENT, écris l’identifiant de ta fiche de connexion, puis ce code à la place du mot de passe.
       *[no] Dans l’ENT, écris ton identifiant habituel, puis ce code à la place du mot de passe.
    }
    L’ENT te demandera ensuite de choisir un nouveau mot de passe.
    Ce message s’effacera dans { $minutes } minutes.
notice-mailed = ✉️ { who } t’a fait envoyer un mail avec un lien, pour choisir un nouveau mot de passe. Il n’est pas là ? Regarde dans les indésirables (spam).
notice-code_stands = ⚠️ Telegram refuse d’effacer ici un ancien message qui montre un code ou un lien pour { $name } : appuie longuement dessus, puis touche « Supprimer ».
notice-code_stands_there = ⚠️ Telegram refuse d’effacer un ancien message qui montre un code pour { $name }, chez la personne à qui tu l’as transmis : demande-en un autre avec /code, l’ancien ne servira plus.
refusal-too-many-codes-agent = Tu as demandé { $limit } codes en une heure : attends un peu avant le suivant.
refusal-too-many-codes-account = Ce compte a déjà reçu { $limit } codes en une heure : attends un peu avant le suivant.
refusal-code-not-shown = Le code n’a pas pu s’afficher : redemande-en un, il remplacera le premier.
refusal-code-not-handed = Le code n’a pas pu être transmis sur Telegram : demande-le de vive voix, ou réessaie dans une minute.
refusal-code-replaced = Un code plus récent a été demandé pour ce compte : prends celui-là.
refusal-already-handed = Le code est déjà transmis à { $name } : s’il s’est effacé trop tôt, demande-en un autre.
