from django.urls import path

from portal.pages.models.policy import POLICIES_SLUG
from portal.pages.policies.views import policy

urlpatterns = [
    path(f"{POLICIES_SLUG}/<slug:slug>/", policy, name="policy"),
]
