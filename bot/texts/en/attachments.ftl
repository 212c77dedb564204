# Attaching members of staff to schools, and detaching them.

## Buttons and commands

button-attach = 🔗 Attach
button-detach = 📤 Detach
button-also = Attach also to…
button-attach_now = Confirm
button-detach_now = Confirm
button-member = This person
button-leaver = This person
button-kind = This kind
button-first_name = It is their first name
button-why = This reason

command-rattachement = Attach a colleague to the school
command-detachement = Detach somebody who left

## Acts on the ENT, as a message of doubt names them

act-attach = the attachment of the account
act-attach_keep = the attachment of the account to the IEN’s entity
act-detach = the detachment of the account

## Acts on the ENT, as the exchange of a request shows them

deed-attached = Account attached
deed-detached = Account detached

## What a request asks for

particular-name-attach = 🔗 To attach: <b>{ $value }</b>
particular-name-detach = 📤 To detach: <b>{ $value }</b>
particular-kind = Staff: { $value }
particular-base = Administratively attached to: { $value }
particular-origin = School or collège of origin: { $value }
particular-town = Town of origin: { $value }
particular-last_year = Last year: { $value }
particular-why = Reason: { $value }
particular-since = Since { $day }

kind-PES = PES (trainee)
kind-TRS = TRS
kind-BRIGADE = Brigade of the circonscription
kind-BRIGADE-AUTRE = Brigade of another circonscription
kind-ZIL = ZIL
kind-RASED = RASED
kind-AESH = AESH

why-left = Left the school
why-retired = Retired
why-other = Another reason

## A director asks the ERUN to attach somebody

notice-attach_kind =
    Who is to be attached to the school? Choose the kind of staff: their account exists already, your ERUN will attach it.
    Parents, pupils, ATSEM, ELCO: you create their account yourself, with /creer.
notice-attach_meant = I do not know the kind of staff “{ $words }”. What does this word mean? Tap, or write the right kind.
notice-attach_who = Write this person’s first and last name.
notice-attach_origin = Which school, or collège, does <b>{ $name }</b> come from?
notice-attach_town = Which town does <b>{ $name }</b> come from?
notice-attach_last_year = In which school, or collège, was this person last year?
notice-attach_where = To which of your schools is <b>{ $name }</b> to be attached?
attach-summary = Here is the request that I am going to send to your ERUN, for <b>{ $place }</b>:
summary-open = ⚠️ A request for this person is open already: n°{ $number }. Should this one be sent all the same?
summary-send = If all is right, tap <i>Send</i>.

refusal-made-by-hand = The ERUN only attaches staff of the éducation nationale: for a parent, a pupil, an ATSEM or an ELCO, create the account with /creer.
refusal-unknown-kind = I do not know this kind of staff: write one of these, { $names }.
refusal-answer-too-long = This answer is too long: write at most { $limit } characters.
refusal-full-name-needed = I need the first and the last name: write both, for example Zoé Picard.
refusal-press-send = The request is ready: tap Send, or Back to correct it.

## A director asks the ERUN to detach somebody

notice-whom_leaver = Who has left the school? Write the beginning of the name, or the login.
notice-detach_where = From which school is <b>{ $name }</b> to be detached?
notice-detach_why = Why is <b>{ $name }</b> to be detached? Choose, or write the reason.
notice-detach_since = Since when? Write a date, for example 31/08.
detach-summary = Here is the request that I am going to send to your ERUN, for <b>{ $place }</b>:

refusal-moved-by-onde = { $name } is no member of the school’s staff: ONDE moves pupils and their parents by itself, bring ONDE up to date.
refusal-detach-oneself = This is your own account: your ERUN can detach it, write to them with /assistance.
refusal-since-unread = I cannot read this date: write a day that is past, for example 31/08, or tap Skip.
refusal-since-ahead = { $date } is still to come, and your ERUN detaches at once: ask once this person has left, or write a day that is past.

## An ERUN attaches somebody

