from django.urls import include, path
from rest_framework.routers import DefaultRouter, SimpleRouter
from rest_framework_nested.routers import NestedSimpleRouter

from . import views

router = DefaultRouter()
router.register("carts", views.CartViewSet, basename="cart")
router.register(r"events", views.EventViewSet, basename="event")
simple = SimpleRouter(trailing_slash=False)
simple.register("stock", views.StockViewSet, basename="stock")
lines = NestedSimpleRouter(router, "carts", lookup="cart")
lines.register("lines", views.LineViewSet, basename="cart-lines")
router.registry.extend(SimpleRouter().registry)

urlpatterns = [
    path("", include(router.urls)),
    path("", include(lines.urls)),
    path("s/", include(simple.urls)),
    path("search/", views.search),
    path("plain/", views.PlainView.as_view()),
    path("all/", views.OrderList.as_view()),
    path("all/<int:pk>/", views.OrderDetail.as_view()),
    path("bound/", views.EventViewSet.as_view({"get": "list", "put": "replace"})),
]
