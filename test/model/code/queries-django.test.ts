import { expect, test } from 'vitest'
import type { ServiceQuery } from '../../../src/model/system.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { systemOf } from '../../support/model.js'
import { millisecondsSince } from '../../support/processor-time.js'

await openGrammars(['python'])

const PROJECT = {
  'compose.yaml': 'services: { api: { build: ., ports: ["8000:8000"] } }',
  Dockerfile:
    'FROM python:3.13.1-slim\nWORKDIR /code\nCOPY . .\nENV DJANGO_SETTINGS_MODULE=core.settings\nCMD ["gunicorn", "core.wsgi:application", "-b", "0.0.0.0:8000"]',
  'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")',
  'requirements.txt': 'django\ndjangorestframework',
  'core/__init__.py': '',
  'core/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()',
  'core/settings.py': 'ROOT_URLCONF = "core.urls"\nREST_FRAMEWORK = {}\n',
  'core/urls.py': `from django.urls import path, include
from rest_framework.routers import DefaultRouter
from shop import views
router = DefaultRouter()
router.register("orders", views.OrderViewSet)
urlpatterns = [path("list/", views.orders), path("plain/", views.OrderList.as_view()), path("", include(router.urls))]
`,
  'shop/__init__.py': '',
  'shop/models.py': `from django.db import models
class Customer(models.Model):
    name = models.CharField(max_length=20)
class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="orders")
    created_at = models.DateTimeField()
class Hidden(models.Model):
    objects = VisibleManager()
`,
  'shop/serializers.py': 'class OrderSerializer:\n    pass\n',
}

const IMPORTS = `from django.http import JsonResponse
from django.core.paginator import Paginator
from rest_framework.response import Response
from rest_framework.decorators import api_view
from rest_framework import generics, viewsets, pagination
from rest_framework.pagination import LimitOffsetPagination, PageNumberPagination, CursorPagination
from .models import Customer, Hidden, Order
from .serializers import OrderSerializer
`
const EMPTY = 'class OrderList:\n    pass\nclass OrderViewSet:\n    pass\n'

/** The queries of a project with these views, as one line each: what, how it is bounded, what is compared, which routes. */
function queries(views: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const system = systemOf({ ...PROJECT, 'shop/views.py': IMPORTS + views, ...files })
  return system.services.flatMap(service => service.queries.map(line))
}

function line({ entity, limit, comparisons, isComplete, isStreamed, isReturned, routes, eager }: ServiceQuery): string {
  const bound =
    limit === undefined
      ? ''
      : limit.kind === 'fixed'
        ? ` limit ${limit.value}`
        : limit.kind === 'capped'
          ? ` up to ${limit.max}`
          : limit.kind === 'uncapped'
            ? ` uncapped ${limit.parameter} (${limit.fallback})`
            : ' limit unknown'
  const where = comparisons.map(({ field, operator }) => ` ${field} ${operator}`).join('')
  const loads = eager.map(one => ` with ${one.relation}${one.isJoin ? ' joined' : ''}`).join('')
  const to = isReturned ? ` -> ${routes.map(({ method, path }) => `${method} ${path}`).join(', ')}` : ''
  return `${entity ?? '?'}${bound}${where}${loads}${isStreamed ? ' streamed' : ''}${isComplete ? '' : ' …'}${to}`
}

function view(body: string): string {
  const lines = body.split('\n').map(one => `    ${one}`)
  return `@api_view(["GET"])\ndef orders(request):\n${lines.join('\n')}\n${EMPTY}`
}

const ALL = 'Response(OrderSerializer(rows, many=True).data)'

