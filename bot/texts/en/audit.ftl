# The journal: who did what, and who saw what.

## Buttons and commands

button-journal = ⬅️ Newer
button-journal_next = ➡️ Older
button-journal_dates = 📅 Another date
button-journal_month = 📅 This month
button-journal_of = 📜 See the journal

command-journal = Who did or saw what

## A page

journal-title =
    { $about ->
        [request] <b>Journal</b> · request n°{ $number }
        [account] <b>Journal</b> · { $name }
       *[all] <b>Journal</b>
    }
journal-month = 📅 { month } { $year }
journal-until = { " " }· until { $moment }
journal-empty = Nothing has been done or seen here yet.
journal-empty-until = Nothing had been done or seen here by that day.
journal-line = <b>{ $moment }</b> · { $what }{ journal-state }{ journal-on }{ journal-school } · { journal-who }
journal-unreadable = ⚠️ Line { $position } of the journal cannot be read: tell the académie.
journal-school =
    { $school ->
        [named] { " " }· { $place }
       *[only] { "" }
    }
journal-state =
    { $state ->
        [intended] { "" }, begun
        [declined] { "" }, declined by the ENT
        [doubt] { "" }, without a sure answer of the ENT
       *[done] { "" }
    }
journal-on =
    { $on ->
        [request] { " " }· n°{ $number }
        [report] { " " }· report n°{ $number }
        [account] { " " }· { $whom }
        [gone] { " " }· an account that the ENT no longer shows
       *[nothing] { "" }
    }
journal-who =
    { $who ->
        [named] { $actor }, { $function }
        [left] somebody who left
       *[nobody] Palier
    }

## Another date

notice-journal_dates = The journal of which month? For one day, write for example <code>/journal 12/10</code>.

## Refusals

refusal-journal-unknown-request = I cannot find this request: /journal shows those that can be read here.
refusal-journal-bad-date = “{ $typed }” is not a date: for example, /journal 12/10.

## What was done

audit-take = taken on
audit-answer = answered
audit-resend = answer sent again
audit-reply = requester’s message
audit-ask = question to the requester
audit-note = internal note
audit-release = request given back to colleagues
audit-hand = handed to a colleague
audit-correct = request corrected
audit-move = moved to another school or category
audit-escalate = request passed to the level above
audit-send_back = request sent back to the level below
audit-resolve = resolved
audit-confirm = solution confirmed
audit-expire = closed after seven days of silence
audit-reopen = reopened
audit-merge = merged with another request
audit-withdraw = request withdrawn
audit-erase = data erased by the person they were about
audit-erase_deleted = data erased, since the ENT has deleted the account
audit-file = new request
audit-edit = message edited
audit-act = act on the ENT noted in the request
audit-away = requester or agent out of reach
audit-adrift = the requester has left the school
audit-moved_up = moved up, since nobody reads
audit-moved_down = given back to the level that reads again
audit-stranded = nobody reads at this level or above
audit-found = a level reads again
audit-link = account linked to Telegram
audit-sign_in = account linked to Telegram, by a login to the ENT
audit-sign_in_refused = login to the ENT that linked nothing
audit-token = link to the bot issued
audit-void_link = link to the bot made void
audit-give_link = link to the help desk given
audit-sheets = connection sheets asked for
audit-spreadsheet = spreadsheet asked for
audit-handout = links to the bot handed out together, as sheets or by the ENT
audit-invite = invitation in the ENT’s messaging
audit-mailing = invitations asked for
audit-mailing_stop = invitations stopped
audit-mailing_over = invitations over
audit-revoked = links handed out together, made void
audit-leak = link to the bot made void, since others may have read it
audit-link_lost = link to the bot made void, as it was shown on a phone that was left
audit-link_written = link to the bot made void, as it was written in a message
audit-not_me = link to the bot declined by whoever opened it
audit-unlink_own = account unlinked by its own person
audit-claim = account asked for from another Telegram
audit-consent = answer to who asked for the account
audit-unlink = account unlinked by the operator
audit-structures_changed = tree of structures changed by the operator
audit-function_given = function given by the operator
audit-function_withdrawn = function withdrawn by the operator
audit-family = consent for a pupil
audit-family_asked = consent for a pupil asked for
audit-family_yes = consent for a pupil given
audit-family_no = consent for a pupil refused
audit-family_free = refusal for a pupil taken back
audit-phone_closed = account of a pupil closed on a phone that nobody knew
audit-export = copy of their data
audit-renew_code = code
audit-activation_code = activation code
audit-mail_reset = link by mail
audit-hand_over = code handed over
audit-create_account = account made by hand
audit-modify_account = account made by hand, changed
audit-delete_account = account made by hand, deleted
audit-restore_account = account made by hand, restored
audit-block = account blocked
audit-classes = classes changed
audit-announce = flash message put online
audit-amend_announcement = flash message changed
audit-end_announcement = flash message ended early
audit-alert_announcement = notifications of a flash message
audit-give_right = right to administer a school given
audit-take_right = right to administer a school withdrawn
audit-make_group = group made
audit-rename_group = group renamed
audit-delete_group = group deleted
audit-let_group_write = members of a group let write to each other
audit-keep_group_from_writing = members of a group kept from writing to each other
audit-fill_group = members added to a group
audit-empty_group = members removed from a group
audit-give_service = access to a service changed
audit-create_link = link made
audit-change_link = link changed
audit-withdraw_link = link withdrawn
audit-unblock = account unblocked
audit-attach = account attached to the school
audit-attach_keep = account attached to the IEN’s entity, before it is detached
audit-detach = account detached from the school
audit-block_profile = profile blocked
audit-unblock_profile = profile unblocked
audit-plan_profile = block or unblock of a profile planned
audit-cancel_profile = block or unblock of a profile cancelled
audit-merge_accounts = two accounts merged
audit-part_accounts = two accounts told apart
audit-keep_report = reported publication kept
audit-delete_report = reported publication deleted
audit-talk_report = report to be talked about in class
audit-see_request = request seen
audit-see_account = card of the account seen
audit-see_accounts = list of accounts seen
audit-see_queue = list of requests seen
audit-see_report = report seen
audit-see_reports = list of reports seen
audit-see_history = history of blocks seen
audit-see_sheets = sheets handed out, seen
audit-see_spreadsheet = requests exported to a spreadsheet
audit-see_stats = statistics seen
audit-see_journal = journal seen
audit-see_adoption = progress of the links looked at
audit-see_missing = names of accounts to be linked looked at
audit-see_parked = unanswered message read by the operator
audit-parked_replay = unanswered message taken up again by the operator
audit-parked_drop = unanswered message given up by the operator
audit-outbox_retry = undelivered messages sent again by the operator
audit-outbox_drop = undelivered messages given up by the operator
audit-blank = lines blanked after an erasure
audit-cut = lines deleted after their time
audit-other = another act
