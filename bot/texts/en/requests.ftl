# Requests for help: making one, following it, answering it, its card, the queue.

## Categories

category-connexion = Login, password
category-compte = Name, account details
category-application = A page of the ENT (messaging, blog…)
category-contenu = A text or picture to report
category-rattachement = School, attachment
category-classe = Class, group
category-autre = Something else
category-danger = A child needs help

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

forwarded = ↪️ Forwarded message
attached =
    { $files ->
        [0] { "" }
        [one] 📎 1 file
       *[other] 📎 { $files } files
    }

at-school =
    { $several ->
        [yes] { " " }({ $place })
       *[no] { "" }
    }
in-school =
    { $several ->
        [yes] { " · " }{ $place }
       *[no] { "" }
    }

## Buttons

button-new = New request
button-myself = For myself
button-someone = For someone who cannot log in
button-tell_school = Tell the school
button-tell_outside = Tell somebody outside the school
button-leave_earlier = Leave out what I wrote before
way-mistaken = Not that: I have a problem with the ENT
button-take = ✋ Take
button-answer = 💬 Answer
button-ask = ⏳ Ask and wait
button-escalate = ⬆️ Escalate
button-send_back = ⬇️ Send back
button-resolve = ✅ Resolve
button-conclude = ✅ Solve with a word
button-confirm = ✅ It is solved
button-reopen = 🔁 Reopen
button-renew = New request
button-note = 🔒 Internal note
button-release = ↩️ Give back to the team
button-entrust = 🤝 Hand over
button-correct = ✏️ Correct
button-bring = This school
button-merge_now = Confirm
button-which = This request
button-colleague = This colleague
button-change_category = Change the category
button-change_place = Change the school
button-continue = Continue
button-another = New request
button-queue_filter = Show
button-queue_schools = By school
queue-filter-tout = All
queue-filter-moi = Mine
queue-filter-libres = To take
queue-filter-retard = Late
queue-filter-envoyees = Sent on
button-correct_what = Correct
correct-category = The category
correct-school = The school
button-withdraw = Withdraw the request
button-show = See the request
button-files = 📎 See the files
button-all = 📖 See everything
button-further = More
button-enclosed = 📎 The files of this page
button-still = 🔁 Not yet
button-resend = 🔁 Send again
button-give_back = ⬇️ Give back to the level below
button-give_back_all = ⬇️ Give all back
button-queue = More
button-mine = More

## Commands

command-assistance = Ask for help
command-mesdemandes = My requests
command-demande = See a request
command-repondre = Answer on a request
command-rouvrir = Reopen a request
command-clore = Say that it is solved
command-file = Requests to handle
command-prendre = Take a request
command-relacher = Give a request back to the team
command-confier = Hand a request to a colleague
command-note = Write an internal note
command-attente = Ask a question and wait
command-escalader = Send on to the level above
command-renvoyer = Send back to the level below
command-resoudre = Declare a request resolved
command-fusionner = Merge two requests
command-categorie = Correct what a request is about
command-ecole = Correct the school of a request

## Making a request

notice-hello = Hello { $name }! Do you need help with the ENT?
notice-offer =
    { $why ->
        [gone] The account of { $name } is no longer linked here: its question is closed, and nothing was done. What shall I do with this message?
        [request] Is this for request n°{ $number }?
        [whom]
            { $command ->
                [code] Is this the name for the login code?
                [block] Is this the name of the account to block?
                [unblock] Is this the name of the account to unblock?
                [classes] Is it the name of whose classes change?
                [rights] Is it the name of whose rights change?
               *[other] Is this the name of the account to show?
            }
        [correcting] Is this for the correction of a request?
        [handing] Is this the name of whom to hand the request to?
        [late] Is this the answer to my question?
        [elsewhere] Is this the answer to my question in the other topic?
        [renewing] Is this for the new request?
        [filing] Is this for the new request?
       *[other] Shall I send this message to the support?
    }
    { $quote }
    { attached }
button-late_answer = Yes, it is
notice-ask_place =
    { $someone ->
        [yes] For <b>{ $whom }</b>, which school is it about?
       *[no] Which school is it about?
    }
notice-place_gone =
    { $someone ->
        [yes] For <b>{ $whom }</b>, { $place } is no longer their school: nothing has been sent yet. Which school is it about now?
       *[no] { $place } is no longer one of your schools: nothing has been sent yet. Which school is it about now?
    }
notice-category_gone = “{ $category }” is no longer offered: nothing has been sent yet. What is the problem? Tap the closest one.
notice-ask_category =
    { $someone ->
        [yes] For <b>{ $whom }</b>, what is the problem? Tap the closest one.
       *[no] What is the problem? Tap the closest one.
    }
notice-ask_words =
    <b>{ $category }</b>
    Describe the problem: what you wanted to do, and what is displayed. A picture of the screen helps a lot.
