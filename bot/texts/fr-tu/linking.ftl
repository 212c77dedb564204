# Linking, to a pupil who types an agent's command.

refusal-link-from-below = Un lien se donne de la main à la main : demande à l’école ou à l’ERUN d’en faire un pour { $name }.
refusal-link-blocked = Le compte { $d }{ $name } est bloqué : débloque-le d’abord, un lien ne servirait à rien.
refusal-link-not-shown = Le lien n’a pas pu s’afficher : redemande-en un avec /lien, il remplacera le premier.
refusal-too-many-links = Tu as fait { $limit } liens en une heure : attends un peu avant le suivant.
