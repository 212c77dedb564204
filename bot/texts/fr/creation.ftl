# Accounts made by hand, for people whom no feed brings.

## Buttons and commands

button-create_as = Ce profil
create-as-student = 🟠 Élève
create-as-relative = 🔵 Parent
create-as-personnel = 🟣 Personnel (ATSEM, ELCO…)
create-as-guest = 🔴 Invité
create-as-national = 🟢 Enseignant, AESH, TRS…
button-create_meant = Ce profil
button-create_word = C’est son prénom
button-create_at = Cette école
button-create_case = Ce cas
create-case-attached = Rattaché à l’école, pas dans son ONDE
create-case-foster = Famille d’accueil ou foyer
create-case-dispute = Situation de litige parental
create-case-other = Un autre cas
button-create_split = Ces deux-là
button-create_capitals = L’écrire ainsi
button-create_class = Cette classe
button-create_child = Cet enfant
button-create_family = ✅ C’est tout
button-create_now = Confirmer
button-hand_modify = ✏️ Modifier
button-hand_remove = 🗑️ Supprimer le compte
button-hand_restore = ↩️ Rétablir
button-remove_now = Confirmer
button-edit_part = Cela
edit-part-names = Prénom et nom
edit-part-born = Date de naissance
edit-part-children = Enfants
button-edit_now = Confirmer

command-creer = Créer un compte à la main

## Acts on the ENT, as a message of doubt names them

act-create_account = la création d’un compte
act-modify_account = une modification du compte
act-delete_account = la suppression du compte
act-restore_account = le rétablissement du compte

## Questions

notice-create_profile =
    <b>Créer un compte</b>
    Pour qui ? Un élève inscrit dans ONDE et ses parents arrivent tout seuls : leur compte ne se crée pas ici.
notice-create_meant = Je ne connais pas le profil « { $words } ». Que veut dire ce mot ? Touchez, ou écrivez le bon profil.
notice-create_school = Dans quelle école créer ce compte ?
notice-create_case =
    { $profile ->
        [student] Pourquoi cet élève n’arrive-t-il pas par ONDE ? La réponse reste entre vous et l’ENT : aucune famille ne la lit.
       *[relative] Pourquoi ce parent n’arrive-t-il pas par ONDE ? La réponse reste entre vous et l’ENT : aucune famille ne la lit.
    }
notice-create_names = Écrivez son prénom, puis son nom de famille.
notice-create_split = Dans « { $words } », où s’arrête le prénom ? Choisissez, ou écrivez seulement le nom de famille en majuscules.
notice-create_capitals = J’écris ce nom avec des majuscules ?
notice-create_born =
    { $words ->
        [none] { "" }
       *[other] « { $words } » n’est pas la date de naissance d’un élève d’ici.
    }
    Quelle est la date de naissance { $d }<b>{ $name }</b> ? Par exemple 12/03/2018.
notice-create_class =
    { $words ->
        [none] { "" }
       *[other] Je ne reconnais pas « { $words } ».
    }
    Dans quelle classe est <b>{ $name }</b> ?
create-children =
    { $count ->
        [0] De qui <b>{ $name }</b> est-il ou elle responsable ? Écrivez le début du nom d’un enfant de l’école.
        [one] Un enfant est choisi. Écrivez un autre nom, ou touchez « C’est tout ».
       *[other] { $count } enfants sont choisis. Écrivez un autre nom, ou touchez « C’est tout ».
    }
create-children-nobody = Aucun autre élève de l’école ne s’appelle « { $words } ».
create-children-some = Touchez l’enfant pour le choisir.
notice-create_task = Que fait <b>{ $name }</b> à l’école ? Par exemple ATSEM, ELCO, intervenant en musique.
create-sure =
    { $profile ->
        [student] <b>Créer un compte d’élève</b>
        [relative] <b>Créer un compte de parent</b>
        [personnel] <b>Créer un compte de personnel</b>
       *[guest] <b>Créer un compte d’invité</b>
    }
create-sure-name = { $name }
create-sure-born = Date de naissance : { $born }
create-sure-class = Classe : { $class }
create-sure-names = Responsable de : { $names }
create-sure-text = Fonction : { $text }
create-sure-case = Raison : { $case }
create-sure-place = École : { $place }
create-alike =
    { $count ->
        [one] ⚠️ Est-ce lui ou elle ? Ce compte existe déjà dans l’école :
       *[other] ⚠️ Est-ce l’un d’eux ? Ces comptes existent déjà dans l’école :
    }
create-alike-line = • <b>{ $name }</b> ({ $about }) · { $how }
create-alike-born = né·e le { $born }
create-alike-how =
    { $how ->
        [same] mêmes nom et prénom
        [born] même date de naissance
       *[near] nom très proche
    }
