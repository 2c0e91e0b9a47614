import { describe, expect, test } from 'vitest'
import { definitionLine, expressionIn, programOf } from '../support/code.js'
import type { Files } from '../support/model.js'
import '../support/grammars.js'

/** Where an import leads: the file, `folder`, `missing`, or the name of a package from outside. */
function lead(paths: readonly string[], from: string, specifier: string, more: Files = {}): string {
  const program = programOf({ ...Object.fromEntries(paths.map(path => [path, ''])), [from]: '', ...more })
  const file = program.files.get(from)
  if (!file) throw new Error(`there is no ${from}`)
  const target = program.target(file, specifier)
  if (target.kind === 'files') return target.files.map(one => one.path).join(', ') || 'folder'
  return target.kind === 'missing' ? 'missing' : target.name
}

describe('what an import leads to', () => {
  test.each<[string, readonly string[], string, string, string]>([
    ['a module beside an entry', ['api/config.py'], 'api/main.py', 'config', 'api/config.py'],
    ['a package', ['app/core/__init__.py'], 'main.py', 'app.core', 'app/core/__init__.py'],
    ['a package before a module', ['a.py', 'a/__init__.py'], 'main.py', 'a', 'a/__init__.py'],
    [
      'from inside of packages',
      ['app/__init__.py', 'app/a/__init__.py', 'app/b.py'],
      'app/a/c.py',
      'app.b',
      'app/b.py',
    ],
    [
      'not the neighbour in a package, but the one beside it',
      ['s/app/__init__.py', 's/app/utils.py', 's/utils.py'],
      's/app/x.py',
      'utils',
      's/utils.py',
    ],
    ['folders without __init__', ['app/core/config.py'], 'app/main.py', 'app.core.config', 'app/core/config.py'],
    ['a folder itself', ['app/core/config.py'], 'app/main.py', 'app.core', 'folder'],
    ['src beside', ['src/shop/__init__.py', 'src/shop/a.py'], 'manage.py', 'shop.a', 'src/shop/a.py'],
    ['relative', ['app/models.py'], 'app/views.py', '.models', 'app/models.py'],
    ['relative to above', ['app/core/__init__.py'], 'app/api/views.py', '..core', 'app/core/__init__.py'],
    ['the package itself', ['app/__init__.py'], 'app/views.py', '.', 'app/__init__.py'],
    ['relative to outside of the repository', [], 'a.py', '..b', 'missing'],
    ['a relative module that is not there', [], 'app/a.py', '.b', 'missing'],
    ['a module that its package lacks', ['app/__init__.py'], 'main.py', 'app.proto', 'missing'],
    ['a package from outside', ['app/a.py'], 'app/b.py', 'fastapi.routing', 'fastapi'],
    ['the standard library', ['app/types.py'], 'app/b.py', 'types', 'types'],
    ['a folder without Python', [], 'app/b.py', 'redis', 'redis'],
  ])('%s', (_, paths, from, specifier, expected) => {
    expect(lead(paths, from, specifier, { 'redis/redis.conf': '' })).toBe(expected)
  })

  test('a folder of the name of what is installed is no package', () => {
    const more = { 'requirements.txt': 'alembic==1.13\n' }
    expect(lead(['alembic/versions/1.py'], 'alembic/env.py', 'alembic', more)).toBe('alembic')
    expect(lead(['alembic/versions/1.py'], 'alembic/env.py', 'alembic')).toBe('folder')
  })

  test('what stands beside a module of the name of what is installed imports that', () => {
    const more = { 'requirements.txt': 'celery==5.5\n' }
    const shop = ['shop/__init__.py', 'shop/celery.py', 'shop/tasks.py']
    expect(lead(shop, 'shop/celery.py', 'celery')).toBe('celery')
    expect(lead(shop, 'shop/__init__.py', 'shop')).toBe('shop/__init__.py')
    expect(lead(shop, 'shop/tasks.py', 'celery', more)).toBe('celery')
    expect(lead(shop, 'shop/tasks.py', 'shop.celery', more)).toBe('shop/celery.py')
  })

  test('PYTHONPATH, projects and copies of an image', () => {
    const shared = ['libs/common/src/shared/__init__.py', 'libs/common/src/shared/log.py']
    const from = 'services/api/main.py'
    expect(lead(shared, from, 'shared.log')).toBe('shared')
    const dockerfile = 'FROM python:3.12\nCOPY . /srv\nENV PYTHONPATH=/srv/libs/common/src:/srv\n'
    expect(lead(shared, from, 'shared.log', { Dockerfile: dockerfile })).toBe('libs/common/src/shared/log.py')
    const project = { 'libs/common/pyproject.toml': '[project]\nname = "shared"\n' }
    expect(lead(shared, from, 'shared.log', project)).toBe('libs/common/src/shared/log.py')
    const copy = { 'services/api/Dockerfile': 'FROM python:3.12\nCOPY libs/common/src/shared /app/kit\n' }
    expect(lead(shared, from, 'kit.log', copy)).toBe('libs/common/src/shared/log.py')
  })
})

