# Statistics: shown in the chat, and exported as a spreadsheet.

## Buttons and commands

command-stats = Les chiffres de mes écoles
command-exporter = Exporter vers un tableur
button-stats = Autre période
button-stats_of = École
button-stats_all = 🏫 Toutes les écoles
button-stats_next = ➡️ Suite
button-stats_back = ⬅️ Précédent
button-spreadsheet = 📊 Exporter
stats-span-semaine = 7 jours
stats-span-mois = 30 jours
stats-span-trimestre = 3 mois
stats-span-annee = Année scolaire
export-button-these = 📊 Ces chiffres en tableur
export-button-requests = 📨 Demandes
export-button-accounts = 👥 Comptes
export-button-stats = 📊 Statistiques

## One school

stats-period = Du { $since } au { $until }
stats-number = { $count }
stats-activations = Comptes activés
stats-visits = Visites
stats-visitors = Visiteurs par semaine, en moyenne
stats-came =
    { $split ->
        [yes] visiteurs par semaine : { $visitors } · connexions : { $connections } (application mobile : { $mobile })
       *[no] visiteurs par semaine : { $visitors } · connexions : { $connections }
    }
stats-applications = Applications les plus ouvertes
stats-connectors = Connecteurs les plus ouverts
stats-accounts-many = Les comptes activés se lisent avec moins d’écoles à la fois : /stats suivi d’un nom.
stats-accounts-shut = L’ENT ne laisse pas Palier lire les comptes activés.
stats-accounts-down = L’ENT ne répond pas : les comptes activés manquent ici.
stats-accounts-none = L’ENT ne compte pas les comptes activés.
stats-visited-many = Les visites se lisent avec moins d’écoles à la fois : /stats suivi d’un nom.
stats-visited-shut = L’ENT ne laisse pas Palier lire les visites : elles se lisent dans « Mes applis », « Statistiques ».
stats-visited-down = L’ENT ne répond pas : les visites manquent ici.
stats-visited-none = L’ENT n’a compté aucune visite sur cette période.
stats-source = Palier, d’après l’ENT et ses propres demandes

stats-assistance = Assistance
stats-assistance-of = Assistance · { $place }
stats-requests = Demandes d’assistance
stats-count =
    { $count ->
        [-1] moins de 5 demandes
        [0] Aucune demande sur cette période.
        [one] { $count } demande
       *[other] { $about ->
            [yes] environ { $count } demandes
           *[no] { $count } demandes
        }
    }
stats-solved =
    { $promise ->
        [none] Résolues : { $solved }
       *[other] Résolues : { $solved }, dont { $promise } dans le délai annoncé
    }
stats-answer = Première réponse : la moitié en { $time } ou moins
stats-solve = Résolution : la moitié en { $time } ou moins
stats-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
stats-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
stats-late = En retard : { $late } · Rouvertes : { $reopened }
stats-parts = { $name } : { $parts }
stats-by-category = Par sujet
stats-by-status = Par état
stats-by-level = Par niveau

## Several schools

stats-units =
    { $many ->
        [one] <b>Statistiques</b> · { $many } lieu
       *[other] <b>Statistiques</b> · { $many } lieux
    }
stats-unit =
    Demandes : { $count }{ $promise ->
        [none] {""}
       *[other] {" "}· dans le délai : { $promise }
    }{ $activated ->
        [none] {""}
       *[other] {" "}· comptes activés : { $activated }
    }
stats-share =
    { $about ->
        [yes] environ { $share } %
       *[no] { $share } %
    }
stats-open = Touchez un numéro pour voir le détail.

## Applications of the ENT

stats-app-Actualites = Actualités
stats-app-Admin = Console d’administration
stats-app-Annuaire = Annuaire
stats-app-Archive = Archive
stats-app-Blog = Blog
stats-app-Calendar = Agenda
stats-app-CollaborativeEditor = Éditeur collaboratif
stats-app-CollaborativeWall = Mur collaboratif
stats-app-Community = Communauté
stats-app-Conversation = Messagerie
stats-app-Exercizer = Exercices
stats-app-Forum = Forum
stats-app-Homeworks = Cahier de textes
stats-app-Mindmap = Carte mentale
stats-app-Pages = Pages
stats-app-Poll = Sondage
stats-app-Presences = Présences
stats-app-Rack = Casier
stats-app-SchoolBook = Carnet de liaison
stats-app-Scrapbook = Cahier multimédia
stats-app-Support = Assistance ENT
stats-app-TimelineGenerator = Frise chronologique
stats-app-WebConference = Visioconférence
stats-app-Wiki = Wiki
stats-app-Workspace = Espace documentaire

