"""Whether the sample data was ever loaded here: it comes once, and not again after it was purged."""

from django.db import models
from django.utils import timezone

__all__ = ["SampleLoad"]


class SampleLoad(models.Model):
    """One loading of the sample data."""

    loaded_at = models.DateTimeField(default=timezone.now)
    purged_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.loaded_at:%Y-%m-%d}"
