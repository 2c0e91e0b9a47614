import { describe, expect, it } from 'vitest'
import { dataPathsOf, mountKeeps } from '../../src/knowledge/data.js'
import { kafkaListenerProtocols, kafkaProperty, kafkaVoters } from '../../src/knowledge/engines/kafka.js'
import { goneIn, isBefore, NEWEST, type ServiceFacts } from '../../src/knowledge/facts.js'
import cassandra from '../../src/knowledge/images/cassandra.js'
import clickhouse from '../../src/knowledge/images/clickhouse.js'
import cockroachdb from '../../src/knowledge/images/cockroachdb.js'
import coordination from '../../src/knowledge/images/coordination.js'
import couchdb from '../../src/knowledge/images/couchdb.js'
import elasticsearch from '../../src/knowledge/images/elasticsearch.js'
import eventstore from '../../src/knowledge/images/eventstore.js'
import influxdb from '../../src/knowledge/images/influxdb.js'
import kafka from '../../src/knowledge/images/kafka.js'
import memcached from '../../src/knowledge/images/memcached.js'
import minio from '../../src/knowledge/images/minio.js'
import mongodb from '../../src/knowledge/images/mongodb.js'
import mssql from '../../src/knowledge/images/mssql.js'
import mysql from '../../src/knowledge/images/mysql.js'
import nats from '../../src/knowledge/images/nats.js'
import neo4j from '../../src/knowledge/images/neo4j.js'
import poolers from '../../src/knowledge/images/poolers.js'
import postgres from '../../src/knowledge/images/postgres.js'
import rabbitmq from '../../src/knowledge/images/rabbitmq.js'
import redis from '../../src/knowledge/images/redis.js'
import redpanda from '../../src/knowledge/images/redpanda.js'
import temporal from '../../src/knowledge/images/temporal.js'
import vectorStores from '../../src/knowledge/images/vector-stores.js'
import zookeeper from '../../src/knowledge/images/zookeeper.js'
import { defaultLogins } from '../../src/knowledge/logins.js'
import { GIB, MIB } from '../../src/knowledge/sizes.js'
import type { Software } from '../../src/knowledge/software.js'

const all: readonly Software[] = [
  cassandra,
  clickhouse,
  coordination,
  cockroachdb,
  couchdb,
  influxdb,
  mssql,
  neo4j,
  elasticsearch,
  eventstore,
  kafka,
  memcached,
  minio,
  mongodb,
  mysql,
  nats,
  poolers,
  postgres,
  rabbitmq,
  redis,
  redpanda,
  temporal,
  vectorStores,
  zookeeper,
].flat()

interface Given {
  readonly env?: Readonly<Record<string, string | null>>
  readonly run?: string
  readonly argv?: readonly (string | null)[]
  readonly version?: readonly number[]
  readonly config?: boolean
  readonly scripts?: boolean
}

function service(repository: string, given: Given = {}): ServiceFacts {
  const distribution = all.flatMap(each => each.distributions).find(each => each.images.includes(repository))
  if (!distribution) throw new Error(`no such image: ${repository}`)
  const environment = new Map(Object.entries(given.env ?? {}))
  return {
    environment: name => environment.get(name),
    argv: given.argv ?? given.run?.split(' '),
    ...(given.version ? { version: given.version } : {}),
    distribution,
    configMounted: given.config ?? false,
    ...(given.scripts ? { scriptsMounted: true } : {}),
  }
}

function auth(repository: string, given: Given = {}): string | undefined {
  const facts = service(repository, given)
  return facts.distribution.authentication?.(facts).state
}

function mode(repository: string, given: Given = {}): string | undefined {
  const facts = service(repository, given)
  return facts.distribution.memoryMode?.(facts)?.because
}

function replication(repository: string, given: Given = {}) {
  const facts = service(repository, given)
  return facts.distribution.replication?.(facts)
}

function memory(repository: string, given: Given = {}) {
  const facts = service(repository, given)
  return facts.distribution.memory?.(facts)
}

function ignored(repository: string, name: string): string | undefined {
  return service(repository).distribution.variables?.ignored.find(each => each.pattern.test(name))?.instead
}

function reads(repository: string, name: string): boolean {
  const known = service(repository).distribution.variables?.reads ?? []
  return known.some(each => (typeof each === 'string' ? each === name : each.test(name)))
}

