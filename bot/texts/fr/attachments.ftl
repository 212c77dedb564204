# Attaching members of staff to schools, and detaching them.

## Buttons and commands

button-attach = 🔗 Rattacher
button-detach = 📤 Détacher
button-also = Rattacher aussi à…
button-attach_now = Confirmer
button-detach_now = Confirmer
button-member = Cette personne
button-leaver = Cette personne
button-kind = Ce personnel
button-first_name = C’est son prénom
button-why = Cette raison

command-rattachement = Rattacher un collègue à l’école
command-detachement = Détacher une personne partie

## Acts on the ENT, as a message of doubt names them

act-attach = le rattachement du compte
act-attach_keep = le rattachement du compte à l’entité de l’IEN
act-detach = le détachement du compte

## Acts on the ENT, as the exchange of a request shows them

deed-attached = Compte rattaché
deed-detached = Compte détaché

## What a request asks for

particular-name-attach = 🔗 À rattacher : <b>{ $value }</b>
particular-name-detach = 📤 À détacher : <b>{ $value }</b>
particular-kind = Personnel : { $value }
particular-base = Rattachement administratif : { $value }
particular-origin = École ou collège d’origine : { $value }
particular-town = Commune d’origine : { $value }
particular-last_year = L’année dernière : { $value }
particular-why = Raison : { $value }
particular-since = Depuis le { $day }

kind-PES = PES (stagiaire)
kind-TRS = TRS
kind-BRIGADE = Brigade de la circonscription
kind-BRIGADE-AUTRE = Brigade d’une autre circonscription
kind-ZIL = ZIL
kind-RASED = RASED
kind-AESH = AESH

why-left = Départ de l’école
why-retired = Retraite
why-other = Autre raison

## A director asks the ERUN to attach somebody

notice-attach_kind =
    Qui faut-il rattacher à l’école ? Choisissez le personnel : son compte existe déjà, votre ERUN le rattachera.
    Parents, élèves, ATSEM, ELCO : vous créez vous-même leur compte avec /creer.
notice-attach_meant = Je ne connais pas le personnel « { $words } ». Que veut dire ce mot ? Touchez, ou écrivez le bon personnel.
notice-attach_who = Écrivez le prénom et le nom de cette personne.
notice-attach_origin = Quelle est l’école, ou le collège, d’origine { $d }<b>{ $name }</b> ?
notice-attach_town = Quelle est la commune d’origine { $d }<b>{ $name }</b> ?
notice-attach_last_year = Dans quelle école, ou quel collège, cette personne était-elle l’année dernière ?
notice-attach_where = À laquelle de vos écoles faut-il rattacher <b>{ $name }</b> ?
attach-summary = Voici la demande que je vais envoyer à votre ERUN (<b>{ $place }</b>) :
summary-open = ⚠️ Une demande pour cette personne est déjà ouverte : n°{ $number }. Faut-il envoyer celle-ci quand même ?
summary-send = Si tout est juste, touchez <i>Envoyer</i>.

refusal-made-by-hand = L’ERUN ne rattache que les personnels de l’éducation nationale : pour un parent, un élève, une ATSEM ou un ELCO, créez le compte avec /creer.
refusal-unknown-kind = Je ne connais pas ce personnel : écrivez l’un de ceux-ci, { $names }.
refusal-answer-too-long = C’est trop long : { $limit } caractères au plus pour cette réponse.
refusal-full-name-needed = Il me faut le prénom et le nom : écrivez les deux, par exemple Zoé Picard.
refusal-press-send = La demande est prête : touchez Envoyer, ou Retour pour la corriger.

## A director asks the ERUN to detach somebody

notice-whom_leaver = Qui a quitté l’école ? Écrivez le début du nom ou l’identifiant.
notice-detach_where = De quelle école faut-il détacher <b>{ $name }</b> ?
notice-detach_why = Pourquoi détacher <b>{ $name }</b> ? Choisissez, ou écrivez la raison.
notice-detach_since = Depuis quand ? Écrivez une date, par exemple 31/08.
detach-summary = Voici la demande que je vais envoyer à votre ERUN (<b>{ $place }</b>) :

refusal-moved-by-onde = { $name } n’est pas un personnel de l’école : ONDE déplace elle-même les élèves et leurs parents, mettez ONDE à jour.
refusal-detach-oneself = C’est votre propre compte : votre ERUN peut le détacher, écrivez-lui avec /assistance.
refusal-since-unread = Je ne lis pas cette date : écrivez un jour passé, par exemple 31/08, ou touchez Passer.
refusal-since-ahead = Le { $date } n’est pas encore passé, et l’ERUN détache aussitôt : il faut faire la demande une fois cette personne partie, ou écrire un jour passé.

## An ERUN attaches somebody

notice-attach_school =
    Pour quelle école ? Choisissez, ou écrivez le début de son nom.
    { $more ->
        [yes] <i>D’autres écoles ont ce nom ou suivent dans la liste : écrivez-en un peu plus.</i>
       *[no] { "" }
    }
