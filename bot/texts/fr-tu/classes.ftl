# Classes, said to pupils: only the sentences of fr/classes.ftl that are said otherwise, in its order.

refusal-classes-of-pupil = { $name } est élève : sa classe vient d’ONDE, demande à un adulte de l’école.
refusal-classes-of-nobody = Seuls les enseignants et les personnels de l’école ont des classes : demande à un adulte de l’école.
refusal-classes-from-above = Les classes { $d }{ $name } se règlent à l’école : demande à un adulte de l’école.
refusal-classes-rename = Le nom d’une classe vient d’ONDE : demande à un adulte de l’école.
refusal-classes-unknown = Je ne connais pas la classe « { $words } » : choisis parmi { $names }.
refusal-classes-several = « { $words } » peut être { $names } : écris le nom entier.
refusal-classes-none = L’ENT ne connaît encore aucune classe de cette école : demande à un adulte de l’école.
refusal-classes-already = { $name } a déjà { $names } : demande à un adulte de l’école.
refusal-classes-unchanged = Rien n’est changé pour l’instant : touche une classe d’abord.
refusal-classes-confirm = Je n’ai pas compris : touche « { button-class_now } », ou annule.
refusal-classes-whom =
    { $several ->
        [yes] Plusieurs enseignants de cette école portent ce nom : écris-le en entier.
       *[no] Je ne connais ni classe ni enseignant de ce nom dans cette école : vérifie-le et écris-le de nouveau.
    }
