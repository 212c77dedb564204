# Duplicates: two accounts that may be the same person's.

## Buttons and commands

button-pair = 👥 Duplicate
button-pair_merge = 🔗 Merge
button-pair_part = ✂️ Tell apart
button-pair_advice = 🙋 Ask the ERUN for advice
button-pair_now = Confirm
button-pairs = 👥 The duplicates
button-pairs_next = ➡️ Next
button-pairs_back = ⬅️ Previous

command-doublons = The duplicates to settle

## Acts on the ENT

act-merge_accounts = the merge of two accounts
act-part_accounts = telling two accounts apart
deed-merged = Two accounts merged into one
deed-parted = Two accounts told apart: both stay

## The list

pairs-title =
    👥 <b>{ $count ->
        [one] One possible duplicate
       *[other] { $count } possible duplicates
    }</b>
pairs-empty = 👍 The ENT reports no duplicates: there is nothing to settle here.
pairs-open = Touch a number to compare the two accounts.
pair-elsewhere = an account of another school
pair-very = very likely
pair-likely = likely
pair-possible = possible

## A pair

pair-title = 👥 <b>Possible duplicate</b>
pair-apart = <b>What differs</b>
pair-alike = <b>What is the same</b>
pair-line = • { $label }: { $value }
pair-lines =
    • { $label }
      1️⃣ { $one }
      2️⃣ { $other }
pair-nothing = nothing
pair-first_name = First name
pair-last_name = Last name
pair-born = Born on
pair-profile = Profile
pair-login = Login
pair-state = State
pair-state-active = activated
pair-state-inactive = never activated
pair-state-blocked = ⛔ activated, blocked
pair-state-blocked_inactive = ⛔ never activated, blocked
pair-state-awaiting = activated, but soon pre-deleted
pair-state-predeleted = pre-deleted
pair-last_login = Last login
pair-source = Source
pair-mail = E-mail address
pair-mail-there = known
pair-two-mails = two different addresses
pair-classes = Classes
pair-places = Schools
pair-family = Family
pair-ready =
    The same person? <b>Merge</b> keeps account 1️⃣. Two people? <b>Tell apart</b>, and this duplicate is never proposed again.
    The ENT may refuse to activate an account while it is a duplicate.
pair-hidden =
    Login: <code>{ $login }</code>

    The other account is of another school: see your ERUN, who can compare the two.
pair-hindrance-both-active = Two activated accounts are never merged: each keeps its contents. Two people? <b>Tell them apart</b>. The same? Ask the ERUN for advice.
pair-hindrance-profiles = Two profiles are two accounts, one a role: they are not merged. With <b>Tell apart</b>, this duplicate is not proposed any more.
pair-hindrance-same-feed = The directory still has both accounts: they are not merged. The same person? Correct the duplicate in ONDE first. Two people? <b>Tell them apart</b>.
pair-hindrance-deleted = One of the accounts is pre-deleted: it is not merged, and will disappear by itself.
pair-hindrance-blocked = One of the accounts is blocked: unblock it on its card first, then come back here to merge or tell apart.
pair-refused = One of the two accounts administers the ENT: only the level above can settle this duplicate.
pair-refused-settle-oneself = One of the two accounts is your own: another administrator or the ERUN can settle this duplicate.

## Settling it

notice-pair_merge_asked =
    🔗 <b>Merge these two accounts?</b>

    Stays: <b>{ $name }</b> (<code>{ $login }</code>){ $active ->
        [yes] , with its password and its contents.
       *[no] . Its activation code stays valid.
    }
    Disappears: <b>{ $other }</b> (<code>{ $former }</code>), which was never used. Its schools, classes, groups and family go to the account that stays.
    { $fed ->
        [yes] The name will be that of the directory, which will follow this account from now on.
       *[no] { "" }
    }
    { $chat ->
        [moves] 📱 The Telegram linked to the account that disappears will be linked to the one that stays.
        [parts] 📱 The Telegram linked to the account that disappears will not be linked any more: its owner is told.
       *[none] { "" }
    }

    ⚠️ A merge cannot be undone.
notice-pair_part_asked =
    ✂️ <b>Keep both accounts?</b>

    <b>{ $name }</b> (<code>{ $login }</code>) and <b>{ $other }</b> (<code>{ $former }</code>) each keep their account, and will never be proposed together again.

    ⚠️ This cannot be undone here.
pair-merged = ✅ The two accounts are one now: <b>{ $name }</b>. The account <code>{ $former }</code> is no more, and the links given for it are void.
notice-accounts_parted = ✅ Noted: <b>{ $name }</b> and <b>{ $other }</b> each keep their account. This duplicate will not be proposed any more.
notice-pair_merged = ✅ { who } merged the two accounts of request n°{ $number }: that of <b>{ $name }</b> is left.
notice-pair_parted = ✅ { who } told apart the two accounts of request n°{ $number }: both accounts stay, and will not be proposed as duplicates any more.
notice-settled_after =
    { $act ->
        [merge_accounts] { $done ->
            [yes] ✅ The merge of which the ENT had not told the end is done: the account of <b>{ $name }</b> is left.
           *[no] ✖️ The merge of which the ENT had not told the end did not happen: both accounts are still there.
        }
       *[part_accounts] { $done ->
            [yes] ✅ The two accounts of which the ENT had not told the end are told apart.
           *[no] ✖️ The two accounts of which the ENT had not told the end are not told apart: the duplicate is still there.
        }
    }

## Whose account it is

notice-accounts_joined = 🔗 You had two accounts in the ENT: the school has joined them. Your account is <code>{ $login }</code>, and all your requests are there. The login <code>{ $former }</code> is of no use any more.
notice-accounts_joined_elsewhere = 🔗 The school has joined the account <code>{ $former }</code> with the account <code>{ $login }</code>, which is linked to another Telegram or administers the ENT: so this one is not linked any more. To link it, ask the school for a link; the requests follow the account.

## Advice

notice-pair_advice_words =
    Advice asked about a possible duplicate: { $name } ({ $login }) and { $seen ->
        [no] an account of another school
       *[yes] { $other } ({ $former })
    }. Should they be merged or told apart?

## Refusals

refusal-pair-settled = This duplicate is settled already: see those that are left with /doublons.
refusal-pair-elsewhere = The other account is of another school: ask your ERUN for advice with the button of the card.
refusal-pair-confirm = I did not understand: touch Confirm, or Cancel to change nothing.
refusal-settle-oneself = This is your own account: ask another administrator or the ERUN to settle this duplicate.
refusal-advice-asked = You have asked for advice about this duplicate already: see request n°{ $number }.
refusal-ent-profiles = Two profiles are two accounts, one a role: they are not merged, you can tell them apart.
refusal-ent-both-active = Two activated accounts are never merged: tell them apart, or ask the ERUN for advice.
refusal-ent-same-feed = The directory still has both accounts: correct the duplicate in ONDE first, or tell them apart.
refusal-ent-blocked = One of the two accounts is blocked: unblock it first, then try again.
refusal-ent-apart = These two accounts are no duplicate any more: see those that are left with /doublons.
refusal-ent-other-kept = The ENT would keep the other account: nothing was changed, open the duplicate again with /doublons.
