# Rights, said to pupils: only the sentences of fr/administrators.ftl that are said otherwise, in its order.

refusal-right-not-staff = Seuls les enseignants et les personnels de l’école peuvent l’administrer : demande à un adulte de l’école.
refusal-right-from-above = Les droits { $d }{ $name } se règlent à l’école : demande à un adulte de l’école.
refusal-right-confirm = Je n’ai pas compris : touche un des boutons de la fiche, ou annule.
refusal-right-changed = Les droits { $d }{ $name } ont changé entre-temps : regarde-les de nouveau avec /droits.
