# People, said to pupils: only the sentences of fr/people.ftl that are said otherwise, in its order.

notice-charter_accepted = Merci, { $name } ! Tu peux continuer.
refusal-charter-first = Lis et accepte d’abord la charte : écris /charte.
refusal-charter-first-other = C’est l’affaire de ton compte { $name }, dont la charte n’est pas encore acceptée : écris /charte, touche ce compte, puis accepte.
notice-linked =
    Bienvenue <b>{ $name }</b> ! Ton compte est relié.
    Un problème avec l’ENT ? Écris-le ici, avec tes mots : je le transmets à la bonne personne.
    { $others ->
        [0] { "" }
       *[other] Tu écris maintenant avec ce compte. Pour en reprendre un autre, touche son nom.
    }
notice-speaks_now = <b>{ $gone }</b> n’est plus relié ici. Tu écris maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
notice-accounts =
    Tu es <b>{ $name }</b> ({ $function }{ $at }).
    { $others ->
        [0] Un problème avec l’ENT ? Écris-le ici, avec tes mots.
       *[other] Pour utiliser un autre compte, touche son nom.
    }
notice-speaking = Tu écris maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
notice-unlinked_elsewhere = Le compte { $d }{ $name } vient d’être relié à un autre compte Telegram : il ne parle plus ici. Si ce n’est pas toi qui l’as fait, préviens l’école.
notice-languages = Dans quelle langue veux-tu continuer ?
notice-unknown_language = Je ne parle pas « { $code } ». Choisis une langue :
notice-my_data =
    <b>Ce qui est gardé sur toi</b>
    { $name } ({ $function }{ $at })
    Demandes : { $requests }
    Messages : { $messages }
    { "" }
    Tu peux tout recevoir dans un fichier (« { button-export } »), ou tout effacer. Fais-le avec un parent.
notice-erase_asked =
    <b>Tout effacer ?</b>
    Tes demandes seront fermées, tes messages effacés, et ton compte ne sera plus relié à Telegram. On ne peut pas revenir en arrière.
notice-consent_asked = Un autre compte Telegram demande à parler pour le compte { $d }{ $name }. Est-ce toi ? Si oui, ce compte ne parlera plus ici. Si tu ne sais pas, demande à un adulte.
