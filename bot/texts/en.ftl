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
notice-nobody_found = I find nobody called “{ $words }” in your schools. Check the name and type it again.
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
refusal-old-button = This button is no longer in use: go on with /mesdemandes or /assistance.
refusal-not-your-button = This button was made for somebody else.
refusal-private-only = For your privacy, write to me in private rather than in a group.
refusal-flood = You are writing very fast: wait five seconds, then go on.
refusal-trouble = Something went wrong on our side: your message is kept and we will look into it.
refusal-later = The service is away for a moment: nothing is lost, your message will be treated.

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
