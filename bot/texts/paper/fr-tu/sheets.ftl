# What a connection sheet says to a pupil.

sheet-activate = Ton compte de l’ENT n’est pas encore ouvert : sur la page de l’ENT, entre l’identifiant et le code d’activation, puis choisis un mot de passe.
sheet-step-1 = Avec un de tes parents, installe Telegram : l’application est gratuite.
sheet-step-2 = Scanne le carré avec l’appareil photo, ou tape l’adresse écrite dessous.
sheet-step-3 = Touche « Démarrer ». Pas de bouton ? Envoie « /start » et ce qui suit « start= » dans l’adresse.
sheet-step-4 = Lis la charte avec ton parent, puis touche « Accepter ».
sheet-step-5 = Écris ta question : l’assistance te répond là.
sheet-consent =
    { $from ->
        [parent] Avant { $age } ans, un de tes parents doit dire oui avant que tu écrives ici.
        [school] Avant { $age } ans, l’école doit dire oui avant que tu écrives ici.
       *[both] Avant { $age } ans, un de tes parents ou l’école doit dire oui avant que tu écrives ici.
    }
sheet-once =
    Ce lien ne sert qu’une fois, et à toi seulement.{ $dated ->
        [yes] { " " }Il est valable jusqu’au { $until }.
       *[other] { "" }
    }
sheet-keep = Ne prête pas cette fiche : elle ouvre ton compte.
sheet-whom =
    Besoin d’aide ? { $known ->
        [yes] { $contact }
       *[other] Demande à ta maîtresse ou à ton maître.
    }
