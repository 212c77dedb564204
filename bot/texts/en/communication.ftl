# Who may write to whom: the rules between the groups of a school.

## Buttons and commands

button-rules_at = 📋 The table
button-rule_change = ✏️ Change a rule
button-rule_allow = ✅ Allow it
button-rule_forbid = 🚫 Allow it no more
button-rule_from = This group
button-rule_to = This group
button-rule_room = This class
button-rule_now = Confirm
button-rules_reset = ↩️ Back to the start
button-rules_reset_now = Confirm
button-rules_above = ⬆️ Ask the level above
button-resource_rights = 🗂 Rights on resources

command-regles = Who may write to whom

## Acts on the ENT, as a message of doubt names them

act-allow_writing = a communication rule
act-forbid_writing = the removal of a communication rule
act-reset_rules = the communication rules of the start

audit-allow_writing = communication rule added
audit-forbid_writing = communication rule removed
audit-reset_rules = communication rules back to the start

## Groups

communication-personnel = Staff
communication-teacher = Teachers
communication-student = Pupils
communication-relative = Parents
communication-guest = Guests
communication-low-personnel = staff
communication-low-teacher = teachers
communication-low-student = pupils
communication-low-relative = parents
communication-low-guest = guests
communication-of-room = { " " }of { $name }
communication-the =
    { $kind ->
        [personnel] the staff{ $room }
        [teacher] the teachers{ $room }
        [student] the pupils{ $room }
        [relative] the parents{ $room }
        [guest] the guests{ $room }
        [person] { $name }
       *[group] the group “{ $name }”
    }
communication-to =
    { $kind ->
        [personnel] to the staff{ $room }
        [teacher] to the teachers{ $room }
        [student] to the pupils{ $room }
        [relative] to the parents{ $room }
        [guest] to the guests{ $room }
        [person] to { $name }
       *[group] to the group “{ $name }”
    }

## The table

communication-picture = Who may write to whom
communication-usual = The settings an ENT begins with
communication-corner = Who writes to:
communication-legend = Read from left to right: the line writes, the column is written to.
communication-legend-marked = “!”: this school changed what the ENT began with.
communication-cell-all = all
communication-cell-class = their class
communication-cell-own = their own
communication-cell-some = some
communication-cell-no = no
communication-line-all = ✅ to all: { $names }
communication-line-class = 🏫 to those of their class: { $names }
communication-line-own = 👪 to their own: { $names }
communication-line-some = 🔸 to some: { $names }
communication-line-no = ⛔ no: { $names }
communication-differs = ⚠️ <b>Changed in this school</b>
communication-difference = • { $one } → { $other }: { $now } (at the start: { $usual })
communication-by-hand = The rules of other groups
communication-sum = <i>A rule holds for all members of a group. What somebody may do is the sum of the rules of their groups.</i>
communication-from-start = <i>This is what an ENT begins with; each school can change it.</i>

notice-communication_where = Of which school would you like to see the rules?

## An answer about two

communication-answer-all =
    { $single ->
        [yes] ✅ <b>Yes</b>: { $head } may write { $to }.
       *[no] ✅ <b>Yes</b>: { $the } may write { $to }.
    }
communication-answer-class =
    { $single ->
        [yes] 🏫 <b>Yes, in their class</b>: { $head } may write { $to }, but only to those of their class.
       *[no] 🏫 <b>Yes, in their class</b>: { $the } may write { $to }, but only to those of their class.
    }
communication-answer-own =
    { $single ->
        [yes] 👪 <b>Yes, in the family</b>: { $head } may write { $to }, and no rule is needed.
       *[no] 👪 <b>Yes, in the family</b>: { $the } may write { $to } of their family only, and no rule is needed.
    }
communication-answer-some =
    { $single ->
        [yes] 🔸 <b>In part</b>: { $head } may write { $to }, but not to all of them.
       *[no] 🔸 <b>In part</b>: some of { $the } may write { $to }, or to some of them.
    }
communication-answer-no =
    { $single ->
        [yes] ⛔ <b>No</b>: { $head } may not write { $to }: no rule allows it.
       *[no] ⛔ <b>No</b>: { $the } may not write { $to }: no rule allows it.
    }
communication-by = <b>By these rules</b>
communication-rule = • { $one } → { $other }
communication-rule-within = • among themselves: { $the }
communication-more =
    { $count ->
        [one] … and { $count } more.
       *[other] … and { $count } more.
    }
communication-otherwise = At the start, in the ENT: { $usual }.
communication-within-above = A rule goes from one group to another; among the members of one profile, only those who administer all of the ENT can change it, and I can write the request to them.
communication-within-card = A rule goes from one group to another; whether the members of one group write to each other is seen and set on its card.
communication-state-all = all may write to them
communication-state-class = they write within their class only
communication-state-own = they write within the family only
communication-state-some = some of them may
communication-state-no = nobody may

