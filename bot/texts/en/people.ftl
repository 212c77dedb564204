# People: linking an account, the charter, languages, personal data.

## Languages

language-fr = Français
language-en = English

## Buttons

button-accept = Accept
button-sign_in = Log in with the ENT
button-not_me = That is not me
button-unlink = Unlink this account
button-unlink_now = Confirm
button-export = Export
button-erase = Erase
button-erase_now = Confirm
button-yield_account = Yes, it is me
button-keep_account = No, it is not me
button-hat = 👤 With another account
button-file_as = 👤 With another account

## Commands

command-start = My account

stranger-start = Link my ENT account

command-charte = Read the charter again
command-langue = Change the language
command-mesdonnees = What is kept about me

## Charter

notice-charter =
    { $charter }
    { "" }
    <i>This charter is accepted.</i>
button-open_link = 🔗 Another link
charter-changed = 🆕 The charter has changed since it was shown: here is today’s.
charter-more = 🔗 One link at a time: this one first. There is also { $more }, by the buttons 🔗 below, now or afterwards.
notice-charter_to_accept =
    Hello <b>{ $name }</b>!
    { "" }
    { $charter }
    { $links ->
        [yes] { charter-links }
       *[no] { "" }
    }
    { $taken ->
        [yes] { charter-taken }
       *[no] { "" }
    }
charter-links = 👤 “{ button-accept }” links the account of <b>{ $name }</b> ({ $function }{ $at }) to this Telegram. If this account is not yours, tap “{ button-not_me }”.
charter-taken = This Telegram already speaks for <b>{ $here }</b>: accept only if this phone is yours, too, or your family’s.
notice-charter_accepted = Thank you, { $name }! You can go on.

refusal-charter-first = First read and accept the charter: type /charte.
refusal-charter-first-other = This is for your account { $name }, whose charter is not accepted yet: write /charte, touch that account, then accept.

## Linked accounts

notice-linked =
    Welcome <b>{ $name }</b>! Your account is linked.
    A problem with the ENT? Write it here, in your own words: I pass it on to the right person.
    { $others ->
        [0] { "" }
       *[other] You now write with this account. To go back to another one, tap its name.
    }
notice-speaks_now = <b>{ $gone }</b> is no longer linked here. You now write for <b>{ $name }</b> ({ $function }{ $at }).
notice-accounts =
    You are <b>{ $name }</b> ({ $function }{ $at }).
    { $others ->
        [0] A problem with the ENT? Write it here, in your own words.
       *[other] To write for another of your accounts, tap its name.
    }
    { $signs ->
        [yes] To link another of your accounts here, log in with the ENT.
       *[no] { "" }
    }
notice-speaking = You now write for <b>{ $name }</b> ({ $function }{ $at }).
relink-how = { $agent ->
        [yes] { $signs ->
            [yes] log in with the ENT, or ask whoever installed Palier for a link
           *[no] ask whoever installed Palier for a link
        }
       *[no] { $signs ->
            [yes] log in with the ENT, or ask the school for a new link
           *[no] ask the school for a new link
        }
    }
notice-unlinked_here = The account of { $name } is not linked to this Telegram any more: Palier’s operator unlinked it. To link it again, { relink-how }.
notice-unlinked_elsewhere = The account of { $name } was just linked to another Telegram account: it no longer speaks here. If that was not you, tell { $agent ->
    [yes] the ERUN, and whoever installed Palier.
   *[no] your school.
}
notice-link_kept = All right, nothing is linked, and this link stays good for the person whose name it bears: hand it to them without opening it, or bring it back to the school.
notice-claim_void = The link touched here for the account of { $name } is void: it was cancelled or replaced. Nothing is linked here; take the newest link, or ask the school for a new one.
link-again = { $told ->
    [yes] The school, which had given it, has been told. To get another one, ask the school for it
   *[no] To get another one, ask the school for it
}
notice-link_taken_out = 🔗 There was a personal link in your message: I took it out before anybody read it, and it is void now. { link-again }, then tap it without writing it in a message.
notice-link_missed =
    { $why ->
        [written] ⚠️ { link-of } was written in a conversation: it was taken out before anybody read it, and is void.
        [others] ⚠️ { link-of } was written where others read: it is void.
        [phone] 📱 { link-of } was opened or given on a phone that was replaced or lost: to be safe, it is void.
        [not_me] ⚠️ { link-of } was opened by somebody who says that the account is not theirs. Nothing is linked, and it stays good: see whom it was handed to.
       *[kept] ⚠️ { link-of } was opened on another phone, and whoever is linked refused to give up the account: that link is void.
    }
    { $why ->
        [kept] If it is they who change phones, you can give them another one.
       *[other] Here is another one in one tap.
    }
