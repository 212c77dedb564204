# All that Palier says in English. In braces: what changes from one time to the next. Markup: b, i, code, blockquote.
# Commands keep their French names: people learn them once.

## Words

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

level-0 = the school
level-1 = the ERUN of the circonscription
level-2 = the DANEI
level-3 = the help desk
level-4 = the ENT’s vendor

category-connexion = Login, password
category-compte = Account, identity
category-application = An application
category-contenu = A content
category-rattachement = Attachment to the school
category-classe = Class, group
category-autre = Something else

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

language-fr = Français
language-en = English

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
age-now = just now
age-minutes = { $count } min ago
age-hours = { $count } h ago
age-days =
    { $count ->
        [1] yesterday
       *[other] { $count } days ago
    }

## Turns of phrase

who = <b>{ $actor }</b> ({ $function })
request =
    { $own ->
        [yes] Your request n°{ $number }
       *[no] Request n°{ $number }
    }
your-request =
    { $own ->
        [yes] your request n°{ $number }
       *[no] request n°{ $number }
    }
attached =
    { $files ->
        [0] { "" }
        [one] 📎 1 file
       *[other] 📎 { $files } files
    }

## Buttons

button-take = ✋ Take
button-answer = 💬 Answer
button-ask = ⏳ Ask and wait
button-escalate = ⬆️ Escalate
button-send_back = ⬇️ Send back
button-resolve = ✅ Resolve
button-confirm = ✅ It is solved
button-reopen = 🔁 Reopen
button-note = 🔒 Internal note
button-release = Release
button-withdraw = Withdraw
button-show = See the request
button-files = 📎 See the files
button-new = New request
button-send = Send
button-cancel = Cancel
button-accept = Accept
button-someone = For someone who cannot log in
button-export = Export
button-erase = Erase
button-erase_now = Confirm
button-queue = More
button-code = 🔑 Login code
button-key = 🔑 Login code
button-mail = ✉️ Link by mail
button-hand = 📨 Pass it on
button-copy = 📋 Copy the code
button-account = 👤 See the account
button-block = ⛔ Block the account
button-unblock = Unblock
button-block_now = Confirm
button-ask_above = ⬆️ Ask the level above
button-reports = 🚩 Reports
button-mine = More

## Command menu

command-start = My account
command-assistance = Ask for help
command-mesdemandes = My requests
command-demande = See a request
command-repondre = Answer on a request
command-rouvrir = Reopen a request
command-clore = Say that it is solved
command-aide = Find an answer
command-charte = Read the charter again
command-langue = Change the language
command-mesdonnees = What is kept about me
command-annuler = Leave what is under way
command-file = Requests to treat
command-prendre = Take a request
command-relacher = Give a request back to the team
command-confier = Hand a request to a colleague
command-note = Write an internal note
command-attente = Ask a question and wait
command-escalader = Send on to the level above
command-renvoyer = Send back to the level below
command-resoudre = Declare a request resolved
command-code = Give a login code
command-compte = See an account
command-bloquer = Block an account
command-debloquer = Unblock an account
command-fusionner = Merge two requests
stranger-start = Link my ENT account

## Making a request

notice-hello = Hello { $name }! Do you need help with the ENT?
notice-offer =
    Shall I make this a support request?
    { $quote }
    { attached }
notice-ask_place =
    { $someone ->
        [yes] For <b>{ $whom }</b>, which school is it about?
       *[no] Which school is it about?
    }
notice-ask_category =
    { $someone ->
        [yes] For <b>{ $whom }</b>, what is it about?
       *[no] What is it about?
    }
notice-ask_words =
    <b>{ $category }</b>
    Describe the problem in a few words: what you wanted to do, and what is displayed. A screenshot helps a lot.
notice-ask_whom = Whom is this request for? Type the beginning of the name, or the login.
notice-choose_whom = Who is “{ $words }”?
notice-nobody_found = I find nobody called “{ $words }” in your schools. Check the name and type it again, or look in /comptes.
notice-summary =
    { $someone ->
        [yes] Request for <b>{ $whom }</b>
       *[no] <b>Your request</b>
    } · { $category }
    { $quote }
    { attached }
    { "" }
    Press “Send”, or write some more.
notice-filed =
    ✅ Your request <b>n°{ $number }</b> is on its way to { $level }.
    The answer will come here.
notice-filed_for =
    ✅ Request <b>n°{ $number }</b> for <b>{ $requester }</b> is on its way to { $level }.
notice-cancelled = Cancelled. Nothing was sent.
notice-nothing_to_cancel = There is nothing to cancel.

## Following a request

notice-taken = ✋ <b>{ $by }</b> is looking after { your-request }.
notice-answered =
    💬 <b>Request n°{ $number }</b>
    { $own ->
        [yes] { who } answers you:
       *[no] { who } answered:
    }
    { $quote }
notice-replied =
    💬 <b>Request n°{ $number }</b>
    { who } wrote:
    { $quote }
notice-asked =
    ❓ <b>Request n°{ $number }</b>
    { $own ->
        [yes] { who } needs to know more. Answer so that your request can go on:
       *[no] { who } asked to know more:
    }
    { $quote }
notice-noted =
    🔒 <b>Request n°{ $number }</b> · internal note
    { $changed ->
        [yes] { who } changed their note:
       *[no] { who } noted:
    }
    { $quote }
