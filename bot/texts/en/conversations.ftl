# Guided conversations: what is said between a first question and its end, whatever it is about.

## Sending and giving up

button-send = Send
button-cancel = Cancel
button-back = Back
button-skip = Skip

command-annuler = Leave what is under way

notice-cancelled =
    { $open ->
        [0] Cancelled. Nothing was sent.
        [one] Cancelled. Nothing was sent. Further up, another question of mine still waits for an answer.
       *[other] Cancelled. Nothing was sent. Further up, { $open } other questions of mine still wait for an answer.
    }
notice-moved_on = ⤵️ This goes on further down.
notice-ended =
    { $filed ->
        [yes] ✅ Sent: request n°{ $number }.
       *[no] ✅ Done.
    }
refusal-already-sent = Already sent: request n°{ $number }.
refusal-already-done = Already done.
refusal-already-cancelled = Already cancelled.
refusal-begun-by-gone =
    { $known ->
        [yes] The account of { $name } is no longer linked here: nothing was done, so begin again.
       *[no] The account that began this is no longer linked here: nothing was done, so begin again.
    }
notice-nothing_to_cancel = There is nothing to cancel: nothing was under way.
refusal-choose-below = I cannot guess which one: tap one of the buttons below the question.