link-of =
    { $known ->
        [no] A link that you had given
       *[other] { $way ->
            [sheet] The link on the sheet of <b>{ $name }</b>
            [message] The link sent in the ENT’s messaging to <b>{ $name }</b>
           *[given] The link of <b>{ $name }</b>
        }
    }
notice-links_void =
    🔗 { $count ->
        [one] A link shown on a phone that the account has left was not used: to be safe, it is void.
       *[other] { $count } links shown on a phone that the account has left were not used: to be safe, they are void.
    }
    { $listed ->
        [no] { "" }
       *[other] They were for { $names }. A new link is asked of the school, or given with /lien.
    }
notice-unlink_asked =
    <b>Unlink this account?</b>
    The account of <b>{ $name }</b> ({ $function }{ $at }) will no longer speak in this Telegram. Nothing is erased: to link it again, { relink-how }.
    { $open ->
        [0] { "" }
        [one] Your request { $filed } stays open: it goes on being answered, and you read the answers once the account is linked again.
       *[other] Your requests { $filed } stay open: they go on being answered, and you read the answers once the account is linked again.
    }
    { $agrees ->
        [yes] Your consent for your child will no longer count: it must be said again. A no stays.
       *[no] { "" }
    }
    { $goes ->
        [nothing] { "" }
        [colleagues] The requests that you leave ({ $numbers }) will go to your colleagues.
        [above] The requests that you leave ({ $numbers }) will go to { $level }, as you are the last one to read them here.
       *[nobody] Nobody will be able to read the requests that you leave ({ $numbers }) here: have somebody else linked first.
    }
notice-unlinked = Done: the account of <b>{ $name }</b> is no longer linked to this Telegram. To link it again, { relink-how }.
notice-consent_asked = Another Telegram account asks to speak for the account of { $name }. Is it you? If so, that account will no longer speak here.
notice-consent_waited = The account of { $name } is linked to another Telegram account already: I have just asked there. Without an answer, the school can give you a new link.
notice-consent_refused = The account of { $name } stays linked to the other Telegram account, where the answer is no. If this is a mistake, the school can give you a new link.
notice-done_yielded = Done: the account of { $name } now speaks from the other Telegram account.
notice-done_not_yielded = Noted: the account of { $name } stays linked here.

refusal-unlinked = Hello, this is the support of the ENT ONE, the school’s website: so that I know who writes to me, ask the school for a Telegram link, tap it, then tap “Accept”.
refusal-unlinked-last = Without a link from the school, I cannot say more: ask the school for a Telegram link and tap it; here, I answer again in an hour.
refusal-revoked-already = These links are void already.
refusal-consent-over = The link of the other Telegram account is void (cancelled, replaced or too old): nothing changes, and the account of { $name } stays linked here.
refusal-link-in-words = This message has a personal link that is still good, so it was not sent: hand that link directly to its person (“Share” below the message of /lien, or a sheet of /fiches), then send your words without it.
refusal-bad-token = I do not know this link, or not any more: tap it instead of copying it, or ask the school for a new one.
refusal-link-not-open = This link is not open here (or no more, after “{ button-not_me }”), so nothing is linked: to link this account, touch the link itself.
refusal-old-token =
    { $expired ->
        [yes] This link is too old: ask the school for a new one.
       *[no] { $used ->
            [yes] This link was used already, and a link works only once: ask the school for a new one.
           *[no] This link no longer works, as it was replaced, cancelled or read by others: take the newest one, or ask the school for a new one.
        }
    }
