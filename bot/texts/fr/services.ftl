# The services of a school: applications, links, connectors, widgets.

## Buttons and commands

button-services = 🧩 Les services
button-service_at = Cette école
button-service_kind = Cette sorte
button-service_look = Ce service
button-service_before = ◀️ Avant
button-service_after = Suite ▶️
button-service_new = ➕ Nouveau lien
button-service_connector = 🆘 Demander un connecteur
button-service_profile = Ce profil
button-service_save = Confirmer
button-service_change = ✏️ Modifier
button-service_withdraw = Retirer le lien
button-service_now = Confirmer

command-services = Les applications et les liens de l’école

services-tab-application = Applications
services-tab-link = Liens
services-tab-connector = Connecteurs
services-tab-widget = Widgets

## Acts on the ENT, as a message of doubt names them

act-give_service = un changement d’accès
act-create_link = la création d’un lien
act-change_link = la modification d’un lien
act-withdraw_link = le retrait d’un lien

## The list

notice-services_where =
    { $more ->
        [yes] De quelle école s’agit-il ? Si elle n’est pas ci-dessous, écrivez le début de son nom.
       *[no] De quelle école s’agit-il ?
    }
services-title =
    { $kind ->
        [link] 🧩 <b>Les liens</b> · { $place }
        [connector] 🧩 <b>Les connecteurs</b> · { $place }
        [widget] 🧩 <b>Les widgets</b> · { $place }
       *[application] 🧩 <b>Les applications</b> · { $place }
    }
services-application = Ce que l’ENT propose. Touchez une application pour choisir qui l’a.
services-link = Un lien mène à un site : une icône de plus dans « Mes applis ». Pour en ajouter un, écrivez son adresse.
services-connector =
    Un connecteur mène à un site et y connecte la personne toute seule. Il faut un accord entre éditeurs : l’assistance le met en place, elle a une centaine de connecteurs prêts.
services-widget = Les petits cadres de la page d’accueil. Touchez-en un pour choisir qui le voit.
services-line =
    • <b>{ $name }</b> — { $profiles ->
        [none] personne
       *[other] { $profiles }
    }{ $lock ->
        [open] { "" }
       *[other] { " 🔒" }
    }
services-none =
    { $kind ->
        [link] Aucun lien pour l’instant.
        [connector] Aucun connecteur pour l’instant.
       *[other] Rien pour l’instant.
    }

## The card of a service

service-title =
    { $address ->
        [none] 🧩 <b>{ $name }</b> · { $place }
       *[other]
            🧩 <b>{ $name }</b> · { $place }
            <code>{ $address }</code>
    }
service-who =
    { $profiles ->
        [none] Personne ne l’a dans cette école.
       *[other] L’ont dans cette école : { $profiles }
    }
service-inherited = 🔒 Ce service vient d’une structure au-dessus de l’école : c’est elle qui le change et choisit qui l’a. Pour le demander : /assistance
service-locked = 🔒 L’ENT garde ce service tel quel pour toutes les écoles. Pour en parler : /assistance
service-given = ➕ À donner : { $given }
service-withdrawn = ➖ À retirer : { $withdrawn }
service-done = ✅ C’est fait pour <b>{ $name }</b> ({ $place }).
service-done-given = ➕ L’ont maintenant : { $given }
service-done-withdrawn = ➖ Ne l’ont plus : { $withdrawn }

## A link

service-address =
    { $address ->
        [none] 🔗 Quelle est l’adresse du site ? Copiez-la du navigateur, par exemple <code>https://www.ville.fr/cantine</code>
       *[other]
            🔗 Quelle est la nouvelle adresse { $d }<b>{ $name }</b> ?
            Aujourd’hui : <code>{ $address }</code>
            « { button-skip } » la garde.
    }
service-name =
    { $before ->
        [none]
            🔗 <code>{ $address }</code>
            Quel nom doit-on lire sous l’icône ? Par exemple : Cantine
       *[other]
            🔗 <code>{ $address }</code>
            Quel est le nouveau nom de « { $before } » ? « { button-skip } » le garde.
    }
