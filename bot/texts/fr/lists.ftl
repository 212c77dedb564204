# Lists of accounts, and the filters that narrow them.

## Buttons and commands

button-list = 📋 Voir la liste
button-list_next = ➡️ Suite
button-list_back = ⬅️ Précédent
button-filters = 🔎 Filtres
button-facet = Filtre
button-facet_next = ➡️ Suite
button-pick = Choix
button-clear = 🧹 Enlever tous les filtres

command-comptes = Lister les comptes

## List of accounts

accounts-title =
    { $count ->
        [-1] <b>Comptes</b>
        [0] <b>Aucun compte</b>
        [one] <b>{ $count } compte</b>
       *[other] <b>{ $count } comptes</b>
    }
accounts-open = Touchez un numéro pour ouvrir la fiche.
accounts-empty = Rien ne correspond. Vérifiez le nom, ou touchez « Filtres » pour en enlever un.

## Menu of filters

notice-choose_school =
    Plusieurs de vos écoles correspondent. Laquelle ?
    { $more ->
        [yes] S’il en manque une, écrivez un mot de plus de son nom.
       *[no] { "" }
    }
filters-menu =
    <b>Filtres</b>
    { $chosen }
    { "" }
    Touchez ce que vous cherchez : ce qui est choisi est marqué ✅.
filters-none = Tous les comptes
filters-hint-one = Choisissez dans la liste. Touchez une deuxième fois pour enlever le choix.
filters-hint-several = Plusieurs choix sont possibles. Touchez une deuxième fois pour en enlever un.
filters-no-choice = Il n’y a rien à choisir ici.

## Filters

filter-words = « { $words } »
filter-from = créés depuis le { $day }
filter-until = créés jusqu’au { $day }
filter-profile = Profil
filter-profile-teacher = 🟢 Enseignants
filter-profile-student = 🟠 Élèves
filter-profile-relative = 🔵 Parents
filter-profile-personnel = 🟣 Personnels
filter-profile-guest = 🔴 Invités
filter-class = Classe
filter-group = Groupe
filter-state = État
filter-state-active = Activés
filter-state-inactive = 💤 Jamais activés
filter-state-blocked = ⛔ Bloqués
filter-state-unblocked = Non bloqués
filter-source = Source
filter-source-AAF1D = Annuaire (ONDE)
filter-source-AAF = Annuaire, 2d degré
filter-source-CSV = Fichier importé
filter-source-MANUAL = Création à la main
filter-only-duplicates = 👥 Doublons
filter-only-administrators = Administrateurs
filter-created = Date de création
filter-created-year = Cette année scolaire
filter-created-month = Ce mois-ci
filter-sort = Tri
filter-sort-name = Par nom
filter-sort-profile = Par profil
filter-school = École

notice-inline_reserved = Réservé aux équipes d’assistance · ouvrir Palier

## Refusals

refusal-unknown-account-filter = Je ne connais pas « { $name } » : écrivez par exemple /comptes élèves classe:CM2 bloqués.
refusal-bad-date = « { $typed } » n’est pas une date : écrivez par exemple depuis:01/09/2026.
refusal-no-such-class = Je ne trouve pas la classe « { $name } » dans vos écoles : choisissez-la dans les filtres de /comptes.
refusal-no-such-group = Je ne trouve pas le groupe « { $name } » dans vos écoles : choisissez-le dans les filtres de /comptes.
refusal-school-gone = « { $name } » n’est plus une de vos écoles : ouvrez une nouvelle liste avec /comptes.
refusal-no-such-school = Je ne trouve pas l’école « { $name } » parmi les vôtres : vérifiez son nom.
refusal-school-first = Vous suivez beaucoup d’écoles : dites laquelle, par exemple école:Jean-Moulin.
