# Words of the house, which every noun uses.
# In braces: facts. Markup allowed: b, i, code, blockquote.
# Commands keep their French names: people learn them once.

## Levels of support, functions, profiles

level-0 = the school
level-1 = the ERUN of the circonscription
level-2 = the DANEI
level-3 = the help desk
level-4 = the ENT’s vendor

function-director = head of the school
function-adml = local administration
function-erun = ERUN
function-danei = DANEI
function-plateforme = help desk
function-vendor = vendor
function-student = pupil
function-relative = parent
function-teacher = teacher
function-personnel = staff
function-guest = guest

profiles =
    { $profile ->
        [student] pupils
        [relative] parents
        [teacher] teachers
        [personnel] staff
       *[guest] guests
    }

asked-anew = 🔁 Something has changed since this question: please read it again before you confirm.
already-linked = <b>{ $name }</b> is already linked to the help desk on a phone.

profile-student = Pupils
profile-relative = Parents
profile-teacher = Teachers
profile-personnel = Staff
profile-guest = Guests

icon-teacher = 🟢
icon-student = 🟠
icon-relative = 🔵
icon-personnel = 🟣
icon-guest = 🔴

## Statuses of a request

status-new = New
status-open = Open
status-waiting = Waiting for the user
status-resolved = Resolved
status-closed = Closed

sign-new = 🔵
sign-open = 🟢
sign-waiting = 🟡
sign-resolved = ✅
sign-closed = ⚪

## Dates and durations

month =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }

moment = { $day } { month } at { $time }

moment-dated = { $day } { month } { $year } at { $time }

day = { $day } { month } { $year }

age-now = just now
age-minutes = { $count } min ago
age-hours = { $count } h ago
age-days = { $count } days ago
age-dated = on { $day }

## Who, inside a sentence

who = <b>{ $actor }</b> ({ $function })

## Which of my accounts, above a message

hat = 👤 <b>{ $name }</b> ({ $function }{ $at })
hat-short = 👤 <b>{ $name }</b> ({ $function })
hat-place =
    , { $place }{ $more_places ->
        [0] { "" }
        [1] { " " }and 1 other place
       *[other] { " " }and { $more_places } other places
    }

## Pages of a list

list-further = { " " }(continued)
list-end = That is all.

## Troubles

refusal-unknown-command = I do not know this command: /aide shows all those that exist.
refusal-old-button = This button no longer works: /aide shows all that you can do now.
refusal-not-your-button = This button was made for somebody else, or for an account that is not linked here: /start, in private, shows which one is.
refusal-private-only = I only talk in private: write to me directly, I am leaving this conversation.
refusal-unsupported = I cannot read this kind of message: send text, a photo or a document.
refusal-words-only = Please answer in words here: to send a file, write /annuler first.
refusal-command-without-files = /{ $command } takes no file: write the command alone, or send the file without it.
refusal-flood = That is too fast for me: wait five seconds, then try again; this did not count, nor does what follows until then.
refusal-trouble = Something went wrong on our side: your message is kept, there is no need to send it again.
refusal-later = I am away for a moment: nothing is lost, your message will be read afterwards.
refusal-not-shown = I could not show it: touch the button again in a minute.
notice-one_moment = One moment…

## When the ENT declines, fails, or leaves us in doubt

refusal-under-way = It is under way already: the answer comes in a moment.

notice-ent_doubt =
    ⚠️ You asked for { $action } about <b>{ $name }</b>, and I do not know whether it was done.
    { $act ->
        [renew_code] Ask again without any risk: the new code will replace the old one.
        [activation_code] Ask again without any risk: it is always the same code.
        [mail_reset] Ask again without any risk: the new link will replace the old one.
        [attach] Doing it again is safe: nothing is done twice.
        [attach_keep] Doing it again is safe: nothing is done twice, and nobody is detached without it.
        [detach] Doing it again is safe: nothing is done twice.
        [create_account] Nothing is done again without you: look for this name with /compte first, and make the account again only if it is not there.
        [create_link] Nothing is done again without you: look with /services first whether it is there.
        [give_service] Doing it again is safe: nothing is done twice.
        [change_link] Doing it again is safe: nothing is done twice.
        [withdraw_link] Look with /services, and do it again without any risk if it is still there.
       *[other] Nothing is done again without you: look in the ENT, then try again if need be.
    }

