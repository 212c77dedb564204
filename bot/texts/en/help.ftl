# Help: the commands, and articles that an operator writes.

## Command and buttons

command-aide = Find an answer

button-article = Article
button-help = ❓ All the answers
button-help_back = Back
button-help_thanks = 👍 This helped me

## Menu and articles

notice-help =
    <b>How can I help you?</b>
    Write me your problem, in your own words. Or tap a question below.
    To search: <code>/aide password</code>
    { "" }
    <b>Commands</b>
    { $commands }
notice-help_early =
    { family-whom }
    { family-fear }
    Meanwhile, tap a question below to read an answer.
    { "" }
    <b>What works already</b>
    { $commands }
notice-help_found = Here is what I found for “{ $words }”.{ $waits ->
        [yes] { "" }
       *[no] { " " }Nothing fits? With “{ button-new }”, someone will answer you.
    }
notice-help_thanks =
    { $article }
    { "" }
    👍 Thank you, glad to hear it! For another question: /aide
notice-help_nothing = I have no ready-made answer for “{ $words }”. { $waits ->
        [yes] Ask a grown-up. Does something frighten you? Write it here right away.
       *[no] Tap “{ button-new }”: someone will answer you.
    }