test.each<[string, string, readonly string[]]>([
  ['all rows through a serializer', `rows = Order.objects.all()\nreturn ${ALL}`, ['Order -> GET /list']],
  ['a list', 'return JsonResponse(list(Order.objects.values()), safe=False)', ['Order -> GET /list']],
  [
    'a comprehension',
    'return JsonResponse({"rows": [row.id for row in Order.objects.filter(customer=request.GET["c"])]})',
    ['Order customer_id equals -> GET /list'],
  ],
  ['a slice', `rows = Order.objects.all()[:50]\nreturn ${ALL}`, ['Order limit 50 -> GET /list']],
  [
    'a slice that the client decides',
    `limit = int(request.GET.get("limit") or 20)\nrows = Order.objects.all()\nrows = rows[:limit]\nreturn ${ALL}`,
    ['Order uncapped limit (20) -> GET /list'],
  ],
  [
    'a slice from somewhere on, which is capped',
    `offset = int(request.GET.get("offset", 0))\nlimit = min(int(request.GET.get("limit", 20)), 100)\nrows = Order.objects.all()[offset:offset + limit]\nreturn ${ALL}`,
    ['Order up to 100 -> GET /list'],
  ],
  ['a slice between numbers', `rows = Order.objects.all()[2:4]\nreturn ${ALL}`, ['Order limit 2 -> GET /list']],
  ['a slice from the first on', `rows = Order.objects.all()[0:40]\nreturn ${ALL}`, ['Order limit 40 -> GET /list']],
  [
    'filters: tenants, lists, lookups',
    `rows = Order.objects.filter(company=request.user.company, id__in=ids, created_at__gte=day).exclude(state="x")\nreturn ${ALL}`,
    ['Order company_id equals id in created_at__gte other state other -> GET /list'],
  ],
  [
    'a filter that a request may leave out',
    `rows = Order.objects.all()\nif request.GET.get("c"):\n    rows = rows.filter(customer_id=request.GET["c"])\nreturn ${ALL}`,
    ['Order -> GET /list'],
  ],
  [
    'conditions that are built elsewhere',
    `rows = Order.objects.filter(**given)\nreturn ${ALL}`,
    ['Order … -> GET /list'],
  ],
  ['a method of its own', `rows = Order.objects.open()\nreturn ${ALL}`, ['Order … -> GET /list']],
  ['a manager of its own', `rows = Hidden.objects.all()\nreturn ${ALL}`, ['Hidden … -> GET /list']],
  [
    'pages',
    'page = Paginator(Order.objects.all(), 25).get_page(request.GET.get("page"))\nreturn Response(OrderSerializer(page, many=True).data)',
    ['Order limit 25'],
  ],
  [
    'what is loaded with it',
    `rows = Order.objects.select_related("customer__country").prefetch_related("lines")\nreturn ${ALL}`,
    ['Order with customer.country joined with lines -> GET /list'],
  ],
  ['a stream', 'for row in Order.objects.iterator():\n    use(row)\nreturn Response({})', ['Order streamed']],
  ['a count', 'return Response({"n": Order.objects.count(), "any": Order.objects.exists()})', []],
  ['one row', 'return Response(OrderSerializer(Order.objects.first()).data)', []],
  ['sums by group', 'return Response(Order.objects.values("state").annotate(n=Count("id")))', []],
  ['each value once', 'return Response(list(Order.objects.values_list("state", flat=True).distinct()))', []],
  ['what is only built', 'rows = Order.objects.all()\nreturn Response({"n": rows.count()})', []],
  ['rows of nobody knows what', 'return Response(OrderSerializer(Unknown.objects.all(), many=True).data)', []],
])('functions: %s', (_, body, expected) => {
  expect(queries(view(body))).toEqual(expected)
})

test('a function that gives back a set has not read it', () => {
  const views = `def open_orders():\n    return Order.objects.all()\n${view('page = pages.paginate_queryset(open_orders(), request)\nreturn Response(OrderSerializer(page, many=True).data)')}`
  expect(queries(views)).toEqual([])
})

function viewSet(members: string, before = ''): string {
  const lines = members.split('\n').map(one => `    ${one}`)
  return `def orders(request):\n    return JsonResponse({})\nclass OrderList:\n    pass\n${before}\nclass OrderViewSet(viewsets.ModelViewSet):\n    serializer_class = OrderSerializer\n${lines.join('\n')}\n`
}

const QUERYSET = 'queryset = Order.objects.all()'
const pages = (members: string, base = 'PageNumberPagination') =>
  `class Pages(${base}):\n${members
    .split('\n')
    .map(one => `    ${one}`)
    .join('\n')}\n`

