from django.urls import path

from portal.pages.contact import views
from portal.pages.models.contact import CONTACT_SLUG

urlpatterns = [path(f"{CONTACT_SLUG}/da-gui/", views.contact_sent, name="contact_sent")]
