# Groups: those that follow the people of a school, and those made by hand (guide, chapter 3.C).

## Buttons and commands

button-groups = 👥 All groups
button-groups_next = More
button-groups_back = ⬅️ Before
button-group = 👥 See the group
button-group_next = More
button-group_back = ⬅️ Before
button-group_new = ➕ New group
button-group_add = ➕ Add
button-group_remove = ➖ Remove
button-group_writing = 💬 Communication
button-group_rename = ✏️ Rename
button-group_delete = 🗑 Delete
button-group_now = Confirm
button-group_tick = This person
button-group_tick_all = ☑️ Tick all
button-group_untick = Untick all
button-group_leaf_next = More
button-group_leaf_back = ⬅️ Before
button-group_profile = This profile
button-group_class = 🏫 A class
button-group_class_at = Every class
button-group_put = Add to the group
button-group_take = Remove from the group
button-group_empty_now = Confirm

command-groupes = The groups of the school

## Acts on the ENT, as a message of doubt names them

act-make_group = the making of the group
act-rename_group = the new name of the group
act-delete_group = the deletion of the group
act-let_group_write = the right of the members to write to each other
act-keep_group_from_writing = the end of the right of the members to write to each other
act-fill_group = adding members to the group
act-empty_group = removing members from the group

## The groups of a school

notice-groups_where =
    Of which school do you want to see the groups?{ $more ->
        [yes] { " " }You follow many: write the name after the command, such as <code>/groupes Jean-Moulin</code>
       *[no] { "" }
    }
notice-groups_alike =
    Several groups may be “{ $words }”. Which one?{ $more ->
        [yes] { " " }There are others: write the whole name.
       *[no] { "" }
    }
groups-title = 👥 <b>Groups · { $place }</b>
groups-counts =
    { $manual ->
        [0] No group made by hand yet.
        [one] { $manual } group made by hand 👥
       *[other] { $manual } groups made by hand 👥
    }
    { $automatic } automatic groups 🔒, which follow ONDE and the classes.
groups-touch = Tap a group to see who is in it.

## One group

group-kind-profile = Automatic group ({ $place }): it follows the accounts of the school, and nobody changes it by hand. To correct who is in it, correct ONDE or the class.
group-kind-teaching = Teaching group of ONDE ({ $place }): it is composed in ONDE, and /classe attaches those who teach it. Nobody changes it here.
group-kind-manual = Group made by hand ({ $place }).
group-together = 💬 Its members may write to each other: they see each other, and the group.
group-apart = 🔕 Its members may not write to each other through this group. Another group may still let them: see /regles.
group-composed = 🔒 The platform composes this group by itself: nobody is added or removed.
group-fixed = 🔒 The platform keeps this group: it can be neither renamed nor deleted.
group-changed = <i>Last change here: { $name }, on { $day }.</i>
group-made = <i>Made by { $name }, on { $day }.</i>
group-count =
    { $count ->
        [0] Nobody in it yet.
        [one] <b>{ $count } member</b>
       *[other] <b>{ $count } members</b>
    }

## Its name

notice-group_named =
    { $new ->
        [yes] What is the new group ({ $place }) to be called? Write it, such as <i>Museum trip</i>.
       *[no] What is the group “{ $name }” to be called now? Write it.
    }
notice-group_kept =
    { $new ->
        [yes] ✅ The group <b>{ $name }</b> is made. It is empty, and its members may write to each other: add them now.
       *[no] ✅ The group “{ $was }” is now called <b>{ $name }</b>. Its members and shares stay.
    }

## Who is put in, or taken out

group-choice-title =
    { $putting ->
        [yes] ➕ <b>Add to the group “{ $name }”</b>
       *[no] ➖ <b>Remove from the group “{ $name }”</b>
    }
group-choice-words = “{ $words }”
group-choice-filter = 🔎 { $filter }
group-choice-found =
    { $count ->
        [one] { $count } person: tap to tick them.
       *[other] { $count } people: tap those to tick, or tick all.
    }
group-choice-none =
    { $putting ->
        [yes] Nobody but members fits.
       *[no] No member fits.
    }
