"""The words of articles, as searching asks for them: an index of the database's own, SQLite's FTS5 or PostgreSQL's GIN.

Both hold pairs of characters (lib/grams.py): SQLite's own trigrams find no word of two characters, which most Chinese
words are, and the extension pg_trgm is not there on every server.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy as _

from youju.lib.grams import grams
from youju.records.publicity.article.body import plain

_TABLE, _INDEX = "article_articlewords", "article_words_index"


class ArticleWordsQuerySet(models.QuerySet["ArticleWords"]):
    def holding(self, asked: Sequence[str], *, every: bool = True) -> "models.QuerySet[ArticleWords]":
        """The rows with every one of these words, or with any of them; a word of one character begins another."""
        if not asked:
            return self.none()
        if connections[self.db].vendor == "sqlite":
            quoted = (f'"{word}"{"*" if len(word) == 1 else ""}' for word in asked)
            match = (" AND " if every else " OR ").join(quoted)
            where = f"{_TABLE}.article_id IN (SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH %s)"
            return self.extra(where=[where], params=[match])
        begun, whole = ([word for word in asked if (len(word) == 1) == short] for short in (True, False))
        conditions = [f"strpos(' ' || {_TABLE}.words, %s) > 0" for _word in begun]
        params: list[str | list[str]] = [f" {word}" for word in begun]
        if whole:
            conditions.append(f"string_to_array({_TABLE}.words, ' ') {'@>' if every else '&&'} %s")
            params.append(whole)
        return self.extra(where=[(" AND " if every else " OR ").join(conditions)], params=params)


class ArticleWords(models.Model):
    """words: divided by blanks, in the order of title, tags and text."""

    article = models.OneToOneField("article.Article", models.CASCADE, primary_key=True, related_name="words")
    words = models.TextField(_("words of the index"))

    objects = ArticleWordsQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of an article")
        verbose_name_plural = _("words of articles")

    def __str__(self) -> str:
        return str(self.article)


def words_of(article: Any) -> str:
    told = (article.title, article.tags, article.byline, article.source, plain(article.body))
    return " ".join(dict.fromkeys(grams("\n".join(told))))


def words_write(article: Any) -> None:
    """Keep the words of an article as it now reads."""
    ArticleWords.objects.update_or_create(article=article, defaults={"words": words_of(article)})


def install(using: str = "default") -> None:
    """Put the index in place and fill it, whether or not it is there; nothing where the table is not there yet."""
    connection = connections[using]
    if _TABLE not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in _statements(connection):
            cursor.execute(statement)


def _statements(connection: BaseDatabaseWrapper) -> list[str]:
    if connection.vendor == "postgresql":
        return [f"CREATE INDEX IF NOT EXISTS {_INDEX} ON {_TABLE} USING gin (string_to_array(words, ' '))"]
    added = f"INSERT INTO {_INDEX}(rowid, words) VALUES (new.article_id, new.words);"
    removed = f"INSERT INTO {_INDEX}({_INDEX}, rowid, words) VALUES ('delete', old.article_id, old.words);"
    triggers = {"added": ("INSERT", added), "removed": ("DELETE", removed), "changed": ("UPDATE", removed + added)}
    return [
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {_INDEX} USING fts5("
        f"words, content='{_TABLE}', content_rowid='article_id', detail='none')",
        *(f"DROP TRIGGER IF EXISTS {_INDEX}_{name}" for name in triggers),
        *(
            f"CREATE TRIGGER {_INDEX}_{name} AFTER {event} ON {_TABLE} BEGIN {done} END"
            for name, (event, done) in triggers.items()
        ),
        f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('rebuild')",
    ]