## Exports

export-which = <b>Exporter vers un tableur</b>
    Que faut-il mettre dans le fichier ?
export-unknown = Je ne sais pas exporter « { $words } ».
export-what-requests = Demandes
export-what-accounts = Comptes
export-what-stats = Statistiques
export-title-requests = Demandes d’assistance
export-title-accounts = Comptes de l’ENT
export-title-stats = Statistiques
export-of =
    { $exported ->
        [requests] demandes
        [accounts] comptes
       *[stats] statistiques
    }
notice-spreadsheet =
    { $stage ->
        [done] ✅ <b>Export des { export-of }</b> : { $total ->
            [one] { $total } ligne.
           *[other] { $total } lignes.
        }{ $hours ->
            [0] {""}
           *[other] {" "}Le message qui porte le fichier s’effacera dans { $hours } h.
        }
        [failed] { $why ->
            [nobody] ℹ️ { $exported ->
                [requests] Aucune demande à exporter.
                [accounts] Aucun compte à exporter.
               *[stats] Aucune statistique à exporter.
            }
           *[other] ❌ <b>Export des { export-of }</b> : pas terminé. { export-why }
        }
        [running] ⏳ <b>Export des { export-of }</b> : en préparation ({ $total ->
            [one] { $total } ligne
           *[other] { $total } lignes
        }).
       *[asked] ⏳ <b>Export des { export-of }</b> : en préparation.
    }
export-why =
    { $why ->
        [many] Il y a plus de 50 000 lignes : recommencez avec un filtre ou une période plus courte.
        [rights] Vous n’administrez plus rien ici.
        [ent] L’ENT n’a pas répondu : recommencez avec /exporter.
        [telegram] L’envoi s’est interrompu : recommencez avec /exporter.
       *[stopped] Palier s’est arrêté en chemin : recommencez avec /exporter.
    }
notice-spreadsheet_failed = ❌ Votre export n’a pas pu être fait. { export-why }

export-yes-yes = oui
export-yes-no = non
export-state-active = actif
export-state-inactive = jamais activé
export-state-blocked = bloqué
export-state-deleted = en cours de suppression
export-column-number = N°
export-column-created = Créé le
export-column-school = École
export-column-circonscription = Circonscription
export-column-category = Sujet
export-column-status = État
export-column-level = Niveau
export-column-requester = Demandeur
export-column-profile = Profil
export-column-holder = Suivi par
export-column-due = Réponse attendue le
export-column-answered = Première réponse le
export-column-solved = Résolu le
export-column-closed = Fermé le
export-column-reopened = Rouvert
export-column-words = Premiers mots
export-column-last-name = Nom
export-column-first-name = Prénom
export-column-login = Identifiant
export-column-classes = Classes
export-column-groups = Groupes
export-column-state = État
export-column-source = Source
export-column-administers = Administre
export-column-last-login = Dernière visite
export-column-since = Du
export-column-until = Au
export-column-place = Lieu
export-column-figure = Indicateur
export-column-detail = Détail
export-column-value = Valeur
export-figure-requests = Demandes
export-figure-solved = Demandes résolues
export-figure-kept = Résolues dans le délai annoncé
export-figure-late = Demandes en retard
export-figure-reopened = Demandes rouvertes
export-figure-by-category = Demandes par sujet
export-figure-by-level = Demandes par niveau
export-figure-by-status = Demandes par état
export-figure-accounts = Comptes
export-figure-activated = Comptes activés
export-figure-visitors = Visiteurs par semaine, en moyenne
export-figure-connections = Connexions
export-figure-mobile = Connexions par l’application mobile
export-figure-application = Accès à une application
export-figure-connector = Accès à un connecteur

## Refusals

refusal-period-reversed = La seconde date est avant la première : écrivez par exemple /stats 01/09 30/09.
refusal-period-future = Cette période n’est pas encore finie : choisissez des jours jusqu’à aujourd’hui.
refusal-period-gone = Les demandes closes s’effacent après { $days } jours : choisissez une période plus récente.
refusal-period-unread = Je ne comprends pas « { $words } » : écrivez une période, par exemple 01/09 30/09, mois ou trimestre.
refusal-export-under-way = Deux exports sont déjà en préparation : attendez qu’ils arrivent.
