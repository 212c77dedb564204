# Who may write to whom: the rules between the groups of a school.

## Buttons and commands

button-rules_at = 📋 Le tableau
button-rule_change = ✏️ Changer une règle
button-rule_allow = ✅ L’autoriser
button-rule_forbid = 🚫 Ne plus l’autoriser
button-rule_from = Ce groupe
button-rule_to = Ce groupe
button-rule_room = Cette classe
button-rule_now = Confirmer
button-rules_reset = ↩️ Réglages de départ
button-rules_reset_now = Confirmer
button-rules_above = ⬆️ Demander au niveau au-dessus
button-resource_rights = 🗂 Droits sur les ressources

command-regles = Qui peut écrire à qui

## Acts on the ENT, as a message of doubt names them

act-allow_writing = une règle de communication
act-forbid_writing = le retrait d’une règle de communication
act-reset_rules = le retour aux règles de communication de départ

audit-allow_writing = règle de communication ajoutée
audit-forbid_writing = règle de communication retirée
audit-reset_rules = règles de communication de départ remises

## Groups

communication-personnel = Personnels
communication-teacher = Enseignants
communication-student = Élèves
communication-relative = Parents
communication-guest = Invités
communication-low-personnel = personnels
communication-low-teacher = enseignants
communication-low-student = élèves
communication-low-relative = parents
communication-low-guest = invités
communication-of-room = { " " }{ $d }{ $name }
communication-the =
    { $kind ->
        [personnel] les personnels{ $room }
        [teacher] les enseignants{ $room }
        [student] les élèves{ $room }
        [relative] les parents{ $room }
        [guest] les invités{ $room }
        [person] { $name }
       *[group] le groupe « { $name } »
    }
communication-to =
    { $kind ->
        [personnel] aux personnels{ $room }
        [teacher] aux enseignants{ $room }
        [student] aux élèves{ $room }
        [relative] aux parents{ $room }
        [guest] aux invités{ $room }
        [person] à { $name }
       *[group] au groupe « { $name } »
    }

## The table

communication-picture = Qui peut écrire à qui
communication-usual = Réglages de départ de l’ENT
communication-corner = Qui écrit à :
communication-legend = Se lit de gauche à droite : la ligne écrit, la colonne reçoit.
communication-legend-marked = « ! » : cette école a changé le réglage de départ.
communication-cell-all = tous
communication-cell-class = leur classe
communication-cell-own = les leurs
communication-cell-some = certains
communication-cell-no = non
communication-line-all = ✅ à tous : { $names }
communication-line-class = 🏫 à ceux de leur classe : { $names }
communication-line-own = 👪 aux leurs : { $names }
communication-line-some = 🔸 à une partie : { $names }
communication-line-no = ⛔ non : { $names }
communication-differs = ⚠️ <b>Changé dans cette école</b>
communication-difference = • { $one } → { $other } : { $now } (au départ : { $usual })
communication-by-hand = Les règles des autres groupes
communication-sum = <i>Une règle vaut pour tous les membres d’un groupe. Ce que peut une personne est la somme des règles de ses groupes.</i>
communication-from-start = <i>C’est le réglage de départ de l’ENT ; chaque école peut le changer.</i>

notice-communication_where = De quelle école voulez-vous voir les règles ?

## An answer about two

communication-answer-all =
    { $single ->
        [yes] ✅ <b>Oui</b> : { $head } peut écrire { $to }.
       *[no] ✅ <b>Oui</b> : { $the } peuvent écrire { $to }.
    }
communication-answer-class =
    { $single ->
        [yes] 🏫 <b>Oui, dans sa classe</b> : { $head } peut écrire { $to }, mais seulement à ceux de sa classe.
       *[no] 🏫 <b>Oui, dans leur classe</b> : { $the } peuvent écrire { $to }, mais seulement à ceux de leur classe.
    }
communication-answer-own =
    { $single ->
        [yes] 👪 <b>Oui, en famille</b> : { $head } peut écrire { $to }, sans qu’il faille une règle.
       *[no] 👪 <b>Oui, en famille</b> : { $the } peuvent écrire { $to } de leur famille seulement, sans qu’il faille une règle.
    }
communication-answer-some =
    { $single ->
        [yes] 🔸 <b>En partie</b> : { $head } peut écrire { $to }, mais pas à tous.
       *[no] 🔸 <b>En partie</b> : certains, parmi { $the }, peuvent écrire { $to }, ou à une partie d’entre eux.
    }
communication-answer-no =
    { $single ->
        [yes] ⛔ <b>Non</b> : { $head } ne peut pas écrire { $to } : aucune règle ne le permet.
       *[no] ⛔ <b>Non</b> : { $the } ne peuvent pas écrire { $to } : aucune règle ne le permet.
    }
communication-by = <b>Par ces règles</b>
communication-rule = • { $one } → { $other }
communication-rule-within = • entre eux : { $the }
communication-more =
    { $count ->
        [one] … et { $count } autre.
       *[other] … et { $count } autres.
    }
communication-otherwise = Au départ, dans l’ENT : { $usual }.
communication-within-above = Une règle va d’un groupe à un autre ; entre les membres d’un même profil, seuls ceux qui administrent tout l’ENT peuvent en changer, et je peux leur écrire la demande.
communication-within-card = Une règle va d’un groupe à un autre ; si les membres d’un même groupe s’écrivent entre eux, cela se lit et se règle sur sa fiche.
communication-state-all = tous peuvent leur écrire
communication-state-class = on s’écrit dans sa classe seulement
communication-state-own = on s’écrit en famille seulement
communication-state-some = une partie d’entre eux le peut
communication-state-no = personne ne le peut

## Changing a rule

