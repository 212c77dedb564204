# Guided conversations: what is said between a first question and its end, whatever it is about.

## Sending and giving up

button-send = Send
button-cancel = Cancel
button-back = Back
button-skip = Skip

command-annuler = Leave what is under way

notice-cancelled = Cancelled. Nothing was sent.
refusal-begun-by-gone =
    { $known ->
        [yes] The account of { $name } is no longer linked here: nothing was done, so begin again.
       *[no] The account that began this is no longer linked here: nothing was done, so begin again.
    }
notice-nothing_to_cancel = There is nothing to cancel: nothing was under way.
