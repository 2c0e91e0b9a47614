import { describe, expect, test } from 'vitest'
import type { Route, RouteTable } from '../../../../src/model/code/route.js'
import { pythonRoutes } from '../../../../src/model/code/routes/python.js'
import { known } from '../../../../src/source.js'
import { programOf } from '../../../support/code.js'
import type { Files } from '../../../support/model.js'
import { millisecondsSince } from '../../../support/processor-time.js'
import '../../../support/grammars.js'

function tableOf(files: Files, entries: readonly string[] = ['main.py'], environment: Files = {}): RouteTable {
  return pythonRoutes(programOf(files), {
    entries: entries.filter(path => path in files),
    files: Object.keys(files),
    environment: name => {
      const value = environment[name]
      return value === undefined ? undefined : known(value, { path: '.env', start: 0, end: 0 })
    },
  })
}

/** `GET /a`, with `?` behind what is not resolved. */
function line({ method, path, isResolved }: Route): string {
  return `${method} ${path}${isResolved ? '' : ' ?'}`
}

function routes(files: Files, entries?: readonly string[], environment?: Files): readonly string[] {
  return tableOf(files, entries, environment).routes.map(line)
}

const API = 'from fastapi import APIRouter, Depends, FastAPI\napp = FastAPI(openapi_url=None)\n'

