import { memoryInFileOf, type WrittenMemoryUse } from '../../src/model/datastore/memory-use.js'
import { programMemoryOf } from '../../src/model/process/program-memory.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import { defineRule } from '../../src/rule.js'
import { formatBytes } from '../../src/words.js'

export default defineRule({
  id: 'datastore/heap-exceeds-limit',
  title: 'A server may use more memory than its container gets',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Heap or cache is only a part of what the process needs. When it is set too close to the limit of the container, the kernel kills the server under load.',
  fix: 'Lower the setting, or raise the limit, so that the share below is kept.',
  refs: [
    'https://www.elastic.co/docs/reference/elasticsearch/jvm-settings',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/admin/',
    'https://www.postgresql.org/docs/current/runtime-config-resource.html',
    'https://nodejs.org/api/cli.html#--max-old-space-sizesize-in-mib',
    'https://go.dev/doc/gc-guide#Suggested_uses',
  ],
  check({ system, pass, fail, unverified, implied }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      const told: WrittenMemoryUse | undefined = facts?.distribution.memory
        ? facts.distribution.memory(facts)
        : programMemoryOf(workload)
      const written = told ? undefined : memoryInFileOf(workload, system)
      const memory: WrittenMemoryUse | undefined = told ?? written
      if (!memory || workload.role === 'tool') continue
      const limit = workload.resources.memoryLimit
      const setting = memory.by?.kind === 'variable' ? workload.environment.get(memory.by.name) : undefined
      if (!limit) {
        implied(workload, 'workload/memory-limit-missing')
        continue
      }
      if (!limit.known || memory.bytes === undefined) {
        const unclear = limit.known ? `its ${memory.what} is not known` : limit.because
        unverified(workload, memory.at ?? setting ?? limit, unclear)
        continue
      }
      const room = Math.floor(limit.value * memory.share)
      if (memory.bytes <= room) pass(workload)
      else {
        const source = memory.by || memory.at || written ? '' : ' (the default)'
        const what = `${workload.name} has ${memory.what.startsWith('innodb') ? 'an' : 'a'} ${memory.what} of ${formatBytes(memory.bytes)}${source} in a container of ${formatBytes(limit.value)}; at most ${Math.round(memory.share * 100)} % is sound`
        fail(workload, memory.at ?? setting ?? limit, what, {
          fix: `Set ${memory.setting(Math.floor((limit.value * (memory.usualShare ?? memory.share)) / 2 ** 20) * 2 ** 20)}, or raise the limit to ${formatBytes(Math.ceil(memory.bytes / memory.share / 2 ** 20) * 2 ** 20)}.`,
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            search:
              image: docker.elastic.co/elasticsearch/elasticsearch:8.19.0
              environment:
                ES_JAVA_OPTS: -Xms1g -Xmx1g #! search has a
              mem_limit: 1g
            cache:
              image: redis:8.0
              command: redis-server --maxmemory 512mb
              mem_limit: 512m #! cache has a maxmemory of 512 MiB in a container of 512 MiB; at most 75 % is sound
            db:
              image: postgres:17.2
              command: postgres -c shared_buffers=2GB
              mem_limit: 2g #! db has a shared_buffers of 2 GiB
            keeper:
              image: zookeeper:3.9
              environment:
                ZK_SERVER_HEAP: "512" #! keeper has a JVM heap of 512 MiB in a container of 512 MiB
              mem_limit: 512m
            default:
              image: zookeeper:3.9
              mem_limit: 512m #! default has a JVM heap of 1000 MiB (the default) in a container of 512 MiB
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                JAVA_TOOL_OPTIONS: -Xmx512m #! api has a JVM heap of 512 MiB in a container of 512 MiB
              mem_limit: 512m
        `,
      },
      {
        // Programs of one's own: by variables, by the command, by a script of the package.
        'compose.yaml': `
          services:
            api: { build: ., environment: { NODE_OPTIONS: "--enable-source-maps --max-old-space-size=4096" }, mem_limit: 1g } #! api has a heap of Node.js of 4 GiB in a container of 1 GiB; at most 90 % is sound
            worker: { build: ., command: node --max_old_space_size=512 worker.js, mem_limit: 512m } #! worker has a heap of Node.js of 512 MiB in a container of 512 MiB
            jobs: { build: ., command: npm run jobs, mem_limit: 1g }
            ledger: { build: ./ledger, mem_limit: 512m }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'package.json': `
          {
            "scripts": {
              "jobs": "node --max-old-space-size=2048 jobs.js" //! jobs has a heap of Node.js of 2 GiB in a container of 1 GiB
            }
          }
        `,
        'server.js': '',
        'worker.js': '',
        'jobs.js': '',
        'ledger/Dockerfile': `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/ledger .
          ENV GOMEMLIMIT=1GiB #! ledger has a GOMEMLIMIT of 1 GiB in a container of 512 MiB
          CMD ["/bin/ledger"]
        `,
      },
      {
        'k8s/search.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: search }
          spec:
            selector: { matchLabels: { app: search } }
            template:
              metadata: { labels: { app: search } }
              spec:
                containers:
                  - name: search
                    image: elasticsearch:8.19.0
                    env:
                      - name: ES_JAVA_OPTS
                        value: -Xms2g -Xmx2g #! search has a JVM heap of 2 GiB in a container of 2 GiB
                    resources: { limits: { memory: 2Gi } }
        `,
      },
      {
        'compose.yaml': `
          services:
            db:
              image: timescale/timescaledb:2.22.1-pg17
              command: [postgres, -c, config_file=/etc/postgresql/postgresql.conf]
              volumes: ["./postgresql.conf:/etc/postgresql/postgresql.conf:ro"]
              mem_limit: 2g
            ledger:
              image: mysql:8.4
              volumes: ["./ledger.cnf:/etc/mysql/conf.d/ledger.cnf:ro"]
              mem_limit: 2g
            cache:
              image: redis:8.0
              command: redis-server /etc/redis.conf
              volumes: ["./redis.conf:/etc/redis.conf:ro"]
              mem_limit: 1g #! cache has a maxmemory of 1 GiB in a container of 1 GiB
        `,
        'postgresql.conf': `
          max_connections = 200
          shared_buffers = '7GB'  #! db has a shared_buffers of 7 GiB in a container of 2 GiB
        `,
        'ledger.cnf': `
          [mysqld]
          innodb_buffer_pool_size = 2G #! ledger has an innodb_buffer_pool_size of 2 GiB in a container of 2 GiB
        `,
        'redis.conf': `
          maxmemory 1gb
        `,
      },
    ],
    good: [
      {
        // With room for the rest; of the build alone; the command counts before the variable; as much as the container has.
        'compose.yaml': `
          services:
            api: { build: ., environment: { NODE_OPTIONS: --max-old-space-size=1536 }, mem_limit: 2g }
            worker: { build: ., command: node --max-old-space-size=384 worker.js, environment: { NODE_OPTIONS: --max-old-space-size=4096 }, mem_limit: 512m }
            ledger: { image: "ghcr.io/acme/ledger:1.4.0", environment: { GOMEMLIMIT: 450MiB }, mem_limit: 512m }
            report: { image: "ghcr.io/acme/report:1.4.0", environment: { GOMEMLIMIT: "536870912" }, mem_limit: 512m }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim AS build
          ENV NODE_OPTIONS=--max-old-space-size=8192
          WORKDIR /app
          COPY . .
          RUN npm run build
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY --from=build /app .
          CMD ["node", "server.js"]
        `,
        'server.js': '',
        'worker.js': '',
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              command: [postgres, -c, config_file=/etc/postgresql/postgresql.conf]
              volumes: ["./postgresql.conf:/etc/postgresql/postgresql.conf:ro"]
              mem_limit: 2g
        `,
        'postgresql.conf': `
          shared_buffers = '512MB'
        `,
      },
      {
        'compose.yaml': `
          services:
            keeper: { image: "confluentinc/cp-zookeeper:7.9.1", environment: { ZOOKEEPER_CLIENT_PORT: 2181 }, mem_limit: 768m }
            core: { image: "ghcr.io/acme/core:1.4.0", environment: { JAVA_OPTS: "-Xmx512m" }, mem_limit: 768m }
            search: { image: "docker.elastic.co/elasticsearch/elasticsearch:8.19.0", environment: { ES_JAVA_OPTS: -Xms1g -Xmx1g }, mem_limit: 2g }
            cache: { image: "redis:8.0", command: redis-server --maxmemory 512mb, mem_limit: 1g }
            db: { image: "postgres:17.2", command: postgres -c shared_buffers=512MB, mem_limit: 2g }
            ignored: { image: "opensearchproject/opensearch:3.2.0", environment: { ES_JAVA_OPTS: -Xmx4g, OPENSEARCH_JAVA_OPTS: -Xmx1g }, mem_limit: 2g }
        `,
      },
      {
        'k8s/search.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: search }
          spec:
            selector: { matchLabels: { app: search } }
            template:
              metadata: { labels: { app: search } }
              spec:
                containers:
                  - name: search
                    image: elasticsearch:8.19.0
                    env: [{ name: ES_JAVA_OPTS, value: -Xms2g -Xmx2g }]
                    resources: { limits: { memory: 4Gi } }
        `,
      },
    ],
  },
})