describe('names through modules', () => {
  const define = (files: Files, text: string) => {
    const program = programOf(files)
    return definitionLine(program, expressionIn(program, 'main.py', text, files['main.py'] ?? ''))
  }

  test.each<[string, Files, string, string]>([
    [
      'a re-export of a package',
      {
        'main.py': 'from app.health import router\nf(router)',
        'app/health/__init__.py': 'from .routes import router',
        'app/health/routes.py': 'router = APIRouter()',
      },
      'router',
      'call (app/health/routes.py)',
    ],
    [
      'a star',
      { 'main.py': 'from app import *\nf(x)', 'app/__init__.py': 'from .a import *', 'app/a.py': 'x = 5' },
      'x',
      'literal 5 (app/a.py)',
    ],
    [
      'a module of a package',
      {
        'main.py': 'from app.routes import users\nf(users.router)',
        'app/routes/__init__.py': '',
        'app/routes/users.py': 'router = 5',
      },
      'users.router',
      'literal 5 (app/routes/users.py)',
    ],
    [
      'a dotted import',
      {
        'main.py': 'import app.routes.users\nf(app.routes.users.router)',
        'app/__init__.py': '',
        'app/routes/__init__.py': '',
        'app/routes/users.py': 'router = 5',
      },
      'app.routes.users.router',
      'literal 5 (app/routes/users.py)',
    ],
    ['outside', { 'main.py': 'from fastapi import FastAPI as F\nf(F)' }, 'F', 'fastapi.FastAPI'],
    ['outside, dotted', { 'main.py': 'import a.b.c\nf(a.b.c.D)' }, 'a.b.c.D', 'a.b.c.D'],
    [
      'a circle of stars',
      { 'main.py': 'from a import *\nf(x)', 'a.py': 'from b import *', 'b.py': 'from a import *' },
      'x',
      'global x',
    ],
    [
      'an attribute of self',
      { 'main.py': 'class A:\n  def __init__(self):\n    self.x = 5\n  def m(self):\n    f(self.x)' },
      'self.x',
      'literal 5 (main.py)',
    ],
  ])('%s', (_, files, text, expected) => {
    expect(define(files, text)).toBe(expected)
  })
})

test('what runs when a file does', () => {
  const files = {
    'main.py': 'from app.api import users\nimport lib.deep.leaf\nif TYPE_CHECKING:\n    import only_types\n',
    'app/__init__.py': 'import hidden',
    'app/api/__init__.py': '',
    'app/api/users.py': 'def f():\n    import late',
    'lib/__init__.py': '',
    'lib/deep/__init__.py': '',
    'lib/deep/leaf.py': '',
    'hidden.py': '',
    'late.py': '',
    'only_types.py': '',
    'other.py': '',
  }
  const reached = programOf(files).reachableFrom(['main.py'])
  expect(Object.keys(files).filter(path => !reached.has(path))).toEqual(['only_types.py', 'other.py'])
})

test('Django reaches what its settings name', () => {
  const files = {
    'manage.py':
      "import os\nfrom django.core.management import execute_from_command_line\nos.environ.setdefault('X', 'shop.settings')",
    'shop/__init__.py': '',
    'shop/settings.py':
      "INSTALLED_APPS = ['django.contrib.admin', 'orders', 'billing.apps.Billing']\nROOT_URLCONF = 'shop.urls'",
    'shop/urls.py': "from django.urls import include, path\nurlpatterns = [path('', include('orders.urls'))]",
    'orders/__init__.py': '',
    'orders/models.py': '',
    'orders/urls.py': '',
    'billing/__init__.py': '',
    'billing/apps.py': '',
    'unused/__init__.py': '',
  }
  const reached = programOf(files).reachableFrom(['manage.py'])
  expect(Object.keys(files).filter(path => !reached.has(path))).toEqual(['unused/__init__.py'])
})
