# Guided conversations: what is said between a first question and its end, whatever it is about.

## Sending and giving up

button-send = Envoyer
button-cancel = Annuler
button-back = Retour
button-skip = Passer

command-annuler = Abandonner ce qui est en cours

notice-cancelled =
    { $open ->
        [0] C’est annulé : rien n’a été envoyé ni changé.
        [one] C’est annulé : rien n’a été envoyé ni changé. Plus haut, une autre de mes questions attend encore une réponse.
       *[other] C’est annulé : rien n’a été envoyé ni changé. Plus haut, { $open } autres de mes questions attendent encore une réponse.
    }
notice-moved_on = ⤵️ La suite est plus bas.
notice-ended =
    { $filed ->
        [yes] ✅ C’est envoyé : demande n°{ $number }.
       *[no] ✅ C’est fait.
    }
refusal-already-sent = C’est déjà envoyé : demande n°{ $number }.
refusal-already-done = C’est déjà fait.
refusal-already-cancelled = C’est déjà annulé.
refusal-begun-by-gone =
    { $known ->
        [yes] Le compte { $d }{ $name } n’est plus relié ici : rien n’a été fait, il faut recommencer.
       *[no] Le compte qui avait commencé cela n’est plus relié ici : rien n’a été fait, il faut recommencer.
    }
notice-nothing_to_cancel = Il n’y a rien à annuler.
refusal-choose-below = Je ne peux pas deviner laquelle : touchez l’un des boutons sous la question.