notice-continued =
    <b>Request n°{ $number }</b> (continued)
    { $quote }
notice-edited =
    ✏️ <b>Request n°{ $number }</b>
    { who } changed their message:
    { $quote }
notice-escalated =
    ⬆️ { request } was sent on to { $level }.
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-sent_back =
    ⬇️ { request } goes back to { $level }.
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-resolved =
    ✅ { who } thinks that { your-request } is solved.
    { $quote }
    Is it all right for you? If we hear nothing, it will be closed in 7 days.
notice-resolved_elsewhere = ✅ Request n°{ $number }, which you follow, is resolved.
notice-confirmed = ✅ { who } confirms: { your-request } is solved and closed.
notice-expired =
    { request } is closed, since we have not heard from you for 7 days.
    Is the problem still there? You can reopen it for 30 days.
notice-reopened =
    🔁 { who } reopened { your-request }.
    { $quote }
notice-withdrawn = { who } withdrew { your-request }.
notice-merged =
    🔗 { request } joins request n°{ $into }, which is about the same problem.
    { $own ->
        [yes] A message will tell you when it is resolved.
       *[no] { "" }
    }
notice-unreachable = 📵 <b>Request n°{ $number }</b> · { $name } no longer gets our messages on Telegram. Try another way: phone, mail or liaison book.
notice-thanks = You are welcome! Is request n°{ $number } solved?

## Writing on a request

notice-ask_answer = Write your answer for request n°{ $number }. You can add photos or files.
notice-ask_ask = What is your question about request n°{ $number }? It will wait for the answer.
notice-ask_note = Write your note on request n°{ $number }. Only those who treat the request will read it.
notice-ask_escalate = Why send request n°{ $number } on to the level above? Say also what was tried.
notice-ask_send_back = Why send request n°{ $number } back to the level below?

## Receipts (short, without markup: they are also shown above the conversation)

notice-done_taken = You are looking after request n°{ $number }.
notice-done_already_yours = You are looking after request n°{ $number } already.
notice-done_answered = Your answer to request n°{ $number } is sent.
notice-done_replied = Your message is added to request n°{ $number }.
notice-done_asked = Your question is sent: request n°{ $number } waits for the answer.
notice-done_noted = Your internal note is added to request n°{ $number }.
notice-done_released = Request n°{ $number } is given back to the team.
notice-done_handed = Request n°{ $number } is handed to { $to }.
notice-done_escalated = Request n°{ $number } is sent on to { $level }. You still read it.
notice-done_sent_back = Request n°{ $number } is sent back to { $level }. You still read it.
notice-done_resolved = Request n°{ $number } is resolved. The person will confirm or reopen it.
notice-done_confirmed = Thank you! Request n°{ $number } is closed.
notice-done_reopened = Request n°{ $number } is open again.
notice-done_withdrawn = Request n°{ $number } is withdrawn.
notice-done_merged = Request n°{ $number } joins request n°{ $into }.

## Card of a request

headline-filed = 🆕 { who } made a new request.
headline-released = ↩️ { who } gives this request back to the team.
headline-handed = 🤝 { who } hands you this request.
headline-escalated = ⬆️ { who } sends this request on to you.
headline-sent_back = ⬇️ { who } sends this request back to you.

card-title = <b>Request n°{ $number }</b> · { $category }
card-status =
    { $sign } <b>{ $state }</b> · { $desk } (level { $rank }){ $late ->
        [yes] { " " }· ⏰ overdue
       *[no] { "" }
    }
card-contact = ☎️ { $contact }
card-about = { $requester } ({ $function }) · { $place }
card-filer = Request written by { $filer }
card-holder = ✋ { $holder } is looking after it
card-age = Received { $age }
card-merged = 🔗 Merged into request n°{ $into }
card-left-out =
    { $count ->
        [one] <i>… and 1 earlier message</i>
       *[other] <i>… and { $count } earlier messages</i>
    }
card-you = <b>You</b>
card-someone = <b>{ $who }</b> ({ $function })
card-answer = { $author } · { $moment }
card-question = ❓ { $author } · { $moment }
card-note = 🔒 { $author } · { $moment } · <i>internal note</i>
card-act = 🔧 { $author } · { $moment }
    { $deed }: { $whom }
card-edited = { " " }(edited)
notice-card_followed =
    <b>Request n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $desk }
    You follow this request. A message will tell you when it is resolved.

## Lists

queue-title =
    { $filter ->
        [moi] <b>Your requests under way</b>
        [libres] <b>Requests to take</b>
        [retard] <b>Overdue requests</b>
       *[other] <b>Requests to treat</b>
    }
queue-empty = Nothing to do here. Well done!
queue-line = { $sign } <b>n°{ $number }</b> · { $category } · { $age }
queue-details = { $requester } · { $place }
queue-late = { " " }· ⏰ overdue
queue-holder = { " " }· ✋ { $holder }
mine-title = <b>Your requests</b>
mine-empty = You have not made a request yet. Press the button to make one.
mine-line = { $sign } <b>n°{ $number }</b> · { $category } · { $state } · { $age }
list-further = { " " }(continued)
list-end = That is all.

## Help

