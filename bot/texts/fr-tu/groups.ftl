# Groups, said to pupils: only the sentences of fr/groups.ftl that are said otherwise, in its order.

refusal-group-gone = Ce groupe n’existe plus : demande à un adulte de l’école.
refusal-group-nameless = Ce nom n’a ni lettre ni chiffre : écris-en un autre.
refusal-group-name-long = Ce nom a { $count } caractères : le plus long en a { $most }, écris-en un plus court.
refusal-group-name-taken = Un groupe de cette école s’appelle déjà « { $name } » : écris un autre nom.
refusal-group-nobody = Personne n’est coché : touche d’abord les noms qu’il faut.
refusal-group-confirm = Je n’ai pas compris : touche « { button-group_now } », ou annule.
refusal-no-group-so = Je ne trouve pas de groupe « { $name } » dans tes écoles : demande à un adulte de l’école.
refusal-ent-automatic = Ce groupe suit les comptes de l’école, et personne ne le change à la main : demande à un adulte de l’école.
refusal-ent-linked = D’autres règles ont besoin que ces membres s’écrivent : demande à un adulte de l’école.
