# Links by which people come in: one given to a person, invitations, and who came.

## Buttons and commands
