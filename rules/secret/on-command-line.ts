import { secretPlaces, subjectNames } from '../../src/model/secrets/written-secrets.js'
import { defineRule } from '../../src/rule.js'

const ID = 'secret/on-command-line'

export default defineRule({
  id: ID,
  title: 'A secret is written into a command or a health check',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.1,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The secret is in the repository, and arguments can be read in the list of processes, in every description of the container, and in crash reports.',
  fix: 'Take it from a variable or a file (`command: redis-server --requirepass ${REDIS_PASSWORD:?}`, with the value in an `.env` that is not committed), and change it: the old one stays in the history.',
  refs: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/',
    'https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html',
    'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  ],
  reads: ['dockerfile'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) pass(workload)
    for (const place of secretPlaces(system)) {
      if (place.kind !== 'argument') continue
      const { name, subjects, signing, development } = place
      const what = `the value of ${name} is written into the ${isHealthCheck(place.at, subjects) ? 'health check' : 'command'} of ${subjectNames(subjects)}`
      fail(place.subject, place, what, {
        severity: development ? 'low' : signing ? 'critical' : 'high',
        key: name,
        ...(FLAG.test(name)
          ? { fix: fixOf(name, place.subject.kind === 'workload' && place.subject.platform === 'kubernetes') }
          : {}),
      })
      if (!development) for (const other of subjects.slice(1)) implied(other, ID)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            cache:
              image: redis:8.0
              command: redis-server --requirepass heron-42 --appendonly yes #! the value of --requirepass is written into the command of cache
              healthcheck: { test: ["CMD", "redis-cli", "-a", "heron-42", "ping"] }
            db:
              image: mysql:8.4
              healthcheck: { test: ["CMD-SHELL", "mysqladmin ping -uroot -pheron-43"] } #! the value of -p of mysqladmin is written into the health check of db
            dump:
              image: postgres:17.2
              command: ["sh", "-c", "PGPASSWORD=heron-44 pg_dump -h db erp > /dump/erp.sql"] #! the value of PGPASSWORD
            api:
              image: ghcr.io/acme/api:1.4.0
              command: ["--db.password=heron-45", "--port", "80"] #! the value of --db.password
        `,
      },
      {
        'k8s/cache.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
                    args:
                      - --requirepass
                      - k9mVq2pX7wLz #! the value of --requirepass is written into the command of cache
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            cache:
              image: redis:8.0
              command: redis-server --requirepass \${REDIS_PASSWORD:?}
              healthcheck: { test: ["CMD-SHELL", "redis-cli -a \\"$$REDIS_PASSWORD\\" ping | grep PONG"] }
            db:
              image: mysql:8.4
              healthcheck: { test: ["CMD-SHELL", "mysqladmin ping -uroot -p$$MYSQL_ROOT_PASSWORD"] }
            dump:
              image: postgres:17.2
              command: ["sh", "-c", "PGPASSWORD=$$(cat /run/secrets/db) pg_dump -h db erp > /dump/erp.sql"]
            api:
              image: ghcr.io/acme/api:1.4.0
              command: ["--db.password-file=/run/secrets/db", "--token", "--port", "80"]
        `,
      },
      {
        'k8s/cache.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
                    args: [--requirepass, $(PASSWORD)]
                    env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: cache, key: password } } }]
        `,
      },
    ],
  },
})

/** `-P of sqlcmd`, `--requirepass`: the flag, and the program where the flag alone says too little. */
const FLAG = /^(--?[\w.-]+)(?: of .+)?$/

function fixOf(name: string, kubernetes: boolean): string {
  const flag = FLAG.exec(name)?.[1] ?? name
  if (kubernetes)
    return `Take it from a variable of the container (\`${flag}\`, \`$(PASSWORD)\` in \`args\`, with \`PASSWORD\` from \`secretKeyRef\`) or from a file, and change it: the old one stays in the history.`
  const value = '"$${PASSWORD}"'
  const written = /^-\w$/.test(flag) ? `${flag}${value}` : `${flag} ${value}`
  return `Take it from a variable of the container (\`${written}\` in a shell, with \`PASSWORD: \${PASSWORD:?}\` in its environment) or from a file, and change it: the old one stays in the history.`
}

type Place = ReturnType<typeof secretPlaces>[number]

function isHealthCheck(at: Place['at'], [subject]: Place['subjects']): boolean {
  return subject?.kind === 'workload' && subject.health.checks.some(check => contains(check.at, at))
}

function contains(outer: Place['at'], inner: Place['at']): boolean {
  return outer.path === inner.path && outer.start <= inner.start && inner.end <= outer.end
}
