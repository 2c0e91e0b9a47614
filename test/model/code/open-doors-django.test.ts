import { describe, expect, it } from 'vitest'
import '../../support/grammars.js'
import { type Files, systemOf } from '../../support/model.js'

const SETTINGS = 'ROOT_URLCONF = "shop.urls"\n'

/** What stands open of a shop in Django with these files: the path, and `?` behind it where that is not sure. */
function doors(files: Files): readonly string[] {
  const [service] = systemOf({
    'compose.yaml': 'services: { web: { build: ., ports: ["80:8000"] } }\n',
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n',
    'shop/wsgi.py': 'import os\nimport django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/settings.py': SETTINGS,
    'shop/models.py': 'from django.db import models\nclass Order(models.Model):\n    note = models.TextField()\n',
    ...files,
  }).services
  expect(service?.routes.routes.length).toBeGreaterThan(2)
  return (service?.openDoors ?? []).map(({ what, doubt }) => (doubt === undefined ? what : `${what} ?`))
}

const VIEWS = `
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from shop.models import Order
import other

@login_required
def edit(request, pk):
    get_object_or_404(Order, pk=pk).save()

@login_required
def close(request, pk):
    get_object_or_404(Order, pk=pk).save()

`

const URLS = (entry: string) =>
  `from django.contrib.auth.decorators import login_required, user_passes_test\nfrom django.urls import path\nfrom shop import views\nimport other\nurlpatterns = [\n    path("orders/<int:pk>/edit", views.edit),\n    path("orders/<int:pk>/close", views.close),\n    ${entry},\n]\n`

/** The last of three views of orders, the others of which ask for a login. */
function third(
  view: string,
  entry = 'path("orders/<int:pk>/drop", views.drop)',
  settings = SETTINGS,
  files: Files = {},
) {
  const path = '/orders/:pk/drop'
  const found = doors({
    'shop/views.py': VIEWS + view,
    'shop/urls.py': URLS(entry),
    'shop/settings.py': settings,
    ...files,
  })
  return found.map(one => one.replace(`POST ${path}`, path).replace(path, 'open'))
}

const DROP = 'def drop(request, pk):\n    get_object_or_404(Order, pk=pk).delete()\n    return redirect("orders")\n'
const CLASS = (head: string, body = '') =>
  `${head}:\n${body}    def post(self, request, pk):\n        get_object_or_404(Order, pk=pk).delete()\n`
const AS_VIEW = 'path("orders/<int:pk>/drop", views.Drop.as_view())'

