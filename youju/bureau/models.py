"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.bureau.workbook.kept import KeptWorkbook

__all__ = ["KeptWorkbook"]
