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
    Just write me your problem, or tap a question below. To search: <code>/aide password</code>
    { "" }
    <b>Your commands</b>
    { $commands }
notice-help_found = Here is what I found for “{ $words }”. Tap a question, or make a request: someone will answer you.
notice-help_thanks =
    { $article }
    { "" }
    👍 Thank you, glad to hear it! Another question? Write to me whenever you like.
notice-help_nothing = I have no ready-made answer for “{ $words }”. Tap “New request”: someone will answer you.