describe('the table as a whole', () => {
  it('names every software and every image once', () => {
    const ids = all.map(each => each.id)
    const images = all.flatMap(each => each.distributions.flatMap(one => one.images))
    expect(ids).toEqual([...new Set(ids)])
    expect(images).toEqual([...new Set(images)])
  })

  it('never calls a variable ignored and read at once', () => {
    const probes = [
      'POSTGRES_PASSWORD',
      'POSTGRES_MAX_CONNECTIONS',
      'PGDATA',
      'MYSQL_ROOT_PASSWORD',
      'KAFKA_HEAP_OPTS',
      'REDIS_ARGS',
      'ES_JAVA_OPTS',
      'discovery.type',
      'MARIADB_MASTER_HOST',
      'RABBITMQ_DEFAULT_USER',
      'VALKEY_EXTRA_FLAGS',
      'POOL_MODE',
      'PGBOUNCER_POOL_MODE',
      'DATABASES_HOST',
      'ZOO_SERVERS',
      'MINIO_ROOT_USER',
      'QDRANT__SERVICE__API_KEY',
      'CASSANDRA_SEEDS',
      'MSSQL_SA_PASSWORD',
    ]
    for (const { images, variables } of all.flatMap(each => each.distributions)) {
      for (const name of probes) {
        const exact = variables?.reads.some(each => each === name)
        const hit = variables?.ignored.some(each => each.pattern.test(name))
        expect(exact && hit, `${images[0]} ${name}`).not.toBe(true)
      }
    }
  })

  it('gives a fix for everything it calls open, claimed or kept in memory, and clauses for messages', () => {
    for (const distribution of all.flatMap(each => each.distributions)) {
      for (const version of [undefined, [1], [7], NEWEST]) {
        const facts: ServiceFacts = {
          environment: () => undefined,
          argv: undefined,
          distribution,
          configMounted: false,
          ...(version ? { version } : {}),
        }
        const verdict = distribution.authentication?.(facts)
        if (verdict && verdict.state !== 'on') expect(verdict.fix, distribution.images[0]).not.toBe('')
        const clauses = [
          verdict?.because,
          distribution.replication?.(facts).because,
          distribution.memoryMode?.(facts)?.because,
        ]
        for (const clause of clauses.filter(each => each !== undefined)) expect(clause).not.toMatch(/\.$|https?:/)
      }
    }
  })

  it('does not throw when nothing can be known', () => {
    for (const distribution of all.flatMap(each => each.distributions)) {
      const facts: ServiceFacts = {
        environment: () => null,
        argv: [null, null, null],
        version: [9],
        distribution,
        configMounted: true,
      }
      expect(() => [
        distribution.authentication?.(facts),
        distribution.replication?.(facts),
        distribution.memory?.(facts),
        distribution.memoryMode?.(facts),
        dataPathsOf(facts),
        defaultLogins(facts),
      ]).not.toThrow()
      expect(distribution.authentication?.(facts).state, distribution.images[0]).not.toBe('off')
      expect(distribution.memoryMode?.(facts)?.by, distribution.images[0]).toBeUndefined()
    }
  })
})