describe('views of Django that ask nobody', () => {
  it.each([
    ['nothing before it', DROP, ['open']],
    [
      'a decorator that has nothing to do with it',
      `from django.views.decorators.http import require_POST\n@require_POST\n${DROP}`,
      ['open'],
    ],
    ['a decorator from outside', `@other.gate\n${DROP}`, ['open ?']],
    ['a decorator with "require" in its name', `@other.require_staff\n${DROP}`, ['open ?']],
    [
      'a permission',
      `from django.contrib.auth.decorators import permission_required\n@permission_required("shop.drop")\n${DROP}`,
      [],
    ],
    [
      'a login by another name',
      `from django.contrib.auth.decorators import login_required as members\n@members\n${DROP}`,
      [],
    ],
    [
      'the staff',
      `from django.contrib.admin.views.decorators import staff_member_required\n@staff_member_required\n${DROP}`,
      [],
    ],
    [
      'a test that has a name',
      `from django.contrib.auth.decorators import user_passes_test\nboss = user_passes_test(lambda u: u.boss)\n@boss\n${DROP}`,
      [],
    ],
    ['its openness is said', `@other.public\n${DROP}`, []],
    ['it is closed to who is not known', `@other.anonymous_forbidden\n${DROP}`, ['open ?']],
    ['its openness is set', `${DROP}drop.login_required = False\n`, []],
    ['it reads only', 'def drop(request, pk):\n    return get_object_or_404(Order, pk=pk)\n', []],
    [
      'it counts who looks',
      'def drop(request, pk):\n    order = get_object_or_404(Order, pk=pk)\n    order.views += 1\n    order.save()\n',
      [],
    ],
    [
      'it changes what it shows',
      'def drop(request, pk):\n    order = get_object_or_404(Order, pk=pk)\n    order.save()\n',
      [],
    ],
    [
      'it changes what it is sent',
      'def drop(request, pk):\n    order = get_object_or_404(Order, pk=pk)\n    if request.method == "POST":\n        order.note = request.POST["note"]\n        order.save()\n',
      ['open'],
    ],
    ['it makes something new', 'def drop(request, pk):\n    Order(note=pk).save()\n', []],
    [
      'the session is changed only',
      'def drop(request, pk):\n    order = get_object_or_404(Order, pk=pk)\n    request.session.delete(order)\n',
      [],
    ],
    [
      'it refuses',
      `def drop(request, pk):\n    if pk: raise other.PermissionDenied\n${DROP.slice(DROP.indexOf('\n') + 1)}`,
      [],
    ],
    [
      'it hands the request on',
      `def drop(request, pk):\n    other.check(request)\n${DROP.slice(DROP.indexOf('\n') + 1)}`,
      ['open ?'],
    ],
    [
      'it looks at what a middleware put there',
      `def drop(request, pk):\n    other.check(request.shop)\n${DROP.slice(DROP.indexOf('\n') + 1)}`,
      ['open ?'],
    ],
    [
      'it looks at a cookie',
      `def drop(request, pk):\n    other.check(request.COOKIES)\n${DROP.slice(DROP.indexOf('\n') + 1)}`,
      ['open ?'],
    ],
  ])('%s', (_, view, expected) => {
    expect(third(view)).toEqual(expected)
  })

  it.each([
    ['nothing around it', 'class Drop(View)', '', ['open']],
    [
      'a mixin',
      'from django.contrib.auth.mixins import LoginRequiredMixin\nclass Drop(LoginRequiredMixin, View)',
      '',
      [],
    ],
    [
      'a base with a mixin',
      'from django.contrib.auth.mixins import UserPassesTestMixin\nclass Base(UserPassesTestMixin, View):\n    pass\nclass Drop(Base)',
      '',
      [],
    ],
    ['a base from outside', 'class Drop(other.Base, View)', '', ['open ?']],
    ['a decorator of its method', 'class Drop(View)', '    @other.gate\n    def get(self, request): pass\n', ['open']],
    [
      'a decorator of all its methods',
      'from django.utils.decorators import method_decorator\n@method_decorator([login_required], name="dispatch")\nclass Drop(View)',
      '',
      [],
    ],
    [
      'decorators by name',
      'from django.utils.decorators import method_decorator\nall = [login_required]\n@method_decorator(all, name="dispatch")\nclass Drop(View)',
      '',
      [],
    ],
    [
      'what runs before',
      'class Drop(View)',
      '    def dispatch(self, request, *args):\n        if not self.request.user.is_staff: return redirect("x")\n',
      [],
    ],
    ['a permission that something reads', 'class Drop(View)', '    permission_required = "drop"\n', ['open ?']],
  ])('a class: %s', (_, head, body, expected) => {
    expect(third(CLASS(head, body), AS_VIEW)).toEqual(expected)
  })

  it.each([
    ['a login', 'path("orders/<int:pk>/drop", login_required(views.drop))', []],
    ['a login with settings', 'path("orders/<int:pk>/drop", login_required(login_url="/in")(views.drop))', []],
    ['a test', 'path("orders/<int:pk>/drop", user_passes_test(lambda u: u.boss)(views.drop))', []],
    ['something of another package', 'path("orders/<int:pk>/drop", other.gate(views.drop))', []],
    ['a proof in the path', 'path("orders/<uuid:uuid>/drop", views.drop)', []],
    ['what readers add', 'path("orders/<int:pk>/comment", views.drop)', []],
    ['a page for everybody', 'path("orders/webhook/<int:pk>", views.drop)', []],
  ])('around it where it is registered: %s', (_, entry, expected) => {
    expect(third(DROP, entry)).toEqual(expected)
  })

  it.each([
    ['of Django', '"django.contrib.sessions.middleware.SessionMiddleware"', '', ['open']],
    ['that asks for a login', '"django.contrib.auth.middleware.LoginRequiredMiddleware"', '', []],
    ['of a package that nobody knows', '"gate.middleware.Gate"', '', ['open ?']],
    [
      'of its own',
      '"shop.middleware.Own"',
      'class Own:\n    def __call__(self, request): return self.get(request)\n',
      ['open'],
    ],
    [
      'of its own that asks',
      '"shop.middleware.Own"',
      'class Own:\n    def __call__(self, request):\n        if not request.user.id: return redirect("in")\n',
      ['open ?'],
    ],
    ['that is not known', 'other.name()', '', ['open ?']],
  ])('a middleware %s', (_, name, text, expected) => {
    const settings = `import other\n${SETTINGS}MIDDLEWARE = [${name}]\n`
    expect(third(DROP, undefined, settings, { 'shop/middleware.py': text })).toEqual(expected)
  })

  it('is not said where half of the views are open, or in another file', () => {
    expect(third('', 'path("things/<int:pk>/drop", other.drop)')).toEqual([])
    const four = ['a', 'b', 'c', 'd'].map(name => DROP.replace('drop', name)).join('')
    const entries = ['a', 'b', 'c', 'd'].map(name => `path("${name}/<int:pk>", views.${name})`).join(',\n    ')
    expect(third(four, entries)).toEqual([])
  })
})