notice-ask_whom = Whom is this request for? Type the beginning of the name, or the login.
notice-whom_gone = You no longer administer the account of <b>{ $whom }</b>: nothing has been sent yet. Whom is this request for? Type the beginning of the name, or the login, or tap “{ button-myself }”.
notice-choose_whom = Who is “{ $words }”?
notice-nobody_found = I find nobody called “{ $words }” in your schools. Check the name and type it again, or look at the list: /comptes
notice-afraid =
    { $child ->
        [yes]
            <b>You did well to say it. It is not your fault.</b>
            Talk soon to a grown-up you trust, at home or at school.
            { "" }
            You can also phone. It is free, and you need not give your name:
            • <b>119</b>: somebody hurts or frightens you. Day and night.
            • <b>3018</b>: somebody bothers you at school or online. From 9 am to 11 pm.
            • <b>17</b>: you are in danger right now.
       *[no] { notice-help_lines }
    }
    { "" }
    { afraid-school }
    { afraid-outside }
afraid-school =
    { $school ->
        [yes] You can say it here: “{ button-tell_school }”, and a grown-up at school will read what you wrote, or one of the team above if nobody reads there.
       *[no] { "" }
    }
afraid-outside =
    { $outside ->
        [read] Or “{ button-tell_outside }”: somebody who does not work at the school will read it ({ $level }). Nobody at the school will see it.
        [unread] Or “{ button-tell_outside }”: but nobody reads there yet. Your message will wait there, and nobody at the school will see it. Do not wait: call 119.
       *[none] { "" }
    }
afraid-sends = Nothing is sent yet. This is all that will be sent{ $files ->
    [0] { "" }
    [one] , with 1 file
   *[other] , with { $files } files
}:
notice-afraid_more =
    { $school ->
        [yes] It is added. Nothing is sent yet: tap whom you want to tell.
       *[no] It is added.
    }
    { afraid-outside }
notice-closed_afraid =
    What you wrote was not sent. Talk to an adult you trust, or write to me again.
    { notice-help_lines }
notice-told_afraid =
    { told-afraid }
    { "" }
    { notice-help_lines }
told-afraid =
    { $outside ->
        [yes]
            { $unread ->
                [yes] 📭 Your message (n°{ $number }) is kept outside the school, where nobody reads it yet. Nobody at the school will see it. Do not wait: phone.
               *[no] ✅ It is said outside the school (n°{ $number }), to { $level }. Nobody at the school will see it. The answer will come here.
            }
       *[no]
            { $unread ->
                [yes] 📭 Your message (n°{ $number }) is kept, but nobody reads it yet. Do not wait: phone.
               *[no] ✅ It is said (n°{ $number }), to { $level }. The answer will come here.
            }
    }
notice-filed_outside =
    ✅ Your message <b>n°{ $number }</b> has gone outside the school, to { $level }. Nobody at the school will see it.
    The answer will come here.
notice-filed_outside_unread =
    📭 Your message <b>n°{ $number }</b> is kept outside the school, but nobody reads there yet. The first person who comes will read it; nobody at the school will see it. Do not wait: talk to an adult you trust right now.
    { "" }
    { notice-help_lines }
notice-help_lines =
    In danger, or need help? In France, these numbers are free:
    • <b>119</b>: child in danger, day and night
    • <b>3018</b>: bullying, every day from 9 am to 11 pm
    • <b>17</b>: danger right now
notice-summary =
    { $someone ->
        [yes] Request for <b>{ $whom }</b>
       *[no] <b>Your request</b>
    } · { $category }{ in-school }
    { $quote }
    { attached }
    { "" }
    Nothing has been sent yet: tap “{ button-send }”, or write some more.
notice-summary_again =
    You have already sent this request: it is n°{ $number }.
    { $quote }
    { attached }
    { "" }
    Nothing else has been sent: tap “{ button-send }” to send it all the same, or write some more.
notice-ask_again =
    You are already preparing a request, which is not sent:
    { $quote }
    { attached }
    { "" }
    Tap “Continue” to finish it. “New request” replaces it by another.
notice-filed =
    ✅ Your request <b>n°{ $number }</b>{ at-school } is on its way to { $level }.
    { $composed ->
        [yes] { $quote }
       *[no] { "" }
    }
    The answer will come here.
notice-filed_for =
    ✅ Request <b>n°{ $number }</b> for <b>{ $requester }</b>{ at-school } is on its way to { $level }.
notice-filed_above =
    ✅ Your request <b>n°{ $number }</b>{ at-school } is on its way to a team who can read it.
    { $composed ->
        [yes] { $quote }
       *[no] { "" }
    }
    The answer will come here.
notice-filed_for_above = ✅ Request <b>n°{ $number }</b> for <b>{ $requester }</b>{ at-school } is on its way to { $level }, since nobody of { $proper } reads these messages at the moment.
notice-filed_unread = 📭 Your request <b>n°{ $number }</b>{ at-school } is kept, but nobody can read it here yet. Meanwhile, contact { $contact }.
child-filed_unread =
    📭 Your message <b>n°{ $number }</b> is kept, but nobody can read it here yet. Do not wait: talk to a grown-up at once.
    { "" }
    { notice-help_lines }
