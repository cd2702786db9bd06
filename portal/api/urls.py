from portal.api.interface import urlpatterns

__all__ = ["urlpatterns"]
