"""The figures that an officer's first screen shows; the figures page shows all."""

MAIN = (
    "study.center_group.sessions",
    "study.branch.sessions",
    "publicity.local",
    "publicity.upper",
    "honours.advanced_persons",
    "volunteers.persons",
    "reviews.meetings",
    "reviews.satisfaction",
    "inquiries.online.answered",
    "inquiries.online.answer_rate",
)