notice-filed_for_unread = 📭 Request <b>n°{ $number }</b> for <b>{ $requester }</b>{ at-school } is kept, but nobody can read it here yet. Meanwhile, contact { $contact }.
notice-behalf =
    📨 { who } sent a request for you: <b>n°{ $number }</b>, { $category }, { $place }.
    You need not do anything: the answer will come here.

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
    { $worded ->
        [yes] { who } wrote:
       *[no] { who } sent:
    }
    { $quote }
notice-asked =
    ❓ <b>Request n°{ $number }</b>
    { $own ->
        [yes] { who } asks you a question. To answer, tap “Answer”:
       *[no] { who } asked a question:
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
    ✅ { who } thinks that { your-request } is solved now.
    { $quote }
    Does it work now? Tap “It is solved” or “Reopen”. Without an answer, the request will close in 7 days.
child-resolved =
    💬 { who } has answered your message n°{ $number }.
    { $quote }
    Do you feel better? If so, tap “It is solved”. If not, tap “Reopen” and write what is going on.
    { "" }
    { notice-help_lines }
notice-resolved_elsewhere = ✅ Request n°{ $number }, which you follow, is resolved.
notice-confirmed = ✅ { who } confirms that all works: { your-request } is closed.
notice-expired =
    { request } has closed by itself, after 7 days without an answer.
    Is the problem still there? Tap “Reopen”: you can for 30 days.
notice-reopened =
    🔁 { who } reopened { your-request }.
    { $quote }
# For somebody whose own request n°$follows was merged into n°$number.
follower-request =
    { $own ->
        [yes] your request n°{ $follows }
       *[no] request n°{ $follows }
    }
notice-followed_resolved =
    ✅ Request n°{ $number }, merged with { follower-request }, is resolved.
    { $quote }
    Is it all right for you, too?
notice-followed_closed =
    Request n°{ $number }, merged with { follower-request }, is closed: both have ended.
    If the problem is still there, press “Not yet”.
notice-followed_reopened =
    🔁 Request n°{ $number }, merged with { follower-request }, is open again. A message will tell you when it is resolved.
notice-followed_merged =
    🔗 Request n°{ $number }, merged with { follower-request }, joins request n°{ $into }. A message will tell you when it is resolved.
notice-followed_resumed =
    🔗 Request n°{ $into } ends without being solved: { follower-request } joins request n°{ $number }, which is about the same problem. A message will tell you when it is resolved.
notice-resumed =
    🔁 Request n°{ $into } ends without being solved: { your-request }, which was merged with it, is open again.
    You have nothing to do: the answer will come here.
notice-heard =
    💬 <b>Request n°{ $number }</b>, merged into request n°{ $into }
    { who } wrote:
    { $quote }
notice-withdrawn = { who } withdrew { your-request }.
notice-merged =
    🔗 { request } joins request n°{ $into }, which is about the same problem.
    { $own ->
        [yes] A message will tell you when it is resolved.
       *[no] { "" }
    }
notice-merged_across =
    🔗 Request n°{ $number } ({ $place }) is merged with a request of another school, n°{ $into } ({ $other }), about the same problem.
    You can still read request n°{ $number }.
notice-joined = 🔗 A request of another school, n°{ $into } ({ $other }), is merged with request n°{ $number } ({ $place }), about the same problem. Nothing changes for yours.
notice-programs =
    ⚠️ <b>Request n°{ $number }</b> · “{ $names }”
    { $count ->
        [one] It is a program, or a file that may hide one: do not open it, ask for a screenshot or a PDF instead.
       *[other] They are programs, or files that may hide one: do not open them, ask for a screenshot or a PDF instead.
    }
notice-files_lost = 📎 Request n°{ $number }: { $files ->
        [1] the attached file{ $someone ->
            [yes] {" “"}{ $name }”
           *[no] {""}
        } could not be passed on.
       *[other] { $lost ->
            [one] one of the { $files } attached files, n°{ $which }, could not be passed on.
           *[other] { $lost } of the { $files } attached files could not be passed on: n°{ $which }, in the order sent.
        }
    } Ask for it to be sent again.

notice-words_unsure = ❓ Nobody knows whether your message on request n°{ $number } arrived: Telegram did not answer. You can send it again, at the risk that it is read twice.
notice-words_lost = ⚠️ Your message on request n°{ $number } could not be delivered: Telegram refused it. Write it again, in other words or in several messages.
notice-unreachable = 📵 <b>Request n°{ $number }</b> · { $name } no longer receives our messages on Telegram. Try another way: phone, mail or liaison book.
notice-escalated_past =
    { $own ->
        [yes] ⬆️ Your request n°{ $number } was sent on to a team who can read it.
       *[no] ⬆️ { request } was sent on to { $level }, since nobody of { $proper } reads these messages at the moment.
    }
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-moved_up =
    { $own ->
        [yes] ⬆️ Your request n°{ $number } was sent on to a team who can read it.
       *[no] ⬆️ { request } goes to { $level }, since nobody of { $proper } reads these messages at the moment.
    }
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-call_erased = 🚨 The call for help n°{ $number }, which you followed, was erased by whoever made it. It is still to be treated.
notice-stranded = 📭 { request } is kept, but nobody reads it here at the moment. Meanwhile, contact { $contact }.
child-stranded =
    📭 { request } is kept, but nobody reads it here for now. Do not wait: talk to a grown-up at once.
    { "" }
    { notice-help_lines }
notice-found = 👋 { request } can be read again by { $level }. The answer will come here.
notice-given_back =
    ⬇️ { request } goes back to { $level }, where somebody reads these messages again.
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-holder_back = 👋 <b>Request n°{ $number }</b> · { $name } reads our messages again and can go on with it.
notice-reads_again = 👋 <b>Request n°{ $number }</b> · { $name } reads our messages on Telegram again.
notice-taken_over = ✋ <b>{ $name }</b> now looks after request n°{ $number }, which you had taken.
notice-summed_up = And { $count } more messages, about { $numbers }: all of it is in these requests, which /file and /mesdemandes find too.
notice-offer_back =
    👋 { $name } reads these messages now. { $count ->
        [one] You treat one request in their place: { $numbers }.
       *[other] You treat { $count } requests in their place: { $numbers }.
    }
    To give one back, press its button. Otherwise you go on treating it.
waits-title = 👋 <b>{ $name }, this is what waits for you:</b>
waits-asked = ❓ Your answer is awaited: { $numbers }
waits-solved = ✅ To confirm, if the problem is gone: { $numbers }
waits-held = ✋ You look after: { $numbers }
waits-free = 🆕 To be taken: { $numbers }
waits-above = ⬆️ Treated by the level above in your place: { $numbers }
waits-missed = 📭 Messages could not be delivered to you: { $numbers }
notice-thanks = You are welcome! Does all work for request n°{ $number }?

## Writing on a request

notice-ask_answer = Write your answer for request n°{ $number }. You can add photos or files.
notice-ask_ask = What is your question about request n°{ $number }? It will wait for the answer.
notice-ask_note = Write your note on request n°{ $number }. Only those who handle the request will read it.
notice-ask_escalate = Why send request n°{ $number } on to the level above? Say also what was tried.
notice-ask_send_back = Why send request n°{ $number } back to the level below?
notice-ask_merge =
    🔗 These two requests are not about the same school:
    • n°{ $number }: { $place }
    • n°{ $into }: { $other }
    { "" }
    Request n°{ $number } will be closed, and whoever made it will follow request n°{ $into }. Each school will read only its own. Merge them all the same?
also =
    { $rank ->
        [0] You are the administration of the school, too
        [1] You are the ERUN, too
       *[other] You are { $level }, too
    }
also-alone = ⚠️ { also }: it is you who will read it.
also-among = ⚠️ { also }: you will read it there, too, with your colleagues.
notice-ask_conclude = How was request n°{ $number } solved? Your message goes with it, and the request is solved.
notice-hand_gone = { $name } no longer answers at this level: request n°{ $number } is not handed yet. Tap another name, or type the beginning of it.
notice-ask_hand = To whom do you hand request n°{ $number }? Tap a name, or write its beginning.

## Correcting a request

notice-correct_gone = { $name } is no longer possible: request n°{ $number } is still about { $place }. Tap the right school.
notice-correct_which = Which request is to be corrected? Tap it, or write its number.
notice-correct_what = What is to be corrected in request n°{ $number }?
notice-correct_category =
    { $someone ->
        [yes] “{ $name }” is no category.
       *[no] { "" }
    }
    Request n°{ $number } is filed under “{ $category }”. What is it really about?
notice-correct_school =
    { $someone ->
        [yes] I find no school named “{ $name }”.
       *[no] { "" }
    }
    Request n°{ $number } is about { $place }. Tap the right school, or write the beginning of its name.
notice-correct_own_school =
    { $someone ->
        [yes] I find no school named “{ $name }”.
       *[no] { "" }
    }
    Request n°{ $number } is about { $place }. Tap the right school.
notice-corrected =
    ✏️ { who } corrected { your-request }: { $category }, { $place }.
notice-moved =
    ➡️ { request } was corrected ({ $category }, { $place }) and goes to { $level }.
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-moved_away = ➡️ { who } corrected request n°{ $number }: it goes to { $level }, for { $place }, and you have nothing more to do.

## Somebody is at another school now

notice-came =
    { $own ->
        [yes] 🏫 { $was } is no longer your school: your request n°{ $number } is now read by { $level } ({ $place }).
       *[no] 🏫 { $name } has changed schools ({ $was } → { $place }): request n°{ $number } is now read by { $level }.
    }
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-came_above =
    { $own ->
        [yes] 🏫 { $was } is no longer your school: your request n°{ $number } was sent on to a team who can read it.
       *[no] 🏫 { $name } has changed schools ({ $was } → { $place }): request n°{ $number } goes to { $level }, since nobody reads these messages there for now.
    }
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-came_along = 🏫 <b>Request n°{ $number }</b> · { $name } has changed schools ({ $was } → { $place }). The request stays with you, and the new school can read it.
notice-went_along = 🏫 { $name } has changed schools ({ $was } → { $place }): request n°{ $number } is read there now, and you have nothing more to do.
notice-which_new_school =
    🏫 { $place } is no longer your school. Which school is to read your request n°{ $number }?
    Tap the school. Until then, an answer can still come here.
notice-left_several = 🏫 <b>Request n°{ $number }</b> · { $name } is no longer at this school ({ $place }) but at several others. Unless the requester chooses which of them is to read the request, choose it with “Correct”. Until then you can answer.
notice-left_all = 🏫 <b>Request n°{ $number }</b> · { $name } is no longer at this school ({ $place }), nor at another school of the ENT. You can answer the request, send it on or resolve it, but no longer act on that account.
notice-regrafted =
    🏫 { $place } now belongs to another circonscription: { your-request } is read by { $level }.
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-regrafted_away = 🏫 { $place } is no longer below your desk: request n°{ $number } goes to { $level }, and you have nothing more to do.
notice-parted =
    🔁 Request n°{ $into } went to another school: { your-request }, which was merged with it, is open again.
    { $own ->
        [yes] You have nothing to do: the answer will come here.
       *[no] { "" }
    }
notice-followed_parted =
    🔗 Request n°{ $into } went to another school: { follower-request } joins request n°{ $number }, which is about the same problem. A message will tell you when it is resolved.

## Whom words are for, and who else is writing

holding =
    { $writing ->
        [yes] ✋ <b>{ $holder }</b> is looking after it and is writing now.
       *[no] ✋ <b>{ $holder }</b> is looking after it.
    }
notice-ask_held =
    { holding }
    { $quote }
    { $wordless ->
        [yes] Resolve request n°{ $number } all the same?
       *[no] Send this message about request n°{ $number } all the same?
    }
notice-ask_towards =
    { $late ->
        [yes]
            { $status ->
                [resolved] Request n°{ $number } is resolved. What shall be done with this message?
                [closed] Request n°{ $number } is closed. What shall be done with this message?
               *[other] Request n°{ $number } is handled elsewhere now. What shall be done with this message?
            }
       *[no] Whom is this message about request n°{ $number } for?
    }
    { $quote }
notice-ask_renew =
    Request n°{ $number } ({ $category }) has been closed for more than thirty days: it can no longer be reopened.
    “{ $words }”
    { $worded ->
        [yes] Make a new request with this message?
       *[no] Make a new request?
    }
    { $quote }
    { attached }
notice-closed = This question is closed, and nothing was changed: to begin again, type the command again.
notice-closed_prompt =
    This question is closed: nothing was sent about request n°{ $number }.
    To write, tap the button.
notice-closed_filing = This request was not sent, and is no longer being prepared.
notice-words_over = ⏳ Words written here went to nobody: they waited for too long, and I keep them no more. To send them, write them again.
notice-closed_offer = This message was sent to nobody: to send it, write it again.
notice-edit_of_nothing = This message is in no request, so editing it changes nothing. To send it, write it again.
notice-acted = 🔧 { who } acted on request n°{ $number }, which you look after: { $deed } { $name }.
notice-resolved_by =
    ✅ { who } resolved request n°{ $number }, which you were looking after.
    { $quote }
button-send_all_the_same = Yes, all the same
notice-ask_share =
    Other people follow request n°{ $number }. Send them this message too?
    { $quote }
notice-sent_by = ➡️ { who } passed request n°{ $number }, which you were looking after, on to { $level }.
notice-merged_by = 🔗 { who } merged request n°{ $number }, which you were looking after, with request n°{ $into }.
share-yes = To all of them
share-no = Only to the person who asks
towards-again = Reopen and send
towards-family = To the family
towards-requester = To the person who asks
towards-above = To the level above
towards-colleagues = To my colleagues only
way-add = Add to the request being prepared
way-answer = Reply to request n°{ $number }
way-ask = Ask the question, request n°{ $number }
way-note = Internal note, request n°{ $number }
way-escalate = Send request n°{ $number } on, to the level above
way-send_back = Send request n°{ $number } back
way-conclude = Resolve request n°{ $number }
refusal-edited-otherwise = { $voice ->
        [note] The first text stays an internal note of request n°{ $number }, which the requester does not read,
        [question] The first text stays the question asked in request n°{ $number }, which the requester can read,
       *[answer] The first text stays an answer in request n°{ $number }, which the requester and the agents can read,
    } and the new one went nowhere: to say it otherwise, write it in a new message.
refusal-edited-elsewhere = Your message already went to request n°{ $number }: for another request, write a new command.
refusal-files-of-another-bot = Another Telegram bot received these files and this one cannot show them: ask the person to send them again.
refusal-no-reply = This message takes no reply: tap one of its buttons, or write without replying to it.

## Receipts: short and without markup, since they are also shown as a toast

notice-done_taken = You are looking after request n°{ $number }.
notice-done_already_yours = You are looking after request n°{ $number } already.
notice-done_answered = Your answer to request n°{ $number } is sent.
notice-done_replied = Your message is added to request n°{ $number }.
notice-done_called = This is added to your call for help (request n°{ $number }). { $outside ->
        [yes] Nobody of the school will see it.
       *[no] The school reads it.
    } { $barred ->
        [yes] In danger now: 17. For a child in danger: 119. For anything else, your ENT account must first be restored.
       *[no] For anything else, the consent asked for is still needed.
    }
notice-done_asked = Your question is sent: request n°{ $number } waits for the answer.
notice-done_noted = Your internal note is added to request n°{ $number }.
notice-done_released = Request n°{ $number } is given back to the team.
notice-done_handed = Request n°{ $number } is handed to { $to }.
notice-done_escalated_past = Request n°{ $number } is sent on to { $level }, past { $skipped }, who does not read these messages at the moment. You can still read it.
notice-done_escalated = Request n°{ $number } is sent on to { $level }. You can still read it.
notice-done_also_alone = Request n°{ $number } changes level. { also }: it is you who will read it.
notice-done_also_among = Request n°{ $number } changes level. { also }: you will read it there, too, with your colleagues.
notice-done_sent_back = Request n°{ $number } is sent back to { $level }. You can still read it.
notice-done_resolved = Request n°{ $number } is resolved. The person is told: they will confirm, or reopen it.
notice-done_confirmed = Thank you! Request n°{ $number } is closed.
notice-done_reopened = Request n°{ $number } is open again.
notice-done_heard = Your message is added to request n°{ $number } and sent to those who treat request n°{ $into }.
notice-done_settled = Thank you! Request n°{ $number } is over.
notice-done_still = Request n°{ $number } is open again.
notice-done_withdrawn = Request n°{ $number } is withdrawn.
notice-done_resent = Your message on request n°{ $number } is sent again.
notice-done_kept_waiting = Noted for request n°{ $number }: the pupil will read it once a parent or the school said yes (“Family’s consent”, on the card of their account).
notice-done_kept_erased = Noted for request n°{ $number }, but nobody will read this answer: the person erased their data. Go and talk to them.
notice-done_kept = Noted for request n°{ $number }: the person will read it if they come back to Telegram.
notice-done_unheard = Your message on request n°{ $number } is kept, but nobody can read it here at the moment: meanwhile, phone the school.
notice-done_released_alone = Request n°{ $number } is given back, but you are the only one who reads here at the moment: it waits for you.
notice-done_given_back = Request n°{ $number } is given back to { $level }. You still read it.
notice-done_given_back_all =
    { $count ->
        [one] One request is given back.
       *[other] { $count } requests are given back.
    } You still read them.
notice-done_merged = Request n°{ $number } joins request n°{ $into }.
notice-done_corrected = Request n°{ $number } is corrected: { $category }.
notice-done_relocated = Request n°{ $number } is corrected: it is about { $place }.
notice-done_moved = Request n°{ $number } is corrected and goes to { $level }.

## Headlines above the card

headline-filed = 🆕 { who } made a new request.
headline-unsure = 📭 A message on this request may not have reached you: here it is as it stands now.
headline-released = ↩️ { who } gives this request back to the team.
headline-handed = 🤝 { who } hands you this request.
headline-escalated = ⬆️ { who } sends this request on to you.
headline-sent_back = ⬇️ { who } sends this request back to you.
headline-filed_above = 🆕 { who } made a new request. It comes to you since nobody of { $proper } reads these messages at the moment.
headline-escalated_past = ⬆️ { who } sends this request on. It comes to you since nobody of { $proper } reads these messages at the moment.
headline-call_erased = 🚨 <b>A call for help was erased</b> by whoever made it: the words are gone, the call is still to be treated.
headline-moved_up = ⬆️ This request comes to you since nobody of { $proper } reads these messages at the moment.
headline-moved_down = ⬇️ This request comes back to you, since nobody reads it at the level above any more.
headline-found = 👋 This request waited until somebody could read it here.
headline-given_back = ⬇️ { who } gives this request back to you, which was treated in place of { $proper } so far.
headline-holder_away = 📵 { $name } looked after this request but no longer gets our messages: you can take it.

headline-still = 🔁 Request n°{ $number }, merged with request n°{ $into }, still has the problem.
headline-resumed = 🔁 Request n°{ $into } ends without being solved: this one, which was merged with it, is to be treated.
headline-moved = ➡️ { who } corrected this request, which now comes to you.
headline-came = 🏫 { $name } has changed schools ({ $was } → { $place }): this request comes to you.
headline-came_above = 🏫 { $name } has changed schools ({ $was } → { $place }). This request comes to you, since nobody reads these messages there for now.
headline-regrafted = 🏫 { $place } is now below your desk: this request comes to you.
headline-parted = 🔁 Request n°{ $into } went to another school: this one, which was merged with it, is to be treated.

## Card

card-title = <b>Request n°{ $number }</b> · { $category }
card-status =
    { $sign } <b>{ $state }</b> · { $level } (level { $rank }){ $late ->
        [now] { " " }· ⏰ to be treated now
        [yes] { " " }· ⏰ overdue
       *[no] { "" }
    }
card-contact = ☎️ { $contact }
card-about = { $requester } ({ $function }) · { $place }
card-erased-name = 🚨 <b>{ $erased_name }</b> · { $place }: called for help, then erased their data. Go and talk to them.
card-erased = Requester erased · { $place }
card-onde = ↳ What comes from ONDE is corrected there, by the head of the school. { account-arrival }
card-filer = Request written by { $filer }
card-holder = ✋ { $holder } is looking after it
card-holder-away = 📵 { $holder } looked after it, but no longer gets our messages
card-proper = ⬆️ Treated here in place of { $proper }
card-unheard = 📭 Nobody will read an answer written here: go and talk to the person
card-outside = 🔒 Told outside the school: nobody at the school reads it
card-stranded = 📭 Nobody can read it here at the moment
card-unread = 📵 { $requester } does not receive our messages at the moment
card-put-off = ⏳ Telegram makes { $requester } wait: the answer leaves around { $time }
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
card-number = { " " }· n°{ $number }
card-continued = { " " }(continued)
card-edited = { " " }(edited)

notice-card_followed =
    <b>Request n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $level }
    You follow this request. A message will tell you when it is resolved.

