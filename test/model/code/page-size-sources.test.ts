import { expect, test } from 'vitest'
import rule from '../../../rules/query/page-size-uncapped.js'
import { check } from '../../../src/check.js'
import '../../support/grammars.js'
import { systemOf } from '../../support/model.js'

/** The places of the findings about lists of three tables with these settings and classes of pages, with what each joins. */
function found(settings: string, pages: readonly [string, string, string]): readonly string[] {
  const view = (name: string, own: string) =>
    `class ${name}s(generics.ListAPIView):\n    queryset = ${name}.objects.all()\n${own === '' ? '' : `    pagination_class = ${own}\n`}`
  const names = ['Order', 'Invoice', 'Payment']
  const system = systemOf({
    'compose.yaml': 'services: { api: { build: ., ports: ["80:8000"] } }\n',
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n',
    'shop/wsgi.py': 'import os\nimport django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/settings.py': `ROOT_URLCONF = "shop.urls"\n${settings}`,
    'shop/urls.py': `from django.urls import path\nfrom shop import views\nurlpatterns = [${names.map(name => `path("${name}", views.${name}s.as_view())`).join(', ')}]\n`,
    'shop/models.py': `from django.db import models\n${names.map(name => `class ${name}(models.Model):\n    note = models.TextField()\n`).join('')}`,
    'shop/pages.py':
      'from rest_framework.pagination import *\nfrom rest_framework.pagination import LimitOffsetPagination, PageNumberPagination\nclass Offsets(LimitOffsetPagination):\n    default_limit = 20\nclass Numbers(PageNumberPagination):\n    page_size = 20\n    page_size_query_param = "size"\n',
    'shop/views.py': `from rest_framework import generics\nfrom rest_framework.pagination import LimitOffsetPagination\nfrom shop.models import *\nfrom shop.models import Invoice, Order, Payment\nfrom shop.pages import Numbers, Offsets\n${names.map((name, at) => view(name, pages[at] ?? '')).join('')}`,
  })
  const findings = check(system, [rule], new Map()).flatMap(one => one.outcomes.flatMap(({ findings: all }) => all))
  return findings.map(
    ({ place, related, identity }) => `${identity.key} ${place.path} < ${related.map(one => one.place.path).join(' ')}`,
  )
}

const DEFAULTS = (name: string) => `REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "${name}", "PAGE_SIZE": 20}\n`
const VIEW = 'shop/views.py'

test.each([
  [
    'a setting is one finding, at the setting',
    DEFAULTS('rest_framework.pagination.LimitOffsetPagination'),
    ['', '', ''],
    [`page-size.DEFAULT_PAGINATION_CLASS shop/settings.py < ${VIEW} ${VIEW} ${VIEW}`],
  ],
  [
    'a class that the settings name is one finding, at the class',
    DEFAULTS('shop.pages.Offsets'),
    ['', 'Offsets', ''],
    [`page-size.Offsets shop/pages.py < ${VIEW} ${VIEW} ${VIEW}`],
  ],
  [
    'two classes are two',
    DEFAULTS('shop.pages.Offsets'),
    ['Numbers', 'Numbers', ''],
    [`page-size.Numbers shop/pages.py < ${VIEW} ${VIEW}`, `page-size.Offsets shop/pages.py < ${VIEW}`],
  ],
  [
    'views that name a class of the framework are found where they are',
    DEFAULTS('rest_framework.pagination.PageNumberPagination'),
    ['LimitOffsetPagination', 'LimitOffsetPagination', ''],
    [`page-size ${VIEW} < ${VIEW}`],
  ],
] as const)('%s', (_, settings, pages, expected) => {
  expect(found(settings, pages).toSorted()).toEqual(expected)
})
