# Reports, said to pupils: only the sentences of fr/reports.ftl that are said otherwise, in its order.

refusal-unknown-report = Je ne trouve pas ce signalement : demande à un adulte de l’école.
refusal-report-busy = { $name } est en train de traiter ce signalement : attends un instant.
