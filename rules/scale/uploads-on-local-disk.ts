import { posix } from 'node:path'
import { instancesOf } from '../../src/model/code/instances.js'
import type { Upload } from '../../src/model/code/uploads.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `
const SERVER = `
          const express = require('express')
          const multer = require('multer')
          const app = express()
          const upload = multer({ dest: 'uploads/' })
          app.post('/files', upload.single('file'), (req, res) => res.json({ path: req.file.path }))
          app.listen(3000)
        `

const DJANGO = `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "core.wsgi"]
        `

/** A site with a picture, and these settings. */
function django(folder: string, ...settings: readonly string[]): Readonly<Record<string, string>> {
  return {
    [`${folder}/manage.py`]: '',
    [`${folder}/core/__init__.py`]: '',
    [`${folder}/core/wsgi.py`]: `
      import os
      from django.core.wsgi import get_wsgi_application
      os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
      application = get_wsgi_application()
    `,
    [`${folder}/core/settings.py`]: [
      'from pathlib import Path',
      'BASE_DIR = Path(__file__).resolve().parent.parent',
      'ROOT_URLCONF = "core.urls"',
      'INSTALLED_APPS = ["core"]',
      ...settings,
    ].join('\n'),
    [`${folder}/core/urls.py`]: 'urlpatterns = []',
    [`${folder}/core/models.py`]: `
      from django.db import models
      class Product(models.Model):
          photo = models.ImageField(upload_to="products/")
    `,
  }
}

