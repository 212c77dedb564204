# Help: the commands, and articles that an operator writes.

## Command and buttons

command-aide = Find an answer
command-outil = Which tool of the ENT to use?

button-article = Article
button-topic = Topic
button-help = ❓ All the answers
button-advice = Article
button-solved = 👍 This helped me
button-unsolved = ✍️ Go on with my request
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
notice-help_topic = { $tools ->
        [yes] <b>What do you want to do?</b> Tap a line: I say which tool of the ENT to use.
       *[no] <b>{ $topic }</b>
    }
notice-help_thanks =
    { $article }
    { "" }
    👍 Thank you, glad to hear it! For another question: /aide
notice-advice =
    { $article }
    { "" }
    Nothing has been sent yet.
notice-advice_solved =
    { $article }
    { "" }
    👍 Good! I have sent nothing to the support.
notice-help_nothing = I have no ready-made answer for “{ $words }”. { $waits ->
        [yes] Ask a grown-up. Does something frighten you? Write it here right away.
       *[no] Tap “{ button-new }”: someone will answer you.
    }