notice-card_ended =
    <b>Request n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $level }
    Your request is merged with this one. If the problem is still there, open yours and press “Not yet”.
leaf-title = <b>Request n°{ $number }</b> · the whole exchange

## Queue, and one's own requests

queue-title =
    { $filter ->
        [moi] <b>Your requests under way</b>
        [libres] <b>Requests to take</b>
        [retard] <b>Overdue requests</b>
       *[other] <b>Requests to handle</b>
    }
queue-empty = Nothing to handle for the moment.
queue-line = { $sign } <b>n°{ $number }</b> · { $category } · { $age }
queue-details = { $requester } · { $place }
queue-details-desk = { $requester } · 📥 { $place }
queue-desk = { " " }· 📥 { $desk }
queue-account = { " " }· 👤 { $account }
queue-now = { " " }· ⏰ to be treated now
queue-late = { " " }· ⏰ overdue
queue-holder = { " " }· ✋ { $holder }
queue-title-sent = <b>Requests sent to another level</b>
queue-school = { " " }· { $school }
queue-where = { " " }· { $state } · { $level }
queue-empty-sent = You have sent no request to another level.
notice-queue_schools =
    Which school’s requests do you want to see?
    { $more ->
        [yes] The list is long: rather write /file and the beginning of the name.
       *[no] { "" }
    }