notice-help =
    <b>How can I help you?</b>
    Just write me your problem, or choose a command:
    { $commands }
    { "" }
    <b>Ready answers</b>
    { $titles }
    { "" }
    To read one, type for instance: <code>/aide password</code>
notice-help_found =
    { $articles }
    { "" }
    <i>Not enough? Make a request.</i>
notice-help_nothing = I have no ready answer for “{ $words }”. Make a request: someone will answer you.

## Account, charter, language, data

notice-charter =
    { $charter }
    { "" }
    <i>You accepted this charter.</i>
notice-charter_to_accept =
    Hello <b>{ $name }</b>!
    { "" }
    { $charter }
notice-charter_accepted = Thank you, { $name }! You can go on.
notice-linked =
    Welcome <b>{ $name }</b>! Your account is linked.
    Write me your problem when you have one: I pass it on to the right person.
notice-accounts =
    Here you speak as <b>{ $name }</b> ({ $function }).
    { $others ->
        [0] { "" }
       *[other] To speak as another of your accounts, press its name.
    }
notice-speaking = You now speak as <b>{ $name }</b> ({ $function }).
notice-unlinked_elsewhere = The account of { $name } was just linked to another Telegram. If that was not you, tell your school.
notice-languages = Which language shall we speak?
notice-unknown_language = I do not speak “{ $code }”. Choose a language:
notice-language = Fine, let us speak English.
notice-my_data =
    <b>What is kept about you</b>
    { $name } ({ $function })
    Requests: { $requests }
    Messages: { $messages }
    { "" }
    You can take everything away in a file, or erase everything.
notice-erase_asked =
    <b>Erase everything?</b>
    Your requests will be closed, your messages erased, and your account detached from Telegram. There is no way back.
notice-erased = It is erased. Your account is no longer linked to Telegram. Goodbye!

## Refusals: one sentence, which says why and what to do

refusal-unlinked = Ask the head of your school for your connection link, then open it here.
refusal-charter-first = First read and accept the charter: type /charte.
refusal-bad-token = This connection link no longer works: ask the head of your school for a new one.
refusal-account-gone = This account is no longer in the ENT: tell the head of your school.
refusal-no-account =
    { $someone ->
        [yes] I cannot find the account “{ $name }” in the ENT.
       *[no] This account is not in your schools.
    }
refusal-no-place = This account is not attached to any school: tell the head of the school.
refusal-unknown-request = I cannot find this request: check its number with /mesdemandes.
refusal-follower-only = You follow request n°{ $number } but cannot read it, since it is somebody else’s.
refusal-requester-only = Only the person who made request n°{ $number } can do this.
refusal-holder-only = Only the person who looks after request n°{ $number } can do this: take it first.
refusal-agents-only = Only those who treat request n°{ $number } can do this.
refusal-agents-only-queue = This list is for those who treat requests: yours are in /mesdemandes.
refusal-elsewhere = Request n°{ $number } is now treated by { $level }: you can read it and add a note.
refusal-held =
    { $someone ->
        [yes] { $name }
       *[no] Someone
    } is looking after request n°{ $number } already.
refusal-no-files = Request n°{ $number } has no file.
refusal-same-request = That is request n°{ $number } twice: give two different numbers.
refusal-merge-into-closed = Request n°{ $into } is closed: request n°{ $number } cannot be merged into it.
refusal-no-colleague = Nobody else treats requests with you at this level.
refusal-no-such-colleague = I cannot find “{ $name }” in your team, where there are: { $names }.
refusal-which-colleague = Several colleagues answer to “{ $name }”: type the login of one of them, { $names }.
refusal-no-desk = Nobody is set up at this level for { $place }: tell your circonscription.
refusal-not-now =
    { $status ->
        [closed]
            { $act ->
                [reply] Request n°{ $number } is closed: type /rouvrir { $number } if the problem is still there.
                [confirm] Request n°{ $number } is closed already.
                [withdraw] Request n°{ $number } is closed already.
               *[other] Request n°{ $number } is closed: nothing more can be done with it.
            }
        [resolved] Request n°{ $number } is resolved already: reopen it if the problem is still there.
       *[other]
            { $act ->
                [confirm] Request n°{ $number } is not resolved yet: say with /repondre that the problem is gone.
                [reopen] Request n°{ $number } is under way already: add a message with /repondre.
                [withdraw] Someone is looking after request n°{ $number } already: tell them that the problem is gone.
                [release] Nobody has taken request n°{ $number } yet.
                [hand] Nobody has taken request n°{ $number } yet: take it first.
                [ask] Request n°{ $number } waits for an answer already.
                [take] Request n°{ $number } is taken already.
               *[other] Request n°{ $number } does not allow this just now.
            }
    }
