from django.urls import path

from . import views

app_name = "accounts"
urlpatterns = []
for name in ("login", "logout"):
    urlpatterns.append(path(f"{name}/", views.sign))
urlpatterns.append(path("me/", views.Me.as_view(), {"extra": 1}))