## Changing a rule

rule-sender =
    ✏️ <b>Change a rule</b> · { $place }
    Which group writes? Tap it, or write its name. Both at once is shorter still: <code>parents CM2 → teachers CM2</code>
rule-receiver =
    ✏️ <b>{ $head }</b> · { $place }
    To which group? Tap it, or write its name.
rule-title =
    { $allowed ->
        [yes] ✅ <b>Let { $the } write { $to }?</b>
       *[no] 🚫 <b>No longer let { $the } write { $to }?</b>
    }
rule-before = Before: { $state }.
rule-after = After: { $state }.
rule-people =
    { $same ->
        [yes] Nothing changes for now: other rules say the same.
       *[no] Who write: { $writing }. Who are written to: { $written }.
    }
rule-widened = ⚠️ The ENT warns: with this rule, { $names } could also all write to each other.
rule-warning = ⚠️ A rule holds for the whole group: change it only if you know what it does.
rule-example-addresses = <i>Example: a message goes to all parents, and each can see and note the addresses of the others, which nobody wanted.</i>
rule-example-strangers = <i>Example: adults who do not work at the school write to children, and nobody else reads these messages.</i>
rule-example-pupils = <i>Example: a message meant for one class reaches all pupils, the little ones too.</i>
rule-example-crowd = <i>Example: a pupil writes to try it out, and dozens of adults get the message.</i>
rule-example-flood = <i>Example: a message that concerned one person reaches a whole group, and everybody answers to all.</i>
rule-example-unknown = <i>Example: somebody is added to the group later, and the rule holds for them at once. Look first who is in it.</i>
rule-example-cut = <i>Example: people who wrote to each other no longer find each other in the messaging app, in the middle of an exchange.</i>
rule-example-cut-family = <i>Example: families no longer find the teacher in the messaging app. The ENT may then reserve the right to bring it back.</i>
rule-kept = The ENT keeps this change for those who administer all of it, since it would touch all parents or all pupils: nothing is changed. I can write to them for you: the request goes to the level above, which passes it on up to the vendor.
rule-done =
    { $allowed ->
        [yes] ✅ Done ({ $place }): { $the } may now write { $to }.
       *[no] ✅ Done ({ $place }): the rule that let { $the } write { $to } is removed.
    }
rule-together = May also write to each other: { $names }.
rule-told =
    { $allowed ->
        [yes] 📋 <b>{ $actor }</b> changed who may write to whom ({ $place }): { $the } may now write { $to }. All of it is in /regles
       *[no] 📋 <b>{ $actor }</b> changed who may write to whom ({ $place }): the rule that let { $the } write { $to } is removed. All of it is in /regles
    }
rule-above = Communication rules ({ $place }): we ask to let { $the } write { $to }. The ENT keeps this change for those who administer all of it.

## Back to what an ENT begins with

notice-rules_reset_asked =
    ↩️ <b>Back to the settings of the start?</b> · { $place }
    { $differs ->
        [0] The table is that of the start already; only rules to other groups would change.
        [one] { $differs } cell of the table becomes as at the start.
       *[other] { $differs } cells of the table become as at the start.
    }
    What you added or removed between profiles and classes is forgotten; between two manual groups, nothing changes.
    ⚠️ This cannot be undone: each rule would have to be made again.
notice-rules_done = ✅ The rules of the start are back ({ $place }).
notice-rules_told = 📋 <b>{ $actor }</b> brought back the communication rules of the start ({ $place }). All of it is in /regles
notice-rules_above_words = Communication rules ({ $place }): we ask for the settings that the ENT began with. The ENT keeps this change for those who administer all of it.

## Refusals

refusal-communication-unread = I do not recognise two groups or two people: write for instance <code>/regles parents teachers</code>, or <code>/regles “Léa Martin” “Petit”</code>.
refusal-communication-profiles = I do not recognise two profiles: write for instance <code>/regles parent teacher</code>, among pupil, parent, teacher, staff, guest.
refusal-communication-several = “{ $words }” may be several groups or people: write the whole name.
refusal-rule-no-group = I know no group “{ $words }” in this school: tap one, or write its name as in the ENT.
refusal-rule-within = A rule goes from one group to another: for the members of one group to write to each other, see its card with /groupes.
refusal-rule-changed = These rules changed meanwhile: nothing is done, look at them again with /regles.
refusal-rule-gone = The ENT no longer knows one of these groups: nothing is done, look at those that remain with /regles.
refusal-ent-reserved = The ENT keeps this change for those who administer all of it: nothing was changed, it must be asked of the level above.
