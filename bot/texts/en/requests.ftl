# Requests for help: making one, following it, answering it, its card, the queue.

## Categories

category-connexion = Login, password
category-compte = Account, identity
category-application = An application
category-contenu = A content
category-rattachement = Attachment to the school
category-classe = Class, group
category-autre = Something else

## Inside other sentences

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

button-new = New request
button-someone = For someone who cannot log in
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
button-queue = More
button-mine = More

## Commands

command-assistance = Ask for help
command-mesdemandes = My requests
command-demande = See a request
command-repondre = Answer on a request
command-rouvrir = Reopen a request
command-clore = Say that it is solved
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

## Whom words are for, and who else is writing

holding =
    { $writing ->
        [yes] ✋ <b>{ $holder }</b> is looking after it and is writing now.
       *[no] ✋ <b>{ $holder }</b> is looking after it.
    }
notice-ask_held =
    { holding }
    { $quote }
    Send this message about request n°{ $number } all the same?
notice-ask_towards =
    Whom is this message about request n°{ $number } for?
    { $quote }
notice-closed = This question is closed, since you went on to something else. Nothing was changed.
notice-closed_prompt =
    You went on to something else: nothing was sent about request n°{ $number }.
    To write, tap the button.
notice-closed_offer = You went on to something else: this message was sent to nobody.
notice-edit_of_nothing = This message is in no request, so editing it changes nothing. To send it, write it again.
notice-acted = 🔧 { who } acted on request n°{ $number }, which you look after: { $deed } { $name }.
notice-resolved_by =
    ✅ { who } resolved request n°{ $number }, which you were looking after.
    { $quote }
button-send_all_the_same = Send all the same
towards-requester = To the person who asks
towards-agents = To those who handle it
way-add = Add to the request being prepared
way-answer = Reply to request n°{ $number }
way-ask = Ask the question, request n°{ $number }
way-note = Internal note, request n°{ $number }
way-escalate = Send request n°{ $number } on, to the level above
way-send_back = Send request n°{ $number } back
refusal-edited-elsewhere = Your message already went to request n°{ $number }: for another request, write a new command.
refusal-files-of-another-bot = Another Telegram bot received these files and this one cannot show them: ask the person to send them again.
refusal-no-reply = This message takes no reply: tap one of its buttons, or write without replying to it.

## Receipts: short and without markup, since they are also shown as a toast

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

## Headlines above the card

headline-filed = 🆕 { who } made a new request.
headline-released = ↩️ { who } gives this request back to the team.
headline-handed = 🤝 { who } hands you this request.
headline-escalated = ⬆️ { who } sends this request on to you.
headline-sent_back = ⬇️ { who } sends this request back to you.

## Card

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

## Queue, and one's own requests

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

## Refusals: one sentence, which says why and what to do

refusal-no-place = This account is not attached to any school: tell the head of the school.
refusal-no-desk = Nobody is set up at this level for { $place }: tell your circonscription.
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
refusal-unknown-filter = I do not know “{ $name }”: type /file moi, /file libres or /file retard.
refusal-bad-number = “{ $typed }” is not the number of a request: type for instance 12 or n°12.

## A command without what it needs

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
