# Guided conversations: what is said between a first question and its end, whatever it is about.

## Sending and giving up

button-send = Envoyer
button-cancel = Annuler
button-back = Retour
button-skip = Passer

command-annuler = Abandonner ce qui est en cours

notice-cancelled = C’est annulé : rien n’a été envoyé ni changé.
refusal-begun-by-gone =
    { $known ->
        [yes] Le compte { $d }{ $name } n’est plus relié ici : rien n’a été fait, il faut recommencer.
       *[no] Le compte qui avait commencé cela n’est plus relié ici : rien n’a été fait, il faut recommencer.
    }
notice-nothing_to_cancel = Il n’y a rien à annuler.
