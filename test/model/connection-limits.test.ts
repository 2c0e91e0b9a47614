import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/source.js'
import { type Files, systemOf, systemOfServices } from '../support/model.js'
import { millisecondsSince } from '../support/processor-time.js'

function shown(fact: Fact<unknown>): unknown {
  return fact.known ? fact.value : `unknown: ${fact.because}`
}

/** What is known of the only server: its maximum, whether that is the default, what is kept back. */
function server(services: string, files: Files = {}) {
  const [found, ...more] = systemOfServices(services, files).databaseServers
  expect(more).toEqual([])
  return found && [shown(found.maximum), found.isDefault ? 'default' : 'set', found.reserved]
}

function operated(manifest: string) {
  const [found] = systemOf({ 'k8s/db.yaml': manifest }).databaseServers
  return found && [shown(found.maximum), found.isDefault ? 'default' : 'set', found.reserved]
}

describe('how many connections a server takes', () => {
  test.each([
    ['nothing is said', 'db: { image: "postgres:17.2" }', [100, 'default', 3]],
    [
      'an option of its command',
      'db: { image: "postgres:17.2", command: postgres -c max_connections=300 }',
      [300, 'set', 3],
    ],
    ['the letter', 'db: { image: "postgres:17.2", command: [postgres, -N, "250"] }', [250, 'set', 3]],
    [
      'a shell',
      'db: { image: "postgis/postgis:17-3.5", command: sh -c "exec postgres -c max_connections=80" }',
      [80, 'set', 3],
    ],
    [
      'what is kept back',
      'db: { image: "postgres:17.2", command: postgres -c superuser_reserved_connections=5 -c reserved_connections=10 }',
      [100, 'default', 15],
    ],
    [
      'a variable that is not read',
      'db: { image: "postgres:17.2", environment: { POSTGRES_MAX_CONNECTIONS: "500" } }',
      [100, 'default', 3],
    ],
    [
      'a variable of another image',
      'db: { image: "bitnami/postgresql:17", environment: { POSTGRESQL_MAX_CONNECTIONS: "500" } }',
      [500, 'set', 3],
    ],
    [
      'flags of that image',
      'db: { image: "bitnami/postgresql:17", environment: { POSTGRESQL_EXTRA_FLAGS: "-c max_connections=70" } }',
      [70, 'set', 3],
    ],
    [
      'a value from outside',
      'db: { image: "postgres:17.2", command: "postgres -c max_connections=${MAX}" }',
      ['unknown: ${MAX} is set outside the repository', 'set', 3],
    ],
    [
      'an image that tunes itself',
      'db: { image: "timescale/timescaledb:2.22.1-pg17" }',
      ['unknown: the image sets it by the memory of the container', 'set', 3],
    ],
    ['options without the program', 'db: { image: "postgres:17.2", command: -c max_connections=110 }', [110, 'set', 3]],
    [
      'what initdb writes',
      'db: { image: "postgres:17.2", environment: { POSTGRES_INITDB_ARGS: "--data-checksums -c max_connections=130" } }',
      [130, 'set', 3],
    ],
    ['MySQL', 'db: { image: "mysql:8.4" }', [151, 'default', 0]],
    [
      'MariaDB, by flags of another image',
      'db: { image: "bitnami/mariadb:11", environment: { MARIADB_EXTRA_FLAGS: "--max-connections=600" } }',
      [600, 'set', 0],
    ],
    ['MySQL, by an option', 'db: { image: "mysql:8.4", command: --max-connections=400 }', [400, 'set', 0]],
    [
      'MariaDB, by another spelling',
      'db: { image: "mariadb:11.8", command: [mariadbd, "--max_connections", "40"] }',
      [40, 'set', 0],
    ],
    [
      'MySQL, by a variable that is not read',
      'db: { image: "mysql:8.4", environment: { MYSQL_MAX_CONNECTIONS: "400" } }',
      [151, 'default', 0],
    ],
  ])('%s', (_name, services, expected) => {
    expect(server(services)).toEqual(expected)
  })

  test('the configuration file that it is told to read', () => {
    const files = {
      'pg/postgresql.conf': "listen_addresses = '*'\n#max_connections = 9\nmax_connections = 220   # more\n",
    }
    const mounted = 'volumes: ["./pg/postgresql.conf:/etc/postgresql/postgresql.conf:ro"]'
    const told = `db: { image: "postgres:17.2", command: postgres -c config_file=/etc/postgresql/postgresql.conf, ${mounted} }`
    expect(server(told, files)).toEqual([220, 'set', 3])
    // Nobody reads a file in that place by itself.
    expect(server(`db: { image: "postgres:17.2", ${mounted} }`, files)).toEqual([100, 'default', 3])
    const inData = 'volumes: ["./pg/postgresql.conf:/var/lib/postgresql/data/postgresql.conf"]'
    expect(server(`db: { image: "postgres:16", ${inData} }`, files)).toEqual([220, 'set', 3])
    expect(server(told)?.[0]).toMatch(/^unknown: /)
  })

  test('files that its file takes in', () => {
    const told = `db: { image: "postgres:17.2", command: postgres -c config_file=/etc/pg/main.conf, volumes: ["./pg:/etc/pg:ro"] }`
    const main = "max_connections = 50\ninclude_dir 'conf.d'\n"
    const more = { 'pg/conf.d/a.conf': 'max_connections = 60', 'pg/conf.d/b.conf': 'max_connections 70' }
    expect(server(told, { 'pg/main.conf': main, ...more })).toEqual([70, 'set', 3])
    expect(server(told, { 'pg/main.conf': "include 'other.conf'" })?.[0]).toMatch(/^unknown: .*other.conf is not/)
    // A file that takes in itself ends.
    expect(server(told, { 'pg/main.conf': "max_connections = 50\ninclude 'main.conf'\n" })?.[0]).toMatch(/^unknown|^50/)
  })

  test('files that take in themselves many times, and long lines, end soon', () => {
    const told = `db: { image: "postgres:17.2", command: postgres -c config_file=/etc/pg/main.conf, volumes: ["./pg:/etc/pg:ro"] }`
    const start = process.cpuUsage()
    server(told, { 'pg/main.conf': "include 'main.conf'\ninclude_dir '.'\n".repeat(500) })
    server(told, { 'pg/main.conf': `${'a'.repeat(200_000)}\nmax_connections${' '.repeat(200_000)}\n` })
    expect(millisecondsSince(start)).toBeLessThan(10_000)
  })

  test('a script of the first start', () => {
    const services = 'db: { image: "postgres:17.2", volumes: ["./init:/docker-entrypoint-initdb.d"] }'
    expect(server(services, { 'init/1.sql': "ALTER SYSTEM SET max_connections TO '180';" })).toEqual([180, 'set', 3])
    expect(server(services, { 'init/1.sql': 'CREATE TABLE t ();' })).toEqual([100, 'default', 3])
    expect(server(services)?.[0]).toMatch(/^unknown: /)
  })

  test('an image that is built here', () => {
    const dockerfile =
      'FROM postgres:17.2\nCOPY postgresql.conf /etc/pg.conf\nCMD ["postgres", "-c", "config_file=/etc/pg.conf"]\n'
    const files = { 'db/Dockerfile': dockerfile, 'db/postgresql.conf': 'max_connections = 33\n' }
    expect(server('db: { build: ./db }', files)).toEqual([33, 'set', 3])
  })

  test('option files of MySQL, in the section of the server', () => {
    const services = 'db: { image: "mysql:8.4", volumes: ["./my:/etc/mysql/conf.d:ro"] }'
    expect(server(services, { 'my/a.cnf': '[mysql]\nmax_connections=1\n[mysqld]\nmax-connections = 90\n' })).toEqual([
      90,
      'set',
      0,
    ])
    expect(server(services, { 'my/a.cnf': '[client]\nmax_connections=1\n' })).toEqual([151, 'default', 0])
  })

  test('Kubernetes: arguments, ConfigMaps, operators', () => {
    const set = (container: string, volumes = '', more = '') => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "postgres:17.2", ${container} }]${volumes} }
${more}`
    expect(operated(set('args: ["-c", "max_connections=240"]'))).toEqual([240, 'set', 3])
    const map = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: pg }
data: { postgresql.conf: "max_connections = 210" }
`
    const mount =
      'args: ["-c", "config_file=/etc/pg/postgresql.conf"], volumeMounts: [{ name: pg, mountPath: /etc/pg }]'
    expect(operated(set(mount, ', volumes: [{ name: pg, configMap: { name: pg } }]', map))).toEqual([210, 'set', 3])
    const cluster = (more: string) => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: db }
