# Connection sheets: asking for them, how far they are, those that were handed out.

## Buttons and commands

command-fiches = Imprimer des fiches de connexion
button-sheet = 🖨️ Fiche de connexion
button-sheets_at = Cette école
button-sheets_class = Cette classe
button-sheets_profile = Ce profil
button-sheets_whole = 🏫 Toute l’école
button-sheets_person = Cette personne
button-sheets_now = Confirmer
button-sheets_typed = 🖨 Fiches
button-sheets_linked = Aussi les personnes déjà reliées
sheets-linked-one = Oui, faire une fiche
button-sheets_form = Autre format
button-handouts = 🗂 Fiches remises
button-handouts_back = ⬅️ Fiches remises
button-handout = Voir
button-handout_revoke = Annuler ces fiches
button-handout_void = Confirmer

sheets-form-pdf = 📄 Plutôt en PDF
sheets-form-csv = 📊 Plutôt en CSV
sheets-form-xlsx = 📊 Plutôt en tableur

## For whom

sheets-for =
    { $scope ->
        [class] { $someone ->
            [yes] pour { $name }
           *[no] d’une classe
        }
        [profile] des { profiles }
        [both] des { profiles } { $d }{ $name }
        [account] { $someone ->
            [yes] { $d }{ $name }
           *[no] d’une personne
        }
       *[school] de toute l’école
    }
notice-sheets_school = <b>Fiches de connexion</b>
    Pour quelle école ?
sheets-whom =
    <b>Fiches de connexion</b> · { $place }
    Une fiche porte l’identifiant, un lien pour se relier ici, et le code d’activation si le compte n’a jamais servi. Pour qui ? Choisissez, ou écrivez un nom.
sheets-unknown = Je ne trouve ni classe, ni profil, ni personne pour « { $words } ».
sheets-last = Dernières fiches remises :
notice-sheets_person =
    { $meanings ->
        [0] Plusieurs personnes portent ce nom. Laquelle ?
       *[other] Plusieurs réponses possibles. Pour qui faut-il des fiches ?
    }

## The count

sheets-sure =
    { $people ->
        [0] { $scope ->
            [account] { already-linked } Une fiche reste possible : c’est alors ce téléphone qui accepte ou non.
           *[other] <b>Fiches { sheets-for }</b>{ sheets-at } : tous sont déjà reliés.
        }
        [one] <b>Fiche { sheets-for }</b>{ sheets-at } : { $people } personne{ sheets-which }{ sheets-inactive }.
       *[other] <b>Fiches { sheets-for }</b>{ sheets-at } : { $people } personnes{ sheets-which }{ sheets-inactive }.
    }
sheets-at =
    { $several ->
        [yes] , { $place }
       *[no] { "" }
    }
sheets-which =
    { $everybody ->
        [yes] { "" }
       *[no] { $people ->
            [one] { " " }non reliée
           *[other] { " " }non reliées
        }
    }
sheets-inactive =
    { $inactive ->
        [0] { "" }
        [one] , dont { $inactive } jamais activée
       *[other] , dont { $inactive } jamais activées
    }
sheets-left =
    { $left ->
        [one] Sans fiche : { $left } compte (bloqué, en cours de suppression, ou qui administre l’ENT) :
       *[other] Sans fiche : { $left } comptes (bloqués, en cours de suppression, ou qui administrent l’ENT) :
    }
sheets-others =
    { $more ->
        [one] et un autre.
       *[other] et { $more } autres.
    }
sheets-waiting =
    { $waiting ->
        [one] ⚠️ { $waiting } fiche remise avant et pas encore utilisée ne servira plus.
       *[other] ⚠️ { $waiting } fiches remises avant et pas encore utilisées ne serviront plus.
    }
sheets-secret =
    { $form ->
        [pdf] Le document contient des secrets : imprimez-le, puis effacez-le.
        [csv] Le fichier CSV contient des secrets : effacez-le après votre publipostage.
       *[xlsx] Le tableur contient des secrets : effacez-le après votre publipostage.
    }

## How far a printing is

notice-printing =
    { $stage ->
        [done] ✅ <b>Fiches { sheets-for }</b> : { $total ->
            [one] { $total } fiche envoyée
           *[other] { $total } fiches envoyées
        }{ sheets-documents }. Le message qui les montre s’effacera dans { $hours } h.
        [failed] ❌ <b>Fiches { sheets-for }</b> : pas terminées, et rien ne change. { sheets-why }
        [running] ⏳ <b>Fiches { sheets-for }</b> : en préparation ({ $done } sur { $total }).
       *[asked] ⏳ <b>Fiches { sheets-for }</b> : en préparation.
    }