describe('PostgreSQL', () => {
  it('is open only by trust', () => {
    expect(auth('postgres', { env: { POSTGRES_HOST_AUTH_METHOD: 'trust' } })).toBe('off')
    expect(auth('postgres', { env: { POSTGRES_PASSWORD: null } })).toBe('on')
    expect(auth('postgres')).toBe('on')
    expect(auth('postgres', { env: { POSTGRES_HOST_AUTH_METHOD: null } })).toBe('unknown')
    expect(auth('bitnami/postgresql', { env: { ALLOW_EMPTY_PASSWORD: 'yes' } })).toBe('off')
    expect(auth('bitnami/postgresql', { env: { ALLOW_EMPTY_PASSWORD: 'yes', POSTGRESQL_PASSWORD: 'x' } })).toBe('on')
  })

  it('says which settings the official image does not read, and what to type', () => {
    expect(ignored('postgres', 'POSTGRES_MAX_CONNECTIONS')).toBe('command: postgres -c max_connections=<value>')
    expect(ignored('postgres', 'POSTGRES_SHARED_BUFFERS')).toContain('-c shared_buffers=')
    expect(ignored('postgres', 'POSTGRES_REPLICATION_MODE')).toContain('pg_basebackup')
    expect(ignored('bitnami/postgresql', 'POSTGRESQL_MAX_CONNECTIONS')).toBeUndefined()
    expect(ignored('bitnami/postgresql', 'POSTGRESQL_SHARED_BUFFERS')).toContain('POSTGRESQL_EXTRA_FLAGS')
    for (const name of ['POSTGRES_PASSWORD_FILE', 'POSTGRES_INITDB_ARGS', 'PGDATA']) {
      expect(ignored('postgres', name), name).toBeUndefined()
      expect(reads('postgres', name), name).toBe(true)
    }
  })

  it('keeps its data where the version has it', () => {
    const at = (given: Given) => dataPathsOf(service('postgres', given))?.paths
    expect(at({ version: [17, 2] })).toEqual(['/var/lib/postgresql/data'])
    expect(at({ version: [18] })).toEqual(['/var/lib/postgresql/18/docker'])
    expect(at({ version: NEWEST })).toEqual(['/var/lib/postgresql'])
    expect(at({})).toBeUndefined()
    expect(at({ version: [16], env: { PGDATA: '/pg' } })).toEqual(['/pg'])
    expect(at({ version: [16], env: { PGDATA: null } })).toBeUndefined()
  })

  it('tells a mount that keeps the data from one that does not', () => {
    const old = dataPathsOf(service('postgres', { version: [16] }))
    expect(mountKeeps('/var/lib/postgresql/data/', old?.paths[0] ?? '', old?.volumes)).toBe(true)
    expect(mountKeeps('/var/lib/postgresql', old?.paths[0] ?? '', old?.volumes)).toBe(false)
    const current = dataPathsOf(service('postgres', { version: [18] }))
    expect(mountKeeps('/var/lib/postgresql', current?.paths[0] ?? '', current?.volumes)).toBe(true)
    expect(mountKeeps('/var/lib/postgresql/data', current?.paths[0] ?? '', current?.volumes)).toBe(false)
  })

  it('tells a standby from what only looks like one', () => {
    expect(replication('postgres', { env: { POSTGRES_REPLICATION_MODE: 'slave' } })).toMatchObject({
      state: 'claimed',
      role: 'replica',
    })
    expect(replication('postgres', { env: { POSTGRES_REPLICATION_MODE: 'slave' }, scripts: true })?.state).toBe(
      'unknown',
    )
    expect(replication('postgres', { run: 'postgres -c hot_standby=on' })?.state).toBe('claimed')
    expect(replication('postgres', { run: 'postgres -c max_connections=200' })?.state).toBe('alone')
    const argv = ['bash', '-c', 'pg_basebackup -h primary -D $PGDATA -R && exec postgres']
    expect(replication('postgres', { argv })).toMatchObject({ state: 'wired', role: 'replica', peers: ['primary'] })
    expect(
      replication('bitnami/postgresql', {
        env: { POSTGRESQL_REPLICATION_MODE: 'slave', POSTGRESQL_MASTER_HOST: 'pg0' },
      }),
    ).toMatchObject({ state: 'wired', peers: ['pg0'] })
    expect(replication('bitnami/postgresql', { env: { POSTGRESQL_REPLICATION_MODE: 'slave' } })?.state).toBe('claimed')
  })

  it('reads buffers from the command', () => {
    expect(memory('postgres', { run: 'postgres -c shared_buffers=2GB' })?.bytes).toBe(2 * GIB)
    expect(memory('postgres')).toMatchObject({ bytes: 128 * MIB, usualShare: 0.25 })
    expect(memory('postgres', { config: true })).toBeUndefined()
  })
})

describe('MySQL and MariaDB', () => {
  it('are open only with an empty root password', () => {
    expect(auth('mysql', { env: { MYSQL_ALLOW_EMPTY_PASSWORD: 'yes' } })).toBe('off')
    expect(auth('mysql', { env: { MYSQL_ROOT_PASSWORD: 'x' } })).toBe('on')
    expect(auth('mariadb', { env: { MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: '1' } })).toBe('off')
    expect(auth('mysql', { run: 'mysqld --skip-grant-tables', env: { MYSQL_ROOT_PASSWORD: 'x' } })).toBe('off')
  })

  it('take settings from the command only', () => {
    expect(ignored('mysql', 'MYSQL_MAX_CONNECTIONS')).toBe('command: --max-connections=<value>')
    expect(ignored('mysql', 'MYSQL_DATABASE')).toBeUndefined()
    expect(memory('mysql', { run: '--innodb_buffer_pool_size=4G' })?.bytes).toBe(4 * GIB)
    const refused = service('mysql').distribution.variables?.refused.find(each => each.pattern.test('MYSQL_USER'))
    expect(refused?.values).toEqual(['root'])
  })

  it('replicate by MARIADB_MASTER_HOST on MariaDB, not on MySQL', () => {
    expect(replication('mariadb', { env: { MARIADB_MASTER_HOST: 'db1' } })).toMatchObject({
      state: 'wired',
      peers: ['db1'],
    })
    expect(replication('mysql', { env: { MYSQL_MASTER_HOST: 'db1' } })?.state).toBe('claimed')
  })

  it('lost mysqladmin in MariaDB 11', () => {
    const gone = (version: readonly number[]) =>
      goneIn(service('mariadb').distribution, version).map(each => each.program)
    expect(gone([11, 4])).toContain('mysqladmin')
    expect(gone([10, 11])).toEqual([])
  })
})

