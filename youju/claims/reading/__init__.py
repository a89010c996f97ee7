"""Reading figures out of prose.

Every other __init__ of the project is empty; this one gives the package its one public door,
`from youju.claims.reading import extract`, and loads nothing but the reading itself.
"""

from youju.claims.reading.claim import Claim
from youju.claims.reading.extract import extract

__all__ = ["Claim", "extract"]