sheets-documents =
    { $documents ->
        [one] { "" }
       *[other] { " " }en { $documents } documents
    }
sheets-why =
    { $why ->
        [nobody] Il n’y a plus personne à qui en remettre.
        [rights] Vous n’administrez plus cette école.
        [ent] L’ENT n’a pas répondu : recommencez avec /fiches.
        [telegram] L’envoi s’est interrompu : recommencez avec /fiches.
       *[stopped] Palier s’est arrêté en chemin : recommencez avec /fiches.
    }
notice-sheets_unwritten = ⚠️ { $count ->
        [one] Un nom contient
       *[other] { $count } noms contiennent
    } des caractères que la fiche ne sait pas écrire ; elle les remplace par […] : { $names }{ $more ->
        [0] {""}
       *[other] {" "}…
    }. Complétez-les à la main.
notice-sheets_failed =
    { $sent ->
        [0] ❌ Vos fiches n’ont pas pu être faites. { sheets-why }
       *[other] ❌ Vos fiches n’ont pas toutes pu être faites : celles déjà reçues ne servent pas, je les efface. { sheets-why }
    }

## Those that were handed out

handouts-title = <b>Fiches remises</b>
handouts-means = <i>Utilisée : la fiche a relié son compte. Encore bonne : elle le peut toujours. Remplacée : une fiche ou un lien plus récent en tient lieu, ou le compte est relié autrement.</i>
handouts-empty = Aucune fiche n’a été remise ces derniers mois.
handouts-line =
    { $day } · { sheets-for } · { $used ->
        [0] aucune utilisée sur { $count }
        [one] { $used } utilisée sur { $count }
       *[other] { $used } utilisées sur { $count }
    }{ $who ->
        [named] { " " }· par { $actor }
       *[nobody] { "" }
    }{ $state ->
        [revoked] { " " }· { $count ->
            [one] annulée
           *[other] annulées
        }
        [void] { " " }· { $count ->
            [one] remplacée ou trop ancienne
           *[other] remplacées ou trop anciennes
        }
        [good] { " " }· { $good ->
            [one] { $good } encore bonne
           *[other] { $good } encore bonnes
        }{ $gone ->
            [0] { "" }
            [one] { " " }· { $gone } remplacée ou trop ancienne
           *[other] { " " }· { $gone } remplacées ou trop anciennes
        }
       *[used] { "" }
    }
handout-card =
    <b>Fiches { sheets-for }</b>
    { handouts-line }
    { handouts-means }
handout-sure =
    <b>Annuler les fiches { sheets-for } ?</b>
    { handouts-line }
    Celles qui n’ont pas encore servi ne relieront plus personne. Qui est déjà relié le reste.
handout-revoked =
    { $count ->
        [0] Fiches annulées : aucune n’attendait encore.
        [one] Fiches annulées : { $count } ne reliera plus personne.
       *[other] Fiches annulées : { $count } ne relieront plus personne.
    }
handout-codes-left =
    ⚠️ { $codes ->
        [one] { $codes } de ces fiches porte un code d’activation encore bon, que je ne peux pas annuler
       *[other] { $codes } de ces fiches portent un code d’activation encore bon, que je ne peux pas annuler
    } : { handout-codes-do }
handout-codes-unknown = ⚠️ Celles des comptes jamais activés portent un code d’activation, que je ne peux pas annuler : { handout-codes-do }
handout-codes-do = qui tient le papier peut entrer dans l’ENT au nom de la personne. Reprenez les feuilles, ou faites activer ces comptes sans attendre (/comptes inactif les liste) : un code ne sert qu’une fois. D’ici là, /bloquer ferme un compte.

## Refusals

refusal-sheets-nobody =
    { $left ->
        [0] Il n’y a personne ici à qui remettre une fiche : une autre classe ou un autre profil se choisit avec /fiches.
       *[other] Ces comptes sont bloqués, en cours de suppression, ou administrent l’ENT, et n’ont pas de fiche : quelqu’un d’autre se choisit avec /fiches.
    }
refusal-sheets-under-way = D’autres fiches de cette école sont en préparation : il faut attendre qu’elles soient prêtes.
refusal-class-gone = La classe « { $name } » n’existe plus dans l’ENT : une autre se choisit avec /fiches.