rule-sender =
    ✏️ <b>Changer une règle</b> · { $place }
    Quel groupe écrit ? Touchez-le, ou écrivez son nom. Les deux à la fois, c’est encore plus court : <code>parents CM2 → enseignants CM2</code>
rule-receiver =
    ✏️ <b>{ $head }</b> · { $place }
    À quel groupe ? Touchez-le, ou écrivez son nom.
rule-title =
    { $allowed ->
        [yes] ✅ <b>Laisser { $the } écrire { $to } ?</b>
       *[no] 🚫 <b>Ne plus laisser { $the } écrire { $to } ?</b>
    }
rule-before = Avant : { $state }.
rule-after = Après : { $state }.
rule-people =
    { $same ->
        [yes] Rien ne change pour l’instant : d’autres règles disent la même chose.
       *[no] Écrivent : { $writing }. Reçoivent : { $written }.
    }
rule-widened = ⚠️ L’ENT prévient : avec cette règle, { $names } pourront aussi s’écrire entre eux, tous.
rule-warning = ⚠️ Une règle vaut pour tout le groupe : ne la changez que si vous en mesurez l’effet.
rule-example-addresses = <i>Exemple : un message part à tous les parents, et chacun peut voir et relever l’adresse des autres sans que personne ne l’ait voulu.</i>
rule-example-strangers = <i>Exemple : des adultes qui ne travaillent pas à l’école écrivent à des enfants, et personne d’autre ne lit ces messages.</i>
rule-example-pupils = <i>Exemple : un message pensé pour une classe arrive à tous les élèves, petits compris.</i>
rule-example-crowd = <i>Exemple : un élève écrit pour essayer, et des dizaines d’adultes reçoivent son message.</i>
rule-example-flood = <i>Exemple : un message qui concernait une personne arrive à tout un groupe, et chacun répond à tous.</i>
rule-example-unknown = <i>Exemple : quelqu’un est ajouté au groupe plus tard, et la règle vaut aussitôt pour lui. Regardez d’abord qui y est.</i>
rule-example-cut = <i>Exemple : ceux qui s’écrivaient ne se trouvent plus dans la messagerie, au milieu d’un échange.</i>
rule-example-cut-family = <i>Exemple : des familles ne trouvent plus l’enseignant dans la messagerie. L’ENT peut réserver ensuite le droit de le remettre.</i>
rule-kept = L’ENT réserve ce changement à ceux qui l’administrent en entier, car il toucherait tous les parents ou tous les élèves : rien n’est changé. Je peux l’écrire pour vous : la demande part au niveau au-dessus, qui la transmet jusqu’à l’éditeur.
rule-done =
    { $allowed ->
        [yes] ✅ C’est fait ({ $place }) : { $the } peuvent maintenant écrire { $to }.
       *[no] ✅ C’est fait ({ $place }) : la règle qui laissait { $the } écrire { $to } est retirée.
    }
rule-together = Peuvent aussi s’écrire entre eux : { $names }.
rule-told =
    { $allowed ->
        [yes] 📋 <b>{ $actor }</b> a changé qui peut écrire à qui ({ $place }) : { $the } peuvent maintenant écrire { $to }. Tout est dans /regles
       *[no] 📋 <b>{ $actor }</b> a changé qui peut écrire à qui ({ $place }) : la règle qui laissait { $the } écrire { $to } est retirée. Tout est dans /regles
    }
rule-above = Règles de communication ({ $place }) : nous demandons de laisser { $the } écrire { $to }. L’ENT réserve ce changement à ceux qui l’administrent en entier.

## Back to what an ENT begins with

notice-rules_reset_asked =
    ↩️ <b>Revenir aux réglages de départ ?</b> · { $place }
    { $differs ->
        [0] Le tableau est déjà celui du départ ; seules des règles vers d’autres groupes changeraient.
        [one] { $differs } case du tableau redevient comme au départ.
       *[other] { $differs } cases du tableau redeviennent comme au départ.
    }
    Ce que vous aviez ajouté ou retiré entre les profils et les classes est oublié ; entre deux groupes manuels, rien ne change.
    ⚠️ Cela ne se défait pas : il faudrait refaire chaque règle.
notice-rules_done = ✅ Les règles de départ sont remises ({ $place }).
notice-rules_told = 📋 <b>{ $actor }</b> a remis les règles de communication de départ ({ $place }). Tout est dans /regles
notice-rules_above_words = Règles de communication ({ $place }) : nous demandons de remettre les réglages de départ de l’ENT. L’ENT réserve ce changement à ceux qui l’administrent en entier.

## Refusals

refusal-communication-unread = Je ne reconnais pas deux groupes ou deux personnes : écrivez par exemple <code>/regles parents enseignants</code>, ou <code>/regles « Léa Martin » « Petit »</code>.
refusal-communication-profiles = Je ne reconnais pas deux profils : écrivez par exemple <code>/regles parent enseignant</code>, parmi élève, parent, enseignant, personnel, invité.
refusal-communication-several = « { $words } » peut désigner plusieurs groupes ou personnes : écrivez le nom entier.
refusal-rule-no-group = Je ne connais pas de groupe « { $words } » dans cette école : touchez-en un, ou écrivez son nom comme dans l’ENT.
refusal-rule-within = Une règle va d’un groupe à un autre : pour que les membres d’un même groupe s’écrivent, voyez sa fiche avec /groupes.
refusal-rule-changed = Ces règles ont changé entre-temps : rien n’est fait, regardez-les de nouveau avec /regles.
refusal-rule-gone = L’ENT ne connaît plus un de ces groupes : rien n’est fait, regardez ceux qui restent avec /regles.
refusal-ent-reserved = L’ENT réserve ce changement à ceux qui l’administrent en entier : rien n’a été changé, il faut le demander au niveau au-dessus.