refusal-guard-escalate = Request n°{ $number } is at the highest level that can answer it already.
refusal-guard-send_back = Request n°{ $number } is at the first level that can answer it already.
refusal-guard-reopen = Request n°{ $number } can no longer be reopened: make a new one with /assistance.
refusal-text-needed = Your message is empty: write a few words.
refusal-reason-needed = Say why in a few words, and what was tried.
refusal-text-too-long = Your message is too long: { $limit } characters at most, or attach a document.
refusal-too-many-files = That is too many files: { $limit } at most for a request.
refusal-file-too-big = This file is too big: { $limit } MB at most.
refusal-unsupported = I cannot read this kind of message: send text, a photo or a document.
refusal-unknown-filter = I do not know “{ $name }”: type /file moi, /file libres or /file retard.
refusal-unknown-command = I do not know this command: type /aide to see those that exist.
refusal-bad-number = “{ $typed }” is not the number of a request: type for instance 12 or n°12.
refusal-old-button = This button no longer serves: begin again with /aide, which shows your commands.
refusal-not-your-button = This button was made for somebody else.
refusal-private-only = For your privacy, write to me in private rather than in a group.
refusal-flood = You are writing very fast: wait five seconds, then go on.
refusal-trouble = Something went wrong on our side: your message is kept and we will look into it.
refusal-later = The service is away for a moment: nothing is lost, your message will be treated.

## Login codes

notice-whom_account = Whose account? Write the beginning of the name, or the login.
notice-whom_code = Who needs a login code? Write the beginning of the name, or the login.
notice-whom_block = Which account is to be blocked? Write the beginning of the name, or the login.
notice-whom_unblock = Which account is to be unblocked? Write the beginning of the name, or the login.
notice-code_for = Request n°{ $number }: for whom?
notice-code_or_mail =
    How to help <b>{ $name }</b>?
    The link comes by mail. The code is for you to give.
notice-administrator_target =
    <b>{ $name }</b> administers the ENT.
    { $highest ->
        [yes] Their password is reset in the national console, or with “Forgotten password” in the ENT.
       *[no] Only a level above can see to their password. “Forgotten password”, in the ENT, is often enough.
    }
notice-code_coming = 🔑 One moment, the code is coming…
notice-code_given =
    { $activation ->
        [yes] 🔑 Activation code for <b>{ $name }</b>, whose account was never used:
       *[no] 🔑 Login code for <b>{ $name }</b>:
    }
    { "" }
    <tg-spoiler><code>{ $code }</code></tg-spoiler>
    { "" }
    { $activation ->
        [yes] To be typed in place of the password. It serves once.
       *[no] To be typed in place of the password, within 24 hours. It serves once.
    }
    { $heir ->
        [none] Neither this person nor their family is linked here: tell it in person.
        [several] “Pass it on” lets you choose to whom.
       *[other] “Pass it on” sends it to { $heir }
    }
    This message goes away in { $minutes } minutes.
    { $blocked ->
        [yes] ⛔ Careful, this account is blocked: unblock it from its card.
       *[no] { "" }
    }
notice-code_received =
    { $own ->
        [yes] 🔑 Here is your login code for the ENT:
       *[no] 🔑 Here is the login code for the ENT of <b>{ $name }</b>:
    }
    { "" }
    <tg-spoiler><code>{ $code }</code></tg-spoiler>
    { "" }
    { $activation ->
        [yes] Type the login of the connection sheet, and this code in place of the password.
       *[no] Type the usual login, and this code in place of the password.
    }
    The ENT will ask for a new password.
    This message goes away in { $minutes } minutes.
notice-code_handed = 📨 The code went to <b>{ $name }</b>.
notice-mail_sent = ✉️ The link was sent to { $address } for <b>{ $name }</b>.
notice-mailed = ✉️ { who } had a link mailed to you to choose a new password. Have a look at the junk mail too.

deed-code = Login code
deed-activation = Activation code
deed-mail = Link sent by mail
deed-handed = Code passed on
deed-blocked = Account blocked
deed-unblocked = Account unblocked

refusal-administrators-only = This command is for those who administer the ENT.
refusal-school-administrators-only = This command is for the school’s administrators.
refusal-not-your-school = This school is not yours.
refusal-under-way = It is under way already: one moment.
refusal-block-oneself = You cannot block your own account.
refusal-not-oneself = This is your own account: use “Forgotten password” in the ENT.
refusal-administrator-target = { $name } administers the ENT: only the level above can act on this account.
refusal-school-only = Only the school’s administrators can block or unblock { $name }.
refusal-too-many-codes-agent = You asked for { $limit } codes within an hour: wait a little before the next.
refusal-too-many-codes-account = This account had { $limit } codes within an hour: wait a little before the next.
refusal-code-not-shown = The code could not be shown: ask for another, which replaces it.
refusal-code-not-handed = The code could not be passed on in Telegram: tell it in person.
refusal-code-replaced = A newer code was asked for this account: pass that one on.
refusal-already-handed = The code went to { $name } already.

## Blocking an account

notice-block_asked =
    ⛔ Block the account of <b>{ $name }</b>?
    { $quote }
    This person will not be able to log in to the ENT any more. Write the reason if you like, then confirm.
notice-unblock_asked =
    Unblock the account of <b>{ $name }</b>?
    { $quote }
    This person will be able to log in to the ENT again.
notice-account_blocked = ⛔ The account of <b>{ $name }</b> is blocked.
notice-account_unblocked = The account of <b>{ $name }</b> is unblocked.
notice-unblocked = ✅ { who } unblocked the account of <b>{ $name }</b>. Logging in to the ENT works again.
refusal-already-blocked = The account of { $name } is blocked already.
refusal-not-blocked = The account of { $name } is not blocked.

## When the ENT does not follow

act-renew_code = a login code
act-activation_code = the activation code
act-mail_reset = a link by mail
act-hand_over = a code to be passed on
act-block = the account to be blocked
act-unblock = the account to be unblocked