notice-attach_whom = <b>{ $place }</b> : qui faut-il y rattacher ? Écrivez le début du prénom ou du nom : je cherche parmi les personnels de toute l’académie.
staff-title = Personnels trouvés pour « { $words } » (école à rejoindre : <b>{ $place }</b>) :
staff-line = • <b>{ $name }</b> ({ $function }), { $login }
    { $at } · { $day ->
        [never] compte jamais activé
        [unknown] dernière connexion inconnue
       *[other] dernière connexion le { $day }
    }
staff-nowhere = sans école
staff-more = Il y en a d’autres : écrivez le prénom et le nom entiers.
staff-again = Choisissez, ou écrivez un autre nom.
notice-staff_none =
    Je ne trouve personne du nom de « { $words } » parmi les personnels de l’académie. Écrivez-le autrement.
    { $number ->
        [0] Un compte qui n’est rattaché nulle part, ou que je ne vois pas dans l’ENT, seule la DANEI peut le trouver : écrivez-lui avec /assistance.
       *[other] Un compte qui n’est rattaché nulle part, ou que je ne vois pas dans l’ENT, seule la DANEI peut le trouver : transmettez-lui la demande avec <i>Escalader</i>.
    }
notice-attach_asked =
    <b>{ $place }</b> : y rattacher le compte { $d }<b>{ $name }</b> ({ $function }, { $login }) ?
    { $attached_to ->
        [none] { "" }
       *[other] Ses autres rattachements restent : { $attached_to }
    }
notice-attached_now =
    { $already ->
        [yes] ℹ️ <b>{ $place }</b> : le compte { $d }<b>{ $name }</b> y est déjà rattaché, je n’ai rien changé.
       *[no] ✅ <b>{ $place }</b> : le compte { $d }<b>{ $name }</b> y est maintenant rattaché.
    }
notice-attached =
    🔗 { who } a rattaché le compte { $d }<b>{ $name }</b> (<b>{ $at_place }</b>), comme votre demande n°{ $number } le voulait.
    Il reste à lui ajouter ses classes.
notice-school_staff =
    { $there ->
        [yes] 🔗 { who } a rattaché le compte { $d }<b>{ $name }</b> (<b>{ $place }</b>). Il reste à lui ajouter ses classes avec /classe.
       *[no] 📤 { who } a détaché le compte { $d }<b>{ $name }</b> (<b>{ $place }</b>). Cette personne garde ses données.
    }
notice-you_attached = 🏫 <b>{ $place }</b> : votre compte de l’ENT y est maintenant rattaché. Vous gardez vos données et vos autres écoles.

refusal-name-too-short = C’est trop court pour chercher : écrivez au moins { $limit } lettres du nom.
refusal-above-school-only = Seul l’ERUN de la circonscription rattache et détache les comptes : demandez-le-lui avec /rattachement ou /detachement.

## An ERUN detaches somebody

detach-asked = 📤 Détacher le compte { $d }<b>{ $name }</b> (<b>{ $place }</b>) ?
detach-kept = Je le rattache d’abord à l’entité de l’IEN (<b>{ $entity }</b>), puis je le détache de l’école : il n’est pas perdu, et garde toutes ses données.
detach-right = ⚠️ Sa fonction ici : { $function }. Son droit d’administrer l’école lui est retiré aussi.
detach-classes = Ses classes dans l’école lui sont retirées : { $names }.
detach-others = Ses autres écoles restent : { $elsewhere }
notice-detached_now =
    { $already ->
        [yes] ℹ️ <b>{ $place }</b> : le compte { $d }<b>{ $name }</b> n’y est déjà plus rattaché, je n’ai rien changé.
       *[no] ✅ <b>{ $place }</b> : le compte { $d }<b>{ $name }</b> n’y est plus rattaché. L’entité de l’IEN (<b>{ $entity }</b>) le garde.
    }
notice-detached =
    📤 { who } a détaché le compte { $d }<b>{ $name }</b> (<b>{ $at_place }</b>), comme votre demande n°{ $number } le voulait.
    Le compte n’est pas perdu : cette personne garde ses données.
notice-you_detached =
    🏫 <b>{ $place }</b> : votre compte de l’ENT n’y est plus rattaché, vous n’y avez plus de classe.
    Il reste ouvert, avec toutes vos données : l’entité de l’IEN (<b>{ $entity }</b>) le garde aussi.

refusal-press-confirm = Je ne fais rien sans votre accord : touchez Confirmer, ou Annuler.
refusal-answers-above = { $name } administre cette école ({ $place }) depuis un niveau au-dessus : ce droit est à retirer d’abord, demandez-le avec /assistance.
refusal-no-entity = L’ENT ne dit pas de quelle circonscription dépend cette école ({ $place }) : rien n’a été changé, il faut le signaler avec /assistance.
