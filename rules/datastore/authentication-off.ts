import { redisAuthentication } from '../../src/model/datastore/redis.js'
import { replicationOf } from '../../src/model/datastore/replication.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'datastore/authentication-off',
  title: 'A datastore lets in anyone who reaches it',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.8,
  since: '0.1.0',
  effort: 'hours',
  why: 'One compromised container, or one published port, is then enough to read, change and delete everything that is stored there.',
  fix: 'Switch on authentication in the way that this image reads, and give the clients the password from a secret.',
  refs: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/',
    'https://www.elastic.co/docs/deploy-manage/security',
    'https://www.mongodb.com/docs/manual/administration/security-checklist/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      if (!facts?.distribution.authentication || !isDataService(workload)) continue
      // A sentinel keeps nothing.
      if (replicationOf(workload)?.role === 'watcher') continue
      const { state, because, fix, by } = redisAuthentication(workload) ?? facts.distribution.authentication(facts)
      const setting = by?.kind === 'variable' ? workload.environment.get(by.name) : undefined
      if (state === 'on') pass(workload)
      else if (state === 'unknown') unverified(workload, setting ?? workload.at, because)
      else {
        const open = workload.published.find(isOpen)
        fail(
          workload,
          setting ?? workload.at,
          `${workload.name} (${workload.software?.name}) asks nobody for a password: ${because}${open ? '; its port is published' : ''}`,
          {
            fix,
            severity: open ? 'critical' : 'high',
            related: open ? [{ at: open.at, message: 'it is published here' }] : [],
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/cache.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: cache }
          data:
            redis.conf: |
              maxmemory 1gb
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache #! cache (Redis) asks nobody for a password: k8s/cache.yaml has neither requirepass nor an ACL
                    image: redis:8.0
                    args: [redis-server, /etc/redis/redis.conf]
                    volumeMounts: [{ name: settings, mountPath: /etc/redis }]
                volumes: [{ name: settings, configMap: { name: cache } }]
        `,
      },
      {
        'compose.yaml': `
          services:
            cache: #! cache (Redis) asks nobody for a password: redis/open.conf has neither requirepass nor an ACL
              image: redis:8.0
              command: redis-server /etc/redis.conf
              volumes: ["./redis/open.conf:/etc/redis.conf:ro"]
            users: #! users (Redis) asks nobody for a password: redis/users.conf lets the user default in without a password
              image: redis:8.0
              command: redis-server /etc/redis.conf
              volumes: ["./redis/users.conf:/etc/redis.conf:ro"]
            unread: #! and its command names no file that is mounted
              image: redis:8.0
              volumes: ["./redis/closed.conf:/usr/local/etc/redis/redis.conf:ro"]
            queue:
              image: bitnami/redis:8.0
              environment: 
                ALLOW_EMPTY_PASSWORD: "yes" #! queue (Redis) asks nobody for a password
              volumes: ["./redis/open.conf:/opt/bitnami/redis/mounted-etc/overrides.conf:ro"]
        `,
        'redis/open.conf': `
          # requirepass is set elsewhere
          protected-mode no
        `,
        'redis/users.conf': `
          user default on nopass ~* +@all
        `,
        'redis/closed.conf': `
          requirepass secret-of-nobody
        `,
      },
      {
        'compose.yaml': `
          services:
            search:
              image: docker.elastic.co/elasticsearch/elasticsearch:8.19.0
              environment:
                - discovery.type=single-node
                - xpack.security.enabled=false #! search (Elasticsearch) asks nobody for a password
              ports: ["9200:9200"]
            cache:
              image: redis:8.0
              environment:
                REDIS_PASSWORD: \${REDIS_PASSWORD} #! cache (Redis) asks nobody for a password: no --requirepass is given, and REDIS_PASSWORD is not read
            modules: #! modules (Redis) asks nobody for a password
              image: redislabs/redismod
              ports: ["6379:6379"]
            documents: #! documents (MongoDB) asks nobody for a password
              image: mongo:8.0
            queue:
              image: bitnami/redis:8.0
              environment:
                ALLOW_EMPTY_PASSWORD: "yes" #! queue (Redis) asks nobody for a password
            db:
              image: postgres:17.2
              environment:
                POSTGRES_HOST_AUTH_METHOD: trust #! db (PostgreSQL) asks nobody for a password
            pool: #! pool (PgBouncer) asks nobody for a password: PGBOUNCER_AUTH_TYPE is not set
              image: pgbouncer/pgbouncer:1.24.1
              environment: { DATABASES_HOST: db }
            vectors: #! vectors (Qdrant) asks nobody for a password
              image: qdrant/qdrant:v1.15.4
            logs:
              image: opensearchproject/opensearch:3.2.0
              environment:
                DISABLE_SECURITY_PLUGIN: "true" #! logs (OpenSearch) asks nobody for a password
        `,
      },
      {
        'k8s/all.yaml': `
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
                    env:
                      - name: REDIS_PASSWORD
                        valueFrom: { secretKeyRef: { name: cache, key: password } } #! cache (Redis) asks nobody for a password
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            file: { image: "redis:8.0", command: redis-server /etc/redis.conf, volumes: ["./redis/file.conf:/etc/redis.conf:ro"] }
            users: { image: "valkey/valkey:8.1", command: valkey-server /etc/valkey.conf, volumes: ["./redis/users.conf:/etc/valkey.conf:ro"] }
            inner: { image: "redis:8.0", command: redis-server /etc/redis.conf, volumes: ["./redis/inner.conf:/etc/redis.conf:ro"] }
            bitnami:
              image: bitnami/redis:8.0
              environment: { ALLOW_EMPTY_PASSWORD: "yes" }
              volumes: ["./redis/file.conf:/opt/bitnami/redis/mounted-etc/redis.conf:ro"]
        `,
        'redis/file.conf': `
          maxmemory 256mb
          requirepass "\${REDIS_PASSWORD}"
        `,
        'redis/users.conf': `
          user default off
          user erp on #5e88 ~* +@all
        `,
        'redis/inner.conf': `
          bind 0.0.0.0
          protected-mode yes
        `,
      },
      {
        'compose.yaml': `
          services:
            search: { image: "docker.elastic.co/elasticsearch/elasticsearch:8.19.0", environment: { ELASTIC_PASSWORD: "\${ELASTIC_PASSWORD}" } }
            cache: { image: "redis:8.0", command: "redis-server --requirepass \${REDIS_PASSWORD}" }
            documents: { image: "mongo:8.0", environment: { MONGO_INITDB_ROOT_USERNAME: erp, MONGO_INITDB_ROOT_PASSWORD_FILE: /run/secrets/mongo } }
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD_FILE: /run/secrets/pg } }
            shell: { image: "redis:8.0", command: "sh -c 'exec redis-server --requirepass $$(cat /run/secrets/redis)'" }
            users: { image: "redis:8.0", command: redis-server --aclfile /etc/redis/users.acl }
            sentinel: { image: "redis:8.0", command: redis-sentinel /data/sentinel.conf }
            queue: { image: "rabbitmq:4.1", environment: { RABBITMQ_DEFAULT_USER: erp, RABBITMQ_DEFAULT_PASS: "\${RABBIT}" } }
            pool: { image: "pgbouncer/pgbouncer:1.24.1", environment: { DATABASES_HOST: db, PGBOUNCER_AUTH_TYPE: scram-sha-256 } }
        `,
      },
      {
        'k8s/all.yaml': `
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
                    args: [--requirepass, $(REDIS_PASSWORD)]
                    env: [{ name: REDIS_PASSWORD, valueFrom: { secretKeyRef: { name: cache, key: password } } }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: documents }
          spec:
            selector: { matchLabels: { app: documents } }
            template:
              metadata: { labels: { app: documents } }
              spec:
                containers:
                  - name: documents
                    image: mongo:8.0
                    envFrom: [{ secretRef: { name: documents } }]
          ---
          apiVersion: bitnami.com/v1alpha1
          kind: SealedSecret
          metadata: { name: documents }
          spec: { encryptedData: { MONGO_INITDB_ROOT_USERNAME: AgBy, MONGO_INITDB_ROOT_PASSWORD: AgBz } }
        `,
      },
    ],
  },
})

function isDataService(workload: Workload): boolean {
  return workload.stateful || workload.role === 'cache' || workload.software?.kind === 'pooler'
}

function isOpen(port: PublishedPort): boolean {
  return port.reach === 'any' || port.reach === 'address'
}