mine-title = <b>Your requests</b>
mine-empty = You have not made a request yet. Tap the button to make one.
mine-line = { $sign } <b>n°{ $number }</b> · { $category } · { $state } · { $age }
mine-account = { " " }· { $account }
mine-hat = { " " }({ $function }{ $at })

## Refusals: one sentence, which says why and what to do

refusal-no-place = No school of this account is served here: talk directly to the head of the school.
refusal-no-desk = Nobody is set up at this level for { $place }: tell your circonscription.
refusal-unknown-request = I cannot find this request: check its number with /mesdemandes.
refusal-follower-only = I cannot show request n°{ $number }, since it is somebody else’s: /demande { $number } says where it stands.
refusal-no-longer-yours = Request n°{ $number } is no longer yours to read: it is read elsewhere, and you have nothing more to do.
refusal-went-along = Request n°{ $number } is read by { $level } ({ $place }) already: you have nothing more to choose.
refusal-requester-only = Only the person who made request n°{ $number } can do this: /demande { $number } shows what you can do.
refusal-holder-only = Only the person who looks after request n°{ $number } can do this: take it first with /prendre { $number }.
refusal-agents-only = Only those who handle request n°{ $number } can do this: to write to them, type /repondre { $number }.
refusal-agents-only-queue = This list is for those who handle requests: yours are in /mesdemandes.
refusal-elsewhere = Request n°{ $number } is now handled by { $level }: to add a word, type /note { $number }.
refusal-held =
    { $someone ->
        [yes] { $name }
       *[no] Someone
    } is looking after request n°{ $number } already: to leave them a word, type /note { $number }.
