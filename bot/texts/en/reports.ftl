# Reports of publications: list, card, verdict, serious case.

## Buttons and commands

button-reports = 🚩 Reports
button-reports_waiting = ⏳ To handle
button-reports_treated = 🗂️ Already handled
button-reports_page = More
button-report = 🚩 See the report
button-report_keep = ✅ Keep
button-report_delete = 🗑️ Delete
button-report_delete_now = Confirm
button-report_talk = 💬 Talk about it in class
button-report_leave = Cancel
button-report_note = 📝 Say so in request n°{ $number }
button-crisis = 🚨 Serious case
button-crisis_delete = Confirm
button-crisis_block = Confirm
button-crisis_summon = ⏭️ Skip this step
button-crisis_stop = Stop here

command-signalements = Reported publications

## Acts on the ENT, as a message of doubt names them

act-keep_report = a publication to be kept
act-delete_report = a publication to be deleted

## Acts on the ENT, as the exchange of a request shows them

deed-report_kept = Publication kept, report
deed-report_deleted = Publication deleted, report

## Kinds of publication

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

## Headlines above the card

headline-report_new =
    { $alone ->
        [yes] 🆕 <b>A publication was reported.</b> Nobody of the school is linked here: it is yours to handle.
       *[no] 🆕 <b>A publication was reported.</b>
    }
headline-report_again = ⏰ <b>This report is still waiting.</b> Nobody has handled it yet.
headline-report_talk = 💬 <b>You wanted to talk about it in class first.</b> What do you decide now?

## Card

report-judge =
    { $judged ->
        [yes] { " " }by <b>{ $judge }</b>
       *[no] { "" }
    }
report-title = 🚩 <b>Report n°{ $number }</b> · { $place }
report-state-waiting = ⏳ <b>To handle</b>
report-state-kept = ✅ <b>Kept</b>{ report-judge }, { $when }
report-state-deleted = 🗑️ <b>Deleted</b>{ report-judge }, { $when }. Nobody sees it any more.
report-state-gone = ▫️ <b>This publication is no longer in the ENT</b> (seen { $when })
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

## List

reports-title =
    { $treated ->
        [yes] <b>Handled reports</b>
       *[no] <b>Reports to handle</b>
    }
reports-since = ⏳ The ENT is slow to answer: this is what it said on { $moment }.
reports-unread = ⏳ The ENT is slow to answer, and I could not read anything there yet: try again in a few minutes.
reports-empty =
    { $treated ->
        [yes] No report has been handled yet.
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

## Handling a report

notice-report_delete_asked =
    <b>Delete the publication of { $name } ({ $place })?</b>
    Nobody will see it any more, and this cannot be undone. It stays in your handled reports.
notice-report_deleted =
    🗑️ The publication of <b>{ $name }</b> ({ $place }) is deleted for everyone.
    The original text or file is still in its author’s own space: ask them to erase it.
notice-report_kept = ✅ The publication of { $name } ({ $place }) is kept.
notice-report_left =
    { $verdict ->
        [deleted] All right, I stop here. The reported publication (n°{ $number }) stays deleted.
        [kept] All right. The reported publication (n°{ $number }) is still kept.
       *[other] All right, nothing has changed: report n°{ $number } is still waiting.
    }
notice-done_report_kept = The publication of { $name } is kept.
notice-done_report_talk = Noted. I will come back to you on the next school day, at 8:30.
notice-report_noted = 📝 It is written in request n°{ $number }.
notice-judged = 🚩 { who } handled a report: the result is in { your-request }.

## Serious case

notice-crisis =
    🚨 <b>A serious case, in three steps</b> · { $place }
    1. Delete the publication: nobody sees it any more.
    2. Block the account of <b>{ $name }</b>: nothing more can be published with it.
    3. Ask for a meeting: I write the letter, you send it.
    You can stop at every step.
    { "" }
    <b>Step 1: delete the publication?</b> This cannot be undone.
notice-crisis_second =
    { $verdict ->
        [deleted] ✅ 1. The publication is deleted{ report-judge }.
       *[other] ✅ 1. The publication is no longer in the ENT.
    }
    <b>Step 2: block the account of { $name } ({ $place })?</b>
    It will not be able to log in until you unblock it.
    { block-elsewhere }
    { "" }
    Step 3 will remain: ask for a meeting.
notice-crisis_last =
    { $deleted }
    { $blocked }
    ✉️ 3. The letter is written in the next message: tap it to copy it, then send it.
    { "" }
    The original text or file still exists: go through it with its author and erase it together.
    { "" }
    <b>Whom to call</b>
    { $calls }
    • 3018, against cyberbullying: free, every day from 9 am to 11 pm

crisis-deleted-deleted = ✅ 1. The publication is deleted{ report-judge }.
crisis-deleted-gone = ✅ 1. The publication is no longer in the ENT.
crisis-deleted-kept = ▫️ 1. The publication is not deleted.
crisis-deleted-waiting = ▫️ 1. The publication is not deleted.
crisis-account-done = ✅ 2. The account of <b>{ $name }</b> is blocked.{ block-told }
crisis-account-blocked = ✅ 2. The account of <b>{ $name }</b> is blocked already.
crisis-account-left = ▫️ 2. The account of <b>{ $name }</b> is not blocked.
crisis-account-absent = ▫️ 2. I cannot find the account of <b>{ $name }</b> in your schools: nothing to block.
crisis-account-deleted = ▫️ 2. The account of <b>{ $name }</b> is being deleted in the ENT already: nothing to block.
crisis-account-not-oneself = ▫️ 2. It is your own account: it is not blocked.
crisis-account-administrator-target = ▫️ 2. <b>{ $name }</b> administers the school: only the level above may act.
crisis-account-administrator-elsewhere = ▫️ 2. <b>{ $name }</b> administers another school: only the level above may act.
crisis-account-school-only = ▫️ 2. Only the school may block the account of <b>{ $name }</b>: tell its director.
crisis-call = • { $level }: { $contact }

# The letter is for a French family, whatever language the director reads.
notice-convocation =
    { $pupil ->
        [yes] <code>Madame, Monsieur, je souhaite vous rencontrer rapidement avec votre enfant { $name }, au sujet d’une publication faite avec son compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
       *[no] <code>Bonjour { $name }, je souhaite vous rencontrer rapidement au sujet d’une publication faite avec votre compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
    }

## Refusals

refusal-unknown-report = I cannot find this report: see the list with /signalements.
refusal-report-treated =
    { $someone ->
        [yes]
            { $verdict ->
                [kept] Handled already: { $name } kept this publication, { $moment }.
               *[other] Handled already: { $name } deleted this publication, { $moment }.
            }
       *[no]
            { $verdict ->
                [kept] Handled already: this publication was kept, { $moment }.
               *[other] Handled already: this publication was deleted, { $moment }.
            }
    }
refusal-report-gone = This publication is no longer in the ENT: there is nothing left to handle here.
refusal-report-busy = { $name } is handling this report right now: look at its card in a moment.