describe('MongoDB', () => {
  it('asks for a login once a root user, --auth or a key file is given', () => {
    expect(auth('mongo')).toBe('off')
    expect(auth('mongo', { env: { MONGO_INITDB_ROOT_USERNAME: 'a', MONGO_INITDB_ROOT_PASSWORD: null } })).toBe('on')
    expect(auth('mongo', { run: 'mongod --replSet rs0 --keyFile /k' })).toBe('on')
    expect(auth('mongo', { run: 'mongod --config /etc/mongod.conf' })).toBe('unknown')
  })

  it('belongs to a replica set by --replSet, not by variables', () => {
    expect(replication('mongo', { run: 'mongod --replSet rs0' })).toMatchObject({ state: 'wired', group: 'rs0' })
    expect(replication('mongo', { env: { MONGO_REPLICA_SET_NAME: 'rs0' } })?.state).toBe('claimed')
    expect(replication('mongo')?.state).toBe('alone')
  })

  it('lost the mongo shell in 6.0', () => {
    const { distribution } = service('mongo')
    expect(goneIn(distribution, [6]).map(each => each.program)).toEqual(['mongo'])
    expect(goneIn(distribution, [5, 0])).toEqual([])
    expect(goneIn(distribution, undefined)).toEqual([])
  })
})

describe('Redis and Valkey', () => {
  it('are open unless a password reaches the server', () => {
    expect(auth('redis')).toBe('off')
    expect(auth('redis', { env: { REDIS_PASSWORD: 'x' } })).toBe('off')
    expect(auth('redis', { argv: ['redis-server', '--requirepass', null] })).toBe('on')
    expect(auth('redis', { argv: ['sh', '-c', 'exec redis-server --requirepass "$REDIS_PASSWORD"'] })).toBe('on')
    expect(auth('redis', { argv: ['redis-server', '--requirepass', ''] })).toBe('off')
    expect(auth('redis', { run: 'redis-server /usr/local/etc/redis/redis.conf' })).toBe('unknown')
    expect(auth('redis', { argv: ['redis-server', null] })).toBe('unknown')
    expect(auth('redis', { run: 'redis-server --appendonly yes' })).toBe('off')
    expect(auth('redis', { run: 'redis-cli --cluster create a:1' })).toBe('unknown')
    expect(auth('redis/redis-stack', { env: { REDIS_ARGS: '--requirepass x' } })).toBe('on')
    expect(auth('valkey/valkey', { env: { VALKEY_EXTRA_FLAGS: '--requirepass x' } })).toBe('on')
    expect(auth('redis', { env: { REDIS_ARGS: '--requirepass x' } })).toBe('off')
    expect(auth('bitnami/redis', { env: { REDIS_PASSWORD: null } })).toBe('on')
    expect(auth('bitnami/redis', { env: { ALLOW_EMPTY_PASSWORD: 'yes' } })).toBe('off')
  })

  it('follow a primary by --replicaof', () => {
    expect(replication('redis', { run: 'redis-server --replicaof redis-0 6379' })).toMatchObject({
      state: 'wired',
      role: 'replica',
      peers: ['redis-0'],
    })
    expect(replication('redis', { env: { REDIS_REPLICATION_MODE: 'slave' } })?.state).toBe('claimed')
    expect(replication('redis', { run: 'redis-sentinel /s.conf' })).toMatchObject({ state: 'wired', role: 'watcher' })
    expect(replication('redis', { run: 'redis-server --cluster-enabled yes' })).toMatchObject({
      state: 'unknown',
      role: 'member',
    })
  })

  it('do not make a cluster of fewer nodes than it takes', () => {
    const three = 'redis-cli --cluster create a:6379 b:6379 c:6379 --cluster-replicas 1'
    expect(replication('redis', { run: three })).toMatchObject({ state: 'claimed', peers: ['a', 'b', 'c'] })
    const six = 'redis-cli --cluster create a:1 b:1 c:1 d:1 e:1 f:1 --cluster-replicas 1'
    expect(replication('redis', { run: six })).toMatchObject({ state: 'unknown', role: 'watcher' })
  })

  it('read maxmemory in the units of redis.conf', () => {
    expect(memory('redis', { run: 'redis-server --maxmemory 512mb' })?.bytes).toBe(512 * MIB)
    expect(memory('redis', { run: 'redis-server --maxmemory 512m' })?.bytes).toBe(512_000_000)
    expect(memory('redis', { run: 'redis-server --maxmemory 0' })).toBeUndefined()
    expect(memory('redis', { argv: ['redis-server', '--maxmemory', null] })).toMatchObject({
      by: { name: '--maxmemory' },
    })
  })
})

