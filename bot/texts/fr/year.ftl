# The school year: what each month asks for.

## Command and buttons

command-fil = Ce que ce mois demande

button-year = 📅 Voir ce mois
button-year_back = Mois d’avant
button-year_next = Mois d’après
button-year_do = Faire
button-year_silence = 🔕 Ne plus me le rappeler
button-year_remind = 🔔 Me le rappeler

## The month

year-month =
    { $month ->
        [1] Janvier
        [2] Février
        [3] Mars
        [4] Avril
        [5] Mai
        [6] Juin
        [7] Juillet
        [8] Août
        [9] Septembre
        [10] Octobre
        [11] Novembre
       *[12] Décembre
    }
year-title = <b>📅 { year-month }</b> · { $place }
year-onde = <b>Dans ONDE</b>
year-ent = <b>Dans l’ENT</b>
year-nothing = Ce mois ne demande rien de particulier.
year-line = { $state ->
        [done] ✅
       *[todo] ▫️
    } { $words }{ $found ->
        [none] { "" }
        [teachers] { " " }<b>{ $left ->
            [one] { $left } enseignant sans classe.
           *[other] { $left } enseignants sans classe.
        }</b>
        [activations] { " " }<b>{ $left ->
            [one] { $left } compte jamais activé.
           *[other] { $left } comptes jamais activés.
        }</b>
        [links] { " " }<b>{ $left ->
            [one] { $left } personne pas encore reliée ici.
           *[other] { $left } personnes pas encore reliées ici.
        }</b>
        [administrators] { " " }<b>{ $left ->
            [one] Il y en a { $left } de trop.
           *[other] Il y en a { $left } de trop.
        }</b>
        [duplicates] { " " }<b>{ $left ->
            [one] { $left } doublon possible.
           *[other] { $left } doublons possibles.
        }</b>
        [reports] { " " }<b>{ $left ->
            [one] { $left } signalement attend.
           *[other] { $left } signalements attendent.
        }</b>
       *[unknown] { " " }<i>(l’ENT ne répond pas)</i>
    }
notice-year_schools = De quelle école s’agit-il ?
notice-year_reminder =
    📅 <b>{ year-month }</b> : { $count ->
        [one] une chose à faire
       *[other] { $count } choses à faire
    } pour votre école, dans ONDE et dans l’ENT. Je vous dis ce qui est déjà fait.
notice-year_silenced =
    { $muted ->
        [yes] C’est noté : je ne vous rappelle plus rien d’ici un an. La liste du mois reste là : /fil
       *[no] C’est noté : je vous rappelle chaque mois ce qu’il demande.
    }
refusal-no-such-month = Je ne connais ni mois ni école de ce nom ; un mois s’écrit ainsi : <code>/fil mai</code>.

## Leaving, and the change of year

command-depart = Partir, changer d’année : ce qui reste

departure-title = <b>Départ, changement d’année</b>
departure-dates = ⏳ L’école ne vous a plus dans ses listes. Votre compte marche comme avant <b>jusqu’au { $until } environ</b>, puis ne sert plus qu’à emporter vos contenus, et disparaît vers le { $ends }.
departure-kept =
    ✅ <b>Gardé :</b> { $whose ->
        [relative] votre compte suit vos enfants, d’une école à l’autre. Vos messages et vos documents restent.
       *[staff] vos documents, et tout ce que vous avez créé. Ce qu’un collègue gère avec vous survit même à votre compte.
    }
departure-broken = ⚠️ <b>Perdu :</b> les partages faits à une classe, car la classe change. Ceux faits à une personne, à un groupe de l’école ou à un groupe créé à la main restent.
departure-before =
    👉 <b>Avant de partir :</b> { $whose ->
        [relative] rien à faire si votre enfant change d’école. Si vous quittez l’académie, emportez vos contenus avec l’application Mes données.
       *[staff] donnez le droit de gérer à un collègue ou aux administrateurs de l’école pour ce qui doit rester, et emportez le vôtre avec l’application Mes données. Vous avez environ trois mois après votre départ.
    }
