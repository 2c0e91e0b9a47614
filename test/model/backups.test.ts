import { describe, expect, it, test } from 'vitest'
import { type Files, systemOf, systemOfServices } from '../support/model.js'

const db = 'db: { image: "postgres:17.2" }'

/** What the backups of a repository dump, each as a line. */
function backups(files: Files): readonly string[] {
  return systemOf({ 'compose.yaml': `services:\n  ${db}\n`, ...files }).backups.map(
    ({ tool, host, inside, databases, scheduled, at }) =>
      [
        tool,
        host ?? (inside === undefined ? '?' : `in ${inside}`),
        databases === undefined ? 'all' : databases.map(name => name ?? '?').join('+'),
        scheduled ? 'scheduled' : 'by hand',
        at.path,
      ].join(' '),
  )
}

/** The first dump of a script. */
function dump(command: string): string {
  const [line = 'none'] = backups({ 'backup.sh': `#!/bin/bash\n${command}\n` })
  return line.replace(/ by hand .*/, '')
}

describe('what a dump takes', () => {
  test.each([
    ['pg_dump -h db -U erp erp', 'pg_dump db erp'],
    ['pg_dump -h db -U erp', 'pg_dump db erp'],
    ['pg_dump --host=db --dbname=shop -Fc -f /backup/x.dump', 'pg_dump db shop'],
    ['pg_dump -Fc -t orders -f x "postgres://erp:x@db:5432/erp"', 'pg_dump db erp'],
    ['pg_dump "host=db dbname=erp user=x"', 'pg_dump db erp'],
    ['pg_dump -h db "$NAME"', 'pg_dump db ?'],
    ['pg_dump -h "${DB_HOST:-db}" "${DB:-erp}"', 'pg_dump db erp'],
    ['PGDATABASE=erp PGHOST=db pg_dump -f x', 'pg_dump db erp'],
    ['for name in erp auth; do pg_dump -h db $name; done', 'pg_dump db erp+auth'],
    ['pg_dumpall -h db -f all.sql', 'pg_dumpall db all'],
    ['mysqldump -h db -uroot -psecret erp orders', 'mysqldump db erp'],
    ['mysqldump --host=db --databases erp auth', 'mysqldump db erp+auth'],
    ['mysqldump -h db -A', 'mysqldump db all'],
    ['mysqldump -h db', 'mysqldump db ?'],
    ['mongodump --host rs0/db:27017 --out /x', 'mongodump db all'],
    ['mongodump --uri=mongodb://db:27017/erp --archive=x', 'mongodump db erp'],
    ['mongodump -d erp', 'mongodump ? erp'],
    ['docker exec -t db pg_dump -U erp erp', 'pg_dump in db erp'],
    ['docker compose exec -T db sh -c "pg_dump -U erp erp > /x"', 'pg_dump in db erp'],
    ['kubectl exec -n erp statefulset/db -- pg_dump erp', 'pg_dump in db erp'],
    ['docker run --rm postgres:17 pg_dump -h db erp', 'pg_dump db erp'],
    ['$(COMPOSE) exec -T db pg_dump erp', 'pg_dump in db erp'],
    ['bash -c "pg_dump -h db erp | gzip > x"', 'pg_dump db erp'],
    ['pg_basebackup -h primary -D /data -R', 'none'],
    ['echo pg_dump', 'none'],
    ['ssh root@erp << EOF\n  pg_dump -h localhost -d erp -f /x\nEOF', 'pg_dump localhost erp'],
    ["ssh root@erp <<'END'\npg_dump -h db erp\nEND\necho done", 'pg_dump db erp'],
    ['docker exec -i db bash <<-EOF\n\tpg_dump erp\n\tEOF', 'pg_dump in db erp'],
    ['cat << EOF > notes\npg_dump -h db erp\nEOF', 'none'],
  ])('%s: %s', (command, expected) => expect(dump(command)).toBe(expected))

  it('is read from the environment of the container', () => {
    const system = systemOfServices(`${db}
backup:
  image: postgres:17.2
  command: sh -c "while true; do pg_dump -f /x; sleep 1; done"
  environment: { PGHOST: db, PGUSER: erp }`)
    expect(system.backups).toMatchObject([{ host: 'db', databases: ['erp'], scheduled: true }])
  })

  it('may be several servers', () => {
    const system = systemOfServices(`${db}
auth: { image: "postgres:17.2" }
backup: { image: "postgres:17.2", command: "sh -c 'while true; do pg_dump -h db erp; pg_dump -h auth auth; sleep 1; done'" }`)
    expect(system.backups).toMatchObject([
      { host: 'db', databases: ['erp'] },
      { host: 'auth', databases: ['auth'] },
    ])
  })

  it('needs no shell', () => {
    const system = systemOfServices(
      `${db}\nbackup: { image: "postgres:17.2", command: [pg_dump, -h, db, -f, "/my backups/x", erp] }`,
    )
    expect(system.backups).toMatchObject([{ tool: 'pg_dump', host: 'db', databases: ['erp'], destination: 'host' }])
  })

  it('is told to an image that is made for it', () => {
    const system = systemOfServices(`${db}
one: { image: "prodrigestivill/postgres-backup-local:17", environment: { POSTGRES_HOST: db, POSTGRES_DB: "erp,auth" } }
all: { image: "fradelg/mysql-cron-backup:1.13", environment: { MYSQL_HOST: db } }`)
    expect(system.backups.map(backup => backup.databases)).toEqual([['erp', 'auth'], undefined])
  })
})