describe('FastAPI', () => {
  test('prefixes from the outside in, each where it is written', () => {
    const main = `${API}inner = APIRouter(prefix="/inner")
@inner.get("/{item:path}/")
def read(item: str): ...
outer = APIRouter()
outer.include_router(inner, prefix="/outer")
app.include_router(outer, prefix="/api")
`
    const [route] = tableOf({ 'main.py': main }).routes
    expect(route).toMatchObject({
      method: 'GET',
      path: '/api/outer/inner/:item*',
      isResolved: true,
      framework: 'fastapi',
    })
    expect(route?.handler?.node.name).toBe('read')
    expect(main.slice(route?.at.start, route?.at.end)).toBe('inner.get("/{item:path}/")')
    expect(route?.prefixes.map(({ path, at }) => `${path}: ${main.slice(at.start, at.end)}`)).toEqual([
      '/api: app.include_router(outer, prefix="/api")',
      '/outer: outer.include_router(inner, prefix="/outer")',
      '/inner: APIRouter(prefix="/inner")',
    ])
  })

  test('pages of its own, unless they are switched off', () => {
    const of = (options: string) => routes({ 'main.py': `import fastapi\napp = fastapi.FastAPI(${options})` })
    expect(of('root_path="/x"')).toEqual(['GET /openapi.json', 'GET /docs', 'GET /redoc', 'GET /docs/oauth2-redirect'])
    expect(of('docs_url=None, redoc_url="/r"')).toEqual(['GET /openapi.json', 'GET /r'])
    expect(of('openapi_url=None')).toEqual([])
  })

  test('settings give prefixes, and the environment goes before their defaults', () => {
    const files = {
      'main.py': `${API}from config import settings, PREFIX
@app.get(f"{settings.API_STR}/a")
def a(): ...
@app.get(settings.field + "/b")
def b(): ...
@app.get(PREFIX + "/c")
def c(): ...
`,
      'config.py': `import os
from pydantic import Field
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    API_STR: str = "/api/v1"
    field: str = Field(default="/f")
settings = Settings()
PREFIX = os.getenv("PREFIX", "/p")
`,
    }
    expect(routes(files)).toEqual(['GET /api/v1/a', 'GET /f/b', 'GET /p/c'])
    expect(routes(files, undefined, { API_STR: '/v9', FIELD: '/g', PREFIX: '' })).toEqual([
      'GET /v9/a',
      'GET /g/b',
      'GET /c',
    ])
  })

  test('what is not known of a path is said, and its end is kept', () => {
    const table = tableOf({
      'main.py': `${API}from elsewhere import prefix\n@app.get(f"{prefix}/health")\ndef a(): ...\n`,
    })
    expect(table.routes.map(line)).toEqual(['GET /health ?'])
    expect(table.unresolved.length).toBe(1)
  })

  test('a router from outside may answer anything below its prefix', () => {
    const table = tableOf({
      'main.py': `${API}from lost.package import router\napp.include_router(router, prefix="/lost")\napp.mount("/s", Static())\n`,
    })
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/lost', '/s'])
    expect(table.unresolved.length).toBe(1)
  })

  test('dependencies and middleware are guards, from the outside in', () => {
    const main = `from typing import Annotated
from fastapi import APIRouter, Depends, FastAPI, Security
from slowapi.middleware import SlowAPIMiddleware
def a_key(): ...
def get_current_user(): ...
class RoleChecker:
    def __init__(self, roles): ...
User = Annotated[dict, Depends(get_current_user)]
app = FastAPI(openapi_url=None, dependencies=[Depends(a_key)])
app.add_middleware(SlowAPIMiddleware)
r = APIRouter(dependencies=[Security(get_current_user)])
@r.get("/x", dependencies=[Depends(RoleChecker(["x"]))])
@limiter.limit("5/minute")
def x(user: User, page = Depends(a_key)): ...
app.include_router(r, dependencies=[Depends(a_key)])
`
    const [route] = tableOf({ 'main.py': main }).routes
    expect(
      route?.guards.map(({ name, purpose, isGlobal }) => `${name} ${purpose}${isGlobal ? ' global' : ''}`),
    ).toEqual([
      'SlowAPIMiddleware limit global',
      'a_key other global',
      'a_key other',
      'get_current_user auth',
      'RoleChecker auth',
      'get_current_user auth',
      'a_key other',
      'limit limit',
    ])
  })

  test('routers that nobody includes are told, but not where it cannot be known', () => {
    const files = {
      'main.py': `${API}import live\napp.include_router(live.router)\n`,
      'live.py': 'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/live")\ndef live(): ...\n',
      'dead.py': 'from fastapi import APIRouter\ndead = APIRouter(prefix="/dead")\n@dead.get("/x")\ndef x(): ...\n',
      'tests/test_a.py': 'from fastapi import APIRouter\nt = APIRouter()\n@t.get("/t")\ndef t1(): ...\n',
      'empty.py': 'from fastapi import APIRouter\nempty = APIRouter()\n',
    }
    const told = (more: Files) =>
      tableOf({ ...files, ...more }).unregistered.map(one => [one.name, ...one.routes.map(line)])
    expect(told({})).toEqual([['dead', 'GET /dead/x']])
    expect(told({ 'main.py': `${files['main.py']}def later(app, plugin):\n    app.include_router(plugin)\n` })).toEqual(
      [],
    )
    expect(told({ 'main.py': `${files['main.py']}app.include_router(find())\n` })).toEqual([])
    const switched =
      'import os\nfrom dead import dead\nif os.getenv("ON", "no") == "yes":\n    app.include_router(dead)\n'
    expect(told({ 'main.py': `${files['main.py']}${switched}` })).toEqual([])
  })

  test('without entries, and through factories that nobody calls', () => {
    const factory =
      'from fastapi import FastAPI\ndef build():\n    app = FastAPI(openapi_url=None)\n    @app.get("/a")\n    def a(): ...\n    return app\n'
    expect(routes({ 'main.py': factory })).toEqual(['GET /a'])
    const parts = `${factory.replace('build', 'part')}def whole():\n    app = FastAPI(openapi_url=None)\n    app.mount("/sub", part())\n    return app\n`
    expect(routes({ 'main.py': parts })).toEqual(['GET /sub/a'])
    expect(routes({ 'other.py': `${API}@app.get("/b")\ndef b(): ...\n` })).toEqual(['GET /b'])
  })

  test('applications and routers that are named in texts', () => {
    const files = {
      'run.py': 'import uvicorn\nif __name__ == "__main__":\n    uvicorn.run("shop.web:app", workers=2)\n',
      'shop/web.py': `${API}from importlib import import_module
for name in ["a", "b"]:
    app.include_router(import_module(f"shop.{name}").router, prefix="/" + name)
`,
      'shop/a.py': 'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x(): ...\n',
      'shop/b.py': 'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/y")\ndef y(): ...\n',
    }
    expect(routes(files, ['run.py'])).toEqual(['GET /a/x', 'GET /b/y'])
  })

  test('what cannot be read is not resolved', () => {
    const table = tableOf({ 'main.py': `${API}@app.get("/health"\ndef health(): ...\n` })
    expect(table.unresolved.length).toBeGreaterThan(0)
    expect(tableOf({ 'main.py': API }).unresolved).toEqual([])
  })

  test('both branches of what is not known, one of what is', () => {
    const main = `${API}import os
if os.getenv("DEBUG", "no") == "yes":
    @app.get("/debug")
    def debug(): ...
if something():
    @app.get("/a")
    def a(): ...
else:
    @app.get("/b")
    def b(): ...
try:
    from missing_extra import extra
except ImportError:
    extra = None
@app.on_event("startup")
async def begin():
    app.add_api_route("/started", a)
`
    expect(routes({ 'main.py': main })).toEqual(['GET /a', 'GET /b', 'GET /started'])
    expect(routes({ 'main.py': main }, undefined, { DEBUG: 'yes' })[0]).toBe('GET /debug')
  })
})