refusal-held-by-colleague =
    { $someone ->
        [yes] { $name }
       *[no] Somebody
    } is looking after request n°{ $number }: ask them to hand it over or give it back.
refusal-correct-too-late = Somebody already is looking after request n°{ $number }: write with /repondre { $number } what is to be corrected.
refusal-same-category = Request n°{ $number } is filed under “{ $category }” already: choose another category.
refusal-same-school = Request n°{ $number } is about { $place } already: choose another school.
refusal-no-other-school =
    { $own ->
        [yes] Your only school is { $place }: if your request n°{ $number } is about another school, say so in the request with “Answer” (/repondre { $number }).
       *[no] The requester has no other school than { $place }: send request n°{ $number } on with /escalader if it is about another school.
    }
refusal-no-files = Request n°{ $number } has no file: to read it, type /demande { $number }.
refusal-same-request = That is request n°{ $number } twice: give two different numbers.
refusal-merge-into-closed = Request n°{ $into } is closed: choose one that is under way, or answer request n°{ $number } with /repondre { $number }.
refusal-merged = Request n°{ $number } is merged with request n°{ $into }: go on with request n°{ $into }.
refusal-no-colleague = Nobody else handles requests with you here: keep it, or send it on with “Escalate”.
refusal-no-such-colleague = I cannot find “{ $name }” in your team: type one of these names, { $names }.
refusal-which-colleague = Several colleagues match “{ $name }”: type the login of one of them, { $names }.
refusal-colleague-away = { $name } no longer gets our messages on Telegram: hand request n°{ $number } to somebody else, or keep it.
refusal-nobody-escalate = Nobody of { $name } or above reads these messages at the moment: keep request n°{ $number }, and contact { $contact }.
refusal-nobody-send_back = Nobody of { $name } reads these messages at the moment: answer request n°{ $number } yourself, or phone { $name }.
refusal-merge-sure = Touch “Confirm” to merge the two requests, or “Cancel” to change nothing.
refusal-nothing-to-resend = Nothing is to be sent again for request n°{ $number }: to add a word, type /repondre { $number }.
refusal-nothing-to-give-back = Request n°{ $number } is not to be given back: nobody else can read it in your place at the moment.
refusal-not-now =
    { $status ->
        [closed]
            { $act ->
                [reply] Request n°{ $number } is closed: type /rouvrir { $number } if the problem is still there.
                [confirm] Request n°{ $number } is closed already: there is nothing left to do.
                [withdraw] Request n°{ $number } is closed already: there is nothing left to do.
               *[other] Request n°{ $number } is closed, and only the person who made it can reopen it: leave a note with /note { $number }, or make a new request with /assistance.
            }
        [resolved] Request n°{ $number } is resolved already: reopen it with /rouvrir { $number } if the problem is still there.
       *[other]
            { $act ->
                [confirm] Request n°{ $number } is not resolved yet: to say that all works, type /repondre { $number }.
                [reopen] Request n°{ $number } is under way already: to add a word, type /repondre { $number }.
                [withdraw] Someone is looking after request n°{ $number } already: to say that all works, type /repondre { $number }.
                [release] Nobody has taken request n°{ $number } yet: it is the whole team’s already.
                [hand] Nobody has taken request n°{ $number } yet: take it first with /prendre { $number }.
                [ask] Request n°{ $number } waits for an answer already: to add a word, type /repondre { $number }.
                [take] Request n°{ $number } is taken already: to read it, type /demande { $number }.
               *[other] Request n°{ $number } does not allow this now: /demande { $number } shows what you can do.
            }
    }