notice-ent_doubt =
    ⚠️ You asked for { $action } about <b>{ $name }</b>, and we do not know whether it was done.
    Nothing is done again without you: have a look, then try again if need be.
refusal-ent-doubt = The ENT did not answer to the end: we do not know whether it is done, so look before you try again.
refusal-ent-unreachable = The ENT does not answer: nothing was changed, try again in a few minutes.
refusal-ent-forbidden = The ENT does not allow this on this account: nothing was changed.
refusal-ent-gone = The ENT no longer knows this account or publication: nothing was changed.
refusal-ent-inactive = This account was never activated: give its activation code.
refusal-ent-active = This account is activated already: give a login code.
refusal-ent-no-mail = This account has no mail address: give a login code.
refusal-ent-refused = The ENT refused without a reason: nothing was changed.
refusal-ent-garbled = The ENT answered something nobody understands: nothing is shown, tell the support.
refusal-ent-credentials = The bot cannot log in to the ENT any more: nothing was changed, tell the support.
refusal-ent-mfa = The ENT asks the bot to confirm who it is: nothing was changed, tell the support.
refusal-ent-not-ready = The bot’s account must be put in order in the ENT: nothing was changed, tell the support.

refusal-usage-demande = Give the number of the request, for instance: /demande 12
refusal-usage-repondre = Give the number of the request and your answer, for instance: /repondre 12 It works, thank you
refusal-usage-rouvrir = Give the number of the request, for instance: /rouvrir 12
refusal-usage-clore = Give the number of the request, for instance: /clore 12
refusal-usage-prendre = Give the number of the request, for instance: /prendre 12
refusal-usage-relacher = Give the number of the request, for instance: /relacher 12
refusal-usage-confier = Give the number of the request and the name of a colleague, for instance: /confier 12 Martin
refusal-usage-note = Give the number of the request and your note, for instance: /note 12 Seen on the phone
refusal-usage-attente = Give the number of the request and your question, for instance: /attente 12 What do you see on the screen?
refusal-usage-escalader = Give the number of the request and the reason, for instance: /escalader 12 The code does not work
refusal-usage-renvoyer = Give the number of the request and the reason, for instance: /renvoyer 12 To be settled in ONDE
refusal-usage-resoudre = Give the number of the request, for instance: /resoudre 12 The password is changed
refusal-usage-fusionner = Give the numbers of both requests, for instance: /fusionner 12 15

## Accounts: card, list, filters

day = { $day } { month } { $year }

icon-teacher = 🟢
icon-student = 🟠
icon-relative = 🔵
icon-personnel = 🟣
icon-guest = 🔴
icon-blocked = ⛔
icon-predeleted = 🗑️
icon-awaiting = 🕓
icon-duplicate = 👥
icon-inactive = 💤

mark-blocked = ⛔ blocked
mark-predeleted = 🗑️ pre-deleted
mark-awaiting = 🕓 awaiting pre-deletion
mark-duplicate = 👥 possible duplicate
mark-inactive = 💤 never activated

account-fine = ✅ Active account
account-blocked = ⛔ Blocked account: nobody can log in with it
account-predeleted =
    { $days ->
        [0] 🗑️ Pre-deleted account: it disappears today
        [one] 🗑️ Pre-deleted account: it disappears in { $days } day
       *[other] 🗑️ Pre-deleted account: it disappears in { $days } days
    }
account-awaiting = 🕓 Awaiting pre-deletion: gone from the directory, still has access
account-duplicate = 👥 Possible duplicate of another account
account-inactive = 💤 Account never activated
account-login = Login: <code>{ $login }</code>
account-classes =
    { $count ->
        [one] Class: { $classes }
       *[other] Classes: { $classes }
    }
account-places =
    { $count ->
        [one] Structure: { $places }
       *[other] Structures: { $places }
    }
account-groups =
    { $count ->
        [one] Group: { $groups }
       *[other] Groups: { $groups }
    }
account-family = Family: { $family }
account-email =
    { $email ->
        [yes] Mail address: known
       *[no] Mail address: none
    }
account-source = Source: { $source }
account-created = Created on { $created }
account-last_login =
    { $last_login ->
        [never] Last login: not known
       *[other] Last login: { $last_login }
    }

notice-choose_account =
    Several accounts answer to “{ $words }”. Which one?
    { $more ->
        [yes] There are more: write a longer name, or see them all with <code>/comptes { $words }</code>
       *[no] { "" }
    }
notice-account_shared = 👤 An account of the ENT

accounts-title =
    { $count ->
        [-1] <b>Accounts</b>
        [0] <b>No account</b>
        [one] <b>{ $count } account</b>
       *[other] <b>{ $count } accounts</b>
    }
accounts-empty = Nothing fits. Check the name, or touch “Filters” to remove some.

filters-menu =
    <b>Filters</b>
    { $chosen }
    { "" }
    Touch what you are looking for: what is chosen is marked ✅.
filters-none = All accounts
filters-hint-one = Choose from the list. Touching it again removes the choice.
filters-hint-several = You may choose several. Touching one again removes it.
filters-no-choice = There is nothing to choose here.