link-asked =
    🔗 Nouveau lien ({ $place }) : <b>{ $name }</b>
    <code>{ $address }</code>
    { $profiles ->
        [none] Touchez ceux qui l’auront dans « Mes applis », puis confirmez.
       *[other] L’auront dans « Mes applis » : { $profiles }
    }
link-change-asked =
    ✏️ Modifier le lien <b>{ $before }</b> ({ $place }) ? Il devient :
    <b>{ $name }</b>
    <code>{ $address }</code>
    Ceux qui l’ont le gardent.
link-withdraw-asked =
    Retirer le lien <b>{ $name }</b> ({ $place }) ?
    <code>{ $address }</code>
    { $profiles ->
        [none] Personne ne l’a pour l’instant.
       *[other] Il disparaît de « Mes applis » pour : { $profiles }
    }
link-made =
    { $given ->
        [yes]
            ✅ Le lien <b>{ $name }</b> est créé ({ $place }).
            L’ont dans « Mes applis » : { $profiles }
       *[no]
            ⚠️ Le lien <b>{ $name }</b> est créé ({ $place }), mais je ne suis pas sûr que tous l’aient.
            Ouvrez-le avec le bouton, et donnez-le à : { $profiles }
    }
link-changed =
    ✅ Le lien est modifié ({ $place }) : <b>{ $name }</b>
    <code>{ $address }</code>
link-withdrawn = ✅ Le lien <b>{ $name }</b> est retiré ({ $place }).
address-completed = <i>J’ai ajouté https:// devant l’adresse : vérifiez qu’elle s’ouvre.</i>
address-plain = ⚠️ Cette adresse n’est pas chiffrée (http) : préférez https si le site le permet.
address-keyed = ⚠️ Cette adresse a l’air de contenir une clé ou un identifiant : qui la lira entrera avec. Préférez l’adresse publique du site.

## Refusals

refusal-address-long = Cette adresse est trop longue (plus de { $limit } caractères) : il faut celle de la page d’accueil du site.
refusal-address-signs = Une adresse n’a ni espace, ni guillemet, ni signe caché : il faut la copier telle quelle du navigateur.
refusal-address-scheme = Un lien ne peut mener qu’à un site : il faut une adresse qui commence par https://.
refusal-address-login = Cette adresse contient un identifiant ou un mot de passe, que tout le monde lirait : il faut enlever ce qui est avant le signe @.
refusal-address-inside = Cette adresse ne s’ouvre que dans un réseau privé, pas chez les familles : il faut celle du site public.
refusal-address-unread = Je ne reconnais pas l’adresse d’un site : il faut la copier du navigateur, avec https:// devant.
refusal-service-name-long = Ce nom est trop long pour une icône (plus de { $limit } caractères) : il en faut un plus court.
refusal-service-name-signs = Un nom s’écrit avec des lettres, sans guillemets ni chevrons : il faut l’écrire plus simplement.
refusal-service-taken = L’école a déjà un lien ou un connecteur « { $name } » : il faut un autre nom, ou modifier celui qui existe.
refusal-service-unknown = L’école n’a pas de service « { $words } » : il faut vérifier le nom, ou le toucher dans la liste de /services.
refusal-service-several = « { $words } » peut être { $names } : il faut écrire le nom entier.
refusal-service-unchanged = Rien n’est changé pour l’instant : il faut toucher ce qui doit changer, ou annuler.
refusal-service-for-nobody = Personne n’aurait ce lien : il faut d’abord toucher ceux qui doivent l’avoir.
refusal-service-confirm = Je n’ai pas compris : il faut toucher « { button-service_now } », ou annuler.
refusal-service-gone = L’école n’a plus le service « { $name } » : rien n’a été changé, il faut regarder de nouveau avec /services.
refusal-service-forbidden = L’ENT ne me laisse pas changer « { $name } » : rien n’a été changé, il faut le demander avec /assistance.
