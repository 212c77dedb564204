# Who may write to whom, said to pupils: only the sentences of fr/communication.ftl that are said otherwise, in its order.

refusal-communication-unread = Je ne reconnais pas deux groupes ou deux personnes : écris par exemple <code>/regles parents enseignants</code>.
refusal-communication-profiles = Je ne reconnais pas deux profils : écris par exemple <code>/regles parent enseignant</code>, parmi élève, parent, enseignant, personnel, invité.
refusal-communication-several = « { $words } » peut désigner plusieurs groupes ou personnes : écris le nom entier.
refusal-rule-no-group = Je ne connais pas de groupe « { $words } » dans cette école : demande à un adulte de l’école.
refusal-rule-within = Une règle va d’un groupe à un autre : demande à un adulte de l’école.
refusal-rule-changed = Ces règles ont changé entre-temps : rien n’est fait, regarde-les de nouveau avec /regles.
refusal-rule-gone = L’ENT ne connaît plus un de ces groupes : rien n’est fait, regarde ceux qui restent avec /regles.