describe('Elasticsearch and OpenSearch', () => {
  it('are open when security is switched off, or by default before 8', () => {
    expect(auth('elasticsearch', { version: [8, 11], env: { 'xpack.security.enabled': 'false' } })).toBe('off')
    expect(auth('elasticsearch', { version: [8, 11] })).toBe('on')
    expect(auth('elasticsearch', { version: [7, 17] })).toBe('off')
    expect(auth('elasticsearch', { version: [7, 17], env: { 'xpack.security.enabled': 'true' } })).toBe('on')
    expect(auth('elasticsearch', {})).toBe('unknown')
    expect(auth('elasticsearch', { version: [7, 17], config: true })).toBe('unknown')
    expect(auth('opensearchproject/opensearch', { env: { DISABLE_SECURITY_PLUGIN: 'true' } })).toBe('off')
    expect(auth('opensearchproject/opensearch', { env: { 'plugins.security.disabled': 'true' } })).toBe('off')
    expect(auth('opensearchproject/opensearch')).toBe('on')
  })

  it('read the heap each from its own variable', () => {
    expect(memory('elasticsearch', { env: { ES_JAVA_OPTS: '-Xms512m -Xmx512m' } })).toMatchObject({
      bytes: 512 * MIB,
      share: 0.5,
      least: GIB,
    })
    expect(memory('elasticsearch', { version: [8, 11] })).toBeUndefined()
    expect(memory('elasticsearch', { version: [7, 10] })?.bytes).toBe(GIB)
    expect(memory('opensearchproject/opensearch', { env: { ES_JAVA_OPTS: '-Xmx4g' } })?.bytes).toBe(GIB)
    expect(ignored('opensearchproject/opensearch', 'ES_JAVA_OPTS')).toBe('OPENSEARCH_JAVA_OPTS')
    expect(memory('elasticsearch', { env: { ES_JAVA_OPTS: '-Xms1g -Xmx2g' } })?.setting(GIB)).toBe(
      'ES_JAVA_OPTS=-Xms1g -Xmx1g',
    )
  })

  it('form a cluster by seed hosts', () => {
    expect(
      replication('elasticsearch', { env: { 'discovery.seed_hosts': 'es02,es03', 'cluster.name': 'c' } }),
    ).toMatchObject({ state: 'wired', peers: ['es02', 'es03'], group: 'c' })
    expect(replication('elasticsearch', { env: { 'discovery.type': 'single-node' } })?.state).toBe('alone')
    expect(replication('elasticsearch', { env: { 'cluster.initial_master_nodes': 'es01,es02' } })?.state).toBe(
      'claimed',
    )
  })
})