refusal-guard-escalate = Request n°{ $number } is at the last level already: answer it, or ask a question with “Ask and wait”.
refusal-guard-send_back = Request n°{ $number } is at its first level already: answer it, or send it on with “Escalate”.
refusal-call-stays = A call for help is neither withdrawn nor changed: to say that all is well, write /repondre { $number }.
refusal-outside-school = Request n°{ $number } was told outside the school, which must never read it: answer it here, or give it to a colleague with /confier { $number }.
refusal-guard-reopen = Request n°{ $number } is closed, and only the person who made it can reopen it: leave a note with /note { $number }, or make a new request with /assistance.

refusal-text-needed = Your message is empty: write a few words.
refusal-reason-needed = The reason is missing: say why, and what was tried.
refusal-word-for-child = A child needs help: with “{ button-conclude }”, first say what was done.
refusal-text-too-long = Your message is too long: { $limit } characters at most, or attach a document.
refusal-description-too-long = Your description is too long: { $limit } characters at most in all, attach the rest as a document.
refusal-quota = That is a lot for one hour: this was not sent, send it again after { $moment }; for anything urgent, call the school.
refusal-quota-requests = That makes { $limit } requests in one hour: this one stays ready, “{ button-send }” will work after { $moment }; for anything urgent, call the school.
refusal-too-many-files = That is too many files: { $limit } at most for a request.
refusal-file-too-big = This file is too big: { $limit } MB at most, or send a picture of the screen.
refusal-unknown-filter = I do not know “{ $name }”: type /file moi, libres, retard or envoyees, then the beginning of a school’s name.
refusal-bad-number = “{ $typed }” is not the number of a request: type for instance 12 or n°12.

