from django.urls import path

from portal.core.mail import views

urlpatterns = [
    path("", views.mailbox, name="mailbox"),
    path("<int:pk>/", views.mailbox_mail, name="mailbox_mail"),
]
