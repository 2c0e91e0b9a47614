from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.urls import include, path, re_path
from django.views.generic import RedirectView, TemplateView

from orders import urls as order_urls
from shop import views

api = [
    path("orders/", include(order_urls)),
    path("accounts/", include(("accounts.urls", "accounts"), namespace="accounts")),
]
urlpatterns = [
    path("admin/", admin.site.urls),
    path("", TemplateView.as_view(template_name="home.html"), name="home"),
    path("old/", RedirectView.as_view(url="/")),
    path("api/v1/", include(api)),
    re_path(r"^api/(?P<version>v\d+)/ping/$", views.ping),
    re_path(r"^files/(?P<rest>.*)$", views.download),
    path("health/", include("health_check.urls")),
    path("private/", login_required(views.Private.as_view())),
]
urlpatterns += [
    path("about/", views.about),
    path("contact/<slug:topic>/", views.Contact.as_view()),
] + static(settings.STATIC_URL, document_root="/srv")
