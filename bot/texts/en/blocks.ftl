# Blocking one account, or all accounts of a profile in a school.

## Buttons and commands

button-block = ⛔ Block the account
button-unblock = Unblock
button-block_now = Confirm

command-bloquer = Block an account
command-debloquer = Unblock an account

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
button-history_cancel = Cancel
button-history_back = ⬅️ History

command-blocage = Block a whole profile
command-deblocage = Unblock a whole profile
command-historique = The school’s blocks

## Acts on the ENT, as a message of doubt names them

act-block = the account to be blocked
act-unblock = the account to be unblocked

## Acts on the ENT, as the exchange of a request shows them

deed-blocked = Account blocked
deed-unblocked = Account unblocked
deed-lifted = Block lifted, but another school keeps blocked the account

## One account

notice-whom_block = Which account is to be blocked? Write the beginning of the name, or the login.
notice-whom_unblock = Which account is to be unblocked? Write the beginning of the name, or the login.
notice-block_asked =
    ⛔ Block the account of <b>{ $name }</b>?
    { $quote }
    { block-elsewhere }
    This person will not be able to log in to the ENT any more. Write the reason if you like, then confirm.
block-elsewhere =
    { $shared ->
        [0] { "" }
       *[other] ⚠️ This person belongs to { $names } too: they will have no access there either.
    }
notice-unblock_asked =
    Unblock the account of <b>{ $name }</b>?
    { $quote }
    { $kept ->
        [yes] ⚠️ The account stays blocked, since another school blocks it too: only your school’s block is lifted.
       *[no] This person will be able to log in to the ENT again.
    }
block-held =
    Blocked by { $name }{ $place ->
        [none] { "" }
       *[other] { " " }({ $place })
    }{ $whole ->
        [yes] , with all { profiles }
       *[no] { "" }
    }, on { $day }{ $worded ->
        [yes] : “{ $words }”
       *[no] { "" }
    }
block-held-too = Another school blocks the account already; yours will block it too, even if that one unblocks it.
notice-account_blocked = ⛔ The account of <b>{ $name }</b> is blocked.{ block-told }
notice-account_unblocked = The account of <b>{ $name }</b> is unblocked.{ block-told }
notice-account_kept =
    Your school’s block is lifted, but another school keeps the account of <b>{ $name }</b> blocked:
block-ask =
    { $asked ->
        [yes] To have it unblocked, ask { $to }.
       *[no] To have it unblocked, ask the administrators of that school.
    }
block-told =
    { $shared ->
        [0] { "" }
       *[other] { " " }{ $told ->
            [yes] The administrators there are told too: { $names }.
           *[no] Tell { $unread } yourself: nobody there reads Palier.
        }
    }
notice-shared_block =
    { $blocked ->
        [yes] ⛔ { $actor } ({ $place }) blocked the account of <b>{ $name }</b>.
       *[no] 🔓 { $actor } ({ $place }) unblocked the account of <b>{ $name }</b>.
    }
    { $quote }
    This person belongs to your school ({ $where }) too: { $blocked ->
        [yes] they have no access there either. To have them unblocked, ask { $actor }.
       *[no] { $kept ->
            [here] your school keeps the account blocked. To unblock it: /debloquer
            [there] another school keeps the account blocked.
           *[none] they have access there again.
        }
    }
notice-unblocked = ✅ { who } unblocked the account of <b>{ $name }</b>. Logging in to the ENT works again.

refusal-already-blocked = The account of { $name } is blocked already: to unblock it, type /debloquer.
refusal-not-blocked = The account of { $name } is not blocked: if logging in fails, give a code with /code.
refusal-block-oneself = This is your own account: if somebody else uses it, change your password in the ENT.
refusal-held-elsewhere =
    The account of { $name } is blocked by another school ({ $place }, { $actor }, { $moment }{ $worded ->
        [yes] : “{ $words }”
       *[no] { "" }
    }{ $others ->
        [0] { "" }
        [one] { " " }and by one more
       *[other] { " " }and by { $others } more
    }): only the school that blocked it can unblock it, { $asked ->
        [yes] ask { $to }.
       *[no] ask its administrators.
    }
refusal-school-only = Only the school’s administrators can block or unblock { $name }: ask them.

## A whole profile: asking

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
    Nothing has changed: that is not the word.
    To confirm, type: <code>{ profiles }</code>

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
campaign-elsewhere =
    ⚠️ { $shared ->
        [one] { $shared } of these accounts belongs
       *[other] { $shared } of these accounts belong
    } to { $schools }{ $more ->
        [0] { "" }
        [one] { " " }and one other school
       *[other] { " " }and { $more } other schools
    } too: { $blocked ->
        [yes] no access there either.
       *[no] access there works again as well.
    }
campaign-kept = Kept blocked by another school: { $kept }
campaign-now =
    📅 { $blocked ->
        [yes] Blocked
       *[no] Unblocked
    } now, as soon as you confirm.
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
campaign-spared = Left out, since they administer the ENT: { $names }{ $others ->
        [0] .
        [one] { " " }and one other.
       *[other] { " " }and { $others } others.
    }