create-alike-otherwise = Ne confirmez que s’il s’agit de quelqu’un d’autre.
notice-edit_part = Que faut-il changer au compte { $d }<b>{ $name }</b> ? L’identifiant, lui, ne change pas.
edit-sure = <b>Modifier le compte { $d }{ $name }</b>
edit-sure-names = Le nouveau nom sera <b>{ $name }</b>.
edit-sure-born = Sa date de naissance sera le { $born }.
edit-sure-children = Ses enfants seront : { $names }.
notice-delete_asked =
    { $activation ->
        [yes] Supprimer le compte { $d }<b>{ $name }</b> ? Il n’a jamais été activé : il disparaît tout de suite, pour toujours.
       *[no] Supprimer le compte { $d }<b>{ $name }</b> ? Il ne permettra plus que de récupérer ses contenus, et disparaîtra pour de bon dans 90 jours. D’ici là, « Rétablir » le rend.
    }
notice-restore_asked = Rétablir le compte { $d }<b>{ $name }</b> ? Il ne sera plus supprimé, et permettra de nouveau de se connecter.

## Once it is made

account-made =
    ✅ Le compte { $d }<b>{ $name }</b> est créé ({ $place }).
    Identifiant : <code>{ $login }</code>
account-made-shown = Son code d’activation est dans un message à part, qui s’efface dans quelques minutes.
account-made-hidden = Son code d’activation n’a pas pu s’afficher : touchez « Code de connexion ».
account-made-parents = Ses parents n’y sont pas encore reliés : créez-les avec <code>/creer parent</code> s’ils n’ont pas de compte.
notice-created_after =
    { $done ->
        [yes] ✅ Le compte { $d }<b>{ $name }</b>, dont l’ENT n’avait pas rendu compte, est bien créé.
       *[no] ✖️ Le compte { $d }<b>{ $name }</b>, dont l’ENT n’avait pas rendu compte, n’a pas été créé : recommencez avec /creer.
    }
notice-account_modified = ✅ Le compte { $d }<b>{ $name }</b> est modifié.
notice-account_deleted =
    { $activation ->
        [yes] 🗑️ Le compte { $d }<b>{ $name }</b> est supprimé.
       *[no] 🗑️ Le compte { $d }<b>{ $name }</b> est pré-supprimé : il disparaîtra dans 90 jours.
    }
notice-account_restored = ↩️ Le compte { $d }<b>{ $name }</b> est rétabli.
notice-new_account_code =
    🔑 Code d’activation pour <b>{ $name }</b>, à donner de vive voix ou sur sa fiche de connexion :
    { "" }
    <tg-spoiler>{ $code }</tg-spoiler>
    { "" }
    Il s’écrit à la place du mot de passe, et ne sert qu’une fois.
    Ce message s’efface dans { $minutes } minutes.

## Refusals

refusal-creation-national = Les enseignants, AESH, TRS et autres personnels de l’éducation nationale ont déjà un compte : il faut demander qu’il soit rattaché à l’école, avec /rattachement.
refusal-creation-no-class = Aucune classe n’existe encore dans l’ENT ({ $place }) : il faut attendre qu’elles arrivent d’ONDE, puis recommencer.
refusal-creation-class = Je ne connais pas la classe « { $name } » : il faut choisir parmi { $names }.
refusal-unknown-case = Je n’ai pas reconnu cette raison : il faut en toucher une sous la question, ou « Un autre cas ».
refusal-name-missing = Je n’ai pas lu de nom : il faut le prénom, puis le nom de famille.
refusal-name-half = Je n’ai lu que « { $name } » : il faut le prénom, puis le nom de famille.
refusal-name-long = C’est trop long pour un nom : { $limit } caractères au plus.
refusal-name-signs = Un nom n’a que des lettres, des traits d’union et des apostrophes : il faut l’écrire sans autre signe.
refusal-birth-unread = Je n’ai pas compris cette date de naissance : il faut l’écrire comme 12/03/2018.
refusal-birth-age = Un élève d’école primaire a entre { $youngest } et { $oldest } ans, ce qui ne va pas avec le { $date } : il faut vérifier l’année.
refusal-children-none = Un compte de parent est relié à au moins un enfant : il faut écrire son nom, puis le toucher.
refusal-children-many = { $limit } enfants au plus pour un compte : il faut en enlever un d’abord.
refusal-task-long = C’est trop long : { $limit } caractères au plus, un mot suffit.
refusal-create-confirm = Je n’ai pas compris : il faut toucher « Confirmer », ou « Annuler ».
refusal-hand-oneself = Personne ne fait cela à son propre compte : il faut le demander à un collègue qui administre l’école.
refusal-fed-account =
    { $origin ->
        [staff] Les données { $d }{ $name } viennent de l’annuaire de l’académie : il faut demander à l’ERUN de les faire corriger.
       *[other] { $date ->
            [no] Les données { $d }{ $name } viennent d’ONDE : il faut les corriger dans ONDE, d’où elles arrivent ici sous 24 h en théorie, { $arrives } jours en pratique.
           *[other] Les données { $d }{ $name } viennent d’ONDE : il faut les corriger dans ONDE, mais rien n’arrive ici pendant l’été, avant le { $date }.
        }
    }
refusal-deleted-already = Le compte { $d }{ $name } est déjà en cours de suppression : « Rétablir », sur sa fiche, le rend.
refusal-not-deleted = Le compte { $d }{ $name } n’est pas en cours de suppression : il n’y a rien à rétablir.
refusal-activated-since = Le compte { $d }{ $name } vient d’être activé, et rien n’a été changé : il faut rouvrir sa fiche avant de décider.
