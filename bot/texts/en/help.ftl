# Help: the commands, and articles that an operator writes.

## Command

command-aide = Find an answer

## Menu and articles

notice-help =
    <b>How can I help you?</b>
    Just write me your problem, or choose a command:
    { $commands }
    { "" }
    <b>Ready answers</b>
    { $titles }
    { "" }
    To read one, type for instance: <code>/aide password</code>
notice-help_found =
    { $articles }
    { "" }
    <i>Not enough? Make a request.</i>
notice-help_nothing = I have no ready answer for “{ $words }”. Make a request: someone will answer you.