refusal-ent-doubt =
    { $act ->
        [renew_code] The ENT did not answer to the end: ask for a code again without any risk, the new one will replace the old one.
        [activation_code] The ENT did not answer to the end: ask for the code again without any risk, it is always the same.
        [mail_reset] The ENT did not answer to the end: ask for the link again without any risk, the new one will replace the old one.
        [attach] The ENT did not answer to the end: it is enough to confirm again, it is safe, nothing is done twice.
        [attach_keep] The ENT did not answer to the end: it is enough to confirm again, it is safe, nothing is done twice.
        [detach] The ENT did not answer to the end: it is enough to confirm again, it is safe, nothing is done twice.
        [create_account] The ENT did not answer to the end, and I do not know whether the account is made: wait some minutes, then look for this name with /compte before you begin again.
        [create_link] The ENT did not answer to the end, and I do not know whether the link is made: look with /services whether it is there before you begin again.
        [give_service] The ENT did not answer to the end: it is enough to confirm again, it is safe, nothing is done twice.
        [change_link] The ENT did not answer to the end: it is enough to confirm again, it is safe, nothing is done twice.
        [withdraw_link] The ENT did not answer to the end: look with /services, and do it again without any risk if it is still there.
       *[other] The ENT did not answer to the end: I do not know whether it is done, so look before you try again.
    }
refusal-ent-unreachable = The ENT does not answer: nothing was changed, try again in a few minutes.
refusal-ent-forbidden = The ENT does not allow this on this account: nothing was changed, ask for it with /assistance.
refusal-ent-gone = The ENT no longer knows this account or publication: nothing was changed, there is nothing left to do here.
refusal-ent-inactive = This account was never activated: give its activation code with /code.
refusal-ent-active = This account is activated already: give a login code with /code.
refusal-ent-federated = This account enters the ENT through ÉduConnect or the académie’s portal: it has no code here, a lost password is found again on that portal.
refusal-ent-unkept = Without another attachment, this account would be lost: nothing was changed, it has to be begun again.
refusal-ent-deleted = This account is being deleted in the ENT: nothing was changed, it must first be restored in the administration console.
refusal-ent-elsewhere = This account also administers a structure that I do not see, and the ENT would end that right: ask your ERUN with /assistance.
refusal-ent-fed = The data of this account come from ONDE or the directory: nothing was changed, correct them there, then they arrive here.
refusal-ent-taken = The ENT has something of that name already: nothing was changed, choose another name.
refusal-ent-locked = The ENT keeps this as it is: nothing was changed, talk about it with /assistance.
refusal-ent-inherited = This comes from a structure above the school, which alone changes it: ask for it with /assistance.
refusal-ent-no-mail = This account has no mail address: give a login code with /code.
refusal-ent-refused = The ENT refused without a reason: nothing was changed, try again, then report it with /assistance.
refusal-ent-garbled = The ENT gave an answer that nobody understands: nothing is shown, report it with /assistance.
refusal-ent-credentials = I can no longer log in to the ENT: nothing was changed, report it with /assistance.
refusal-ent-https = The address of the ENT is set wrongly on my side: nothing was changed, report it with /assistance.
refusal-ent-address = I no longer find the ENT at its address: nothing was changed, report it with /assistance.
refusal-ent-mfa = The ENT asks me to prove who I am: nothing was changed, report it with /assistance.
refusal-ent-not-ready = My account in the ENT must be put in order: nothing was changed, report it with /assistance.

## Contents that are not carried: what to do instead

refusal-unsupported-sticker = I cannot pass on a sticker: write what it was meant to say.
refusal-unsupported-venue = I cannot pass on a place: write its name or its address.
refusal-unsupported-location = I cannot pass on a location: write the name of the place or its address.
refusal-unsupported-contact = I cannot pass on a contact: write the person’s name and what it is about.
refusal-unsupported-poll = I cannot pass on a poll: write your question in a message.
refusal-unsupported-dice = I cannot pass on a die or an animated game: write what you wanted to say.
refusal-unsupported-story = I cannot pass on a story: send a screenshot of it.
refusal-unsupported-checklist = I cannot pass on a checklist: write it in a message.
refusal-unsupported-game = I cannot pass on a game: send a screenshot of what you see.
refusal-unsupported-giveaway = I cannot pass on a giveaway: write what you wanted to say about it.
refusal-unsupported-giveaway_winners = I cannot pass on the result of a giveaway: write what you wanted to say about it.
refusal-unsupported-invoice = I cannot pass on a Telegram invoice: send a screenshot of it.
refusal-unsupported-paid_media = I cannot pass on paid content: send the photo or the video itself.
refusal-unsupported-rich_message = I cannot read a message with a layout: copy its text into a plain message, or attach a document.

## A message that Telegram does not delete any more

notice-emptied = 🗑️ This message was erased.