refusal-unlinked-signs-in = Hello, this is the support of the ENT ONE, the school’s website: so that I know who writes to me, tap “{ button-sign_in }”, or ask the school for a Telegram link.
refusal-unlinked-last-signs-in = Without a linked account, I cannot say more: tap “{ button-sign_in }”, or ask the school for a Telegram link; here, I answer again in an hour.
refusal-bad-token-signs-in = I do not know this link, or not any more: tap it instead of copying it, or ask the school for a new one; “{ button-sign_in }” works without a link.
refusal-sign-in-over = This sign-in is of no use any more (too old, or used already): begin a new one with /start.
refusal-sign-in-elsewhere = This sign-in to the ENT was begun in another Telegram, so nothing is linked: to link this one, begin here, with /start.
button-sign_in_again = 🔑 Begin again
notice-sign_in_elsewhere = 🔒 The sign-in to the ENT that was begun here was opened in another Telegram: to be safe, it is of no use any more, and nothing is linked, neither here nor there. To link this Telegram, begin again with the button.
notice-sign_in_again = 🔑 Here is a new sign-in to the ENT, for this Telegram. It only works here: give the page’s address to nobody.
notice-sign_in_dropped = All right: this account is not linked. Before you begin again, log out of the ENT, then log in there with the right account.
refusal-link-of-agent = This account now administers the ENT, so this link is not enough: log in with the ENT, touch the link received in its messaging, or ask the académie for one.
refusal-account-gone = This account is no longer in the ENT: tell the head of your school.
refusal-account-unseen = The ENT does not show me this account: tell the head of your school, who will ask the ERUN what is missing.
refusal-link-later = The ENT does not answer me properly: this link is still good, tap it again in a few minutes, and tell the school if this goes on.
refusal-export-lost = I do not know whether your file has arrived: if it is not in this chat, ask for it again with /mesdonnees.
notice-done_export_later = Your file comes as soon as Telegram allows: there is no need to ask again.

## Accounts that cannot log in, and rights that the ENT does not confirm

notice-account_barred_asks = The ENT account of <b>{ $name }</b> is blocked: here, you can only ask why. Write your question, or ask the head of the school.
notice-account_barred_blocked = The ENT account of <b>{ $name }</b> is blocked: it can read and do nothing here any more but /mesdonnees, and what it was treating goes back to its team. A mistake? Ask the head of the school.
notice-account_barred_deleted = The ENT account of <b>{ $name }</b> is being deleted: it can read and do nothing here any more but /mesdonnees. A mistake? Ask the head of the school.
notice-speaks_instead = The account of <b>{ $gone }</b> can no longer log in to the ENT. You now write as <b>{ $name }</b> ({ $function }{ $at }).

notice-speaks_barred =
    The ENT account of <b>{ $name }</b> { $why ->
        [deleted] is being deleted
       *[blocked] is blocked
    }: it cannot speak here, and nothing changes for your other account.
    { $asks ->
        [yes] With it, you can ask why, read and erase its data, or unlink it:
       *[no] With it, you can read and erase its data, or unlink it:
    }
refusal-barred-asks = Your ENT account is blocked: here, you can only ask why, with /assistance, or ask the head of the school.
refusal-barred-blocked = Your ENT account is blocked: it allows nothing here any more but /mesdonnees, and only the head of the school can say why and unblock it.
refusal-barred-deleted = Your ENT account is being deleted: it allows nothing here any more but /mesdonnees, and if that is a mistake, ask the head of the school.
refusal-rights-unconfirmed = The ENT does not answer and has not confirmed your rights for too long: to be safe, what needs them waits, try again in a few minutes.
refusal-rights-gone = The ENT no longer knows your account: what needs rights is no longer possible here, and if this is a mistake, ask your ERUN or the head of the school.

## A pupil below the age, for whom a parent or the school says yes

button-child = 👪 The family’s consent
button-child_yes = Yes, I agree
button-child_no = No
button-child_back = Take my yes back
button-child_paper = I have the signed paper

family-whom =
    { $from_whom ->
        [parent] To write here, ask one of your parents to say yes in their Telegram: the question waits for them there.
        [no] To write here, your family and your school must agree: talk with the head of your school.
       *[school] To write here, ask the head of your school, who needs a paper signed by a parent.
    }
family-fear = Does something frighten you? Write it here right away: that, you always may.

notice-linked_waits =
    Welcome <b>{ $name }</b>! Your account is linked.
    { family-whom }
    { family-fear }
notice-linked_barred =
    The account of <b>{ $name }</b> is linked here, but it is blocked in the ENT: the head of the school must unblock it first.
    { $waits ->
        [yes] { family-fear }
       *[no] Until then, you can only ask why, with /assistance.
    }
notice-accounts_waits =
    You are <b>{ $name }</b> ({ $function }{ $at }).
    { family-whom }
    { family-fear }
notice-family_waits =
    { family-whom }
    { family-fear }
