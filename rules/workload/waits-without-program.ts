import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/waits-without-program',
  title: 'A start script waits with a program that its image does not have',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: '"nc: not found" counts as no answer: the loop asks again for ever, and the service behind it never starts, with nothing wrong in the logs but that line.',
  fix: 'Install the program in the Dockerfile (Debian: `netcat-openbsd`, `postgresql-client`, `curl`), or let Compose wait: `depends_on: { db: { condition: service_healthy } }`.',
  refs: [
    'https://docs.docker.com/compose/how-tos/startup-order/',
    'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02',
  ],
  reads: ['dockerfile', 'script'],
  check({ system, pass, fail, unverified }) {
    for (const { workload, program, has, image, at } of system.startWaits) {
      pass(workload)
      if (has === undefined) unverified(workload, at, `whether ${image} has ${program} is not known`)
      else if (!has)
        fail(
          workload,
          at,
          `${workload.name} waits for ever: ${image} has no ${program}, which its start script asks with`,
          {
            key: program,
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ., environment: { DATABASE: postgres, CACHE: redis } }
            worker:
              image: python:3.13-slim
              command: sh -c "until pg_isready -h db; do sleep 1; done; exec celery -A erp worker" #! worker waits for ever: python:3.13-slim has no pg_isready
            db: { image: "postgres:17.2" }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY docker/entrypoint.sh /entrypoint
          ENTRYPOINT ["/entrypoint"]
        `,
        'docker/entrypoint.sh': `
          #!/bin/sh
          set -e
          while ! nc -z db 5432; do #! api waits for ever: python:3.13-slim has no nc
            sleep 0.1
          done
          if [ "$DATABASE" = "postgres" ]
          then
            until psql -h db -c 'select 1'; do sleep 1; done #! api waits for ever: python:3.13-slim has no psql
          fi
          if [ -n "$CACHE" ]; then
            until redis-cli -h "$CACHE" ping; do sleep 1; done #! api waits for ever: python:3.13-slim has no redis-cli
          fi
          exec gunicorn erp.wsgi
        `,
      },
    ],
    good: [
      {
        // Installed; a part of the base; looked for first; given up after some time; only where somebody asks for it.
        'compose.yaml': `
          services:
            api: { build: . }
            worker:
              image: python:3.13-alpine
              command: sh -c "until nc -z db 5432; do sleep 1; done; exec celery -A erp worker"
            db: { image: "postgres:17.2" }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          RUN apt-get update && apt-get install -y netcat-openbsd postgresql-client
          WORKDIR /app
          COPY . .
          ENTRYPOINT ["/app/entrypoint.sh"]
        `,
        'entrypoint.sh': `
          #!/bin/sh
          while ! nc -z db 5432; do sleep 0.1; done
          until pg_isready -h db; do sleep 1; done
          if [ "$SEARCH" = "on" ]; then
            until curl -fs http://search:9200; do sleep 1; done
          fi
          until curl -fs http://search:9200; do
            n=$((n + 1))
            if [ $n -gt 30 ]; then break; fi
            sleep 1
          done
          exec gunicorn erp.wsgi
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: ., environment: { DATABASE: sqlite, HOST: db } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          ENTRYPOINT ["/app/entrypoint.sh"]
        `,
        'entrypoint.sh': `
          #!/bin/sh
          if command -v nc; then
            while ! nc -z db 5432; do sleep 0.1; done
          fi
          if [ "$DATABASE" = "postgres" ]; then
            while ! nc -z db 5432; do sleep 0.1; done
          fi
          if [ -z "$HOST" ]; then
            exit 1
          else
            echo "$HOST"
          fi
          apt-get install -y curl
          until curl -fs http://search:9200; do sleep 1; done
          exec gunicorn erp.wsgi
        `,
      },
    ],
  },
})
