from django.http import HttpResponse
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods
from django.views.generic import FormView


def about(request):
    return HttpResponse()


@csrf_exempt
@require_http_methods(["POST", "PUT"])
def ping(request, version):
    return HttpResponse()


@require_GET
def download(request, rest):
    return HttpResponse()


class Private(View):
    def get(self, request):
        return HttpResponse()

    def delete(self, request):
        return HttpResponse()


class Contact(FormView):
    template_name = "contact.html"
    http_method_names = ["get", "post"]
