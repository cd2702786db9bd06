from django.urls import path

from startups.directory import views

urlpatterns = [
    path("doanh-nghiep/<slug:slug>/", views.profile, name="organization"),
]
