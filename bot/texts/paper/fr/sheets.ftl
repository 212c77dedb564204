# What a connection sheet says. To a pupil it says `fr-tu`.

sheets-title = Fiches de connexion
sheet-title = Fiche de connexion

## Who it is for

sheet-student = Élève
sheet-relative = Parent
sheet-teacher = Enseignant
sheet-personnel = Personnel
sheet-guest = Invité
sheet-classes =
    { $count ->
        [1] Classe : { $names }
       *[other] Classes : { $names }
    }
sheet-children =
    { $count ->
        [1] Enfant : { $names }
       *[other] Enfants : { $names }
    }

## What they log in with

sheet-login = Identifiant
sheet-code = Code d’activation
sheet-activate = Votre compte de l’ENT n’est pas encore ouvert : sur la page de l’ENT, entrez l’identifiant et le code d’activation, puis choisissez un mot de passe.

## What to do

sheet-how = Pour écrire à l’assistance
sheet-step-1 = Installez Telegram sur votre téléphone : l’application est gratuite.
sheet-step-2 = Scannez le carré avec l’appareil photo, ou tapez l’adresse écrite dessous.
sheet-step-3 = Touchez « Démarrer ». Pas de bouton ? Envoyez « /start » et ce qui suit « start= » dans l’adresse.
sheet-step-4 = Lisez la charte, puis touchez « Accepter ».
sheet-step-5 = Écrivez votre question : l’assistance vous répond là.
sheet-consent =
    { $from ->
        [parent] Avant { $age } ans, un parent doit dire oui avant que vous écriviez ici.
        [school] Avant { $age } ans, l’école doit dire oui avant que vous écriviez ici.
       *[both] Avant { $age } ans, un parent ou l’école doit dire oui avant que vous écriviez ici.
    }
sheet-once =
    Ce lien ne sert qu’une fois, et à vous seulement.{ $dated ->
        [yes] { " " }Il est valable jusqu’au { $until }.
       *[other] { "" }
    }
sheet-keep = Ne prêtez pas cette fiche : elle ouvre votre compte.
sheet-whom =
    Besoin d’aide ? { $known ->
        [yes] { $contact }
       *[other] Demandez à l’école.
    }
