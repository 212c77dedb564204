# Asking for a town’s space.

## Buttons and commands

button-town_school = Cette école
button-town_all = C’est tout

command-commune = Demander l’espace d’une commune

## What a request asks for

particular-name-town = 🏛️ Espace à ouvrir pour la commune : <b>{ $value }</b>
particular-schools = École : { $value }
particular-contact = Contact de la ville : { $value }
particular-email = Son adresse e-mail : { $value }

## Questions

notice-town_name =
    <b>Demander l’espace d’une commune</b>
    Le guide confie cette demande au syndicat mixte : convenez-en d’abord avec lui, l’éditeur n’ouvre l’espace qu’avec son accord. La demande part directement chez l’éditeur (niveau 4).
    Quelle est la commune ?
notice-town_schools =
    { $count ->
        [0] Quelles sont les écoles { $d }<b>{ $name }</b> ? Touchez-les, ou écrivez leur UAI ou leur nom.
        [one] Pour la commune { $d }<b>{ $name }</b>, une école est choisie : { $school }. Touchez-en d’autres ou écrivez leur UAI, puis « C’est tout ».
       *[other] Pour la commune { $d }<b>{ $name }</b>, { $count } écoles sont choisies. Touchez-en d’autres ou écrivez leur UAI, puis « C’est tout ».
    }
    { $more ->
        [yes] <i>D’autres écoles suivent dans la liste : écrivez le début de leur nom.</i>
       *[no] { "" }
    }
notice-town_first =
    Qui est le contact { $d }<b>{ $name }</b> ? Son compte sera le premier de l’espace, avec les droits d’administration.
    Écrivez d’abord son prénom.
notice-town_last = Écrivez son nom de famille.
notice-town_email = Écrivez son adresse e-mail : sa fiche de connexion y sera envoyée.
town-summary = Voici la demande que je vais envoyer à l’éditeur :
town-there = ⚠️ Un espace porte déjà ce nom : { $name }.
town-theirs = ⚠️ Une école est déjà dans l’espace d’une commune : { $name }.
town-open = ⚠️ Une demande pour cette commune est déjà ouverte : n°{ $number }. Faut-il envoyer celle-ci quand même ?
town-after = L’éditeur confirmera l’ouverture au syndicat mixte, et enverra la fiche de connexion au contact.

## Refusals

refusal-town-vendor = C’est l’éditeur qui ouvre les espaces des communes : cette demande s’adresse à lui, il n’a pas à la faire.
refusal-town-no-school = Aucune école n’est choisie : il faut en toucher une, ou écrire son UAI.
refusal-town-too-many = Une demande nomme { $limit } écoles au plus : il faut dire les autres dans une réponse à la demande.
refusal-no-such-uai = L’ENT n’a aucune école avec l’UAI { $uai } : il faut vérifier ce code.
refusal-uai-letter = L’UAI { $uai } a une faute, puisque sa lettre serait { $letter } avec ces chiffres : il faut vérifier ce code.
refusal-name-unread = Ce n’est pas un nom : il faut l’écrire en lettres, sans chiffre.
refusal-mail-unread = Ce n’est pas une adresse e-mail : il en faut une entière, avec son arobase et son domaine.