export default defineRule({
  id: 'scale/uploads-on-local-disk',
  title: 'Uploads go into a container, which others cannot see and a deploy removes',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Each container has a file system of its own: a file that one instance took in is missing for every request that another one answers, and is gone with its container at the next deploy.',
  fix: 'Keep files in an object store (`multer-s3`, `django-storages`, S3, MinIO), or mount one volume that all instances share at the directory: `volumes: ["uploads:/app/uploads"]`, on Kubernetes a claim with `ReadWriteMany`.',
  refs: [
    'https://github.com/expressjs/multer#diskstorage',
    'https://docs.djangoproject.com/en/5.2/topics/files/',
    'https://docs.docker.com/engine/storage/volumes/',
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const [first] = service.uploads
      if (!first) continue
      // Processes of one host, as of PM2, share its disk.
      const workloads = service.workloads.filter(({ platform }) => platform !== 'pm2')
      const instances = instancesOf(system, { ...service, workloads })
      const where = first.directory ?? 'a directory'
      if (instances.state === 'one' || (instances.state === 'several' && !instances.apart)) {
        const goes = first.stays && workloads.length > 0 && workloads.every(one => placeOf(first, one) === 'own')
        if (!goes) pass(service)
        else
          fail(
            service,
            first,
            `${service.name} writes uploads to ${where} in its container, and the next deploy removes them with it`,
            { key: 'uploads' },
          )
      } else if (instances.state === 'unknown')
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`)
      else if (!first.stays)
        unverified(service, first, `whether files of ${service.name} stay where they are written is not known`)
      else {
        // Each instance that a platform runs has a disk of its own.
        const places = workloads.length > 0 ? workloads.map(workload => placeOf(first, workload)) : ['own']
        if (places.every(place => place === 'shared')) pass(service)
        else if (!places.includes('own'))
          unverified(
            service,
            first,
            `whether ${first.directory ?? 'the directory'} of ${service.name} is on a volume is not known`,
          )
        else
          fail(
            service,
            first,
            `${service.name} writes uploads to ${where} in its container, and there are ${instances.text}`,
            { key: 'uploads', related: [{ at: instances.at, message: 'the number of instances' }] },
          )
      }
    }
  },
  examples: {
    bad: [
      {
        // One instance, until it is deployed again.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
        `,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const express = require('express')
          const multer = require('multer')
          const app = express()
          const upload = multer({ dest: 'uploads/' }) //! api writes uploads to uploads/ in its container, and the next deploy removes them with it
          app.post('/files', upload.single('file'), (req, res) => res.json({ path: req.file.path }))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            shop: { build: ./shop, deploy: { replicas: 3 } }
            api: { build: ./api, deploy: { replicas: 2 } }
            web: { build: ./web, deploy: { replicas: 2 } }
        `,
        'shop/Dockerfile': DJANGO,
        ...django('shop', 'MEDIA_ROOT = BASE_DIR / "media"'),
        'shop/core/models.py': `
          from django.db import models
          class Product(models.Model):
              photo = models.ImageField(upload_to="products/") #! shop writes uploads to media in its container, and there are 3 replicas
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        'api/main.py': `
          from fastapi import FastAPI, UploadFile
          app = FastAPI()
          @app.post("/files")
          async def take(file: UploadFile):
              with open(f"uploads/{file.filename}", "wb") as target: #! api writes uploads to a directory in its container, and there are 2 replicas
                  target.write(await file.read())
        `,
        'web/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["gunicorn", "main:app"]
        `,
        'web/main.py': `
          from flask import Flask, request
          app = Flask(__name__)
          @app.post("/files")
          def take():
              file = request.files["file"]
              picture = request.files.get("picture")
              figure.save("plot.png")
              file.save("uploads/" + file.filename) #! web writes uploads to a directory in its container
              return {}
        `,
      },
      {
        // Instances of a platform.
        'render.yaml': `
          services:
            - { type: web, name: api, runtime: node, startCommand: npm start, numInstances: 3 }
        `,
        'package.json':
          '{ "scripts": { "start": "node server.js" }, "dependencies": { "express": "5.0.1", "multer": "2.0.0" } }',
        'server.js': `
          const express = require('express')
          const multer = require('multer')
          const app = express()
          const upload = multer({ dest: 'uploads/' }) //! api writes uploads to uploads/ in its container, and there are 3 instances
          app.post('/files', upload.single('file'), (req, res) => res.end())
          app.listen(process.env.PORT)
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", volumes: ["./uploads:/usr/share/nginx/uploads:ro"] }
            api: { build: ., deploy: { replicas: 3 } }
        `,
        Dockerfile: DOCKERFILE,
        'server.js': `
          const express = require('express')
          const multer = require('multer')
          const app = express()
          const storage = multer.diskStorage({ //! api writes uploads to uploads/ in its container, and there are 3 replicas
            destination: (req, file, done) => done(null, 'uploads/'),
          })
          app.post('/files', multer({ storage }).single('file'), (req, res) => res.json({ path: req.file.path }))
          app.listen(3000)
        `,
      },
    ],
    good: [
      {
        // A volume below MEDIA_ROOT, and fields that go to S3.
        'compose.yaml': `
          services:
            shop: { build: ./shop, deploy: { replicas: 3 }, volumes: ["media:/app/media"] }
            hr: { build: ./hr, deploy: { replicas: 3 } }
            small: { build: ./small, deploy: { replicas: 3 }, volumes: ["files:/srv/files"] }
            own: { build: ./own, deploy: { replicas: 3 } }
          volumes: { media: {}, files: {} }
        `,
        'shop/Dockerfile': DJANGO,
        ...django('shop', 'MEDIA_ROOT = BASE_DIR / "media"'),
        'hr/Dockerfile': DJANGO,
        ...django(
          'hr',
          'MEDIA_ROOT = BASE_DIR / "media"',
          'DEFAULT_FILE_STORAGE = "storages.backends.s3boto3.S3Boto3Storage"',
        ),
        'small/Dockerfile': DJANGO,
        ...django('small', 'MEDIA_ROOT = "/srv/files"'),
        // A storage of the project itself, which may lead anywhere.
        'own/Dockerfile': DJANGO,
        ...django(
          'own',
          'MEDIA_ROOT = BASE_DIR / "media"',
          'STORAGES = {"default": {"BACKEND": "core.files.Media"}, "staticfiles": {"BACKEND": "core.files.Static"}}',
        ),
      },
      {
        // A volume of all replicas; one instance with a volume.
        'compose.yaml': `
          services:
            api: { build: ./api, deploy: { replicas: 3 }, volumes: ["uploads:/app/uploads"] }
            small: { build: ./small, volumes: ["small:/app"] }
          volumes: { uploads: {}, small: {} }
        `,
        'api/Dockerfile': DOCKERFILE,
        'api/server.js': SERVER,
        'small/Dockerfile': DOCKERFILE,
        'small/server.js': SERVER,
      },
    ],
  },
})

/** Whether the directory is on something that outlives the container, or in the file system of its own. */
function placeOf({ directory }: Upload, { mounts, image }: Workload): 'shared' | 'own' | 'unknown' {
  const kept = mounts.filter(({ type, readOnly }) => !readOnly && KEPT.has(type))
  if (kept.length === 0) return 'own'
  const workdir = knownValue(image?.dockerfile?.workdir)
  if (directory === undefined || (!directory.startsWith('/') && workdir === undefined)) return 'unknown'
  const path = posix.resolve('/', workdir ?? '/', directory)
  const targets = kept.map(({ target }) => knownValue(target))
  if (targets.some(target => target === undefined)) return 'unknown'
  return targets.some(target => path === target || path.startsWith(`${target?.replace(/\/$/, '')}/`)) ? 'shared' : 'own'
}

const KEPT: ReadonlySet<string> = new Set(['volume', 'bind', 'claim', 'other'])
