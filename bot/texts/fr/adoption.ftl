# Who is linked, by school and class, and who is missing.

## Buttons and commands

command-adoption = Qui est relié à Palier

button-adoption = École
button-adoption_school = ⬅️ Retour
button-adoption_page = 🏫 Toutes les écoles
button-adoption_next = ➡️ Suite
button-adoption_back = ⬅️ Précédent
button-missing = 🔎 Qui manque ?
button-missing_of = Choix
button-missing_next = ➡️ Suite
button-missing_back = ⬅️ Précédent

## One school

adoption-whole =
    { $all ->
        [0] Aucun compte n’est à relier ici.
       *[other] { $parts ->
            [yes] Environ <b>{ $share } %</b> des { $all } comptes sont reliés.
           *[no] <b>{ $linked }</b> sur { $all } sont reliés ({ $share } %).
        }
    }
adoption-profiles = Par profil
adoption-rooms = Par classe, familles et équipe comprises
adoption-student = Élèves
adoption-relative = Parents
adoption-teacher = Équipe enseignante
adoption-personnel = Personnels
adoption-guest = Invités
adoption-line = { $who } : { $count }
adoption-count =
    { $share ->
        [-2] { $all } en tout, trop peu pour en dire plus
        [-1] { $linked } sur { $all }
       *[other] { $linked } sur { $all } ({ $share } %)
    }
adoption-few = moins de 5
adoption-next = Pour la suite : des fiches à imprimer avec <code>/fiches { $room }</code>, ou des messages dans l’ENT avec <code>/inviter { $room }</code>.

## Several schools

adoption-schools =
    { $many ->
        [0] <b>Aucune école</b>
        [one] <b>{ $many } école</b>, dont la direction { $headed ->
            [0] n’est pas encore reliée
           *[other] est reliée
        }
       *[other] <b>{ $many } écoles</b>, dont { $headed } avec une direction reliée
    }
adoption-head =
    { $head ->
        [yes] ✅ direction reliée
       *[no] ❌ direction à relier
    }
adoption-open = Touchez un numéro pour voir une école.
adoption-none = Il n’y a aucune école à montrer.
adoption-of = { $headed } sur { $many }
adoption-unit =
    Écoles : { $headed } sur { $many } avec une direction reliée
    Équipes : { $staff } · Familles : { $families }

## Who is missing

adoption-missing =
    <b>{ $place }</b> · { $count ->
        [0] personne ne manque
        [one] { $count } personne manque
       *[other] { $count } personnes manquent
    }{ $mine ->
        [yes] { "" }
       *[no] { " " }dans l’équipe
    }
adoption-all-here = Tout le monde est là.

## Pictures

adoption-heads-no = Direction à relier
adoption-heads-yes = Direction reliée
adoption-share = { $share } %
adoption-chart-schools = Qui est relié, école par école
adoption-chart-above = Écoles dont la direction est reliée
adoption-chart-source = Palier · /adoption