describe('Kafka', () => {
  const plain = {
    KAFKA_LISTENERS: 'IN://:29092,OUT://:9092,CONTROLLER://:9093',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,IN:PLAINTEXT,OUT:PLAINTEXT',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  }

  it('reads the protocol of each listener', () => {
    const facts = service('confluentinc/cp-kafka', { env: plain })
    expect([...(kafkaListenerProtocols(facts) ?? [])]).toEqual([
      ['IN', 'PLAINTEXT'],
      ['OUT', 'PLAINTEXT'],
    ])
    expect(auth('confluentinc/cp-kafka', { env: plain })).toBe('off')
    const mixed = { ...plain, KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,IN:PLAINTEXT,OUT:SASL_SSL' }
    expect(auth('confluentinc/cp-kafka', { env: mixed })).toBe('unknown')
    const safe = { ...plain, KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,IN:SASL_SSL,OUT:SASL_SSL' }
    expect(auth('confluentinc/cp-kafka', { env: safe })).toBe('on')
    expect(auth('confluentinc/cp-kafka', { env: { KAFKA_ADVERTISED_LISTENERS: 'PLAINTEXT://kafka:9092' } })).toBe('off')
    expect(auth('confluentinc/cp-kafka', { env: { KAFKA_ADVERTISED_LISTENERS: null } })).toBe('unknown')
  })

  it('spells properties as the image does', () => {
    expect(kafkaProperty(service('bitnami/kafka', { env: { KAFKA_CFG_NODE_ID: '1' } }), 'node.id')).toEqual({
      variable: 'KAFKA_CFG_NODE_ID',
      value: '1',
    })
    expect(kafkaProperty(service('bitnami/kafka', { env: { KAFKA_NODE_ID: '2' } }), 'node.id').value).toBe('2')
    expect(
      kafkaProperty(service('bitnami/kafka', { env: { KAFKA_MIN_INSYNC_REPLICAS: '2' } }), 'min.insync.replicas').value,
    ).toBeUndefined()
    expect(
      kafkaProperty(service('apache/kafka', { env: { KAFKA_MIN_INSYNC_REPLICAS: '2' } }), 'min.insync.replicas').value,
    ).toBe('2')
    expect(ignored('apache/kafka', 'KAFKA_CFG_NODE_ID')).toContain('without CFG_')
    expect(ignored('bitnami/kafka', 'KAFKA_CFG_NODE_ID')).toBeUndefined()
  })

  it('is a cluster by its quorum', () => {
    const three = {
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@k1:9093,2@k2:9093,3@k3:9093',
      KAFKA_PROCESS_ROLES: 'broker,controller',
    }
    expect(kafkaVoters(service('apache/kafka', { env: three }))).toEqual(['k1', 'k2', 'k3'])
    expect(replication('apache/kafka', { env: three })).toMatchObject({ state: 'wired', peers: ['k1', 'k2', 'k3'] })
    expect(replication('apache/kafka', { env: { ...three, KAFKA_CONTROLLER_QUORUM_VOTERS: '1@k1:9093' } })?.state).toBe(
      'alone',
    )
  })

  it('writes to a temporary directory on apache/kafka unless log.dirs is set', () => {
    const at = (env: Record<string, string>) => dataPathsOf(service('apache/kafka', { env }))?.paths
    expect(at({ KAFKA_NODE_ID: '1' })).toEqual(['/tmp/kafka-logs'])
    expect(at({ KAFKA_NODE_ID: '1', KAFKA_LOG_DIRS: '/var/lib/kafka/data' })).toEqual(['/var/lib/kafka/data'])
    expect(at({})).toBeUndefined()
    expect(dataPathsOf(service('confluentinc/cp-kafka'))?.paths).toEqual(['/var/lib/kafka/data'])
  })

  it('has a heap of 1 GiB and no ZooKeeper in new versions', () => {
    expect(memory('confluentinc/cp-kafka', { env: { KAFKA_HEAP_OPTS: '-Xmx256m' } })).toMatchObject({
      bytes: 256 * MIB,
      least: GIB,
    })
    expect(memory('confluentinc/cp-kafka')?.bytes).toBe(GIB)
    expect(goneIn(service('confluentinc/cp-kafka').distribution, [8, 0]).map(each => each.variable)).toEqual([
      'KAFKA_ZOOKEEPER_CONNECT',
    ])
    expect(goneIn(service('confluentinc/cp-kafka').distribution, [7, 5])).toEqual([])
  })
})

describe('default logins', () => {
  const users = (repository: string, given: Given = {}) =>
    defaultLogins(service(repository, given)).map(each => [each.user, each.written])

  it('are in force while nothing else is set', () => {
    expect(users('rabbitmq')).toEqual([['guest', false]])
    expect(users('rabbitmq', { env: { RABBITMQ_DEFAULT_USER: 'app', RABBITMQ_DEFAULT_PASS: null } })).toEqual([])
    expect(users('rabbitmq', { env: { RABBITMQ_DEFAULT_PASS: 'guest' } })).toEqual([['guest', true]])
    expect(users('rabbitmq', { config: true })).toEqual([])
    expect(users('minio/minio')).toEqual([['minioadmin', false]])
    expect(users('minio/minio', { env: { MINIO_ROOT_PASSWORD_FILE: '/run/secrets/p' } })).toEqual([])
    expect(users('postgres')).toEqual([])
    expect(users('postgres', { env: { POSTGRES_USER: 'app', POSTGRES_PASSWORD: 'postgres' } })).toEqual([['app', true]])
    expect(users('postgres', { env: { POSTGRES_PASSWORD: 'Tr0ub4dor' } })).toEqual([])
  })

  it('end with the version or the setting that ends them', () => {
    expect(users('opensearchproject/opensearch', { version: [2, 11] })).toEqual([['admin', false]])
    expect(users('opensearchproject/opensearch', { version: [2, 12] })).toEqual([])
    expect(users('eventstore/eventstore')).toEqual([['admin', false]])
    expect(users('eventstore/eventstore', { env: { EVENTSTORE_INSECURE: 'true' } })).toEqual([])
  })
})

describe('memory and development modes', () => {
  it('are recognised', () => {
    expect(mode('hashicorp/consul')).toContain('agent -dev')
    expect(mode('hashicorp/consul', { run: 'agent -server -bootstrap-expect=3' })).toBeUndefined()
    expect(mode('hashicorp/vault')).toContain('server -dev')
    expect(mode('hashicorp/vault', { run: 'server' })).toBeUndefined()
    expect(mode('temporalio/temporal', { run: 'server start-dev' })).toContain('memory')
    expect(mode('temporalio/server')).toBeUndefined()
    expect(mode('eventstore/eventstore', { env: { EVENTSTORE_MEM_DB: 'true' } })).toContain('memory')
    expect(mode('eventstore/eventstore', { run: '--insecure --mem-db' })).toContain('memory')
    expect(mode('eventstore/eventstore')).toBeUndefined()
    expect(mode('redpandadata/redpanda', { run: 'redpanda start --mode dev-container' })).toContain('fsync')
    expect(mode('redpandadata/redpanda', { run: 'redpanda start --smp 2' })).toBeUndefined()
    expect(mode('cockroachdb/cockroach', { run: 'start-single-node --store=type=mem,size=1GiB' })).toContain('mem')
    expect(mode('cockroachdb/cockroach', { run: 'start --join=a' })).toBeUndefined()
  })
})

describe('poolers', () => {
  it('authenticate by the default of each image', () => {
    expect(auth('pgbouncer/pgbouncer')).toBe('off')
    expect(auth('pgbouncer/pgbouncer', { env: { PGBOUNCER_AUTH_TYPE: 'scram-sha-256' } })).toBe('on')
    expect(auth('pgbouncer/pgbouncer', { config: true })).toBe('unknown')
    expect(auth('edoburu/pgbouncer')).toBe('on')
    expect(auth('edoburu/pgbouncer', { env: { AUTH_TYPE: 'trust' } })).toBe('off')
    expect(auth('bitnami/pgbouncer')).toBe('on')
  })

  it('read their names only', () => {
    // `$&` stands for the name that was written.
    expect(ignored('pgbouncer/pgbouncer', 'POOL_MODE')).toContain('PGBOUNCER_$&')
    expect(ignored('pgbouncer/pgbouncer', 'DATABASES_DATABASE')).toBe('DATABASES_DBNAME')
    expect(ignored('edoburu/pgbouncer', 'POOL_MODE')).toBeUndefined()
    expect(ignored('edoburu/pgbouncer', 'PGBOUNCER_POOL_MODE')).toBe('$1')
  })
})

describe('the rest', () => {
  it('knows which are open', () => {
    expect(auth('nats')).toBe('off')
    expect(auth('nats', { run: '-js --user a --pass b' })).toBe('on')
    expect(auth('nats', { run: '-c /etc/nats.conf' })).toBe('unknown')
    expect(auth('qdrant/qdrant')).toBe('off')
    expect(auth('qdrant/qdrant', { env: { QDRANT__SERVICE__API_KEY: null } })).toBe('on')
    expect(auth('semitechnologies/weaviate', { env: { AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'true' } })).toBe('off')
    expect(auth('memcached')).toBe('off')
    expect(auth('memcached', { run: 'memcached -S' })).toBe('on')
    expect(auth('zookeeper')).toBe('off')
    expect(auth('bitnami/zookeeper', { env: { ALLOW_ANONYMOUS_LOGIN: 'yes' } })).toBe('off')
    expect(auth('hashicorp/consul')).toBe('off')
    expect(
      auth('hashicorp/consul', { env: { CONSUL_LOCAL_CONFIG: '{"acl":{"enabled":true,"default_policy":"deny"}}' } }),
    ).toBe('on')
    expect(auth('quay.io/coreos/etcd')).toBe('unknown')
    expect(auth('bitnami/etcd', { env: { ALLOW_NONE_AUTHENTICATION: 'yes' } })).toBe('off')
    expect(auth('clickhouse/clickhouse-server', { env: { CLICKHOUSE_SKIP_USER_SETUP: '1' } })).toBe('off')
    expect(auth('clickhouse/clickhouse-server', { env: { CLICKHOUSE_PASSWORD: null } })).toBe('on')
    expect(auth('clickhouse/clickhouse-server')).toBe('unknown')
    expect(auth('cassandra')).toBe('off')
    expect(auth('cockroachdb/cockroach', { run: 'start-single-node --insecure' })).toBe('off')
    expect(auth('influxdb', { version: [1, 8] })).toBe('off')
    expect(auth('influxdb', { version: [2, 7] })).toBe('unknown')
    expect(auth('neo4j', { env: { NEO4J_AUTH: 'none' } })).toBe('off')
    expect(auth('neo4j')).toBe('on')
    expect(auth('mcr.microsoft.com/mssql/server', { env: { MSSQL_SA_PASSWORD: null } })).toBe('on')
    expect(auth('couchdb', { version: [2] })).toBe('off')
    expect(auth('eventstore/eventstore', { env: { EVENTSTORE_INSECURE: 'true' } })).toBe('off')
    expect(auth('rabbitmq')).toBe('on')
    expect(auth('temporalio/server')).toBe('off')
  })

  it('refuses what RabbitMQ refuses', () => {
    const refused = (name: string) =>
      service('rabbitmq').distribution.variables?.refused.some(each => each.pattern.test(name))
    expect(refused('RABBITMQ_DEFAULT_PASS_FILE')).toBe(true)
    expect(refused('RABBITMQ_VM_MEMORY_HIGH_WATERMARK')).toBe(true)
    expect(refused('RABBITMQ_DEFAULT_PASS')).toBe(false)
  })

  it('finds the nodes of a distributed MinIO', () => {
    expect(replication('minio/minio', { run: 'server http://minio{1...4}/data' })).toMatchObject({
      state: 'wired',
      peers: ['minio1', 'minio2', 'minio3', 'minio4'],
    })
    expect(replication('minio/minio', { run: 'server /data --console-address :9001' })?.state).toBe('alone')
    expect(dataPathsOf(service('minio/minio', { run: 'minio server /export' }))?.paths).toEqual(['/export'])
  })

  it('keeps data in NATS only with JetStream, where -sd says', () => {
    const keeps = (run?: string) => {
      const facts = service('nats', run === undefined ? {} : { run })
      return facts.distribution.keepsData?.(facts)
    }
    expect(keeps()).toBe('no')
    expect(keeps('-js -m 8222')).toBe('yes')
    expect(dataPathsOf(service('nats', { run: '-js -sd /data' }))?.paths).toEqual(['/data'])
    expect(dataPathsOf(service('nats', { run: '-js' }))?.paths).toEqual(['/tmp/nats/jetstream'])
  })

  it('reads ensembles', () => {
    expect(
      replication('zookeeper', { env: { ZOO_SERVERS: 'server.1=zk1:2888:3888;2181 server.2=zk2:2888:3888;2181' } })
        ?.peers,
    ).toEqual(['zk1', 'zk2'])
    expect(
      replication('quay.io/coreos/etcd', { run: 'etcd --initial-cluster a=http://a:2380,b=http://b:2380' })?.peers,
    ).toEqual(['a', 'b'])
    expect(replication('cassandra', { env: { CASSANDRA_SEEDS: 'c1,c2' } })?.state).toBe('wired')
    expect(replication('eventstore/eventstore', { env: { EVENTSTORE_CLUSTER_SIZE: '3' } })?.state).toBe('claimed')
  })
})

describe('settings by their own name', () => {
  const setting = (repository: string, name: string, given: Given = {}) => {
    const facts = service(repository, given)
    return facts.distribution.setting?.(facts, name)
  }

  it('are found wherever the image takes them from', () => {
    expect(setting('redis', 'maxmemory-policy', { run: 'redis-server --maxmemory-policy allkeys-lru' })).toEqual({
      given: 'yes',
      value: 'allkeys-lru',
    })
    expect(setting('redis', 'maxmemory')).toEqual({ given: 'no' })
    expect(setting('redis', 'maxmemory', { config: true })).toEqual({ given: 'unknown' })
    expect(setting('redis/redis-stack', 'maxmemory', { env: { REDIS_ARGS: '--maxmemory 1gb' } })).toEqual({
      given: 'yes',
      value: '1gb',
    })
    expect(setting('bitnami/redis', 'appendonly')).toEqual({ given: 'yes', value: 'yes' })
    expect(setting('bitnami/redis', 'appendonly', { env: { REDIS_AOF_ENABLED: 'no' } })).toEqual({
      given: 'yes',
      value: 'no',
    })
    expect(setting('postgres', 'ssl', { run: 'postgres -c ssl=on' })).toEqual({ given: 'yes', value: 'on' })
    expect(setting('timescale/timescaledb', 'shared_buffers')).toEqual({ given: 'unknown' })
    expect(setting('mysql', 'max-connections', { run: 'mysqld --max_connections=9' })).toEqual({
      given: 'yes',
      value: '9',
    })
    expect(setting('elasticsearch', 'bootstrap.memory_lock', { env: { 'bootstrap.memory_lock': 'true' } })).toEqual({
      given: 'yes',
      value: 'true',
    })
    expect(setting('bitnami/kafka', 'num.partitions', { env: { KAFKA_CFG_NUM_PARTITIONS: null } })).toEqual({
      given: 'yes',
    })
    expect(setting('mongo', 'auth', { run: 'mongod --config /m.conf' })).toEqual({ given: 'unknown' })
  })
})

describe('versions', () => {
  it('take a short tag for the newest of its line', () => {
    expect(isBefore([7], [7, 11])).toBe(false)
    expect(isBefore([7, 10], [7, 11])).toBe(true)
    expect(isBefore([8], [7, 11])).toBe(false)
    expect(isBefore(undefined, [8])).toBeUndefined()
    expect(isBefore(NEWEST, [18])).toBe(false)
  })
})
