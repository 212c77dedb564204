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
notice-linked_barred =
    Le compte { $d }<b>{ $name }</b> est relié ici, mais il est bloqué dans l’ENT : il faut d’abord que ta directrice ou ton directeur le débloque.
    { $waits ->
        [yes] { family-fear }
       *[no] D’ici là, tu peux seulement demander pourquoi, avec /assistance.
    }
notice-speaks_now = <b>{ $gone }</b> n’est plus relié ici. Tu écris maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
notice-accounts =
    Tu es <b>{ $name }</b> ({ $function }{ $at }).
    { $others ->
        [0] Un problème avec l’ENT ? Écris-le ici, avec tes mots.
       *[other] Pour utiliser un autre compte, touche son nom.
    }
    { $signs ->
        [yes] Pour relier ici un autre compte à toi, connecte-toi avec l’ENT.
       *[no] { "" }
    }
notice-speaking = Tu écris maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
notice-unlinked_elsewhere = Le compte { $d }{ $name } vient d’être relié à un autre compte Telegram : il ne parle plus ici. Si ce n’est pas toi qui l’as fait, préviens l’école.
notice-account_barred_asks = Le compte ENT { $d }<b>{ $name }</b> est bloqué : ici, tu peux seulement demander pourquoi. Écris ta question, ou demande à un adulte de l’école.
notice-account_barred_blocked = Le compte ENT { $d }<b>{ $name }</b> est bloqué : il ne peut plus rien lire ni faire ici, sauf /mesdonnees, et ce qu’il traitait revient à son équipe. Une erreur ? Demande à un adulte de l’école.
notice-account_barred_deleted = Le compte ENT { $d }<b>{ $name }</b> est en cours de suppression : il ne peut plus rien lire ni faire ici, sauf /mesdonnees. Une erreur ? Demande à un adulte de l’école.
notice-speaks_barred =
    Le compte ENT { $d }<b>{ $name }</b> { $why ->
        [deleted] est en cours de suppression
       *[blocked] est bloqué
    } : il ne peut pas parler ici, et rien ne change pour l’autre compte.
    { $asks ->
        [yes] Avec lui, tu peux demander pourquoi, lire et effacer ses données, ou le délier :
       *[no] Avec lui, tu peux lire et effacer ses données, ou le délier :
    }
notice-speaks_instead = <b>{ $gone }</b> ne peut plus se connecter à l’ENT. Tu écris maintenant pour <b>{ $name }</b> ({ $function }{ $at }).
refusal-barred-asks = Ton compte ENT est bloqué : ici, tu peux seulement demander pourquoi, avec /assistance, ou parler à un adulte de l’école.
refusal-barred-blocked = Ton compte ENT est bloqué : il ne permet plus ici que /mesdonnees, demande à un adulte de l’école.
refusal-barred-deleted = Ton compte ENT est en cours de suppression : il ne permet plus ici que /mesdonnees, et si c’est une erreur, demande à un adulte de l’école.
refusal-rights-unconfirmed = L’ENT ne répond pas : réessaie dans quelques minutes.
notice-languages = Dans quelle langue veux-tu continuer ?
notice-unknown_language = Je ne parle pas « { $typed } ». Choisis une langue :
notice-my_data =
    <b>Ce qui est gardé sur toi</b>
    { $name } ({ $function }{ $at })
    Demandes : { $requests }
    Messages : { $messages }
    { "" }
    À quoi cela sert : à te répondre, et à rien d’autre. Qui lit : l’école, et les adultes qui l’aident{ $outside ->
        [yes] { "" } ; mais ton appel à l’aide dit hors de l’école, personne de l’école ne le lit
       *[no] { "" }
    }. Combien de temps : un an après la fin de ta demande. Tes messages passent par Telegram, une entreprise loin d’ici.
    { "" }
    « { button-export } » : tout recevoir dans un fichier, avec les réponses reçues.
    « { button-erase } » : tes mots, tes fichiers et ton nom disparaissent. Il reste seulement que quelque chose a été fait, sans dire pour qui.
    Fais-le avec un parent.
notice-erase_asked =
    <b>Tout effacer ?</b>
    Tes demandes seront fermées pour de bon. Tes messages, tes fichiers et ton nom seront effacés ici, et ton compte ne sera plus relié à Telegram. On ne peut pas revenir en arrière.
    Ce qui reste : la trace de ce qui a été fait, sans ton nom.
    { $called ->
        [yes] Tu as appelé à l’aide : tes mots seront effacés, mais les adultes qui les lisent sauront encore que tu as appelé, pour pouvoir t’aider.
       *[no] { "" }
    }
refusal-requester-erased = La personne qui avait fait la demande n°{ $number } a effacé ses données : cette demande ne peut plus être rouverte, fais-en une nouvelle avec /assistance.
notice-consent_asked = Un autre compte Telegram demande à parler pour le compte { $d }{ $name }. Est-ce toi ? Si oui, ce compte ne parlera plus ici. Si tu ne sais pas, demande à un adulte.
refusal-export-lost = Je ne sais pas si ton fichier est bien arrivé : s’il n’est pas dans cette conversation, redemande-le avec /mesdonnees.
notice-done_export_later = Ton fichier arrive dès que Telegram le permet : inutile de redemander.
charter-links = 👤 « { button-accept } » relie à ce Telegram le compte { $d }<b>{ $name }</b> ({ $function }{ $at }). Si ce compte n’est pas le tien, touche « { button-not_me } ».
charter-taken = Ce Telegram parle déjà pour <b>{ $here }</b> : n’accepte que si c’est ton téléphone, ou celui d’un de tes parents.
notice-link_kept = D’accord, rien n’est relié, et ce lien reste bon pour la personne dont il porte le nom : donne-le-lui sans l’ouvrir, ou rapporte-le à l’école.
notice-unlink_asked =
    <b>Délier ce compte ?</b>
    Le compte { $d }<b>{ $name }</b> ({ $function }{ $at }) ne parlera plus dans ce Telegram. Rien n’est effacé : pour le relier, il faudra { relink-how }.
    { $open ->
        [0] { "" }
        [one] Ta demande { $filed } reste ouverte : l’école continue d’y répondre, et tu liras ses réponses quand le compte sera relié de nouveau.
       *[other] Tes demandes { $filed } restent ouvertes : l’école continue d’y répondre, et tu liras ses réponses quand le compte sera relié de nouveau.
    }
link-again = { $told ->
    [yes] L’école, qui l’avait donné, en est prévenue. Pour en avoir un autre, demande-le à l’école
   *[no] Pour en avoir un autre, demande-le à l’école
}
notice-link_taken_out = 🔗 Il y avait dans ton message un lien personnel : je l’ai retiré avant que quelqu’un le lise, et il ne sert plus. { link-again }, puis touche-le sans l’écrire dans un message.