const API = `
from rest_framework import permissions, viewsets
from rest_framework.decorators import action, api_view, permission_classes
from shop.models import Order
import other

class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    permission_classes = [permissions.IsAuthenticated]

`

function api(text: string, settings = ''): readonly string[] {
  return doors({
    'shop/settings.py': `import other\n${SETTINGS}${settings}`,
    'shop/urls.py':
      'from django.urls import path\nfrom rest_framework.routers import SimpleRouter\nfrom shop import api\nrouter = SimpleRouter()\nrouter.register("orders", api.Orders)\nrouter.register(r"orders/(?P<order>[0-9]+)/items", api.Items)\nurlpatterns = router.urls\n',
    'shop/api.py': API + text,
  }).map(one => one.replace(/^(\w+) \/orders\/:order\/items\/:pk/, '$1'))
}

const ITEMS = (body: string, base = 'viewsets.ModelViewSet') =>
  `class Items(${base}):\n    queryset = Order.objects.all()\n${body}`
const ALL = ['PUT', 'PATCH', 'DELETE']
const UNSURE = ALL.map(one => `${one} ?`)
const PERMISSIONS = (text: string) => `REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ${text}}\n`

describe('views of REST framework that ask nobody', () => {
  it.each([
    ['no permission', ITEMS(''), '', ALL],
    ['a default', ITEMS(''), PERMISSIONS('["rest_framework.permissions.IsAuthenticated"]'), []],
    ['a default that is not known', ITEMS(''), PERMISSIONS('other.classes()'), UNSURE],
    ['defaults that are not known', ITEMS(''), 'REST_FRAMEWORK = other.settings()\n', UNSURE],
    ['a default that lets all pass', ITEMS(''), PERMISSIONS('["rest_framework.permissions.AllowAny"]'), ALL],
    [
      'a middleware that REST framework may go around',
      ITEMS(''),
      'MIDDLEWARE = ["django.contrib.auth.middleware.LoginRequiredMiddleware"]\n',
      UNSURE,
    ],
    ['all may pass', ITEMS('    permission_classes = [permissions.AllowAny]\n'), '', []],
    ['no permission, in writing', ITEMS('    permission_classes = []\n'), '', []],
    ['one or the other', ITEMS('    permission_classes = [permissions.IsAdminUser | other.Own]\n'), '', UNSURE],
    [
      'a permission of its own',
      `class Own(permissions.BasePermission): pass\n${ITEMS('    permission_classes = [Own]\n')}`,
      '',
      [],
    ],
    ['permissions by request', ITEMS('    def get_permissions(self): return other.of(self.action)\n'), '', UNSURE],
    [
      'rows of the user',
      ITEMS('    def get_queryset(self): return Order.objects.filter(owner=self.request.user)\n'),
      '',
      [],
    ],
    ['a base from outside', ITEMS('', 'other.Base, viewsets.ModelViewSet'), '', UNSURE],
    [
      'a base with a permission',
      `class Base(viewsets.ModelViewSet):\n    permission_classes = [permissions.IsAdminUser]\n${ITEMS('', 'Base')}`,
      '',
      [],
    ],
  ])('%s', (_, text, settings, expected) => {
    expect(api(text, settings)).toEqual(expected)
  })
})

describe('operations of django-ninja that ask nobody', () => {
  const head =
    'from django.urls import path\nfrom ninja import NinjaAPI, Router\nfrom ninja.security import django_auth\nfrom shop.models import Order\n'
  const operation = (verb: string, given: string, router = 'api') =>
    `@${router}.${verb}("/orders/{pk}"${given})\ndef ${verb}_one(request, pk: int):\n    Order.objects.filter(pk=pk).delete()\n`
  const ninja = (api: string, last: string, rest = '') =>
    doors({
      'shop/urls.py': `${head}api = NinjaAPI(${api})\nrouter = Router(${rest})\n${operation('put', ', auth=django_auth')}${operation('patch', ', auth=django_auth')}${last}api.add_router("/", router)\nurlpatterns = [path("api/", api.urls)]\n`,
    })

  it.each([
    ['nothing', '', operation('delete', ''), '', ['DELETE /api/orders/:pk']],
    ['for all of it', 'auth=django_auth', operation('delete', ''), '', []],
    ['for none of it', 'auth=django_auth', operation('delete', ', auth=None'), '', []],
    ['by its router', '', operation('delete', '', 'router'), 'auth=django_auth', []],
    ['not by its router', '', operation('delete', '', 'router'), '', ['DELETE /api/orders/:pk']],
    ['several ways', '', operation('delete', ', auth=[django_auth, lambda r: r]'), '', []],
  ])('%s', (_, given, last, rest, expected) => {
    expect(ninja(given, last, rest)).toEqual(expected)
  })
})
