import { composeDeployments, composeProblems, STACK_REFUSES } from '../../src/model/compose/problems.js'
import { defineRule } from '../../src/rule.js'

const FOR_A_SWARM = {
  why: '`docker stack deploy` reads the Compose file format 3 and not the Compose Specification that `docker compose` has gone on with. It checks each file before it changes a service, and stops at the first thing that is not of that format.',
  fix: 'Write it as that format has it, in a file for the swarm alone where Compose needs the other; `docker stack config -c FILE` checks it without deploying.',
}

export default defineRule({
  id: 'compose/file-invalid',
  title: 'Compose refuses the file',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Compose checks the whole project before it starts anything. One key that it does not know, or a value of the wrong type, and `docker compose up` stops.',
  fix: 'Correct what is shown; `docker compose config --quiet` checks the file without starting anything.',
  refs: [
    'https://docs.docker.com/reference/compose-file/',
    'https://docs.docker.com/reference/cli/docker/compose/config/',
    'https://docs.docker.com/reference/cli/docker/stack/deploy/',
    'https://github.com/docker/cli/blob/master/cli/compose/schema/data/config_schema_v3.14.json',
  ],
  reads: ['compose'],
  check({ system, pass, fail }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment)
      for (const problem of composeProblems(deployment, 'invalid'))
        fail(deployment, problem.at, problem.message, {
          key: `${problem.at.path}.${problem.message}`,
          ...(problem.code === STACK_REFUSES && FOR_A_SWARM),
        })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              restart: always
              restart: unless-stopped #! restart
            worker: #! worker
              environment: { QUEUE: jobs }
            web:
              image: ghcr.io/acme/web:1.4.0
              enviroment: { NODE_ENV: production } #! enviroment
        `,
      },
      {
        // A service that stands one level too deep, or not deep enough.
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
          volumes:
            data:
            cache:
              image: redis:8.2 #! volumes.cache does not know the keys image, restart and ports: it is a service, and belongs below services
              restart: always
              ports: ["6379:6379"]
          worker: #! A Compose file does not know the key worker: it is a service, and belongs below services
            image: ghcr.io/acme/worker:1.4.0
        `,
      },
      {
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml --with-registry-auth erp
        `,
        'stack.yml': `
          name: erp #! docker stack deploy stops: A Compose file does not know the key name
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              mem_limit: 512m #! docker stack deploy stops: services.api does not know the keys mem_limit and profiles
              profiles: [web]
              depends_on:
                db: { condition: service_healthy } #! docker stack deploy stops: services.api.depends_on must be a list
              env_file:
                - path: .env #! services.api.env_file.0 must be a string
              environment:
                DEBUG: false #! services.api.environment.DEBUG must be a string, a number or null
              ports:
                - target: 8080
                  published: "80" #! services.api.ports.0.published must be a whole number
              deploy:
                labels: { traefik.enable: true } #! services.api.deploy.labels.traefik.enable must be a string, a number or null
                resources: { limits: { cpus: 0.5 } } #! services.api.deploy.resources.limits.cpus must be a string
            db: { image: "postgres:17.2", volumes: ["db:/var/lib/postgresql/data"] }
          volumes: { db: {} }
          secrets:
            token:
              environment: TOKEN #! secrets.token does not know the key environment
        `,
      },
      {
        'README.md': 'Run `docker stack deploy --compose-file deploy/docker-stack.yml erp`.',
        'deploy/docker-stack.yml': `
          version: "2.4" #! docker stack deploy stops: version 2.4 of the file format is none that it knows
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
      },
    ],
    good: [
      {
        // Each is of the format that a swarm takes; what a variable makes of a value is not known.
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          version: "3.8"
          x-labels: &labels { traefik.enable: "true", traefik.priority: 10 }
          services:
            api:
              image: ghcr.io/acme/api:\${TAG}
              depends_on: [db]
              env_file: .env
              environment: { DEBUG: "false", PORT: 8080, EMPTY: }
              healthcheck: { test: [CMD, /health], interval: 10s, start_period: 30s, start_interval: 2s }
              ports: ["80:8080", { target: 9000, published: "\${PORT}", mode: host }]
              volumes: [{ type: bind, source: /srv/data, target: /data, bind: { create_host_path: true } }]
              init: true
              cap_add: [NET_ADMIN]
              ulimits: { nofile: { soft: 65536, hard: 65536 } }
              deploy:
                labels: *labels
                replicas: \${REPLICAS:-2}
                resources: { limits: { cpus: "0.5", memory: 512M, pids: 100 } }
                update_config: { order: start-first, failure_action: rollback }
            db: { image: "postgres:17.2" }
          networks: { default: { driver: overlay, attachable: true } }
          secrets: { token: { external: true } }
          configs: { settings: { file: settings.json, name: "settings-\${VERSION}" } }
        `,
      },
      {
        // Another command makes the file that is deployed.
        'deploy.sh': `
          docker compose -f compose.yaml -f stack.yml config > /tmp/full.yml
          docker stack deploy -c /tmp/full.yml erp
        `,
        'compose.yaml': `
          name: erp
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", depends_on: { db: { condition: service_started } } }
            db: { image: "postgres:17.2" }
        `,
        'stack.yml': `
          services:
            api: { mem_limit: 512m }
        `,
      },
      {
        // Written by the script in front of the command: what is kept here is not what is deployed.
        'deploy.sh': `
          docker compose config | sed 's/^name:.*//' > stack.yml
          docker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          name: erp
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
        `,
      },
      {
        // A stack in another sense of the word.
        'full-stack.yml': `
          name: erp
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              depends_on: { db: { condition: service_started } }
            db:
              image: postgres:17.2
        `,
        'README.md': 'Run `docker compose -f full-stack.yml up -d`.',
      },
      {
        'compose.yaml': `
          x-common: &common { restart: unless-stopped }
          services:
            api: { <<: *common, image: "ghcr.io/acme/api:1.4.0", mem_limit: "\${API_MEMORY}", ports: ["\${API_PORT:?set it}:8080"] }
            web: { <<: *common, build: ./web, x-owner: storefront }
        `,
        'web/Dockerfile': `
          FROM nginx:1.29.1
        `,
      },
    ],
  },
})
