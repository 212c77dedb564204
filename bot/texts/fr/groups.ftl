# Groups: those that follow the people of a school, and those made by hand (guide, chapter 3.C).

## Buttons and commands

button-groups = 👥 Tous les groupes
button-groups_next = Suite
button-groups_back = ⬅️ Avant
button-group = 👥 Voir le groupe
button-group_next = Suite
button-group_back = ⬅️ Avant
button-group_new = ➕ Nouveau groupe
button-group_add = ➕ Ajouter
button-group_remove = ➖ Retirer
button-group_writing = 💬 Communication
button-group_rename = ✏️ Renommer
button-group_delete = 🗑 Supprimer
button-group_now = Confirmer
button-group_tick = Cette personne
button-group_tick_all = ☑️ Tout cocher
button-group_untick = Tout décocher
button-group_leaf_next = Suite
button-group_leaf_back = ⬅️ Avant
button-group_profile = Ce profil
button-group_class = 🏫 Une classe
button-group_class_at = Toutes les classes
button-group_put = Ajouter au groupe
button-group_take = Retirer du groupe
button-group_empty_now = Confirmer

command-groupes = Les groupes de l’école

## Acts on the ENT, as a message of doubt names them

act-make_group = la création du groupe
act-rename_group = le changement de nom du groupe
act-delete_group = la suppression du groupe
act-let_group_write = le droit des membres de s’écrire entre eux
act-keep_group_from_writing = la fin du droit des membres de s’écrire entre eux
act-fill_group = l’ajout de membres au groupe
act-empty_group = le retrait de membres du groupe

## The groups of a school

notice-groups_where =
    De quelle école voulez-vous voir les groupes ?{ $more ->
        [yes] { " " }Vous en suivez beaucoup : écrivez le nom après la commande, par exemple <code>/groupes Jean-Moulin</code>
       *[no] { "" }
    }
notice-groups_alike =
    Plusieurs groupes peuvent être « { $words } ». Lequel ?{ $more ->
        [yes] { " " }Il y en a d’autres : écrivez le nom en entier.
       *[no] { "" }
    }
groups-title = 👥 <b>Les groupes · { $place }</b>
groups-counts =
    { $manual ->
        [0] Aucun groupe fait à la main pour l’instant.
        [one] { $manual } groupe fait à la main 👥
       *[other] { $manual } groupes faits à la main 👥
    }
    { $automatic } groupes automatiques 🔒, qui suivent ONDE et les classes.
groups-touch = Touchez un groupe pour voir qui est dedans.

## One group

group-kind-profile = Groupe automatique ({ $place }) : il suit les comptes de l’école, et personne ne le change à la main. Pour corriger qui est dedans, corrigez ONDE ou la classe.
group-kind-teaching = Regroupement d’ONDE ({ $place }) : il se compose dans ONDE, et /classe y rattache qui l’enseigne. Personne ne le change ici.
group-kind-manual = Groupe fait à la main ({ $place }).
group-together = 💬 Ses membres peuvent s’écrire entre eux : ils se voient et voient le groupe.
group-apart = 🔕 Ses membres ne peuvent pas s’écrire entre eux par ce groupe. Un autre groupe peut encore le leur permettre : voyez /regles.
group-composed = 🔒 La plateforme compose ce groupe elle-même : on n’y ajoute et on n’en retire personne.
group-fixed = 🔒 La plateforme garde ce groupe : on ne peut ni le renommer ni le supprimer.
group-changed = <i>Dernier changement ici : { $name }, le { $day }.</i>
group-made = <i>Créé par { $name }, le { $day }.</i>
group-count =
    { $count ->
        [0] Personne dedans pour l’instant.
        [one] <b>{ $count } membre</b>
       *[other] <b>{ $count } membres</b>
    }

## Its name

notice-group_named =
    { $new ->
        [yes] Quel nom pour le nouveau groupe ({ $place }) ? Écrivez-le, par exemple <i>Sortie au musée</i>.
       *[no] Quel nouveau nom pour le groupe « { $name } » ? Écrivez-le.
    }
notice-group_kept =
    { $new ->
        [yes] ✅ Le groupe <b>{ $name }</b> est créé. Il est vide, et ses membres pourront s’écrire entre eux : ajoutez-les maintenant.
       *[no] ✅ Le groupe « { $was } » s’appelle maintenant <b>{ $name }</b>. Ses membres et ses partages restent.
    }

## Who is put in, or taken out

group-choice-title =
    { $putting ->
        [yes] ➕ <b>Ajouter au groupe « { $name } »</b>
       *[no] ➖ <b>Retirer du groupe « { $name } »</b>
    }
group-choice-words = « { $words } »
group-choice-filter = 🔎 { $filter }
group-choice-found =
    { $count ->
        [one] { $count } personne : touchez-la pour la cocher.
       *[other] { $count } personnes : touchez celles à cocher, ou cochez tout.
    }
group-choice-none =
    { $putting ->
        [yes] Personne d’autre que les membres ne correspond.
       *[no] Aucun membre ne correspond.
    }
group-choice-already =
    { $already ->
        [one] { $already } personne de cette liste est déjà dans le groupe.
       *[other] { $already } personnes de cette liste sont déjà dans le groupe.
    }