filter-words = “{ $words }”
filter-from = created since { $day }
filter-until = created until { $day }
filter-profile = Profile
filter-profile-teacher = 🟢 Teachers
filter-profile-student = 🟠 Pupils
filter-profile-relative = 🔵 Parents
filter-profile-personnel = 🟣 Staff
filter-profile-guest = 🔴 Guests
filter-class = Class
filter-group = Group
filter-state = State
filter-state-active = Activated
filter-state-inactive = 💤 Never activated
filter-state-blocked = ⛔ Blocked
filter-state-unblocked = Not blocked
filter-source = Source
filter-source-AAF1D = Directory (ONDE)
filter-source-AAF = Directory, secondary schools
filter-source-CSV = Imported file
filter-source-MANUAL = Created by hand
filter-only-duplicates = 👥 Duplicates
filter-only-administrators = Administrators
filter-created = Creation date
filter-created-year = This school year
filter-created-month = This month
filter-sort = Order
filter-sort-name = By name
filter-sort-profile = By profile
filter-school = School

button-list = 📋 See the list
button-list_next = ➡️ Next
button-list_back = ⬅️ Previous
button-filters = 🔎 Filters
button-facet = Filter
button-facet_next = ➡️ Next
button-pick = Choice
button-clear = 🧹 Clear all

command-comptes = List the accounts

refusal-unknown-account-filter = I don’t know “{ $name }”: write for example /comptes élèves classe:CM2 bloqués.
refusal-bad-date = “{ $typed }” is not a date: write for example depuis:01/09/2026.
refusal-no-such-class = I can’t find the class “{ $name }” in your schools.
refusal-no-such-group = I can’t find the group “{ $name }” in your schools.
refusal-no-such-school = I can’t find the school “{ $name }” among yours.
refusal-school-first = You look after many schools: say which one, for example école:Jean-Moulin.

## Blocking a whole profile

profiles =
    { $profile ->
        [student] pupils
        [relative] parents
        [teacher] teachers
        [personnel] staff
       *[guest] guests
    }
profile-student = Pupils
profile-relative = Parents
profile-teacher = Teachers
profile-personnel = Staff
profile-guest = Guests

button-block_at = This school
button-block_profile = This profile
button-block_today = Now
button-block_summer = ☀️ This summer
button-block_dates = 📅 Choose the dates
button-campaign = See
button-campaign_cancel = Cancel
button-campaign_stop = ⏹ Stop
button-history = 📜 History
button-history_further = More

command-blocage = Block a whole profile
command-deblocage = Unblock a whole profile
command-historique = The school’s blocks

notice-campaign_school = Which school is it?
notice-campaign_profile =
    { $blocked ->
        [yes] <b>Block a whole profile</b>
       *[no] <b>Unblock a whole profile</b>
    } · { $place }
    Who is it?
notice-campaign_when =
    <b>Block the { profiles }</b> · { $place }
    From when on?
notice-campaign_dates =
    <b>Block the { profiles }</b> · { $place }
    Type the day of the block and the day it is lifted, for instance: <code>10/07/2027 28/08/2027</code>
notice-campaign_retype =
    That is not the word: nothing is done.
    To confirm, type: <code>{ profiles }</code>
notice-done_campaign_cancelled = Cancelled: nothing will be blocked or unblocked on that day.
notice-done_campaign_stopped = Stopped: the accounts already gone through stay as they are.

campaign-title =
    { $blocked ->
        [yes] 🔒 <b>Block the { profiles }</b>
       *[no] 🔓 <b>Unblock the { profiles }</b>
    } · { $place }
campaign-counts =
    { $blocked ->
        [yes] To block
       *[no] To unblock
    }: <b>{ $left }</b> of { $total }
    { $blocked ->
        [yes] Blocked already
       *[no] Not blocked
    }: { $already } · left out: { $spared }
campaign-when =
    📅 { $blocked ->
        [yes] Blocked
       *[no] Unblocked
    } on { $starts }.
campaign-when-until =
    📅 { $blocked ->
        [yes] Blocked
       *[no] Unblocked
    } on { $starts }, { $blocked ->
        [yes] unblocked
       *[no] blocked
    } on { $until }.
campaign-spared = Left out, for they administer the ENT: { $names }{ $others ->
        [0] .
        [one] { " " }and one other.
       *[other] { " " }and { $others } others.
    }
campaign-oneself = Your own account is left out.
campaign-warning =
    { "" }
    ⚠️ A blocked account can no longer log in, nor be told apart from its duplicate: settle the duplicates first.
campaign-lifting =
    { "" }
    Accounts that were blocked one by one will be unblocked too.
campaign-word =
    { "" }
    To confirm, type: <code>{ profiles }</code>

campaign-planned =
    📅 <b>{ $blocked ->
        [yes] Block
       *[no] Unblocking
    } of the { profiles } planned on { $starts }</b>
    { $place }
campaign-planned-until =
    { $blocked ->
        [yes] Unblocking
       *[no] Block
    } planned on { $until }. I will tell you at the beginning and at the end.
campaign-running =
    ⏳ <b>{ $blocked ->
        [yes] Block
       *[no] Unblocking
    } of the { profiles } under way</b>
    { $place }
campaign-done =
    { $failed ->
        [0] ✅
       *[other] ⚠️
    } <b>{ $blocked ->
        [yes] Block
       *[no] Unblocking
    } of the { profiles } finished</b>
    { $place }
