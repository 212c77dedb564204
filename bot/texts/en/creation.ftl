# Accounts made by hand, for people whom no feed brings.

## Buttons and commands

button-create_as = This profile
create-as-student = 🟠 Pupil
create-as-relative = 🔵 Parent
create-as-personnel = 🟣 Staff (ATSEM, ELCO…)
create-as-guest = 🔴 Guest
create-as-national = 🟢 Teacher, AESH, TRS…
button-create_meant = This profile
button-create_word = It is their first name
button-create_at = This school
button-create_case = This case
create-case-attached = Attached to the school, not in its ONDE
create-case-foster = Foster family or children’s home
create-case-dispute = Parents in dispute
create-case-other = Another case
button-create_split = These two
button-create_capitals = Write it so
button-create_class = This class
button-create_child = This child
button-create_family = ✅ That is all
button-create_now = Confirm
button-hand_modify = ✏️ Change
button-hand_remove = 🗑️ Delete the account
button-hand_restore = ↩️ Restore
button-remove_now = Confirm
button-edit_part = This
edit-part-names = First and last name
edit-part-born = Birth date
edit-part-children = Children
button-edit_now = Confirm

command-creer = Make an account by hand

## Acts on the ENT, as a message of doubt names them

act-create_account = a new account
act-modify_account = a change of the account
act-delete_account = the deletion of the account
act-restore_account = the restoring of the account

## Questions

notice-create_profile =
    <b>Make an account</b>
    For whom? Pupils who are in ONDE, and their parents, arrive by themselves: their accounts are not made here.
notice-create_meant = I do not know the profile “{ $words }”. What does this word mean? Tap, or write the right profile.
notice-create_school = In which school is the account to be?
notice-create_case =
    { $profile ->
        [student] Why does ONDE not bring this pupil? The answer stays between you and the ENT: no family reads it.
       *[relative] Why does ONDE not bring this parent? The answer stays between you and the ENT: no family reads it.
    }
notice-create_names = Write the first name, then the last name.
notice-create_split = Where does the first name end in “{ $words }”? Choose, or write only the last name in capitals.
notice-create_capitals = Shall I write this name with capitals?
notice-create_born =
    { $words ->
        [none] { "" }
       *[other] “{ $words }” is no birth date of a pupil here.
    }
    When was <b>{ $name }</b> born? For example 12/03/2018.
notice-create_class =
    { $words ->
        [none] { "" }
       *[other] I do not know “{ $words }”.
    }
    Which class is <b>{ $name }</b> in?
create-children =
    { $count ->
        [0] Whom is <b>{ $name }</b> responsible for? Write the beginning of the name of a child of the school.
        [one] One child is chosen. Write another name, or touch “That is all”.
       *[other] { $count } children are chosen. Write another name, or touch “That is all”.
    }
create-children-nobody = No other pupil of the school is called “{ $words }”.
create-children-some = Touch the child to choose it.
notice-create_task = What does <b>{ $name }</b> do at the school? For example ATSEM, ELCO, music teacher of the town.
create-sure =
    { $profile ->
        [student] <b>Make a pupil’s account</b>
        [relative] <b>Make a parent’s account</b>
        [personnel] <b>Make an account for staff</b>
       *[guest] <b>Make a guest’s account</b>
    }
create-sure-name = { $name }
create-sure-born = Born on { $born }
create-sure-class = Class: { $class }
create-sure-names = Responsible for: { $names }
create-sure-text = Work: { $text }
create-sure-case = Reason: { $case }
create-sure-place = School: { $place }
create-alike =
    { $count ->
        [one] ⚠️ Is it this person? This account is there already:
       *[other] ⚠️ Is it one of them? These accounts are there already:
    }
create-alike-line = • <b>{ $name }</b> ({ $about }) · { $how }
create-alike-born = born on { $born }
create-alike-how =
    { $how ->
        [same] same names
        [born] same birth date
       *[near] very like name
    }
