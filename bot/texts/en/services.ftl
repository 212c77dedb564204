# The services of a school: applications, links, connectors, widgets.

## Buttons and commands

button-services = 🧩 Services
button-service_at = This school
button-service_kind = This kind
button-service_look = This service
button-service_before = ◀️ Before
button-service_after = More ▶️
button-service_new = ➕ New link
button-service_connector = 🆘 Ask for a connector
button-service_profile = This profile
button-service_save = Confirm
button-service_change = ✏️ Change
button-service_withdraw = Withdraw the link
button-service_now = Confirm

command-services = The school’s applications and links

services-tab-application = Applications
services-tab-link = Links
services-tab-connector = Connectors
services-tab-widget = Widgets

## Acts on the ENT, as a message of doubt names them

act-give_service = a change of access
act-create_link = a new link
act-change_link = the change of a link
act-withdraw_link = the withdrawal of a link

## The list

notice-services_where =
    { $more ->
        [yes] Which school is it? If it is not below, write the beginning of its name.
       *[no] Which school is it?
    }
services-title =
    { $kind ->
        [link] 🧩 <b>Links</b> · { $place }
        [connector] 🧩 <b>Connectors</b> · { $place }
        [widget] 🧩 <b>Widgets</b> · { $place }
       *[application] 🧩 <b>Applications</b> · { $place }
    }
services-application = What the ENT offers. Tap an application to choose who has it.
services-link = A link leads to a site: one more icon among the applications. To add one, write its address.
services-connector =
    A connector leads to a site and signs its reader in there. It takes an agreement between publishers: the assistance sets it up, and has about a hundred of them ready.
services-widget = The small boxes of the home page. Tap one to choose who sees it.
services-line =
    • <b>{ $name }</b> — { $profiles ->
        [none] nobody
       *[other] { $profiles }
    }{ $lock ->
        [open] { "" }
       *[other] { " 🔒" }
    }
services-none =
    { $kind ->
        [link] No link so far.
        [connector] No connector so far.
       *[other] Nothing so far.
    }

## The card of a service

service-title =
    { $address ->
        [none] 🧩 <b>{ $name }</b> · { $place }
       *[other]
            🧩 <b>{ $name }</b> · { $place }
            <code>{ $address }</code>
    }
service-who =
    { $profiles ->
        [none] Nobody of this school has it.
       *[other] In this school, it belongs to: { $profiles }
    }
service-inherited = 🔒 This service comes from a structure above the school, which alone changes it and chooses who has it. To ask for it: /assistance
service-locked = 🔒 The ENT keeps this service as it is for every school. To talk about it: /assistance
service-given = ➕ To give: { $given }
service-withdrawn = ➖ To withdraw: { $withdrawn }
service-done = ✅ Done for <b>{ $name }</b> ({ $place }).
service-done-given = ➕ Now have it: { $given }
service-done-withdrawn = ➖ Have it no more: { $withdrawn }

## A link

service-address =
    { $address ->
        [none] 🔗 What is the address of the site? Copy it from the browser, for instance <code>https://www.ville.fr/cantine</code>
       *[other]
            🔗 What is the new address of <b>{ $name }</b>?
            Today: <code>{ $address }</code>
            “{ button-skip }” keeps it.
    }
service-name =
    { $before ->
        [none]
            🔗 <code>{ $address }</code>
            Which name should people read below the icon? For instance: Canteen
       *[other]
            🔗 <code>{ $address }</code>
            What is the new name of “{ $before }”? “{ button-skip }” keeps it.
    }
link-asked =
    🔗 New link for { $place }: <b>{ $name }</b>
    <code>{ $address }</code>
    { $profiles ->
        [none] Tap those who are to have it among their applications, then confirm.
       *[other] Are to have it among their applications: { $profiles }
    }
link-change-asked =
    ✏️ Change the link <b>{ $before }</b> ({ $place })? It becomes:
    <b>{ $name }</b>
    <code>{ $address }</code>
    Those who have it keep it.
link-withdraw-asked =
    Withdraw the link <b>{ $name }</b> from { $place }?
    <code>{ $address }</code>
    { $profiles ->
        [none] Nobody has it so far.
       *[other] It goes from the applications of: { $profiles }
    }
link-made =
    { $given ->
        [yes]
            ✅ The link <b>{ $name }</b> is made for { $place }.
            Have it among their applications: { $profiles }
       *[no]
            ⚠️ The link <b>{ $name }</b> is made for { $place }, but I am not sure that all have it.
            Open it with the button, and give it to: { $profiles }
    }
link-changed =
    ✅ The link is changed ({ $place }): <b>{ $name }</b>
    <code>{ $address }</code>
link-withdrawn = ✅ The link <b>{ $name }</b> is withdrawn ({ $place }).
address-completed = <i>I have put https:// before the address: check that it opens.</i>
address-plain = ⚠️ This address is not encrypted (http): prefer https where the site allows it.
address-keyed = ⚠️ This address seems to hold a key or a login: whoever reads it comes in with it. Prefer the public address of the site.

## Refusals

refusal-address-long = This address is too long (more than { $limit } characters): copy that of the site’s home page.
refusal-address-signs = An address has no space, no quotation mark and no hidden sign: copy it as it is from the browser.
refusal-address-scheme = A link can only lead to a site: give an address that begins with https://.
refusal-address-login = This address holds a login or a password: take away what stands before the sign @, as everybody could read it.
refusal-address-inside = This address only opens in a private network, not in people’s homes: give that of the public site.
refusal-address-unread = I do not recognise the address of a site: copy it from the browser, with https:// before it.
refusal-service-name-long = This name is too long for an icon (more than { $limit } characters): choose a shorter one.
refusal-service-name-signs = A name is written in letters, without quotation marks or angle brackets: write it more simply.
refusal-service-taken = The school has a link or a connector “{ $name }” already: choose another name, or change the one that is there.
refusal-service-unknown = The school has no service “{ $words }”: check the name, or tap it in the list of /services.
refusal-service-several = “{ $words }” may be { $names }: write the whole name.
refusal-service-unchanged = Nothing is changed so far: tap what is to change, or cancel.
refusal-service-for-nobody = Nobody would have this link: tap those who are to have it first.
refusal-service-confirm = I did not understand: tap “{ button-service_now }”, or cancel.
refusal-service-gone = The school has the service “{ $name }” no more: nothing was changed, look again with /services.
refusal-service-forbidden = The ENT does not let me change “{ $name }”: nothing was changed, ask for it with /assistance.