notice-family_given = All right, { $name }: you can write here! A problem with the ENT? Write it, in your own words.
refusal-consent-first =
    { $from_whom ->
        [outside] Nobody of the school reads your call for help, you find it with /mesdemandes; for anything else, your family must first agree, but if something frightens you, write it here right away.
        [parent] First ask one of your parents to say yes in their Telegram, then write to me again; but if something frightens you, write it here right away.
        [no] First your family and your school must agree, talk with the head of your school; but if something frightens you, write it here right away.
       *[school] First ask the head of your school to say yes, with a paper signed by a parent; but if something frightens you, write it here right away.
    }

notice-family_asked =
    { $why ->
        [split] ⚠️ About <b>{ $name }</b> ({ $place }), one parent said yes and another one no. { $name } waits: talk with the family, then answer here.
        [shared] { $by } (parent) said yes for <b>{ $name }</b> ({ $place }), but on the phone where the pupil writes, too. Make sure with this parent that it was them, then answer here: the pupil waits.
        [missing] ⚠️ A consent for <b>{ $name }</b> ({ $place }) counts no more: the pupil waits for a new yes.
        [lapses] The consent that lets <b>{ $name }</b> ({ $place }) write here ends soon: without a new yes, the pupil will wait.
        [charter] The pupils’ charter has changed. Do you still agree that <b>{ $name }</b> ({ $place }) may write here? Without an answer, your yes will end.
        [ends] Your yes for <b>{ $name }</b> ({ $place }) ends soon. Do you still agree that they may write here?
       *[first] <b>{ $name }</b> ({ $place }) wants to ask for help here. Below { $years }, French law also asks for the consent of a parent, who accepts the charter with the pupil.
    }
    { $school ->
        [yes] The school can say yes where a parent signed the paper, which you keep.
       *[no] Do you agree? You can change your mind with /charte.
    }
    { "" }
    { $charter }
notice-family_paper = Do you have the paper signed by a parent of <b>{ $name }</b>? Keep it at school: the family can change its mind at any time.
family-phone = ⚠️ The account of <b>{ $name }</b> is linked in the same Telegram as { $names }. Make sure that it is the pupil who writes here.
family-phone-one = { $name } ({ $function })
family-phone-unseen = { $count ->
        [one] an adult who is linked
       *[other] { $count } adults who are linked
    }
notice-family_overruled =
    { $waits ->
        [yes] { $part ->
            [school] The school said no
           *[parent] A parent said no
        } for <b>{ $name }</b> ({ $place }), who cannot write here any more. You had said yes: talk about it together.
       *[no] The school, which has a signed paper, said yes for <b>{ $name }</b> ({ $place }), who may write here again. If you do not agree, say no again: a newer no stops it again.
    }
notice-family_said =
    { $says ->
        [yes] Noted: yes for <b>{ $name }</b>.
       *[no] Noted: no for <b>{ $name }</b>.
    } { family-state }
notice-family =
    <b>{ $name }</b> ({ $place }). { family-state }
    { $says ->
        [nothing] You have not answered yet.
       *[yes] { "" }
    }
button-phone_close = That is not us
notice-phone_opened =
    📱 The account of <b>{ $name }</b> ({ $place }) has just been opened on another phone, which can now write in their name.
    { $school ->
        [yes] No parent of this pupil is linked: ask the family whether that phone is theirs. If not, press “That is not us”.
       *[no] Is that your family? Then there is nothing to do. If not, press “That is not us”: the account will not be open there any more.
    }
notice-phone_closed =
    Done: the account of <b>{ $name }</b> ({ $place }) is not open on that phone any more, and the links of that account are void.
    { $school ->
        [yes] To link it to the family’s phone, give them a new link.
       *[no] To link it to your phone, ask the school for a new link. If you do not know who opened it, tell the school so, too.
    }
notice-phone_closed_here = The family or the school of <b>{ $name }</b> ({ $place }) does not know this phone: the account is not open here any more. A mistake? Talk to the school, which can give a new link.
notice-family_free = Noted: your no for <b>{ $name }</b> ({ $place }) counts no more. The question comes back once this pupil is linked to Telegram again.
notice-family_since = Somebody else has answered since for <b>{ $name }</b> ({ $place }): nothing is changed. { family-state } What do you answer now?
family-state =
    { $stands ->
        [blocked] This account is blocked in the ENT: this pupil cannot write here until the school unblocks it.
        [unlinked] This pupil is not linked to Telegram any more: your no stays, and the question comes back once they are again.
        [writes] This pupil can write here.
        [refused] { $school ->
            [yes] A parent says no: this pupil cannot write here, except to call for help. A yes of the school, given once you have talked with the family, would let them.
           *[no] { $says ->
                [no] This pupil cannot write here, except to call for help. You can change your mind with /charte.
               *[yes] A parent says no: this pupil cannot write here, except to call for help. Talk about it together, or with the school.
            }
        }
        [unsure] { $school ->
            [yes] A parent said yes on the phone where the pupil writes, too: make sure that it was them, then answer. This pupil waits, except to call for help.
           *[no] This pupil writes here with the same phone as you: to be sure that it is you, the school confirms it. Meanwhile, they can call for help.
        }
       *[waits] This pupil waits for a yes, except to call for help.
    }