describe('Flask', () => {
  test('a prefix at the registration takes the place of its own; static files are a fallback', () => {
    const table = tableOf({
      'main.py': `from flask import Blueprint, Flask
app = Flask(__name__, static_folder=None)
bp = Blueprint("bp", __name__, url_prefix="/own")
@bp.before_request
def login_check():
    if not session.get("user"):
        abort(401)
@bp.route("/x/<int:id>", methods=["GET", "POST"])
@login_required
def x(id): ...
app.register_blueprint(bp)
app.register_blueprint(bp, url_prefix="/other", name="second")
other = Flask("other")
`,
    })
    expect(table.routes.map(line)).toEqual([
      'GET /own/x/:id',
      'POST /own/x/:id',
      'GET /other/x/:id',
      'POST /other/x/:id',
    ])
    expect(table.routes[0]?.guards.map(one => `${one.name} ${one.purpose}`)).toEqual([
      'login_check auth',
      'login_required auth',
    ])
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/static'])
  })

  test('views that are imported at the end, from a module that needs the application', () => {
    const files = {
      'shop/__init__.py': 'from flask import Flask\napp = Flask(__name__)\nfrom shop import views\n',
      'shop/views.py': 'from shop import app\n@app.route("/a")\ndef a(): ...\n',
      'main.py': 'from shop import app\n',
    }
    expect(routes(files)).toEqual(['GET /a'])
  })

  test('what may be one thing or another is not known', () => {
    const main = `${API}from elsewhere import flag, cache
def create(ignore=False):
    if flag in cache and not ignore:
        return cache[flag]
    made = FastAPI(openapi_url=None)
    made.get("/a")(create)
    made.get(flag or "/guess")(create)
    made.get("/x" if flag else "/y")(create)
    return made
app = create()
`
    expect(routes({ 'main.py': main })).toEqual(['GET /a', 'GET / ?', 'GET / ?'])
  })

  test('an application that is given to code that cannot be followed has unknown routes', () => {
    const flask =
      'from flask import Flask\nimport plugins\nfrom flask_sqlalchemy import SQLAlchemy\napp = Flask(__name__)\n'
    const lost = (line: string) =>
      tableOf({ 'main.py': `${flask}${line}\n`, 'plugins.py': 'x = 1\n' }).unresolved.length
    expect(lost('SQLAlchemy().init_app(app)')).toBe(0)
    expect(lost('plugins.load(app)')).toBe(1)
  })

  test('what is behind a return, or left out of a loop, is not executed', () => {
    const main = `from flask import Flask
def add(app, name):
    if name == "b":
        return
    app.add_url_rule("/" + name, name, lambda: "")
def create(testing=False):
    app = Flask(__name__)
    for name in ("a", "b", "c", "d"):
        if name == "c":
            continue
        if name == "d":
            break
        add(app, name)
    if not testing:
        return app
    app.add_url_rule("/test", "test", lambda: "")
    return app
app = create()
`
    expect(routes({ 'main.py': main })).toEqual(['GET /a'])
  })

  test('limits for every route, and for one', () => {
    const table = tableOf({
      'main.py': `from flask import Flask
from flask_limiter import Limiter
app = Flask(__name__)
limiter = Limiter(key, app=app, default_limits=["10/minute"])
@app.post("/login")
@limiter.limit("5/minute")
def login(): ...
`,
    })
    expect(table.routes[0]?.guards.map(one => `${one.name} ${one.purpose} ${one.isGlobal}`)).toEqual([
      'Limiter limit true',
      'limit limit false',
    ])
  })

  test('handlers of class views are their methods', () => {
    const [route] = tableOf({
      'main.py': `from flask import Flask
from flask.views import MethodView
class V(MethodView):
    decorators = [token_required]
    def post(self): ...
app = Flask(__name__)
app.add_url_rule("/v", view_func=V.as_view("v"))
`,
    }).routes
    expect(route).toMatchObject({ method: 'POST', path: '/v', handler: { node: { name: 'post' } } })
  })
})