campaign-cancelled =
    ✖️ <b>{ $blocked ->
        [yes] Block
       *[no] Unblocking
    } of the { profiles } cancelled</b>
    { $place }
campaign-sums =
    { $blocked ->
        [yes] Blocked
       *[no] Unblocked
    }: <b>{ $done }</b> of { $total }
    Left out: { $spared } · failed: { $failed }
campaign-failures = Failed: { $reasons }.
campaign-failure-forbidden = the ENT lets nobody touch it ({ $count })
campaign-failure-gone = the account no longer exists ({ $count })
campaign-failure-refused = the ENT refused ({ $count })
campaign-failure-garbled = the ENT answered badly ({ $count })
campaign-waiting = 🌙 The ENT does not answer. I go on by myself as soon as it is back.
campaign-lapsed = Nothing was done: { $name } no longer administers this school.
campaign-by = Asked by { $name }.

refusal-unknown-profile = I do not know the profile “{ $name }”: type pupils, parents, teachers, staff or guests.
refusal-dates-unread = I cannot read these dates: type for instance 10/07/2027 28/08/2027.
refusal-dates-past = This date is past already: choose a day to come.
refusal-dates-reversed = The second date must come after the first.
refusal-campaign-nothing =
    No account to { $blocked ->
        [yes] block
       *[no] unblock
    } among the { profiles } of { $place }.
refusal-campaign-under-way =
    The { $blocked ->
        [yes] block
       *[no] unblocking
    } of the { profiles } is still under way in this school: wait until it ends.
refusal-campaign-planned = A block of the { profiles } is planned for { $place } already: cancel it first in /historique.
refusal-campaign-over = That is over already: see where it stands in /historique.

history-title = <b>Blocks by profile</b> · { $place }
history-empty = No profile was blocked or unblocked yet. To begin: /blocage
history-unheard = ⚠️ The ENT does not answer: what was done in its console is missing here.
history-act = { $blocked ->
        [yes] block
       *[no] unblocking
    } of the { profiles }
history-mark = { $blocked ->
        [yes] 🔒
       *[no] 🔓
    }
history-count =
    { $done ->
        [one] { $done } account
       *[other] { $done } accounts
    }
history-planned = 📅 <b>{ $day }</b> · { history-act } planned · { $name }
history-running = ⏳ <b>{ $day }</b> · { history-act } under way, { history-count } · { $name }
history-done = { history-mark } <b>{ $day }</b> · { history-act }, { history-count } · { $name }
history-cancelled = ✖️ <b>{ $day }</b> · { history-act } cancelled, { history-count } · { $name }
history-traced = { history-mark } <b>{ $day }</b> · { history-act } · { $name }, the ENT’s console

## Reports

command-signalements = Reported publications

button-reports_waiting = ⏳ To treat
button-reports_treated = 🗂️ Already treated
button-reports_page = More
button-report = 🚩 See the report
button-report_keep = ✅ Keep
button-report_delete = 🗑️ Delete
button-report_delete_now = Confirm
button-report_talk = 💬 Talk about it in class
button-report_leave = Cancel
button-crisis = 🚨 Grave case
button-crisis_delete = Confirm
button-crisis_block = Confirm
button-crisis_summon = ⏭️ Skip this step
button-crisis_stop = Stop here

act-keep_report = a publication to be kept
act-delete_report = a publication to be deleted

headline-report_new =
    { $alone ->
        [yes] 🆕 <b>A publication was reported.</b> Nobody of the school is linked here: it is yours to treat.
       *[no] 🆕 <b>A publication was reported.</b>
    }
headline-report_again = ⏰ <b>This report is still waiting.</b> Nobody has treated it yet.
headline-report_talk = 💬 <b>You wanted to talk about it in class first.</b> What do you decide now?

publication-blog = Blog post
publication-news = News
publication-schoolbook = Note in the liaison book
publication-collaborativewall = Collaborative wall
publication-homeworks = Homework diary
publication-timelinegenerator = Timeline
publication-pages = Page
publication-userbook = Profile
publication-userbook_mood = Mood
publication-userbook_motto = Motto
publication-workspace = Document
publication-other = Publication

report-judge =
    { $judged ->
        [yes] { " " }by <b>{ $judge }</b>
       *[no] { "" }
    }
report-title = 🚩 <b>Report n°{ $number }</b> · { $place }
report-state-waiting = ⏳ <b>To treat</b>
report-state-kept = ✅ <b>Kept</b>{ report-judge }, { $when }
report-state-deleted = 🗑️ <b>Deleted</b>{ report-judge }, { $when }. Nobody sees it any more.
report-state-gone = ▫️ <b>No longer in the ENT</b>, seen { $when }
report-talker = 💬 { $talker } wants to talk about it in class first.
report-published = { $kind } by <b>{ $name }</b>, { $published }:
report-wordless = <i>Nothing written.</i>
report-reporters =
    { $count ->
        [0] Reported
        [1] Reported once:
       *[other] Reported { $count } times:
    }
report-reporter = • { $name }, { $moment }
report-more =
    { $count ->
        [1] … and one other person, earlier
       *[other] … and { $count } other people, earlier
    }