notice-attach_school =
    For which school? Choose, or write the beginning of its name.
    { $more ->
        [yes] <i>Other schools bear this name or follow in the list: write a little more.</i>
       *[no] { "" }
    }
notice-attach_whom = Who is to be attached to <b>{ $place }</b>? Write the beginning of the first or last name: I look among the staff of the whole académie.
staff-title = Staff found for “{ $words }”, to attach to <b>{ $place }</b>:
staff-line = • <b>{ $name }</b> ({ $function }), { $login }
    { $at } · { $day ->
        [never] account never activated
        [unknown] last login unknown
       *[other] last logged in on { $day }
    }
staff-nowhere = no school
staff-more = There are more: write the whole first and last name.
staff-again = Choose, or write another name.
notice-staff_none =
    I find nobody named “{ $words }” among the staff of the académie. Write it in another way.
    { $number ->
        [0] An account that is attached nowhere, or that I do not see in the ENT, only the DANEI can find: write to them with /assistance.
       *[other] An account that is attached nowhere, or that I do not see in the ENT, only the DANEI can find: send them the request with <i>Escalate</i>.
    }
notice-attach_asked =
    Attach the account of <b>{ $name }</b> ({ $function }, { $login }) to <b>{ $place }</b>?
    { $attached_to ->
        [none] { "" }
       *[other] Its other places stay: { $attached_to }
    }
notice-attached_now =
    { $already ->
        [yes] ℹ️ The account of <b>{ $name }</b> is attached to <b>{ $place }</b> already: I changed nothing.
       *[no] ✅ The account of <b>{ $name }</b> is attached to <b>{ $place }</b>.
    }
notice-attached =
    🔗 { who } attached the account of <b>{ $name }</b> to <b>{ $at_place }</b>, as your request n°{ $number } wanted.
    Its classes are still to be added.
notice-school_staff =
    { $there ->
        [yes] 🔗 { who } attached the account of <b>{ $name }</b> (<b>{ $place }</b>). Its classes are still to be added with /classe.
       *[no] 📤 { who } detached the account of <b>{ $name }</b> (<b>{ $place }</b>). This person keeps their data.
    }
notice-you_attached = 🏫 Your account of the ENT is now attached to <b>{ $place }</b>. You keep your data and your other schools.

refusal-name-too-short = This is too short to look for: write at least { $limit } letters of the name.
refusal-above-school-only = Only the ERUN of the circonscription attaches and detaches accounts: ask them with /rattachement or /detachement.

## An ERUN detaches somebody

detach-asked = 📤 Detach the account of <b>{ $name }</b> from <b>{ $place }</b>?
detach-kept = I first attach it to <b>{ $entity }</b>, then detach it from the school: it is not lost, and keeps all its data.
detach-right = ⚠️ Their function here: { $function }. Their right to administer the school ends as well.
detach-classes = Their classes in the school end: { $names }.
detach-others = Their other schools stay: { $elsewhere }
notice-detached_now =
    { $already ->
        [yes] ℹ️ The account of <b>{ $name }</b> is not attached to <b>{ $place }</b> any more: I changed nothing.
       *[no] ✅ The account of <b>{ $name }</b> is detached from <b>{ $place }</b>. <b>{ $entity }</b> keeps it.
    }
notice-detached =
    📤 { who } detached the account of <b>{ $name }</b> from <b>{ $at_place }</b>, as your request n°{ $number } wanted.
    The account is not lost: this person keeps their data.
notice-you_detached =
    🏫 Your account of the ENT is not attached to <b>{ $place }</b> any more: you have no class there now.
    It stays open, with all your data. <b>{ $entity }</b> keeps it, too.

refusal-press-confirm = I do nothing without your consent: tap Confirm, or Cancel.
refusal-answers-above = { $name } administers { $place } from a level above: this right must end first, ask for it with /assistance.
refusal-no-entity = The ENT does not say to which circonscription { $place } belongs: nothing was changed, report it with /assistance.
