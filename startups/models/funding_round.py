from django.db import models
from django.utils.translation import gettext_lazy as _

from startups.enums import RoundKind, Visibility


class FundingRoundQuerySet(models.QuerySet["FundingRound"]):
    """Rounds by audience."""

    def public(self) -> "FundingRoundQuerySet":
        return self.filter(visibility=Visibility.PUBLIC)


class FundingRound(models.Model):
    """Money raised or being raised. Amounts are integers in minor units of `currency`; private by default."""

    organization = models.ForeignKey("startups.Organization", on_delete=models.CASCADE, related_name="funding_rounds")
    kind = models.CharField(_("kind"), max_length=20, choices=RoundKind.choices)
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    amount = models.PositiveBigIntegerField(_("amount"), null=True, blank=True)
    target_amount = models.PositiveBigIntegerField(_("amount sought"), null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="VND")
    visibility = models.CharField(
        _("visible to"), max_length=10, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    is_open = models.BooleanField(_("open for investors"), default=False)

    objects = FundingRoundQuerySet.as_manager()

    class Meta:
        ordering = ["organization", "-is_open", "-announced_on", "pk"]
        verbose_name = _("funding round")
        verbose_name_plural = _("funding rounds")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.announced_on or ''}".strip()
