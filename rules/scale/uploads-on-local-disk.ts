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

export default defineRule({
  id: 'scale/uploads-on-local-disk',
  title: 'Uploads go to the disk of one instance, where the others do not find them',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Each container has a file system of its own: a file that one instance took in is missing for every request that another one answers, and is gone with its container at the next deploy.',
  fix: 'Keep files in an object store (`multer-s3`, S3, MinIO), or mount one volume that all instances share at the directory: `volumes: ["uploads:/app/uploads"]`, on Kubernetes a claim with `ReadWriteMany`.',
  refs: [
    'https://github.com/expressjs/multer#diskstorage',
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
      if (instances.state === 'one' || (instances.state === 'several' && !instances.apart)) pass(service)
      else if (instances.state === 'unknown')
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
            `${service.name} writes uploads to ${first.directory ?? 'a directory'} in its container, and there are ${instances.text}`,
            { key: 'uploads', related: [{ at: instances.at, message: 'the number of instances' }] },
          )
      }
    }
  },
  examples: {
    bad: [
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
        // A volume of all replicas; memory; one instance.
        'compose.yaml': `
          services:
            api: { build: ./api, deploy: { replicas: 3 }, volumes: ["uploads:/app/uploads"] }
            small: { build: ./small }
          volumes: { uploads: {} }
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
