# Duplicates, said to pupils: only the sentences of fr/duplicates.ftl that are said otherwise, in its order.

notice-accounts_joined = 🔗 Tu avais deux comptes dans l’ENT : l’école les a réunis. Ton compte est <code>{ $login }</code>, et tes demandes y sont toutes. L’identifiant <code>{ $former }</code> ne sert plus.
notice-accounts_joined_elsewhere = 🔗 L’école a réuni le compte <code>{ $former }</code> avec le compte <code>{ $login }</code>, qui est relié à un autre Telegram ou administre l’ENT : celui-ci n’est donc plus relié. Pour le relier, demande un lien à l’école ; les demandes suivent le compte.

refusal-pair-settled = Ce doublon est déjà réglé : demande à un adulte de l’école.
refusal-pair-elsewhere = L’autre compte est à une autre école : demande à un adulte de l’école.
refusal-pair-confirm = Je n’ai pas compris : touche Confirmer, ou Annuler pour ne rien changer.
refusal-settle-oneself = C’est ton propre compte : demande à un adulte de l’école de régler ce doublon.
refusal-advice-asked = Tu as déjà demandé conseil sur ce doublon : regarde la demande n°{ $number }.
refusal-ent-profiles = Deux profils, ce sont deux comptes, un par rôle : ils ne se fusionnent pas, demande à un adulte de l’école.
refusal-ent-both-active = Deux comptes activés ne se fusionnent jamais : demande à un adulte de l’école.
refusal-ent-same-feed = L’annuaire contient encore les deux comptes : demande à un adulte de l’école.
refusal-ent-blocked = L’un des deux comptes est bloqué : demande à un adulte de l’école.
refusal-ent-apart = Ces deux comptes ne sont plus un doublon : demande à un adulte de l’école.
refusal-ent-other-kept = L’ENT garderait l’autre compte : rien n’a été changé, demande à un adulte de l’école.