describe('Django', () => {
  const FILES = {
    'manage.py':
      'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "conf.settings")\nfrom django.core.management import execute_from_command_line\n',
    'conf/settings.py':
      'ROOT_URLCONF = "conf.urls"\nDEBUG = False\nREST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}\n',
    'conf/urls.py': `from django.conf import settings
from django.urls import include, path, re_path
from conf import views
urlpatterns = [
    path("a/", views.open_view),
    path("b/", views.Closed.as_view()),
    path("c/", views.Open.as_view()),
    path("ht/", include("health_check.urls")),
    path("x/", include("unknown.urls")),
    path("ninja/", api.urls),
    re_path(r"^(foo|bar)/$", views.open_view),
]
if settings.DEBUG:
    urlpatterns += [path("debug/", views.open_view)]
`,
    'conf/views.py': `from rest_framework.permissions import AllowAny
from rest_framework.views import APIView
def open_view(request): ...
class Closed(APIView):
    def get(self, request): ...
class Open(APIView):
    permission_classes = [AllowAny]
    def get(self, request): ...
`,
    'local.py': 'ROOT_URLCONF = "conf.other"\n',
    'conf/other.py':
      'from django.urls import path\nfrom conf import views\nurlpatterns = [path("o/", views.open_view)]\n',
  }

  test('from the settings on, with permissions for all', () => {
    const table = tableOf(FILES, ['manage.py'])
    expect(table.routes.map(line)).toEqual(['* /a', 'GET /b', 'GET /c', 'GET /ht', 'GET /ht/:subset', '* /:p1'])
    const guards = table.routes.map(one =>
      one.guards.map(guard => `${guard.name}${guard.isGlobal ? ' global' : ''}`).join(),
    )
    expect(guards).toEqual(['', 'IsAuthenticated global', 'AllowAny', '', '', ''])
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/x', '/ninja'])
  })

  test('the environment says which settings', () => {
    expect(routes(FILES, ['manage.py'], { DJANGO_SETTINGS_MODULE: 'local' })).toEqual(['* /o'])
  })
})

describe('hostile programs', () => {
  test.each<[string, string]>([
    ['routers that include each other', `${API}r = APIRouter()\nr.include_router(r)\napp.include_router(r)\n`],
    ['functions that call themselves', `${API}def f(x):\n    f(x)\n    return f(f(x))\nf(app)\n`],
    [
      'loops in loops',
      `${API}L = [${'1, '.repeat(400)}]\nfor a in L:\n  for b in L:\n    for c in L:\n      for d in L:\n        app.get("/x")(d)\n`,
    ],
    ['lists that double', `${API}L = [app]\n${'L = L + L\n'.repeat(200)}`],
    ['texts that double', `${API}s = "/aaaaaaaa"\n${'s = s + s\n'.repeat(200)}app.get(s)(app)\n`],
    ['classes that extend themselves', `${API}class A(A): ...\nclass B(A): ...\nB().x()\n`],
    ['f-strings in a loop', `${API}s = "a"\nfor i in [${'1, '.repeat(300)}]:\n    s = f"{s}{s}"\n`],
    ['long sums', `${API}x = "a"${' + "a"'.repeat(20_000)}\n`],
    ['long chains of branches', `${API}if x: y = 1\n${'elif x: y = 1\n'.repeat(3_000)}`],
    [
      'blocks in blocks',
      `${API}${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n')}\n${' '.repeat(200)}y = 1\n`,
    ],
    ['long decorators', `${API}${'@app.get("/x")\n'.repeat(2_000)}def f(): ...\n`],
  ])('%s end soon', (_, main) => {
    const started = process.cpuUsage()
    tableOf({ 'main.py': main })
    expect(millisecondsSince(started)).toBeLessThan(6_000)
  })
})

/** Panels of panels, as pages are put together: a thousand million of them, if all were followed. */
const PANELS = Array.from({ length: 9 }, (_, level) => {
  const inner = level === 0 ? 'None' : `Panel${level - 1}(weight=weight)`
  return `class Panel${level}:\n    def __init__(self, weight=1):\n        self.weight = weight\n        self.panels = [${Array.from({ length: 10 }, () => inner).join(', ')}]\n`
}).join('\n')

test('objects that have nothing to do with a framework leave enough for the routes behind them', () => {
  const table = tableOf({
    'main.py': `from fastapi import FastAPI\n\n${PANELS}\npage = Panel8()\napp = FastAPI(openapi_url=None)\n\n@app.get("/behind")\ndef behind():\n    return {}\n`,
  })
  expect(table.unresolved).toEqual([])
  expect(table.routes.map(route => route.path)).toEqual(['/behind'])
})

test('a function that adds routes is followed however often it is called', () => {
  const much = '    x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n'.repeat(60)
  const calls = Array.from({ length: 20 }, (_, index) => `serve("/r${index}")\n`).join('')
  const table = tableOf({
    'main.py': `from fastapi import FastAPI\n\napp = FastAPI(openapi_url=None)\n\ndef serve(path):\n${much}    @app.get(path)\n    def found():\n        return {}\n\n${calls}`,
  })
  expect(table.routes).toHaveLength(20)
})