group-choice-already =
    { $already ->
        [one] { $already } person of this list is in the group already.
       *[other] { $already } people of this list are in the group already.
    }
group-choice-more = ⚠️ There are others: say more.
group-choice-ticked =
    { $ticked ->
        [0] Nobody is ticked yet.
        [one] ✅ { $ticked } person ticked
       *[other] ✅ { $ticked } people ticked
    }
group-choice-how =
    { $putting ->
        [yes] <i>Write a name, or choose a profile and a class: who is ticked stays so.</i>
       *[no] <i>Write a name, or choose a profile and a class. Accounts stay: only the group changes.</i>
    }
notice-group_class = Of which class?
notice-group_empty_asked =
    ➖ Remove every member from the group “{ $name }”?
    The group stays, empty. What is shared with it will be read by nobody for that reason.

## How far it is

group-filling-intended =
    { $putting ->
        [yes] ⏳ Adding to the group <b>{ $name }</b>: { $done } of { $total }
       *[no] ⏳ Removing from the group <b>{ $name }</b>: { $done } of { $total }
    }
group-filling-done =
    { $putting ->
        [yes] ✅ Done: { $total ->
            [one] { $total } person added
           *[other] { $total } people added
        } to the group <b>{ $name }</b>.
       *[no] ✅ Done: { $total ->
            [one] { $total } person removed
           *[other] { $total } people removed
        } from the group <b>{ $name }</b>.
    }
group-filling-declined = ⚠️ The group <b>{ $name }</b> was not changed as asked: { $done } of { $total }.
group-filling-doubt = ⚠️ The ENT did not answer to the end for the group <b>{ $name }</b>: { $done } of { $total } as far as I know. Look who is in it, then begin again, it is safe: nobody is added twice.
group-filling-waiting = 🌙 The ENT does not answer: I go on by myself once it does, no need to begin again.
group-filling-gone = This group is there no more.
group-filling-forbidden = You do not administer this school any more, or the ENT does not let me do it.
group-filling-locked = The platform composes this group by itself.
group-filling-refused = The ENT refused: look who is in it.

## Deleting, writing to each other

notice-group_delete_asked =
    🗑 Delete the group <b>{ $name }</b> ({ $place })?
    { $count ->
        [0] It is empty.
        [one] Its member keeps their account, but loses what was shared with this group alone: blogs, books, documents, news.
       *[other] Its { $count } members keep their accounts, but lose what was shared with this group alone: blogs, books, documents, news.
    }
    Another group of the same name does not bring these shares back. A group made by hand stays over the summer: nothing asks for its deletion at the end of the year.
notice-group_deleted = ✅ The group <b>{ $name }</b> is deleted.
notice-group_writing_asked =
    { $act ->
        [let_group_write] 💬 The members of the group <b>{ $name }</b> may not write to each other through this group, and do not see it. Let them?
       *[other] 💬 The members of the group <b>{ $name }</b> may write to each other, and see the group. No longer let them?
    }
    { $act ->
        [let_group_write] Pupils and parents, too: check who is in it.
       *[other] What other groups let them do stays so.
    }
notice-group_writing_changed =
    { $act ->
        [let_group_write] ✅ The members of the group <b>{ $name }</b> may now write to each other.
       *[other] ✅ The members of the group <b>{ $name }</b> may no longer write to each other through this group.
    }

## Refusals

refusal-group-gone = This group is there no more: see those of the school with /groupes.
refusal-group-nameless = This name has neither letter nor figure: write another one.
refusal-group-name-long = This name has { $count } characters: write one of { $most } at most.
refusal-group-name-taken = A group of this school is called “{ $name }” already: write another name, so that nobody takes one for the other.
refusal-group-nobody = Nobody is ticked: tap the names first.
refusal-group-confirm = I did not understand: tap “{ button-group_now }”, or cancel.
refusal-no-group-so = I find no group “{ $name }” in your schools: see the list with /groupes.
refusal-ent-automatic = This group follows the accounts of the school, and nobody changes it by hand: correct ONDE or the class.
refusal-ent-linked = Other rules of communication need these members to write to each other: nothing was changed, ask for it with /assistance.
