# Who teaches which class and teaching group of a school.

## Buttons and commands

button-classes = 🏫 Classes
button-classes_round = 🏫 Teachers without a class
button-class_toggle = This class
button-class_save = Save
button-class_next = ➡️ Next
button-class_now = Confirm
button-class_at = This school

command-classe = The classes of a teacher

## Acts on the ENT

act-classes = the change of classes
deed-classes = Classes changed

## The screen

notice-whom_classes =
    Whose classes do you want to change? Write the beginning of the name, or the login.
    With the classes to add, it is even shorter: <code>/classe Martin CM2 ULIS</code>
notice-classes_where = Which school is it?
notice-classes_asked =
    🏫 Add { $names } to <b>{ $name }</b>?
    Nothing else changes: their other classes stay.
classes-title = 🏫 <b>The classes of { $name }</b>
classes-has =
    { $has ->
        [none] No class so far. Tap those to add.
       *[other] Today: { $has }
    }
classes-nothing = The ENT knows no class of this school yet: they come from ONDE, in the days that follow.
classes-added = ➕ To add: { $added }
classes-removed = ➖ To remove: { $removed }
classes-unread = ⚠️ I did not recognise: { $unread }. Nothing is done yet: tap what is missing, or write it otherwise.
classes-onde = <i>Classes and their names come from ONDE. Nothing changes in the ENT before “{ button-class_save }”.</i>
classes-round =
    { $placed ->
        [one] <b>{ $place }</b> · { $placed } teacher of { $total } has a class
       *[other] <b>{ $place }</b> · { $placed } of { $total } have their class
    }

## What became of it

classes-saved = ✅ Done for <b>{ $name }</b>.
classes-waiting =
    🌙 The ENT has stopped answering: not all classes of <b>{ $name }</b> are changed.
    I go on by myself as soon as it answers, and tell you: no need to start again.
classes-saved-added = ➕ Added: { $added }
classes-saved-removed = ➖ Removed: { $removed }
classes-saved-declined = ⚠️ The ENT declined: { $declined }
classes-saved-pending = ⏳ Still to do: { $pending }
notice-classes_round_over =
    { $placed ->
        [one] <b>{ $place }</b> · { $placed } teacher of { $total } has a class.
       *[other] <b>{ $place }</b> · { $placed } teachers of { $total } have their class.
    }

## Refusals

refusal-classes-of-pupil = { $name } is a pupil: their class comes from ONDE, so correct it there and the ENT follows within days.
refusal-classes-of-nobody = Only teachers and staff of the school have classes: check the name, as { $name } is another account.
refusal-classes-from-above = The classes of { $name } are settled at the school or with its ERUN: ask them.
refusal-classes-rename = The name of a class comes from ONDE: rename it there, and the ENT follows within days.
refusal-classes-unknown = I do not know the class “{ $words }”: choose among { $names }.
refusal-classes-several = “{ $words }” may be { $names }: write the whole name.
refusal-classes-none = The ENT knows no class of this school yet: wait until they come from ONDE, in the days that follow.
refusal-classes-already = { $name } has { $names } already: to remove a class, tap it with /classe.
refusal-classes-unchanged = Nothing is changed so far: tap a class first.
refusal-classes-unsaved = The classes chosen for { $name } are not saved: tap “{ button-class_save }”, or tap them again to leave them as before.
refusal-classes-confirm = I did not understand: tap “{ button-class_now }”, or cancel.
refusal-classes-whom =
    { $several ->
        [yes] Several teachers of this school have that name: write all of it.
       *[no] I know neither a class nor a teacher of that name in this school: check it and write it again.
    }
