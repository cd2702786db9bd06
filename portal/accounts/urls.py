from django.urls import path

from portal.accounts import views

urlpatterns = [
    path("sessions/<int:pk>/end/", views.end_session, name="end_session"),
]
