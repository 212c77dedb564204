# Accounts, said to pupils: only the sentences of fr/accounts.ftl that are said otherwise, in its order.

refusal-no-account =
    { $someone ->
        [yes] Je ne trouve pas le compte « { $name } » dans l’ENT : vérifie l’identifiant sur la fiche de connexion.
       *[no] Ce compte n’est pas dans ton école : demande à un adulte de l’école.
    }
refusal-administrators-only = Seules les personnes qui administrent l’ENT peuvent faire cela : pour demander de l’aide, écris /assistance.
refusal-school-administrators-only = Seule l’administration de l’école peut faire cela : demande-le-lui avec /assistance.
refusal-not-your-school = Cela ne marche que dans ton école : vérifie le nom.
refusal-not-oneself = C’est ton propre compte : passe par « Mot de passe oublié » dans l’ENT.
refusal-administrator-target = { $name } administre l’ENT : pour lui demander quelque chose, écris /assistance.
refusal-administrator-elsewhere =
    { $school ->
        [yes] { $name } administre une autre école ({ $place })
       *[no] { $name } administre l’ENT ailleurs ({ $place })
    } : pour lui demander quelque chose, écris /assistance.