create-alike-otherwise = Confirm only if it is somebody else.
notice-edit_part = What is to change of the account of <b>{ $name }</b>? Its login stays.
edit-sure = <b>Change the account of { $name }</b>
edit-sure-names = The new name will be <b>{ $name }</b>.
edit-sure-born = The birth date will be { $born }.
edit-sure-children = The children will be: { $names }.
notice-delete_asked =
    { $activation ->
        [yes] Delete the account of <b>{ $name }</b>? It was never activated: it is gone at once, for ever.
       *[no] Delete the account of <b>{ $name }</b>? It will only let its owner fetch their contents, and is gone for good in 90 days. Until then “Restore” gives it back.
    }
notice-restore_asked = Restore the account of <b>{ $name }</b>? It will not be deleted any more, and lets its owner log in again.

## Once it is made

account-made =
    ✅ The account of <b>{ $name }</b> is made ({ $place }).
    Login: <code>{ $login }</code>
account-made-shown = Its activation code is in a message of its own, which is deleted in a few minutes.
account-made-hidden = Its activation code could not be shown: touch “Login code”.
account-made-parents = No parent is tied to it yet: make theirs with <code>/creer parent</code> if they have none.
notice-created_after =
    { $done ->
        [yes] ✅ The account of <b>{ $name }</b>, of which the ENT had not told the end, is made.
       *[no] ✖️ The account of <b>{ $name }</b>, of which the ENT had not told the end, was not made: begin again with /creer.
    }
notice-account_modified = ✅ The account of <b>{ $name }</b> is changed.
notice-account_deleted =
    { $activation ->
        [yes] 🗑️ The account of <b>{ $name }</b> is deleted.
       *[no] 🗑️ The account of <b>{ $name }</b> is pre-deleted: it is gone in 90 days.
    }
notice-account_restored = ↩️ The account of <b>{ $name }</b> is restored.
notice-new_account_code =
    🔑 Activation code for <b>{ $name }</b>, to tell by word of mouth or on the connection sheet:
    { "" }
    <tg-spoiler>{ $code }</tg-spoiler>
    { "" }
    It is written in place of the password, and serves once.
    This message is deleted in { $minutes } minutes.

## Refusals

refusal-creation-national = Teachers, AESH, TRS and other staff of the national education have an account already: ask to have it attached to the school, with /rattachement.
refusal-creation-no-class = There is no class yet in the ENT for { $place }: wait until ONDE brings them, then begin again.
refusal-creation-class = I do not know the class “{ $name }”: choose from { $names }.
refusal-unknown-case = I did not recognise this reason: touch one below the question, or “Another case”.
refusal-name-missing = I read no name: write the first name, then the last name.
refusal-name-half = I only read “{ $name }”: write the first name, then the last name.
refusal-name-long = This is too long for a name: { $limit } characters at most.
refusal-name-signs = A name has only letters, hyphens and apostrophes: write it without other signs.
refusal-birth-unread = I do not understand this birth date: write it like 12/03/2018.
refusal-birth-age = A pupil of a primary school is from { $youngest } to { $oldest } years old, which does not fit { $date }: check the year.
refusal-children-none = A parent’s account is tied to at least one child: write the name, then touch it.
refusal-children-many = { $limit } children at most for one account: leave one out first.
refusal-task-long = This is too long: { $limit } characters at most, a word is enough.
refusal-create-confirm = I did not understand: touch “Confirm”, or “Cancel”.
refusal-hand-oneself = This is your own account: ask a colleague who administers the school.
refusal-fed-account =
    { $origin ->
        [staff] The data of { $name } come from the académie’s directory: ask the ERUN to have them corrected.
       *[other] { $date ->
            [no] The data of { $name } come from ONDE: correct them there, they arrive here within 24 hours in theory, { $arrives } days in practice.
           *[other] The data of { $name } come from ONDE: correct them there, nothing arrives here in summer, before { $date }.
        }
    }
refusal-deleted-already = The account of { $name } is being deleted already: “Restore”, on its card, gives it back.
refusal-not-deleted = The account of { $name } is not being deleted: there is nothing to restore.
refusal-activated-since = The account of { $name } was activated just now, and nothing was changed: open its card again before you decide.
