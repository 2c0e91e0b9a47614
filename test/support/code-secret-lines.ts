import { lines, type Scene } from './secret-lines.js'

/** What a few lines of code stand in: a small repository with one service. A line may be several, with ` ⏎ ` between them. */
export type CodeContext = (line: string) => Scene

const COMPOSE = 'services:\n  api: { build: . }\n'
const NODE = 'FROM node:24.1.0-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "dist/main.js"]\n'
const PYTHON = 'FROM python:3.13.2-slim\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n'
const DJANGO = 'FROM python:3.13.2-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "core.wsgi"]\n'
const GO =
  'FROM golang:1.26 AS build\nCOPY . .\nRUN go build -o /api .\nFROM gcr.io/distroless/static:nonroot\nCOPY --from=build /api /api\nCMD ["/api"]\n'

/** The marked line is the one with `@@`, or, of several, the one that begins with `»`. */
function scene(path: string, skeleton: string, line: string, others: Readonly<Record<string, string>>): Scene {
  const text = skeleton.replace('@@', () => line.replaceAll(' ⏎ ', '\n'))
  const marked = text.split('\n').findIndex(one => one.trimStart().startsWith('»'))
  const [before = ''] = skeleton.split('@@')
  const files = new Map([['compose.yaml', COMPOSE], ...Object.entries(others), [path, text.replace(/^(\s*)»/gm, '$1')]])
  return { files, path, line: marked === -1 ? before.split('\n').length : marked + 1 }
}

/** Statements of the main file of a program in TypeScript; what is imported there goes before. */
export function node(imports = ''): CodeContext {
  return line =>
    scene(
      'src/main.ts',
      `import { createServer } from 'node:http'\n${imports}\n@@\ncreateServer().listen(3000)\n`,
      line,
      {
        Dockerfile: NODE,
        'package.json': '{ "name": "api", "type": "module" }',
      },
    )
}

/** A whole file that the main file of a program in TypeScript imports. */
export function nodeFile(path: string, imports = ''): CodeContext {
  return line =>
    scene(path, `${imports}\n@@\n`, line, {
      Dockerfile: NODE,
      'package.json': '{ "name": "api", "type": "module" }',
      'src/main.ts': `import '../${path}'\nimport { createServer } from 'node:http'\ncreateServer().listen(3000)\n`,
    })
}

/** A file beside a program in TypeScript that nothing imports. */
export function nodeAside(path: string): CodeContext {
  return line =>
    scene(path, '@@\n', line, {
      Dockerfile: NODE,
      'package.json': '{ "name": "api", "type": "module" }',
      'src/main.ts': `import { createServer } from 'node:http'\ncreateServer().listen(3000)\n`,
    })
}

/** Entries of an object in TypeScript. */
export function entries(before: string, after: string, imports = ''): CodeContext {
  const context = node(imports)
  return line => context(`${before}\n»${line}\n${after}`.replaceAll('\n', ' ⏎ '))
}

export function python(imports = ''): CodeContext {
  return line =>
    scene('main.py', `import os\nfrom fastapi import FastAPI\n${imports}\napp = FastAPI()\n@@\n`, line, {
      Dockerfile: PYTHON,
    })
}

/** A field of a class of settings of pydantic. */
export const pydantic: CodeContext = line =>
  scene(
    'main.py',
    `from fastapi import FastAPI\nfrom pydantic import Field, SecretStr\nfrom pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    PORT: int = 8000\n    @@\nsettings = Settings()\napp = FastAPI()\n`,
    line,
    { Dockerfile: PYTHON },
  )

/** A line of the settings of Django. */
export const django: CodeContext = line =>
  scene(
    'core/settings.py',
    `import os\nfrom decouple import config\nINSTALLED_APPS = []\nROOT_URLCONF = "core.urls"\n@@\n`,
    line,
    {
      Dockerfile: DJANGO,
      'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")\n',
      'core/__init__.py': '',
      'core/urls.py': 'urlpatterns = []\n',
      'core/wsgi.py':
        'import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")\napplication = get_wsgi_application()\n',
    },
  )

/** Statements of `main` of a program in Go, or with `»` and declarations a part of its file. */
export function go(imports = '', declarations = ''): CodeContext {
  const list = `"os" ${imports}`.trim().split(' ').join('\n\t')
  return line =>
    scene('main.go', `package main\nimport (\n\t${list}\n)\n${declarations}\nfunc main() {\n\t@@\n}\n`, line, {
      Dockerfile: GO,
      'go.mod': 'module example.com/api\ngo 1.26\n',
    })
}

/** Declarations of a file of a program in Go. */
export function goFile(imports = '', main = ''): CodeContext {
  const list = `"os" ${imports}`.trim().split(' ').join('\n\t')
  return line =>
    scene('main.go', `package main\nimport (\n\t${list}\n)\n@@\nfunc main() { ${main} }\n`, line, {
      Dockerfile: GO,
      'go.mod': 'module example.com/api\ngo 1.26\n',
    })
}

export { lines }