describe('what copies a volume', () => {
  const stores = (command: string) => {
    const { backups: found, workloads } = systemOf({
      'compose.yaml':
        'name: shop\nservices:\n  ledger: { image: "postgres:17.2", volumes: ["ledger:/var/lib/postgresql/data"] }\nvolumes: { ledger: {} }\n',
      'backup.sh': `#!/bin/bash\n${command}\n`,
    })
    return found.flatMap(one => workloads.filter(({ id }) => one.stores?.includes(id)).map(({ name }) => name))
  }
  const RUN = 'docker run --rm -v shop_ledger:/data -v /backups:/backup alpine:3.22'

  test.each([
    `${RUN} tar czf /backup/ledger.tgz /data`,
    `${RUN} sh -c "cd /data && tar -cf /backup/ledger.tar ."`,
    `${RUN} rsync -a /data/ /backup/`,
    `${RUN} sh -c "rsync -a /data /backup"`,
    'rsync -a /var/lib/docker/volumes/shop_ledger/_data/ /backups/ledger/',
    'docker run --rm --mount type=volume,source=shop_ledger,target=/data alpine rsync -a /data/ backup@host:/ledger',
  ])('%s', command => {
    expect(stores(command)).toEqual(['ledger'])
  })

  test.each([
    `${RUN} tar xzf /backup/ledger.tgz -C /data`,
    `${RUN} rsync -a /backup/ /data/`,
    `${RUN} sh -c "rsync -a /backup/ /data"`,
    'rsync -a /backups/ledger/ /var/lib/docker/volumes/shop_ledger/_data/',
    'docker run --rm --mount type=volume,source=shop_ledger,target=/data alpine rsync -a backup@host:/ledger /data',
  ])('is none where it puts one back: %s', command => {
    expect(stores(command)).toEqual([])
  })
})

describe('who runs it', () => {
  const script = '#!/bin/bash\npg_dump -h db erp > x\n'
  test.each<[string, Files, readonly string[]]>([
    ['nobody', { 'backup.sh': script }, ['pg_dump db erp by hand backup.sh']],
    [
      'a crontab',
      { 'backup.sh': script, crontab: '0 3 * * * root /srv/backup.sh\n' },
      ['pg_dump db erp scheduled backup.sh'],
    ],
    [
      'a line of a crontab',
      { 'deploy/cron.d/erp': '# nightly\n0 3 * * * root docker exec db pg_dump erp > /x\n' },
      ['pg_dump in db erp scheduled deploy/cron.d/erp'],
    ],
    [
      'a timer',
      {
        'erp.service': '[Service]\nExecStart=/bin/sh -c "pg_dump -h db erp > /x"\n',
        'erp.timer': '[Timer]\nOnCalendar=daily\n',
      },
      ['pg_dump db erp scheduled erp.service'],
    ],
    [
      'nobody, with a unit',
      { 'erp.service': '[Service]\nExecStart=pg_dump -h db erp\n' },
      ['pg_dump db erp by hand erp.service'],
    ],
    [
      'a target that a crontab makes',
      { Makefile: 'dump:\n\t@pg_dump -h db erp > x\n', 'x.cron': '@daily cd /srv && make -s dump\n' },
      ['pg_dump db erp scheduled Makefile'],
    ],
    [
      'a target that nobody makes',
      { Makefile: 'dump:\n\tpg_dump -h db erp > x\n', 'x.cron': '@daily cd /srv && make lint\n' },
      ['pg_dump db erp by hand Makefile'],
    ],
    [
      'a script of package.json',
      { 'package.json': '{ "scripts": { "dump": "pg_dump -h db \\"erp\\" > x" } }' },
      ['pg_dump db erp by hand package.json'],
    ],
    [
      'a scheduled pipeline',
      {
        '.github/workflows/dump.yml':
          'on: { schedule: [{ cron: "0 3 * * *" }] }\njobs:\n  dump:\n    steps:\n      - run: |\n          pg_dump -h db erp > x\n',
      },
      ['pg_dump db erp scheduled .github/workflows/dump.yml'],
    ],
    [
      'a pipeline',
      { '.gitlab-ci.yml': 'dump:\n  script:\n    - pg_dump -h db erp > x\n' },
      ['pg_dump db erp by hand .gitlab-ci.yml'],
    ],
    [
      'PM2',
      {
        'ecosystem.config.js':
          "module.exports = { apps: [{ name: 'dump', script: './backup.sh', autorestart: false, cron_restart: '0 3 * * *' }] }",
        'backup.sh': script,
      },
      ['pg_dump db erp scheduled ecosystem.config.js'],
    ],
    ['a document', { 'README.md': '    pg_dump -h db erp\n' }, []],
  ])('%s', (_, files, expected) => expect(backups(files)).toEqual(expected))
})