reports-title =
    { $treated ->
        [yes] <b>Treated reports</b>
       *[no] <b>Reports to treat</b>
    }
reports-empty =
    { $treated ->
        [yes] No report has been treated yet.
       *[no] No report is waiting. All is well!
    }
reports-line-waiting =
    ⏳ <b>n°{ $number }</b> · { $name } · { $place } · { $reported }
    { $excerpt }
reports-line-kept =
    ✅ <b>n°{ $number }</b> · { $name } · { $place } · kept{ report-judge }, { $when }
    { $excerpt }
reports-line-deleted =
    🗑️ <b>n°{ $number }</b> · { $name } · { $place } · deleted{ report-judge }, { $when }
    { $excerpt }
reports-line-gone =
    ▫️ <b>n°{ $number }</b> · { $name } · { $place } · no longer in the ENT
    { $excerpt }

notice-reports_waiting =
    { $count ->
        [one] 🚩 One old report is waiting at { $place }. There is no hurry: have a look when you can.
       *[other] 🚩 { $count } old reports are waiting at { $place }. Have a look when you can.
    }
notice-report_delete_asked =
    <b>Delete the publication of { $name }?</b>
    Nobody will see it any more, and this cannot be undone. It stays in your treated reports.
notice-report_deleted =
    🗑️ The publication of <b>{ $name }</b> is deleted for everyone.
    What it announced still exists in its author’s own space: see with them how to erase it.
notice-report_left =
    { $verdict ->
        [deleted] All right, I stop here. The reported publication (n°{ $number }) stays deleted.
        [kept] All right. The reported publication (n°{ $number }) is still kept.
       *[other] All right, nothing has changed: report n°{ $number } is still waiting.
    }
notice-done_report_kept = The publication of { $name } is kept.
notice-done_report_talk = Noted. I will come back to you on the next school day, at 8:30.

notice-crisis =
    🚨 <b>A grave case, in three steps</b>
    1. Delete the publication: nobody sees it any more.
    2. Block the account of <b>{ $name }</b>: nothing more can be published with it.
    3. Summon: I write the message, you send it.
    You can stop at every step.
    { "" }
    <b>Step 1: delete the publication?</b> This cannot be undone.
notice-crisis_second =
    { $verdict ->
        [deleted] ✅ 1. The publication is deleted{ report-judge }.
       *[other] ✅ 1. The publication is no longer in the ENT.
    }
    <b>Step 2: block the account of { $name }?</b>
    It will not be able to log in until you unblock it.
    { "" }
    Step 3 will remain: summon.
notice-crisis_last =
    { $deleted }
    { $blocked }
    ✉️ 3. The convocation is written in the next message: tap it to copy it, then send it.
    { "" }
    The content itself still exists: it is erased together with its author.
    { "" }
    <b>Whom to call</b>
    { $calls }
    • 3018, against cyberbullying: free, every day from 9 am to 11 pm
crisis-deleted-deleted = ✅ 1. The publication is deleted{ report-judge }.
crisis-deleted-gone = ✅ 1. The publication is no longer in the ENT.
crisis-deleted-kept = ▫️ 1. The publication is not deleted.
crisis-deleted-waiting = ▫️ 1. The publication is not deleted.
crisis-account-done = ✅ 2. The account of <b>{ $name }</b> is blocked.
crisis-account-blocked = ✅ 2. The account of <b>{ $name }</b> is blocked already.
crisis-account-left = ▫️ 2. The account of <b>{ $name }</b> is not blocked.
crisis-account-absent = ▫️ 2. I cannot find the account of <b>{ $name }</b> in your schools: nothing to block.
crisis-account-not-oneself = ▫️ 2. It is your own account: it is not blocked.
crisis-account-administrator-target = ▫️ 2. <b>{ $name }</b> administers the school: only the level above may act.
crisis-account-school-only = ▫️ 2. Only the school may block the account of <b>{ $name }</b>: tell its director.
crisis-call = • { $level }: { $contact }

# The convocation is for a French family, whatever language the director reads.
notice-convocation =
    { $pupil ->
        [yes] <code>Madame, Monsieur, je souhaite vous rencontrer rapidement avec votre enfant { $name }, au sujet d’une publication faite avec son compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
       *[no] <code>Bonjour { $name }, je souhaite vous rencontrer rapidement au sujet d’une publication faite avec votre compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
    }

refusal-unknown-report = I cannot find this report: see the list with /signalements.
refusal-report-treated =
    { $someone ->
        [yes]
            { $verdict ->
                [kept] Treated already: { $name } kept this publication, { $moment }.
               *[other] Treated already: { $name } deleted this publication, { $moment }.
            }
       *[no]
            { $verdict ->
                [kept] Treated already: this publication was kept, { $moment }.
               *[other] Treated already: this publication was deleted, { $moment }.
            }
    }
refusal-report-gone = This publication is no longer in the ENT: there is nothing left to treat.
refusal-report-busy = { $name } is treating this report right now: look at its card in a moment.

button-report_note = 📝 Say so in request n°{ $number }
deed-report_kept = Publication kept, report
deed-report_deleted = Publication deleted, report
notice-report_kept = ✅ The publication of { $name } is kept.
notice-report_noted = 📝 It is written in request n°{ $number }.
notice-judged = 🚩 { who } treated a report: see { your-request }.
