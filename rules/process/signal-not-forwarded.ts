import type { Image, SignalPath, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'process/signal-not-forwarded',
  title: 'The stop signal does not reach the application',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Docker and Kubernetes send SIGTERM to process 1 of the container. A shell in that place ignores it, and package managers end without waiting for what they started: the application never gets the time to finish open requests and is killed in the middle of them, at every deploy.',
  fix: 'Start the program itself as process 1: `CMD ["node", "dist/main.js"]` in exec form, `exec` before the last command of a script or of `sh -c "…"`, or an init process that passes signals to the whole group (`dumb-init`, `tini -g`).',
  refs: [
    'https://docs.docker.com/reference/dockerfile/#entrypoint',
    'https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md#cmd',
    'https://docs.docker.com/reference/build-checks/json-args-recommended/',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile', 'script'],
  check({ system, pass, fail, unverified }) {
    const alone = system.images.filter(image => image.usedBy.length === 0)
    for (const subject of [...system.workloads, ...alone]) {
      const path = subject.signalPath
      // A loop of a client (dumps, housekeeping) has nothing to finish but the command it is at.
      if (!path || (subject.kind === 'workload' && subject.clientOf)) continue
      if (path.state === 'reaches') pass(subject)
      else if (path.state === 'unknown') unverified(subject, path, path.because)
      else fail(subject, path, messageOf(subject, path), { fix: fixFor(path), ...wayOf(subject, path) })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          ENTRYPOINT ["sh", "start.sh"]
        `,
        'start.sh': `
          #!/bin/sh
          python migrate.py
          uvicorn main:app --host 0.0.0.0 #! start.sh
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            core:
              build: ./core
              command: sh -c "python manage.py migrate && gunicorn core.wsgi -w 4" #! core is started by a shell (sh) that keeps the stop signal from "gunicorn core.wsgi -w 4"
            jobs:
              build: ./core
              entrypoint: ["/bin/sh", "-c"]
              command: ["celery -A core worker & wait"] #! keeps the stop signal from "celery -A core worker"
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          #! api is started by "npm start", a package manager that keeps the stop signal from it
          CMD ["npm", "start"]
        `,
        'web/Dockerfile': `
          FROM node:24.1-alpine
          #! web is started by "yarn start"
          CMD yarn start
        `,
        'core/Dockerfile': `
          FROM python:3.13-slim
          CMD ["gunicorn", "core.wsgi"]
        `,
      },
      {
        // A script has to make way for what it starts, whatever shell runs it.
        'compose.yaml': `
          services:
            api: { build: . }
        `,
        Dockerfile: `
          FROM node:24.1-alpine
          WORKDIR /app
          COPY docker/entrypoint.sh /usr/local/bin/
          ENTRYPOINT ["entrypoint.sh"]
          CMD ["node", "dist/main.js"]
        `,
        'docker/entrypoint.sh': `
          #!/bin/sh
          set -e
          npx prisma migrate deploy
          "$@" #! the script entrypoint.sh does not make way for "node dist/main.js"
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: python:3.13-slim
                    command: ["/bin/sh", "-c"]
                    args: ["alembic upgrade head && uvicorn app:app --port 8000"] #! api is started by a shell (sh) that keeps the stop signal from "uvicorn app:app --port 8000"
        `,
      },
      {
        Dockerfile: `
          FROM debian:12.11
          COPY server /server
          #! Dockerfile is started by a shell (sh) that keeps the stop signal from "/server --port 80"
          CMD /server --port 80
        `,
      },
    ],
    good: [
      {
        // A shell looks for its script in the working directory first.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          ENTRYPOINT ["sh", "start.sh"]
        `,
        'start.sh': `
          #!/bin/sh
          set -e
          python migrate.py
          exec uvicorn main:app --host 0.0.0.0
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                shareProcessNamespace: true
                initContainers:
                  - { name: migrate, image: "python:3.13-slim", command: [sh, -c, alembic upgrade head] }
                containers:
                  - { name: api, image: "python:3.13-slim", command: [sh, -c, uvicorn app:app] }
                  - { name: jobs, image: "python:3.13-slim", command: [sh, -c, exec celery -A app worker] }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            init: { build: ./shell, init: true }
            tini: { build: ./tini }
            dumb: { build: ./shell, entrypoint: ["dumb-init", "--"], command: ["npm", "start"] }
            core: { build: ./core, command: sh -c "python manage.py migrate && exec gunicorn core.wsgi" }
            bash: { build: ./core, command: bash -c "python manage.py migrate && gunicorn core.wsgi" }
            trap:
              build: ./core
              command: ["sh", "-c", "trap 'kill $$!' TERM; python worker.py & wait"]
            dumps: { image: "postgres:17.2", command: "sh -c 'while true; do pg_dump -h db erp > /backup/erp.sql; sleep 86400; done'" }
            migrate: { build: ./core, command: sh -c "python manage.py migrate" }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          CMD ["node", "dist/main.js"]
        `,
        'shell/Dockerfile': `
          FROM node:24.1-slim
          CMD npm start
        `,
        'tini/Dockerfile': `
          FROM node:24.1-slim
          ENTRYPOINT ["/usr/bin/tini", "--"]
          CMD ["npm", "start"]
        `,
        'core/Dockerfile': `
          FROM python:3.13-slim
          CMD exec gunicorn core.wsgi
        `,
      },
      {
        // The shell of Alpine makes way for its last command, and npm passes signals to its shell.
        'compose.yaml': `
          services:
            web: { build: ./web }
            api: { build: ./api }
        `,
        'web/Dockerfile': `
          FROM node:24.1-alpine
          CMD node server.js
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          CMD ["npm", "start"]
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: . }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          ENTRYPOINT ["./entrypoint.sh"]
          CMD ["gunicorn", "core.wsgi"]
        `,
        'entrypoint.sh': `
          #!/bin/sh
          python manage.py migrate
          if [ "$1" = worker ]; then
            exec celery -A core worker
          fi
          exec "$@"
        `,
      },
    ],
  },
})

type Lost = Extract<SignalPath, { state: 'lost' }>

function messageOf({ name }: Workload | Image, { by, program, shell }: Lost): string {
  const command = program.length > 80 ? `${program.slice(0, 80)}…` : program
  if (by === 'package-manager')
    return `${name} is started by "${command}", a package manager that keeps the stop signal from it`
  if (by === 'script')
    return `${name}: the script ${shell} does not make way for "${command}", which never gets the stop signal`
  return `${name} is started by a shell (${shell}) that keeps the stop signal from "${command}"`
}

function fixFor({ by, program, shell }: Lost): string {
  const [first = 'node'] = program.split(' ')
  if (by === 'package-manager')
    return 'Start what the script of package.json starts, without the package manager: `CMD ["node", "dist/main.js"]`.'
  if (by === 'script')
    return `Write \`exec\` before it in ${shell}: \`exec ${program.slice(0, 60)}\` (\`exec "$@"\` for the command that the script is given).`
  return `Write it in exec form, \`["${first}", …]\`, or put \`exec\` before the last command: \`sh -c "… && exec ${first} …"\`.`
}

/** Where the container is started, when the finding points elsewhere. */
function wayOf(subject: Workload | Image, { at, by }: Lost) {
  const start = subject.kind === 'workload' ? subject.start : undefined
  return by === 'script' && start && start.at.path !== at.path
    ? { related: [{ at: start.at, message: 'the container is started here' }] }
    : {}
}