family-answer = { $says ->
        [yes] Yes
       *[no] No
    } { $who ->
        [me] from you
        [named] from { $name } ({ $part ->
            [school] school
           *[parent] parent
        })
       *[other] { $part ->
            [school] from the school
           *[parent] from another parent
        }
    }, { $moment }{ $shared ->
        [yes] , on the phone where the pupil writes, too
       *[no] { "" }
    }
refusal-not-your-child = The ENT does not say that this account is that of a parent of this pupil, nor of the head of their school: if this is a mistake, the school must be told.
refusal-child-unlinked = { $name } is not linked to Telegram any more, so there is nothing to answer for now: the question comes back once this pupil is again.
refusal-own-phone = { $name } writes here with this very phone: for the school’s yes to be sure, somebody else who heads the school must give it.
refusal-old-enough = { $name } is old enough to decide without this: there is nothing left to accept here.

## Language

notice-languages = Which language would you like to use?
notice-unknown_language = I do not speak “{ $typed }”. Choose a language:
notice-language = Fine, let us speak English.

## Personal data

notice-my_data =
    <b>What is kept about you</b>
    { $name } ({ $function }{ $at })
    Requests: { $requests }
    Messages: { $messages }
    { "" }
    What it is for: to answer your requests, and nothing else. Who reads: the school, and the services that help it{ $outside ->
        [yes] { "" }; but nobody of the school reads your call for help told outside it
       *[no] { "" }
    }. For how long: a year after a request is closed. Your messages go through Telegram, outside the European Union. The whole notice, and the address of the data-protection officer, are at the school.
    { "" }
    “{ button-export }”: receive everything in a file, with the answers you were given.
    “{ button-erase }”: your words, your files and your name disappear. All that remains is that something was done, not for whom.
notice-erase_asked =
    <b>Erase everything?</b>
    Your requests will be closed for good. Your messages, your files and your name will be erased here, and your account will no longer be linked to Telegram. There is no way back.
    What remains: the trace of what was done, and the answers given, without your name.
    { $called ->
        [yes] You called for help: your words will be erased, but those who read them will still know that you called, to be able to help.
       *[no] { "" }
    }
notice-erase_asked_agent =
    <b>Erase everything?</b>
    Your requests will be closed for good. Your notes, your files and your name will be erased here, and your account will no longer be linked to Telegram. There is no way back.
    What remains: your answers to families, signed by your level, and the trace of what was done, without your name.
    { "" }
    { $goes ->
        [colleagues] The requests you leave ({ $numbers }) will go to your colleagues.
        [above] The requests you leave ({ $numbers }) will go to { $level }, since you are the last one who reads them here.
       *[nobody] Nobody here will be able to read the requests you leave ({ $numbers }): have somebody else linked first.
    }
notice-left_desk =
    { $goes ->
        [colleagues] You no longer treat the requests of this level. Those you leave ({ $numbers }) go to your former colleagues.
        [above] You no longer treat the requests of this level. Those you leave ({ $numbers }) go to { $level }.
       *[nobody] You no longer treat the requests of this level. Nobody here can read those you leave ({ $numbers }): tell the school.
    }
notice-account_left = The account of <b>{ $name }</b> no longer exists in the ENT: it is no longer linked to Telegram. A mistake? Ask your headteacher.
notice-erased = It is erased. No account is linked here any more. Goodbye!
notice-requester_erased = The person who made request n°{ $number } has erased their data: the request is closed.
notice-page_over = 🗑️ Somebody named here has erased their data: ask for this list or card again.
notice-words_erased = 🗑️ Message erased at the request of its author.
refusal-requester-erased = The person who made request n°{ $number } has erased their data: this request can no longer be reopened, make a new one with /assistance.
