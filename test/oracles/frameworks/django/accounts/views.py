from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.views.decorators.http import require_POST
from django.views.generic import DetailView


@require_POST
def sign(request):
    return HttpResponse()


class Me(LoginRequiredMixin, DetailView):
    pass
