"""The table of words: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL."""

from django.db import migrations

_SQLITE = """
CREATE VIRTUAL TABLE search_text USING fts5(
    name, keywords, body, code, spelled_name, spelled_keywords, spelled_body,
    tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
)
"""
_POSTGRESQL = [
    "CREATE TABLE search_text (document_id bigint PRIMARY KEY, vector tsvector NOT NULL)",
    "CREATE INDEX search_text_vector ON search_text USING gin (vector)",
]


def create(apps, schema_editor):
    statements = _POSTGRESQL if schema_editor.connection.vendor == "postgresql" else [_SQLITE]
    for statement in statements:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_text")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index")]

    operations = [migrations.RunPython(create, drop)]