## A command without what it needs

refusal-usage-demande = The number of the request is missing, for instance: /demande 12
refusal-usage-repondre = The number of the request and the answer are missing, for instance: /repondre 12 It works, thank you
refusal-usage-rouvrir = The number of the request is missing, for instance: /rouvrir 12
refusal-usage-clore = The number of the request is missing, for instance: /clore 12
refusal-usage-prendre = The number of the request is missing, for instance: /prendre 12
refusal-usage-relacher = The number of the request is missing, for instance: /relacher 12
refusal-usage-confier = The number of the request and the name of a colleague are missing, for instance: /confier 12 Martin
refusal-usage-note = The number of the request and the note are missing, for instance: /note 12 Seen on the phone
refusal-usage-attente = The number of the request and the question are missing, for instance: /attente 12 What do you see on the screen?
refusal-usage-escalader = The number of the request and the reason are missing, for instance: /escalader 12 The code does not work
refusal-usage-renvoyer = The number of the request and the reason are missing, for instance: /renvoyer 12 To be settled in ONDE
refusal-usage-resoudre = The number of the request is missing, for instance: /resoudre 12 The password is changed
refusal-usage-fusionner = The numbers of the two requests are missing, for instance: /fusionner 12 15
refusal-usage-categorie = Give the number of the request and the category, for example: /categorie 12 compte
refusal-usage-ecole = Give the number of the request and the school, for example: /ecole 12 Jean-Moulin