describe('what loads a copy back', () => {
  const covers = (files: Files) =>
    systemOf({ 'compose.yaml': `services:\n  ${db}\n`, ...files }).restores.flatMap(one => one.covers)
  test.each<[string, Files, readonly string[]]>([
    ['pg_restore', { 'x.sh': 'pg_restore -d check x.dump\n' }, ['postgres']],
    ['pg_restore that only lists', { 'x.sh': 'pg_restore --list x.dump\n' }, []],
    ['psql that loads a schema', { 'x.sh': 'psql -f schema.sql\n' }, []],
    ['psql that loads a copy', { 'x.sh': 'gunzip -c x.sql.gz | psql erp\n' }, ['postgres']],
    ['psql in a script of that name', { 'restore.sh': 'psql erp < "$1"\n' }, ['postgres']],
    [
      'a target of that name',
      { Makefile: 'db-restore:\n\tdocker compose exec -T db psql erp < $(FILE)\n' },
      ['postgres'],
    ],
    ['an empty script', { 'restore.sh': '#!/bin/sh\n' }, []],
    ['a script that says so', { 'restore.sh': 'echo "restore with pg_restore"\n' }, []],
    ['restic', { 'x.sh': 'restic restore latest --target /\n' }, ['volume']],
    ['a document', { 'restore.md': 'pg_restore -d erp x\n' }, []],
    [
      'a service that runs once',
      { 'compose.yaml': 'services:\n  check: { image: "postgres:17.2", command: [pg_restore, -d, check, x] }\n' },
      ['postgres'],
    ],
  ])('%s', (_, files, expected) => expect(covers(files)).toEqual(expected))
})

describe('what code copies', () => {
  const django = (files: Files) => backups({ ...files, 'compose.yaml': `services:\n  ${db}\n  web: { build: . }\n` })
  const Dockerfile = 'FROM python:3.13-slim\nRUN apt-get update && apt-get install -y libpq5\nCOPY . /app\n'
  const task = "import subprocess\n\ndef dump_database():\n    subprocess.run(['pg_dump', '-d', 'erp'], check=True)\n"

  it('is started by hand, or by what names its function', () => {
    expect(django({ Dockerfile, 'core/tasks.py': task })).toEqual(['pg_dump ? all by hand core/tasks.py'])
    const beat = "CELERY_BEAT_SCHEDULE = {'d': {'task': 'core.tasks.dump_database', 'schedule': crontab(hour=3)}}\n"
    expect(django({ Dockerfile, 'core/tasks.py': task, 'erp/settings.py': beat })).toEqual([
      'pg_dump ? all scheduled core/tasks.py',
    ])
    const cron =
      "cron.schedule('0 3 * * *', () => { execSync(`pg_dump -h db erp > x`) })\nconst { execSync } = require('child_process')\n"
    expect(django({ Dockerfile, 'jobs/dump.js': cron })).toEqual(['pg_dump ? all scheduled jobs/dump.js'])
  })

  it('is none where a comment, a test or a message speaks of it', () => {
    expect(
      django({ Dockerfile, 'a.py': "import subprocess\n# 'pg_dump' would do\n", 'b.py': "print('pg_dump')\n" }),
    ).toEqual([])
    expect(django({ Dockerfile, 'tests/test_dump.py': task })).toEqual([])
  })

  it('takes the name of a file for a name, whatever is in it', () => {
    const script = "import subprocess\nsubprocess.run(['pg_dump', '-d', 'erp'])\n"
    const found = (beat: string) => django({ Dockerfile, 'jobs/dump(c++.py': script, 'beat.py': beat })
    expect(found('beat_schedule = {}\n')).toEqual(['pg_dump ? all by hand jobs/dump(c++.py'])
    expect(found("beat_schedule = {'dump(c++': {}}\n")).toEqual(['pg_dump ? all scheduled jobs/dump(c++.py'])
  })

  it('cannot run in an image without the tool', () => {
    const { backups: found } = systemOf({
      'compose.yaml': `services:\n  ${db}\n  web: { build: . }\n`,
      Dockerfile,
      'core/tasks.py': task,
    })
    expect(found.map(({ missingTools, workload }) => [workload?.name, missingTools.map(({ tool }) => tool)])).toEqual([
      ['web', ['pg_dump']],
    ])
  })
  it('is run by the worker, where it is a task of Celery', () => {
    const runs = (decorator: string, worker = 'celery -A erp worker') => {
      const { backups: found } = systemOf({
        'compose.yaml': `services:\n  ${db}\n  api: { build: . }\n  jobs: { build: ., command: ${worker} }\n`,
        Dockerfile,
        'core/tasks.py': task.replace('def ', `${decorator}\ndef `),
      })
      return found.map(({ workload }) => workload?.name)
    }
    expect(runs('@shared_task(bind=True)')).toEqual(['jobs'])
    expect(runs('@celery_app.task')).toEqual(['jobs'])
    expect(runs('@app.get("/dump")')).toEqual(['api'])
    expect(runs('@shared_task', 'python jobs.py')).toEqual(['api'])
  })
})
