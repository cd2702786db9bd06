from django.urls import path

from portal.search import views

urlpatterns = [
    path("tim-kiem/", views.site_search, name="site_search"),
    path("goi-y/", views.suggestions, name="suggest"),
]
