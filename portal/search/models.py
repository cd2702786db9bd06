"""The index as ordinary tables, the same on both databases; only the words lie in a table of the engine."""

from django.db import models

__all__ = ["GlossaryEntry", "SearchDirty", "SearchDocument", "SearchFacet", "SearchPair", "SearchWord"]


class SearchDocument(models.Model):
    """One document. `texts` keeps the original spelling for highlights: {language: {"title": …, "body": …}}."""

    kind = models.CharField(max_length=30)
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=5, blank=True)
    texts = models.JSONField()
    words = models.TextField()  # folded, in order: what spelling is learned from
    sort_key = models.CharField(max_length=800)
    created_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id", "language"], name="one_document_a_thing")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchFacet(models.Model):
    """One value of one facet of a document, for one audience."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="facet_rows")
    name = models.CharField(max_length=30)
    value = models.CharField(max_length=100)
    audience = models.CharField(max_length=12, default="public")

    class Meta:
        indexes = [models.Index(fields=["name", "value", "document"], name="facet_by_value")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class SearchDirty(models.Model):
    """A thing that changed together with many others and waits to be indexed by the job.

    The same thing may wait more than once: each change writes a row of its own, which is seen only when it is committed,
    so that none is lost while the job works on an earlier one.
    """

    kind = models.CharField(max_length=30)
    object_id = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchWord(models.Model):
    """A folded word of the index and in how many documents it stands."""

    word = models.CharField(max_length=60, primary_key=True)
    documents = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.word


class SearchPair(models.Model):
    """Two folded words that stand beside each other, and how often: the context of a misspelled syllable."""

    pair = models.CharField(max_length=121, primary_key=True)
    times = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.pair


class GlossaryEntry(models.Model):
    """Words that mean the same to people of the province, in any language, abbreviations included."""

    terms = models.JSONField()
    note = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return ", ".join(self.terms)