spec: { instances: 3${more} }
`
    expect(operated(cluster(''))).toEqual([100, 'default', 3])
    expect(operated(cluster(', postgresql: { parameters: { max_connections: "260" } }'))).toEqual([260, 'set', 3])
    const zalando = (more: string) => `
apiVersion: acid.zalan.do/v1
kind: postgresql
metadata: { name: db }
spec: { numberOfInstances: 2${more} }
`
    expect(operated(zalando(''))?.[0]).toBe('unknown: its operator sets it')
    expect(operated(zalando(', postgresql: { version: "17", parameters: { max_connections: "90" } }'))).toEqual([
      90,
      'set',
      3,
    ])
  })

  test('variables that are meant to set it are named', () => {
    const [found] = systemOfServices(
      'db: { image: "postgres:17.2", environment: { POSTGRES_MAX_CONNECTIONS: "500", POSTGRES_PASSWORD: x } }',
    ).databaseServers
    expect(found?.ignored.map(one => one.name)).toEqual(['POSTGRES_MAX_CONNECTIONS'])
  })

  test('clients of a server, and jobs, are none', () => {
    const { databaseServers } = systemOfServices(
      'dump: { image: "postgres:17.2", command: pg_dump -h db }\nadmin: { image: "dpage/pgadmin4:9" }\ncache: { image: "redis:8" }',
    )
    expect(databaseServers).toEqual([])
  })
})

describe('poolers', () => {
  function pooler(services: string, files: Files = {}) {
    const [found] = systemOfServices(`db: { image: "postgres:17.2" }\n${services}`, files).poolers
    return (
      found && [
        found.servers.map(one => one.name).join(),
        shown(found.clients),
        shown(found.perPair),
        shown(found.mode),
      ]
    )
  }

  test.each([
    [
      'nothing is said',
      'b: { image: "edoburu/pgbouncer:v1", environment: { DB_HOST: db } }',
      ['db', 100, 20, 'session'],
    ],
    [
      'variables',
      'b: { image: "edoburu/pgbouncer:v1", environment: { DB_HOST: db, MAX_CLIENT_CONN: 1000, DEFAULT_POOL_SIZE: 25, POOL_MODE: transaction } }',
      ['db', 1000, 25, 'transaction'],
    ],
    [
      'names of another image',
      'b: { image: "bitnami/pgbouncer:1", environment: { POSTGRESQL_HOST: db, MAX_CLIENT_CONN: 1000, PGBOUNCER_DEFAULT_POOL_SIZE: 25 } }',
      ['db', 100, 25, 'session'],
    ],
    [
      'a value from outside',
      'b: { image: "bitnami/pgbouncer:1", environment: { PGBOUNCER_MAX_CLIENT_CONN: "${MAX}" } }',
      ['db', expect.stringMatching(/^unknown: /), 20, 'session'],
    ],
  ])('%s', (_name, services, expected) => {
    expect(pooler(services)).toEqual(expected)
  })

  test('Pgpool-II', () => {
    const services = (environment: string) => `p: { image: "bitnami/pgpool:4", environment: { ${environment} } }`
    expect(pooler(services('PGPOOL_BACKEND_NODES: "0:db:5432"'))).toEqual(['db', 32, 32, 'session'])
    expect(pooler(services('PGPOOL_NUM_INIT_CHILDREN: "80"'))).toEqual(['db', 80, 80, 'session'])
  })

  test('a file', () => {
    const services =
      'b: { image: "pgbouncer/pgbouncer:1.24", volumes: ["./pgbouncer.ini:/etc/pgbouncer/pgbouncer.ini:ro"] }'
    const text = '[databases]\n* = host=db\n[pgbouncer]\npool_mode = transaction\nmax_client_conn=500 ; all\n'
    expect(pooler(services, { 'pgbouncer.ini': text })).toEqual(['db', 500, 20, 'transaction'])
    expect(pooler(services)?.[1]).toMatch(/^unknown: /)
  })

  test('the resource of an operator', () => {
    const [found] = systemOf({
      'k8s/db.yaml': `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: db }
spec: { instances: 1 }
---
apiVersion: postgresql.cnpg.io/v1
kind: Pooler
metadata: { name: db-pool }
spec: { cluster: { name: db }, instances: 2, pgbouncer: { poolMode: transaction, parameters: { max_client_conn: "900" } } }
`,
    }).poolers
    expect(found && [shown(found.clients), shown(found.perPair), shown(found.mode)]).toEqual([900, 20, 'transaction'])
  })
})
