# Who administers a school beside its head.

## Buttons and commands

button-rights = 🔑 Droits
button-right_whom = 🔎 Un autre compte
button-right_give = Donner le droit
button-right_take = Retirer le droit
button-right_now = Confirmer

command-droits = Qui administre l’école

## Acts on the ENT, as a message of doubt names them

act-give_right = le droit d’administrer l’école
act-take_right = le retrait du droit d’administrer l’école

## Who administers

administrators-title = 🔑 <b>Qui administre l’ENT</b>
administrators-line =
    • <b>{ $name }</b>, { $function } · { $where }{ $me ->
        [yes] { " " }(vous)
       *[no] { "" }
    }
administrators-empty = Personne pour l’instant.
administrators-more = Il y en a d’autres : écrivez le nom après la commande, par exemple <code>/droits Martin</code>
administrators-advice = <i>À côté de la direction, une seule personne par école, à l’aise avec le numérique, pour les jours d’absence.</i>

## Somebody's rights

notice-whom_rights = De qui voulez-vous voir ou changer les droits ? Écrivez le début du nom ou l’identifiant.
right-title = 🔑 <b>Les droits { $d }{ $name }</b>
right-post =
    <b>{ $place }</b>
    { $right ->
        [give] N’administre pas l’ENT ici.
        [take] Administre l’ENT ici, à côté de la direction.
        [head] Dirige une école : ce droit va avec la direction, et change avec elle.
        [above] Administre ce qui est au-dessus de l’école, et donc l’école : cela se règle au niveau au-dessus.
       *[own] C’est votre propre compte : un collègue qui administre ou votre ERUN peut changer ce droit, pas vous.
    }
    { $names ->
        [none] Personne n’administre cette école pour l’instant.
       *[other] Qui l’administre aujourd’hui : { $names }
    }
notice-right_asked =
    { $gives ->
        [yes] 🔑 Donner à <b>{ $name }</b> le droit d’administrer l’école ({ $place }) ?
       *[no] Retirer à <b>{ $name }</b> le droit d’administrer l’école ({ $place }) ?
    }
    { $gives ->
        [yes] Cette personne verra tous les comptes de l’école, donnera des codes, pourra bloquer, et lira les demandes.
       *[no] Cette personne ne verra plus les comptes ni les demandes de l’école. Ce qu’elle traitait revient à ses collègues.
    }
    { $many ->
        [yes] ⚠️ L’administrent déjà : { $names }. Il est d’usage que la direction n’ait qu’un seul collègue avec elle : réfléchissez avant de confirmer.
       *[no] { "" }
    }
notice-right_done =
    { $gives ->
        [yes] ✅ <b>{ $name }</b> administre maintenant l’école ({ $place }).
       *[no] ✅ <b>{ $name }</b> n’administre plus l’école ({ $place }).
    }
    { $others ->
        [yes] Les autres personnes qui l’administrent le savent.
       *[no] { "" }
    }
    { $linked ->
        [yes] Je viens aussi de le lui dire.
       *[no] Cette personne n’est pas reliée à Palier : prévenez-la vous-même.
    }
notice-right_given =
    🔑 <b>{ $actor }</b> vous a donné le droit d’administrer l’école ({ $place }).
    Vous lisez maintenant les demandes de l’école (/file), ses comptes (/comptes), et vous pouvez donner un code (/code), bloquer (/bloquer) et rattacher aux classes (/classe). Tout est dans /aide. Ce que vous faites et consultez est écrit au /journal.
notice-right_withdrawn = 🔑 <b>{ $actor }</b> vous a retiré le droit d’administrer l’école ({ $place }). Si c’est une erreur, parlez-en à cette personne ou à la direction.
notice-right_told =
    { $gives ->
        [yes] 🔑 <b>{ $actor }</b> a donné à <b>{ $name }</b> le droit d’administrer l’école ({ $place }). Pour voir qui l’a : /droits
       *[no] 🔑 <b>{ $actor }</b> a retiré à <b>{ $name }</b> le droit d’administrer l’école ({ $place }). Pour voir qui l’a : /droits
    }

## Refusals

refusal-right-not-staff = Seuls les enseignants et les personnels de l’école peuvent l’administrer : choisissez un autre compte que celui { $d }{ $name }.
refusal-right-from-above = Les droits { $d }{ $name } se règlent à l’école ou avec son ERUN : demandez-le-leur.
refusal-right-own-above = Le droit de qui administre au-dessus des écoles ne se règle pas ici : il faut le demander avec /assistance.
refusal-right-confirm = Je n’ai pas compris : touchez un des boutons de la fiche, ou annulez.
refusal-right-changed = Les droits { $d }{ $name } ont changé entre-temps : rien n’est fait, regardez-les de nouveau avec /droits.