group-choice-more = ⚠️ Il y en a d’autres : précisez.
group-choice-ticked =
    { $ticked ->
        [0] Personne n’est coché pour l’instant.
        [one] ✅ { $ticked } personne cochée
       *[other] ✅ { $ticked } personnes cochées
    }
group-choice-how =
    { $putting ->
        [yes] <i>Écrivez un nom, ou choisissez un profil et une classe : qui est coché le reste.</i>
       *[no] <i>Écrivez un nom, ou choisissez un profil et une classe. Les comptes restent : seul le groupe change.</i>
    }
notice-group_class = De quelle classe ?
notice-group_empty_asked =
    ➖ Retirer tous les membres du groupe « { $name } » ?
    Le groupe reste, vide. Ce qui est partagé avec lui ne sera plus lu par personne à ce titre.

## How far it is

group-filling-intended =
    { $putting ->
        [yes] ⏳ Ajout au groupe <b>{ $name }</b> : { $done } sur { $total }
       *[no] ⏳ Retrait du groupe <b>{ $name }</b> : { $done } sur { $total }
    }
group-filling-done =
    { $putting ->
        [yes] ✅ C’est fait : { $total ->
            [one] { $total } personne ajoutée
           *[other] { $total } personnes ajoutées
        } au groupe <b>{ $name }</b>.
       *[no] ✅ C’est fait : { $total ->
            [one] { $total } personne retirée
           *[other] { $total } personnes retirées
        } du groupe <b>{ $name }</b>.
    }
group-filling-declined = ⚠️ Le groupe <b>{ $name }</b> n’est pas changé comme demandé : { $done } sur { $total }.
group-filling-doubt = ⚠️ L’ENT n’a pas répondu jusqu’au bout pour le groupe <b>{ $name }</b> : { $done } sur { $total } à ma connaissance. Regardez qui est dedans, puis recommencez sans risque : personne n’est ajouté deux fois.
group-filling-waiting = 🌙 L’ENT ne répond pas : je continue seul dès qu’il répond, inutile de recommencer.
group-filling-gone = Ce groupe n’existe plus.
group-filling-forbidden = Vous n’administrez plus cette école, ou l’ENT ne me permet plus de le faire.
group-filling-locked = La plateforme compose ce groupe elle-même.
group-filling-refused = L’ENT a refusé : regardez qui est dedans.

## Deleting, writing to each other

notice-group_delete_asked =
    🗑 Supprimer le groupe <b>{ $name }</b> ({ $place }) ?
    { $count ->
        [0] Il est vide.
        [one] Son membre garde son compte, mais perd ce qui n’était partagé qu’avec ce groupe : blogs, cahiers, documents, fils d’actu.
       *[other] Ses { $count } membres gardent leurs comptes, mais perdent ce qui n’était partagé qu’avec ce groupe : blogs, cahiers, documents, fils d’actu.
    }
    Recréer un groupe du même nom ne rend pas ces partages. Un groupe fait à la main passe l’été : rien n’oblige à le supprimer en fin d’année.
notice-group_deleted = ✅ Le groupe <b>{ $name }</b> est supprimé.
notice-group_writing_asked =
    { $act ->
        [let_group_write] 💬 Les membres du groupe <b>{ $name }</b> ne peuvent pas s’écrire entre eux par ce groupe, et ne le voient pas. Le leur permettre ?
       *[other] 💬 Les membres du groupe <b>{ $name }</b> peuvent s’écrire entre eux, et voient le groupe. Ne plus le permettre ?
    }
    { $act ->
        [let_group_write] Élèves et parents compris : vérifiez qui est dedans.
       *[other] Ce que d’autres groupes leur permettent reste permis.
    }
notice-group_writing_changed =
    { $act ->
        [let_group_write] ✅ Les membres du groupe <b>{ $name }</b> peuvent maintenant s’écrire entre eux.
       *[other] ✅ Les membres du groupe <b>{ $name }</b> ne peuvent plus s’écrire entre eux par ce groupe.
    }

## Refusals

refusal-group-gone = Ce groupe n’existe plus : voyez ceux de l’école avec /groupes.
refusal-group-nameless = Ce nom n’a ni lettre ni chiffre : écrivez-en un autre.
refusal-group-name-long = Ce nom a { $count } caractères : le plus long en a { $most }, écrivez-en un plus court.
refusal-group-name-taken = Un groupe de cette école s’appelle déjà « { $name } » : écrivez un autre nom, pour ne pas les confondre.
refusal-group-nobody = Personne n’est coché : touchez d’abord les noms qu’il faut.
refusal-group-confirm = Je n’ai pas compris : touchez « { button-group_now } », ou annulez.
refusal-no-group-so = Je ne trouve pas de groupe « { $name } » dans vos écoles : voyez la liste avec /groupes.
refusal-ent-automatic = Ce groupe suit les comptes de l’école, et personne ne le change à la main : corrigez ONDE ou la classe.
refusal-ent-linked = D’autres règles de communication ont besoin que ces membres s’écrivent : rien n’a été changé, demandez-le avec /assistance.