test.each<[string, string, string, readonly string[]]>([
  ['no pages', '', QUERYSET, ['Order -> GET /orders']],
  [
    'pages of a size',
    pages('page_size = 50'),
    `${QUERYSET}\npagination_class = Pages`,
    ['Order limit 50 -> GET /orders'],
  ],
  [
    'pages whose size the client decides',
    pages('page_size = 50\npage_size_query_param = "size"'),
    `${QUERYSET}\npagination_class = Pages`,
    ['Order uncapped size (50) -> GET /orders'],
  ],
  [
    'up to a bound',
    pages('page_size = 50\npage_size_query_param = "size"\nmax_page_size = 200'),
    `${QUERYSET}\npagination_class = Pages`,
    ['Order up to 200 -> GET /orders'],
  ],
  [
    'pages without a size',
    pages('page_size_query_param = "size"'),
    `${QUERYSET}\npagination_class = Pages`,
    ['Order -> GET /orders'],
  ],
  [
    'a limit and an offset',
    pages('default_limit = 20', 'LimitOffsetPagination'),
    `${QUERYSET}\npagination_class = Pages`,
    ['Order uncapped limit (20) -> GET /orders'],
  ],
  [
    'a limit with a bound',
    pages('default_limit = 20\nmax_limit = 100', 'LimitOffsetPagination'),
    `${QUERYSET}\npagination_class = Pages`,
    ['Order up to 100 -> GET /orders'],
  ],
  [
    'pages with code of their own',
    pages('page_size = 50\ndef get_page_size(self, request):\n    return 10'),
    `${QUERYSET}\npagination_class = Pages`,
    ['Order limit unknown -> GET /orders'],
  ],
  [
    'rows by tenant, and a filter that may be left out',
    '',
    'def get_queryset(self):\n    rows = Order.objects.filter(company=self.request.user.company)\n    state = self.request.query_params.get("state")\n    if state:\n        rows = rows.filter(state=state)\n    return rows',
    ['Order company_id equals -> GET /orders'],
  ],
  [
    'what the class says, and more',
    '',
    `${QUERYSET}\ndef get_queryset(self):\n    return super().get_queryset().filter(customer_id=self.request.query_params["c"])`,
    ['Order customer_id equals -> GET /orders'],
  ],
  [
    'nothing for the documentation',
    '',
    'def get_queryset(self):\n    if getattr(self, "swagger_fake_view", False):\n        return Order.objects.none()\n    return Order.objects.filter(user=self.request.user)',
    ['Order user_id equals -> GET /orders'],
  ],
  [
    'one of two sets that is not known',
    '',
    'def get_queryset(self):\n    if self.request.user.is_staff:\n        return Order.objects.all()\n    return visible(self.request.user)',
    [],
  ],
  ['a list of its own', '', `${QUERYSET}\ndef list(self, request):\n    return Response([])`, []],
])('views: %s', (_, before, members, expected) => {
  expect(queries(viewSet(members, before))).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  [
    'pages for all',
    '{"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination", "PAGE_SIZE": 30}',
    ['Order limit 30 -> GET /orders'],
  ],
  [
    'a limit for all',
    '{"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination", "PAGE_SIZE": 30}',
    ['Order uncapped limit (30) -> GET /orders'],
  ],
  [
    'pages without a size for all',
    '{"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination"}',
    ['Order -> GET /orders'],
  ],
  ['a class of the repository', '{"DEFAULT_PAGINATION_CLASS": "core.pages.Pages"}', ['Order up to 500 -> GET /orders']],
  ['None', '{"DEFAULT_PAGINATION_CLASS": None}', ['Order -> GET /orders']],
  [
    'a package',
    '{"DEFAULT_PAGINATION_CLASS": "drf_link_header_pagination.Pages"}',
    ['Order limit unknown -> GET /orders'],
  ],
  ['settings from elsewhere', '{**given}', ['Order limit unknown -> GET /orders']],
])('settings: %s', (_, settings, expected) => {
  const files = {
    'core/settings.py': `ROOT_URLCONF = "core.urls"\nREST_FRAMEWORK = ${settings}\n`,
    'core/pages.py':
      'from rest_framework.pagination import PageNumberPagination\nclass Pages(PageNumberPagination):\n    page_size = 25\n    page_size_query_param = "page_size"\n    max_page_size = 500\n',
  }
  expect(queries(viewSet(QUERYSET), files)).toEqual(expected)
})

test('a view without pages, whatever the settings say', () => {
  const files = {
    'core/settings.py':
      'ROOT_URLCONF = "core.urls"\nREST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination", "PAGE_SIZE": 30}\n',
  }
  expect(queries(viewSet(`${QUERYSET}\npagination_class = None`), files)).toEqual(['Order -> GET /orders'])
})

test('the model of the users by its function', () => {
  const view =
    'from django.contrib.auth import get_user_model\nUser = get_user_model()\ndef orders(request):\n    return JsonResponse({})\nclass OrderViewSet:\n    pass\nclass OrderList(generics.ListAPIView):\n    queryset = User.objects.all()\n'
  expect(queries(view)).toEqual(['User -> GET /plain'])
})

test('ListAPIView lists, RetrieveAPIView does not', () => {
  const views = (base: string) =>
    `def orders(request):\n    return JsonResponse({})\nclass OrderViewSet:\n    pass\nclass OrderList(generics.${base}):\n    queryset = Order.objects.select_related("customer")\n`
  expect(queries(views('ListAPIView'))).toEqual(['Order with customer joined -> GET /plain'])
  expect(queries(views('RetrieveAPIView'))).toEqual([])
})

test.each([
  [
    'branches in branches',
    `rows = Order.objects.all()\n${Array.from({ length: 60 }, () => 'rows = rows if x else rows').join('\n')}`,
  ],
  ['a long chain', `rows = Order.objects${'.filter(a=1)'.repeat(2_000)}`],
  ['a variable of itself', 'rows = rows\nrows = rows.filter(a=rows)'],
  ['many reads', Array.from({ length: 400 }, () => 'rows = Order.objects.all()\nuse(list(rows))').join('\n')],
])('%s end soon', (_, body) => {
  const start = process.cpuUsage()
  queries(view(`${body}\nreturn ${ALL}`))
  expect(millisecondsSince(start)).toBeLessThan(10_000)
})
