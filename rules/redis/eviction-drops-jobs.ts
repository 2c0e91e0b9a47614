import { redisServersOf, redisSetting } from '../../src/model/datastore/redis.js'
import { keepsWorkOfCode } from '../../src/model/datastore/redis-work.js'
import { settingSpan } from '../../src/model/setting-span.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'redis/eviction-drops-jobs',
  title: 'Redis throws away jobs or sessions when its memory is full',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'An evicting policy is made for caches: at the memory limit Redis deletes keys without a word, and here these are jobs that then never run, locks of running jobs, or the sessions of people who are signed in.',
  fix: 'Set `--maxmemory-policy noeviction` here, watch its memory, and use a second Redis for what may be evicted.',
  refs: [
    'https://redis.io/docs/latest/develop/reference/eviction/',
    'https://docs.bullmq.io/guide/going-to-production#max-memory-policy',
    'https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/redis.html#key-eviction',
  ],
  check({ system, pass, fail, unverified }) {
    for (const server of redisServersOf(system)) {
      const { workload } = server
      // A cache-kind server is a datastore where clients keep work in it.
      if (workload.role !== 'datastore' && !keepsWorkOfCode(system, workload)) continue
      const set = redisSetting(server, 'maxmemory-policy')
      const at = settingSpan(workload, 'maxmemory-policy')
      const policy = set.given === 'yes' ? set.value?.toLowerCase() : 'noeviction'
      if (set.given === 'unknown' || policy === undefined)
        unverified(workload, at, 'its maxmemory-policy is not known: a file or a value outside the repository sets it')
      else if (/^(allkeys|volatile)-/.test(policy))
        fail(
          workload,
          at,
          `${workload.name} (${workload.software?.name}) holds jobs or sessions, and its policy ${policy} deletes ${policy.startsWith('allkeys') ? 'any key' : 'keys that have an expiry'} when memory is full`,
        )
      else pass(workload)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            redis:
              image: redis:8.0
              command: redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru #! redis (Redis) holds jobs or sessions, and its policy allkeys-lru deletes any key
            worker: { build: ./worker, environment: { CELERY_BROKER_URL: "redis://redis:6379/0" } }
            sessions:
              image: valkey/valkey:8.1
              command: valkey-server --maxmemory 512mb --maxmemory-policy volatile-ttl #! volatile-ttl deletes keys that have an expiry
        `,
      },
      {
        'compose.yaml': `
          services:
            redis:
              image: redis:8.0
              command: redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru #! allkeys-lru
            api: { build: ./api, environment: { REDIS_URL: "redis://redis:6379" } }
        `,
        'api/package.json': '{ "dependencies": { "bullmq": "5.61.0" } }',
      },
      {
        // A queue of its own, that one program fills and another empties.
        'compose.yaml': `
          services:
            redis:
              image: redis:8.0
              command: redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru #! allkeys-lru
            worker: { build: ./worker, environment: { REDIS_URL: "redis://redis:6379" } }
        `,
        'worker/requirements.txt': 'redis==6.4.0\n',
        'worker/main.py': `
          import os, redis
          client = redis.Redis.from_url(os.environ["REDIS_URL"])
          while True:
              _, order = client.blpop("orders")
              print(order)
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: redis }
          spec:
            selector: { matchLabels: { app: redis } }
            template:
              metadata: { labels: { app: redis } }
              spec:
                containers:
                  - name: redis
                    image: redis:8.0
                    args: [--maxmemory, 512mb, --maxmemory-policy, allkeys-lru] #! allkeys-lru
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            selector: { matchLabels: { app: worker } }
            template:
              metadata: { labels: { app: worker } }
              spec:
                containers:
                  - name: worker
                    image: ghcr.io/acme/worker:1.4.0
                    env: [{ name: REDIS_URL, value: "redis://redis:6379" }]
        `,
        'build.sh': 'docker build -t ghcr.io/acme/worker:1.4.0 worker\n',
        'worker/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "main.js"]
        `,
        'worker/package.json': '{ "dependencies": { "redis": "5.8.0" } }',
        'worker/main.js': `
          const { createClient } = require('redis')
          const client = createClient({ url: process.env.REDIS_URL })
          async function run() {
            await client.connect()
            for (;;) console.log(await client.blPop('orders', 5))
          }
          run()
        `,
      },
      {
        // What the code loads tells it, where the deployment does not.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: redis }
          spec:
            selector: { matchLabels: { app: redis } }
            template:
              metadata: { labels: { app: redis } }
              spec:
                containers:
                  - name: redis
                    image: redis:8.0
                    args: [--maxmemory, 512mb, --maxmemory-policy, allkeys-lru] #! allkeys-lru
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: redis }
          spec: { selector: { app: redis }, ports: [{ port: 6379 }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "acme/api:1.4", env: [{ name: REDIS_URL, value: "redis://redis:6379" }] }] }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          const { Queue } = require('bullmq')
          new Queue('mail', { connection: { url: process.env.REDIS_URL } })
        `,
      },
      {
        // Celery takes its tasks from the only broker that the program knows.
        'compose.yaml': `
          services:
            redis:
              image: redis:8.0
              command: redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru #! redis (Redis) holds jobs or sessions
            worker: { build: ., environment: { REDIS_URL: "redis://redis:6379/0" } }
        `,
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["celery", "-A", "tasks", "worker", "-c", "4"]
        `,
        'tasks.py': `
          import os

          from celery import Celery

          app = Celery("tasks", broker=os.environ["REDIS_URL"])
        `,
      },
    ],
    good: [
      {
        // Tasks go through RabbitMQ, and what Redis holds may be lost.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0", command: redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru }
            queue: { image: "redis:8.0", command: redis-server --maxmemory 512mb }
            rabbit: { image: "rabbitmq:4.1.4", hostname: rabbit }
            worker: { build: ., environment: { BROKER: "amqp://rabbit:5672", REDIS_URL: "redis://redis:6379/0" } }
            jobs: { build: ./jobs, environment: { QUEUE_URL: "redis://queue:6379/0" } }
        `,
        'jobs/package.json': '{ "dependencies": { "bullmq": "5.61.0" } }',
        Dockerfile: `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["celery", "-A", "tasks", "worker", "-c", "4"]
        `,
        'tasks.py': `
          import os

          from celery import Celery

          app = Celery("tasks", broker=os.environ["BROKER"])
        `,
      },
      {
        'compose.yaml': `
          services:
            cache: { image: "redis:8.0", command: "redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru" }
            queue: { image: "redis:8.0", command: "redis-server --maxmemory 512mb --maxmemory-policy noeviction" }
            jobs: { image: "redis:8.0" }
            api: { build: ./api, environment: { REDIS_URL: "redis://cache:6379", QUEUE_URL: "redis://queue:6379" } }
        `,
        'api/package.json': '{ "dependencies": { "bullmq": "5.61.0" } }',
      },
      {
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0", command: "redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru" }
            queue: { image: "redis:8.0", command: "redis-server --maxmemory-policy noeviction" }
            web: { build: ./web, environment: { REDIS_URL: "redis://redis:6379", CELERY_BROKER_URL: "amqp://rabbitmq" } }
        `,
        'web/requirements.txt': 'celery==5.5.3\nredis==6.4.0\n',
      },
    ],
  },
})
