import { holdsLeak, secretPlaces, subjectNames } from '../../src/model/secrets/written-secrets.js'
import { defineRule } from '../../src/rule.js'

const ID = 'secret/on-command-line'

const FOR_SCRIPTS =
  'Take it from the secrets of the pipeline (`${{ secrets.NAME }}`), or from a file that only the job may read (`~/.pgpass`, `--defaults-extra-file`, `curl --netrc`), and change it: the old one stays in the history.'

export default defineRule({
  id: ID,
  title: 'A secret is written into a command, a script or a health check',
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
    for (const { name, fallbackOf, at } of system.scriptCommandSecrets) {
      // What a variable replaces is the question of secret/insecure-default.
      if (fallbackOf !== undefined || holdsLeak(system, at)) continue
      fail(system.repository, at, `the value of ${name} is written into ${at.path}`, {
        key: `${name} in ${at.path}`,
        fix: FOR_SCRIPTS,
      })
    }
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
      {
        'compose.yaml': `
          services: { db: { image: "mysql:8.4" } }
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          export PGPASSWORD=heron-4711 #! the value of PGPASSWORD is written into scripts/backup.sh
          DB_PASS="Walnut!2024" #! the value of DB_PASS is written into scripts/backup.sh
          docker login -u deploy -p Ferret-4718 registry.acme.com #! the value of -p of docker login is written into scripts/backup.sh
          pg_dump -h db.acme.com -U erp erp | gzip > /backup/erp.sql.gz
          mysqldump -u root -pOtter-4712 crm > /backup/crm.sql #! the value of -p of mysqldump
          curl -u backup:Beaver-4713 -T /backup/crm.sql https://files.acme.com/ #! the value of -u of curl
          ssh root@10.0.0.5 "mongodump -u root -p Badger-4714 --out /backup" #! the value of -p of mongodump
        `,
        '.github/workflows/deploy.yml': `
          on: push
          jobs:
            deploy:
              runs-on: ubuntu-latest
              env:
                JWT_SECRET: q8Zk4vXc1Lr7Tn2Wy9Bd5Hs3 #! the value of JWT_SECRET is written into .github/workflows/deploy.yml
              steps:
                - uses: appleboy/ssh-action@v1
                  with:
                    host: erp.acme.com
                    username: root
                    password: Marten-4715 #! the value of password of appleboy/ssh-action
                    script: |
                      PGPASSWORD=Weasel-4716 psql -h db -U erp -f migrate.sql #! the value of PGPASSWORD is written into .github/workflows/deploy.yml
        `,
      },
    ],
    good: [
      {
        // For tests, for this machine, made up, from elsewhere, said and not done, and the same as the user.
        'compose.yaml': `
          services: { db: { image: "mysql:8.4" } }
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          set -euo pipefail
          : "\${DB_PASS:?}"
          PGPASSWORD="$DB_PASS" pg_dump -h db -U erp erp > /backup/erp.sql
          mysqldump -u root -p"$(cat /run/secrets/db)" crm > /backup/crm.sql
          mysqldump -uerp -perp shop > /backup/shop.sql
          echo "mysql -u root -pOtter-4712 crm"
          curl -u "backup:\${TOKEN}" -T /backup/crm.sql https://files.acme.com/
          DB_PASS=changeme
          echo "$TOKEN" | docker login -u deploy --password-stdin registry.acme.com
          docker login -u deploy -p "$TOKEN" registry.acme.com
          docker run -p 8080:80 acme/shop
        `,
        'scripts/setup-dev.sh': `
          mysql -u root -pOtter-4712 -e 'create database crm'
        `,
        'scripts/migrate.sh': `
          PGPASSWORD=Weasel-4716 psql -h localhost -U erp -f migrate.sql
        `,
        '.github/workflows/ci.yml': `
          on: push
          jobs:
            check:
              runs-on: ubuntu-latest
              services:
                mysql: { image: "mysql:8.4", env: { MYSQL_ROOT_PASSWORD: Otter-4712 } }
              env:
                JWT_SECRET: q8Zk4vXc1Lr7Tn2Wy9Bd5Hs3
              steps:
                - uses: ikalnytskyi/action-setup-postgres@v7
                  with: { username: erp, password: Marten-4715 }
                - uses: docker/login-action@v3
                  with: { username: acme, password: "\${{ secrets.TOKEN }}" }
                - run: |
                    mysql -h 127.0.0.1 -u root -pOtter-4712 -e 'create database crm'
                    mysql -h mysql -u root -pOtter-4712 crm < schema.sql
                    npm test
        `,
      },
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
