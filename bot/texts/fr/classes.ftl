# Who teaches which class and teaching group of a school.

## Buttons and commands

button-classes = 🏫 Classes
button-classes_round = 🏫 Enseignants sans classe
button-class_toggle = Cette classe
button-class_save = Enregistrer
button-class_next = ➡️ Suivant
button-class_now = Confirmer
button-class_at = Cette école

command-classe = Les classes d’un enseignant

## Acts on the ENT

act-classes = le changement de classes
deed-classes = Classes changées

## The screen

notice-whom_classes =
    De qui voulez-vous changer les classes ? Écrivez le début du nom ou l’identifiant.
    Avec les classes à ajouter, c’est encore plus court : <code>/classe Martin CM2 ULIS</code>
notice-classes_where = De quelle école s’agit-il ?
notice-classes_asked =
    🏫 Ajouter { $names } à <b>{ $name }</b> ?
    Rien d’autre ne change : ses autres classes restent.
classes-title = 🏫 <b>Les classes { $d }{ $name }</b>
classes-has =
    { $has ->
        [none] Aucune classe pour l’instant. Touchez celles qu’il faut ajouter.
       *[other] Aujourd’hui : { $has }
    }
classes-nothing = L’ENT ne connaît encore aucune classe de cette école : elles arrivent d’ONDE, dans les jours qui suivent.
classes-added = ➕ À ajouter : { $added }
classes-removed = ➖ À retirer : { $removed }
classes-unread = ⚠️ Je n’ai pas reconnu : { $unread }. Rien n’est encore fait : touchez ce qui manque, ou écrivez-le autrement.
classes-onde = <i>Les classes et leurs noms viennent d’ONDE. Rien ne change dans l’ENT avant « { button-class_save } ».</i>
classes-round =
    { $placed ->
        [one] <b>{ $place }</b> · { $placed } enseignant sur { $total } a sa classe
       *[other] <b>{ $place }</b> · { $placed } sur { $total } ont leur classe
    }

## What became of it

classes-saved = ✅ C’est fait pour <b>{ $name }</b>.
classes-waiting =
    🌙 L’ENT ne répond plus : les classes { $d }<b>{ $name }</b> ne sont pas toutes changées.
    Je continue seul dès qu’il répond, et je vous le dis : inutile de recommencer.
classes-saved-added = ➕ Ajouté : { $added }
classes-saved-removed = ➖ Retiré : { $removed }
classes-saved-declined = ⚠️ L’ENT a refusé : { $declined }
classes-saved-pending = ⏳ Encore à faire : { $pending }
notice-classes_round_over =
    { $placed ->
        [one] <b>{ $place }</b> · { $placed } enseignant sur { $total } a sa classe.
       *[other] <b>{ $place }</b> · { $placed } enseignants sur { $total } ont leur classe.
    }

## Refusals

refusal-classes-of-pupil = { $name } est élève : sa classe vient d’ONDE, corrigez-la là-bas et l’ENT suit en quelques jours.
refusal-classes-of-nobody = Seuls les enseignants et les personnels de l’école ont des classes : vérifiez le nom, celui { $d }{ $name } est un autre compte.
refusal-classes-from-above = Les classes { $d }{ $name } se règlent à l’école ou avec son ERUN : demandez-le-leur.
refusal-classes-rename = Le nom d’une classe vient d’ONDE : renommez-la là-bas, l’ENT suit en quelques jours.
refusal-classes-unknown = Je ne connais pas la classe « { $words } » : choisissez parmi { $names }.
refusal-classes-several = « { $words } » peut être { $names } : écrivez le nom entier.
refusal-classes-none = L’ENT ne connaît encore aucune classe de cette école : attendez qu’elles arrivent d’ONDE, dans les jours qui suivent.
refusal-classes-already = { $name } a déjà { $names } : pour retirer une classe, touchez-la avec /classe.
refusal-classes-unchanged = Rien n’est changé pour l’instant : touchez une classe d’abord.
refusal-classes-unsaved = Les classes choisies pour { $name } ne sont pas enregistrées : il faut toucher « { button-class_save } », ou les toucher de nouveau pour les laisser comme avant.
refusal-classes-confirm = Je n’ai pas compris : touchez « { button-class_now } », ou annulez.
refusal-classes-whom =
    { $several ->
        [yes] Plusieurs enseignants de cette école portent ce nom : écrivez-le en entier.
       *[no] Je ne connais ni classe ni enseignant de ce nom dans cette école : vérifiez-le et écrivez-le de nouveau.
    }