campaign-oneself = Your own account is left out.
campaign-warning =
    { "" }
    ⚠️ A blocked account can no longer log in, nor be merged with its duplicate or told apart from it.{ $pairs ->
        [0] { "" }
        [one] { " " }There is one duplicate to settle first.
       *[other] { " " }There are { $pairs } duplicates to settle first.
    }
campaign-lifting =
    { "" }
    Accounts that were blocked one by one will be unblocked too.
campaign-word =
    { "" }
    To confirm, type: <code>{ profiles }</code>

## A whole profile: how far it is

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
campaign-shared =
    { $shared ->
        [one] { $shared } account belongs
       *[other] { $shared } accounts belong
    } to { $schools }{ $more ->
        [0] { "" }
        [one] { " " }and one other school
       *[other] { " " }and { $more } other schools
    } too.{ $unread ->
        [none] { " " }The administrators there are told.
       *[other] { " " }Tell { $unread } yourself: nobody there reads Palier.
    }
campaign-failures = Failed: { $reasons }.
campaign-failure-forbidden = the ENT lets nobody touch it ({ $count })
campaign-failure-gone = the account no longer exists ({ $count })
campaign-failure-deleted = the account is being deleted ({ $count })
campaign-failure-refused = the ENT refused ({ $count })
campaign-failure-garbled = the ENT gave an answer that nobody understands ({ $count })
campaign-waiting = 🌙 The ENT does not answer. I will go on by myself as soon as it does.
campaign-lapsed = Nothing was done: { $name } no longer administers this school.
campaign-lapsed-midway = Stopped on the way: { $name } no longer administers this school.
campaign-expired =
    { $late ->
        [yes] The ENT did not answer in time: the planned end is past, so I left the other accounts as they were.
       *[no] Nothing was done: I could not act on { $starts }, and the end planned for { $until } is past already.
    }
campaign-by = Asked by { $name }.

notice-done_campaign_cancelled = Cancelled: nothing will be blocked or unblocked on that day.
notice-done_campaign_stopped = Stopped: the accounts already handled stay as they are.

notice-shared_campaign =
    { $blocked ->
        [yes] 🔒 { $actor } ({ $place }) blocked the { profiles } of their school.
       *[no] 🔓 { $actor } ({ $place }) unblocked the { profiles } of their school.
    }
    { $count ->
        [one] One account belongs
       *[other] { $count } accounts belong
    } to your school ({ $where }) too: { $names }{ $others ->
        [0] { "" }
        [one] { " " }and one other person
       *[other] { " " }and { $others } others
    }. { $blocked ->
        [yes] { $count ->
            [one] This account cannot log in to the ENT at your school either{ campaign-back }. To have it unblocked, ask { $actor }.
           *[other] They cannot log in to the ENT at your school either{ campaign-back }. To have some unblocked, ask { $actor }.
        }
       *[no] They can log in to the ENT again.
    }
campaign-back =
    { $until ->
        [none] { "" }
       *[other] {", until the unblock planned for "}{ $until }
    }

## A whole profile: refusals

refusal-unknown-profile = I do not know the profile “{ $name }”: type pupils, parents, teachers, staff or guests.
refusal-dates-unread = I do not understand these dates: type for instance 10/07/2027 28/08/2027.
refusal-dates-far = That day is past this year: if you mean { $typed }, write the year too.
refusal-dates-none = There is no { $typed }: choose another day.
refusal-dates-past = This date is past already: choose a day to come.
refusal-dates-reversed = The second date must come after the first: write the day of the block, then that of its lifting, with the year.
refusal-campaign-nothing =
    There is no account to { $blocked ->
        [yes] block
       *[no] unblock
    } among the { profiles } of { $place }{ $kept ->
        [0] { "" }
       *[other] { ", " }{ $kept } more being kept blocked by another school
    }: see the accounts with /comptes.
refusal-campaign-under-way =
    The { $blocked ->
        [yes] block
       *[no] unblocking
    } of the { profiles } is still under way in this school: wait until it ends.
refusal-campaign-planned =
    { $blocked ->
        [yes] A block
       *[no] An unblock
    } of the { profiles } is planned already, { $moment } ({ $place }): cancel it first in /historique.
refusal-campaign-over = That is over already: its result is in /historique.

## History of a school

history-title = <b>Blocks</b> · { $place }
history-given-up = ✖️ Cancelled: nothing will be blocked or unblocked on that date.
history-empty = No account has been blocked or unblocked yet. To begin: /bloquer, /blocage
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
history-alone =
    { $stage ->
        [block] ⛔ <b>{ $day }</b> · account of { $name } blocked
        [lifted] 🔓 <b>{ $day }</b> · block of the account of { $name } lifted, another school keeps it blocked
       *[unblock] 🔓 <b>{ $day }</b> · account of { $name } unblocked
    }{ $worded ->
        [yes] : “{ $words }”
       *[no] { "" }
    } · { $actor }{ history-of }
history-of =
    { $place ->
        [none] { "" }
       *[other] , { $place }
    }
history-whole =
    { history-mark } <b>{ $day }</b> · { history-act } by another school, { history-count } of yours · { $actor }{ history-of }
history-traced = { history-mark } <b>{ $day }</b> · { history-act } · { $name }, the ENT’s console
