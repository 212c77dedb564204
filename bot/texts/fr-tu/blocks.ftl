# Blocks, said to pupils: only the sentences of fr/blocks.ftl that are said otherwise, in its order.

refusal-already-blocked = Le compte { $d }{ $name } est déjà bloqué : demande à un adulte de l’école.
refusal-not-blocked = Le compte { $d }{ $name } n’est pas bloqué : demande à un adulte de l’école.
refusal-block-oneself = C’est ton propre compte : si quelqu’un d’autre s’en sert, change ton mot de passe dans l’ENT.
refusal-held-elsewhere = Le compte { $d }{ $name } est bloqué par une autre école ({ $place }) : demande à un adulte de l’école.
refusal-school-only = Seule l’administration de l’école peut bloquer ou débloquer { $name } : demande-le-lui.
refusal-unknown-profile = Je ne connais pas le profil « { $name } » : écris élèves, parents, enseignants, personnels ou invités.
refusal-dates-unread = Je ne comprends pas ces dates : écris par exemple 10/07/2027 28/08/2027.
refusal-dates-far = Ce jour est déjà passé cette année : si tu penses au { $typed }, écris aussi l’année.
refusal-dates-none = Le { $typed } n’existe pas : choisis un autre jour.
refusal-dates-past = Cette date est déjà passée : choisis un jour à venir.
refusal-dates-reversed = La seconde date doit venir après la première : écris d’abord la plus proche.
refusal-campaign-nothing = Il n’y a aucun compte parmi les { profiles } ({ $place }) : demande à un adulte de l’école.
refusal-campaign-under-way = C’est encore en cours dans cette école ({ profiles }) : attends que ce soit fini.
refusal-campaign-planned = C’est déjà prévu pour les { profiles } ({ $place }) : demande à un adulte de l’école.
