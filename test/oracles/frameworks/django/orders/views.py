from rest_framework import generics, mixins, permissions, viewsets
from rest_framework.decorators import action, api_view, permission_classes
from rest_framework.response import Response
from rest_framework.views import APIView


class CartViewSet(viewsets.ModelViewSet):
    permission_classes = [permissions.AllowAny]

    @action(detail=True, methods=["post"])
    def checkout(self, request, pk=None):
        return Response()

    @action(detail=False, url_path="by-owner/(?P<owner>[^/.]+)", methods=["get", "delete"])
    def by_owner(self, request, owner=None):
        return Response()

    @action(detail=True)
    def note(self, request, pk=None):
        return Response()

    @note.mapping.put
    def change_note(self, request, pk=None):
        return Response()


class EventViewSet(mixins.ListModelMixin, mixins.DestroyModelMixin, viewsets.GenericViewSet):
    lookup_field = "uuid"

    def replace(self, request):
        return Response()


class Base(viewsets.ReadOnlyModelViewSet):
    http_method_names = ["get", "post"]

    @action(detail=False, methods=["post", "patch"], url_path="count")
    def recount(self, request):
        return Response()


class StockViewSet(Base):
    lookup_url_kwarg = "sku"

    def update(self, request, sku=None):
        return Response()


class LineViewSet(viewsets.ViewSet):
    def list(self, request, cart_pk=None):
        return Response()

    def create(self, request, cart_pk=None):
        return Response()

    def destroy(self, request, pk=None, cart_pk=None):
        return Response()


@api_view(["GET", "POST"])
@permission_classes([permissions.AllowAny])
def search(request):
    return Response()


class PlainView(APIView):
    def get(self, request):
        return Response()

    def patch(self, request):
        return Response()


class OrderList(generics.ListCreateAPIView):
    pass


class OrderDetail(generics.RetrieveUpdateAPIView):
    def delete(self, request, pk):
        return Response()
