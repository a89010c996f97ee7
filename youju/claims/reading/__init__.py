"""Reading figures out of prose.

Every other __init__ of the project is empty; this one gives the package its one public door,
`from youju.claims.reading import extract`, and loads nothing but the reading itself. Who looks at the words round a
claim takes the soft line breaks out first: `flow = in_sentences(text)`, `read(flow.text)`, `flow.back(claim)`.
"""

from youju.claims.reading.claim import Claim
from youju.claims.reading.extract import extract, read
from youju.claims.reading.lines import flowing, in_sentences

__all__ = ["Claim", "extract", "flowing", "in_sentences", "read"]
