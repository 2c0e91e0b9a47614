import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/source.js'
import { container, deployment, kubernetesOf, systemOfManifests } from '../support/kubernetes.js'
import { systemOf, workload } from '../support/model.js'

const known = (value: unknown) => ({ known: true, value })
const value = <T>(fact: Fact<T> | undefined) => (fact?.known ? fact.value : fact && 'unknown')

function pods(kind: string, apiVersion: string, path: readonly string[]): string {
  const template = { metadata: { labels: { app: 'x' } }, spec: { containers: [{ name: 'x', image: 'acme/x:1' }] } }
  const spec = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), template)
  const body = path.length === 0 ? template : (spec as object)
  return JSON.stringify({ apiVersion, kind, ...body, metadata: { name: 'x', labels: { app: 'x' } } })
}

describe('pods', () => {
  it.each([
    ['Deployment', 'apps/v1', ['spec', 'template'], 'service'],
    ['StatefulSet', 'apps/v1', ['spec', 'template'], 'service'],
    ['DaemonSet', 'apps/v1', ['spec', 'template'], 'service'],
    ['ReplicaSet', 'apps/v1', ['spec', 'template'], 'service'],
    ['ReplicationController', 'v1', ['spec', 'template'], 'service'],
    ['Job', 'batch/v1', ['spec', 'template'], 'job'],
    ['CronJob', 'batch/v1', ['spec', 'jobTemplate', 'spec', 'template'], 'job'],
    ['Pod', 'v1', [], 'service'],
    ['Rollout', 'argoproj.io/v1alpha1', ['spec', 'template'], 'service'],
    ['DeploymentConfig', 'apps.openshift.io/v1', ['spec', 'template'], 'service'],
  ])('of a %s are a workload', (kind, apiVersion, path, role) => {
    const { workloads } = systemOf({ 'k8s/x.yaml': pods(kind, apiVersion, path) })
    expect(workloads.map(one => [one.name, one.platform, one.role, one.longRunning])).toEqual([
      ['x', 'kubernetes', role, role !== 'job'],
    ])
  })

  it('of a kind of another group are none', () => {
    expect(systemOf({ 'k8s/x.yaml': pods('Deployment', 'example.com/v1', ['spec', 'template']) }).workloads).toEqual([])
  })

  it('with several containers are one workload for each, named after the pod and the container', () => {
    const system = systemOfManifests([
      deployment(
        '',
        `initContainers:
  - { name: migrate, image: "acme/api:1", command: [node, migrate.js] }
  - { name: proxy, image: "acme/proxy:1", restartPolicy: Always }`,
      ).replace('containers:\n', 'containers:\n        - { name: logs, image: "fluent/fluent-bit:4.0" }\n'),
    ])
    expect(system.workloads.map(one => [one.name, one.pod?.part, one.role, one.longRunning])).toEqual([
      ['api/migrate', 'init', 'job', false],
      ['api/proxy', 'sidecar', 'service', true],
      ['api/logs', 'sidecar', 'observability', true],
      ['api', 'main', 'service', true],
    ])
    expect(new Set(system.workloads.map(one => one.id)).size).toBe(4)
  })

  it('that ask for none wait, unless KEDA starts them', () => {
    const none = deployment('', '', 'replicas: 0')
    const scaler =
      'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: api }\nspec: { scaleTargetRef: { name: api }, minReplicaCount: 2 }'
    expect(kubernetesOf(systemOfManifests([none])).onRequest.map(one => [one.name, one.weight])).toEqual([['api', 0]])
    const scaled = workload(systemOfManifests([none, scaler]), 'api')
    expect(value(scaled.autoscaledFrom)).toBe(2)
  })
})

describe('the environment', () => {
  const config =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata:\n  LOG_LEVEL: info\n  DB_HOST: db\n'
  const secret =
    'apiVersion: v1\nkind: Secret\nmetadata: { name: keys }\nstringData:\n  API_TOKEN: abcdef\n  DATABASE_URL: postgres://erp@db/erp\n'

  it('is that of env over envFrom over the Dockerfile', () => {
    const { environment } = container(
      'env:\n  - { name: LOG_LEVEL, value: debug }\nenvFrom:\n  - configMapRef: { name: settings }\n  - { prefix: X_, configMapRef: { name: settings } }',
      '',
      [config],
      {
        'compose.dev.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:dev", build: . }\n',
        Dockerfile: 'FROM node:24\nENV LOG_LEVEL=warn PORT=3000\n',
      },
    )
    expect([...environment].map(([name, one]) => [name, value(one.value), one.source])).toEqual([
      ['LOG_LEVEL', 'debug', 'inline'],
      ['PORT', '3000', 'image'],
      ['DB_HOST', 'db', 'config-map'],
      ['X_LOG_LEVEL', 'info', 'config-map'],
      ['X_DB_HOST', 'db', 'config-map'],
    ])
  })

  it('points at the line of the ConfigMap that a value comes from', () => {
    const { environment } = container(
      'env:\n  - { name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LOG_LEVEL } } }\n  - { name: GONE, valueFrom: { configMapKeyRef: { name: other, key: X } } }',
      '',
      [config],
    )
    const level = environment.get('LEVEL')
    expect(value(level?.value)).toBe('info')
    expect(level && level.at.start > level.keyAt.start).toBe(true)
    expect(environment.get('GONE')?.value.known).toBe(false)
  })

  it('keeps secrets to itself, and says that they are set', () => {
    const { environment, environmentFiles } = container(
      'env:\n  - { name: TOKEN, valueFrom: { secretKeyRef: { name: keys, key: API_TOKEN } } }\nenvFrom:\n  - secretRef: { name: keys }\n  - secretRef: { name: elsewhere }\n  - secretRef: { name: maybe, optional: true }',
      '',
      [secret],
    )
    expect(environment.get('TOKEN')).toMatchObject({ source: 'reference', value: { known: false } })
    expect(environment.get('API_TOKEN')).toMatchObject({ source: 'reference', value: { known: false } })
    expect(environment.get('DATABASE_URL')).toMatchObject({
      source: 'reference',
      value: known('postgres://erp@db/erp'),
    })
    expect(environmentFiles?.map(file => [file.path, file.present, [...file.names.keys()]])).toEqual([
      ['the Secret keys', true, ['API_TOKEN', 'DATABASE_URL']],
      ['the Secret elsewhere', false, []],
      ['the Secret maybe', true, []],
    ])
  })

  it('knows the keys of sealed and fetched secrets', () => {
    const sealed =
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: sealed }\nspec: { encryptedData: { A: AgBy } }'
    const fetched =
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: x }\nspec: { target: { name: fetched }, data: [{ secretKey: B, remoteRef: { key: b } }] }'
    const { environment } = container(
      'envFrom: [{ secretRef: { name: sealed } }, { secretRef: { name: fetched } }]',
      '',
      [sealed, fetched],
    )
    expect([...environment.keys()]).toEqual(['A', 'B'])
  })

  it('fills in $(NAME) as the kubelet does', () => {
    const { environment, start } = container(
      'args: ["--port=$(PORT)", "--pass=$(PASS)", "$$(PORT)", "$(NONE)"]\nenv:\n  - { name: PORT, value: "80" }\n  - { name: PASS, valueFrom: { secretKeyRef: { name: a, key: b } } }\n  - { name: URL, value: "http://x:$(PORT)/" }\n  - { name: LATER, value: "$(LAST)" }\n  - { name: WITH, value: "a:$(PASS)" }\n  - { name: LAST, value: z }',
    )
    expect(start?.argv).toEqual(['--port=80', '--pass=$(PASS)', '$(PORT)', '$(NONE)'])
    expect(value(environment.get('URL')?.value)).toBe('http://x:80/')
    expect(value(environment.get('LATER')?.value)).toBe('$(LAST)')
    expect(environment.get('WITH')).toMatchObject({ value: { known: false }, raw: 'a:$(PASS)' })
  })
})

describe('the start', () => {
  const files = {
    'compose.dev.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:dev", build: . }\n',
    Dockerfile: 'FROM node:24\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node", "main.js"]\n',
  }

  it.each([
    ['', ['docker-entrypoint.sh', 'node', 'main.js'], 'dockerfile'],
    ['args: [node, worker.js]', ['docker-entrypoint.sh', 'node', 'worker.js'], 'deployment'],
    ['command: [node, other.js]', ['node', 'other.js'], 'deployment'],
    ['command: [sh, -c]\nargs: ["node a.js && node b.js"]', ['sh', '-c', 'node a.js && node b.js'], 'deployment'],
    ['command: []', ['docker-entrypoint.sh', 'node', 'main.js'], 'dockerfile'],
  ])('of %j', (settings, argv, source) => {
    const { start } = container(settings, '', [], files)
    expect([start?.argv, start?.source]).toEqual([argv, source])
  })
})

describe('probes', () => {
  it('are all that checks a container, whatever its image does', () => {
    const files = {
      'compose.dev.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:dev", build: . }\n',
      Dockerfile: 'FROM node:24\nHEALTHCHECK CMD curl -f http://localhost/\n',
    }
    expect(container('', '', [], files).health).toMatchObject({ state: 'none', checks: [] })
  })

  it('are read in each of their forms', () => {
    const { health } = container(
      `ports: [{ name: http, containerPort: 3000 }]
livenessProbe: { httpGet: { path: /live, port: http, scheme: HTTPS } }
readinessProbe: { exec: { command: [sh, -c, "pg_isready -h db || exit 1"] } }
startupProbe: { tcpSocket: { port: 3000 } }`,
    )
    expect(health.state).toBe('checked')
    expect(health.checks.map(({ kind, form, text }) => [kind, form, text])).toEqual([
      ['liveness', 'http', 'https://:http/live'],
      ['readiness', 'shell', 'pg_isready -h db || exit 1'],
      ['startup', 'tcp', 'tcp 3000'],
    ])
    expect(container('livenessProbe: { grpc: { port: 50051 } }').health.checks[0]).toMatchObject({
      form: 'grpc',
      port: known(50_051),
    })
  })
})

describe('what a container may use', () => {
  const range =
    'apiVersion: v1\nkind: LimitRange\nmetadata: { name: defaults }\nspec: { limits: [{ type: Container, default: { memory: 256Mi }, defaultRequest: { cpu: 100m } }] }'

  it.each([
    ['resources: { requests: { cpu: 500m, memory: 1Gi }, limits: { memory: 2Gi } }', [], 2 ** 31, 2 ** 30, 0.5],
    ['resources: { limits: { cpu: "1", memory: 1e9 } }', [], 1e9, 1e9, 1],
    ['', [], undefined, undefined, undefined],
    ['', [range], 2 ** 28, 2 ** 28, 0.1],
    ['resources: { limits: { memory: 1Gi } }', [range], 2 ** 30, 2 ** 30, 0.1],
  ])('%s %#', (settings, others, limit, reservation, cpu) => {
    const { resources } = container(settings, '', others)
    expect([value(resources.memoryLimit), value(resources.memoryReservation), value(resources.cpuReservation)]).toEqual(
      [limit, reservation, cpu],
    )
  })

  it('is what its security context says over that of the pod', () => {
    const { privileges } = container(
      'securityContext: { runAsUser: 1001, privileged: true, allowPrivilegeEscalation: false, capabilities: { add: [NET_ADMIN], drop: [ALL] }, readOnlyRootFilesystem: true }',
      'hostPID: true\nsecurityContext: { runAsUser: 1000, runAsNonRoot: true }',
    )
    expect(privileges).toMatchObject({
      user: known('1001'),
      nonRoot: known(true),
      privileged: known(true),
      escalation: known(false),
      readOnlyRoot: true,
      addedCapabilities: [{ name: 'NET_ADMIN' }],
      hostNamespaces: [{ namespace: 'pid' }],
    })
  })

  it.each([
    ['lifecycle: { preStop: { sleep: { seconds: 5 } } }', 5],
    ['lifecycle: { preStop: { exec: { command: [sleep, "15"] } } }', 15],
    ['lifecycle: { preStop: { exec: { command: [sh, -c, "nginx -s quit; sleep 20"] } } }', 20],
    ['lifecycle: { preStop: { exec: { command: [/app/drain] } } }', undefined],
  ])('waits before the stop signal: %s', (settings, seconds) => {
    expect(value(container(settings).preStop)).toBe(seconds)
  })
})

describe('volumes', () => {
  const config =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: conf }\ndata:\n  nginx.conf: |\n    server {\n      listen 80;\n    }\n  other.txt: x\n'

  it('are mounts of their kinds', () => {
    const { mounts, secretFiles } = container(
      `volumeMounts:
  - { name: data, mountPath: /data }
  - { name: tmp, mountPath: /tmp }
  - { name: memory, mountPath: /cache }
  - { name: host, mountPath: /host, readOnly: true }
  - { name: keys, mountPath: /run/secrets/token, subPath: token }
  - { name: share, mountPath: /share }`,
      `volumes:
  - { name: data, persistentVolumeClaim: { claimName: api-data } }
  - { name: tmp, emptyDir: {} }
  - { name: memory, emptyDir: { medium: Memory } }
  - { name: host, hostPath: { path: /var/log } }
  - { name: keys, secret: { secretName: keys } }
  - { name: share, nfs: { server: nas, path: /export } }`,
    )
    expect(mounts.map(one => [one.type, value(one.source), value(one.target), one.readOnly])).toEqual([
      ['claim', 'api-data', '/data', false],
      ['empty-dir', 'tmp', '/tmp', false],
      ['tmpfs', 'memory', '/cache', false],
      ['bind', '/var/log', '/host', true],
      ['secret', 'keys', '/run/secrets/token', true],
      ['other', 'share', '/share', false],
    ])
    expect(secretFiles).toEqual(['/run/secrets/token'])
  })

  it('of a StatefulSet may be claims of its template', () => {
    const set = deployment(
      'volumeMounts: [{ name: data, mountPath: /data }]',
      '',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
    )
    const { mounts } = workload(systemOfManifests([set.replace('kind: Deployment', 'kind: StatefulSet')]), 'api')
    expect(mounts).toMatchObject([{ type: 'claim', source: known('data') }])
  })

  it('of a ConfigMap bring its keys as files, at their place in the manifest', () => {
    const { mounts } = container(
      'volumeMounts:\n  - { name: conf, mountPath: /etc/nginx/conf.d }\n  - { name: conf, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf }',
      'volumes: [{ name: conf, configMap: { name: conf } }]',
      [config],
    )
    expect(mounts.map(one => one.files?.map(file => file.path))).toEqual([
      ['/etc/nginx/conf.d/nginx.conf', '/etc/nginx/conf.d/other.txt'],
      ['/etc/nginx/nginx.conf'],
    ])
    const source = mounts[1]?.files?.[0]?.source
    expect(source?.text.trim()).toMatch(/^server \{\n\s+listen 80;\n\s+\}$/)
    const whole = [deployment(), config].join('\n---\n')
    expect(source?.text.indexOf('listen')).toBeGreaterThan(whole.indexOf('kind: ConfigMap'))
  })

  it('of a ConfigMap that is not here bring what is not known', () => {
    const { mounts } = container(
      'volumeMounts: [{ name: conf, mountPath: /etc/app }]',
      'volumes: [{ name: conf, configMap: { name: elsewhere } }]',
    )
    expect(mounts).toMatchObject([{ type: 'config', target: known('/etc/app') }])
    expect(mounts[0]?.files).toBeUndefined()
  })
})

describe('services', () => {
  const service = (spec: string, metadata = '') =>
    `apiVersion: v1\nkind: Service\nmetadata: { name: api${metadata} }\nspec: { selector: { app: api }, ${spec} }`
  const ports = 'ports: [{ name: http, containerPort: 3000 }]'

  it.each<[string, string, unknown]>([
    ['type: LoadBalancer, ports: [{ port: 80, targetPort: http }]', '', { reach: 'any', by: { kind: 'LoadBalancer' } }],
    [
      'type: LoadBalancer, ports: [{ port: 80, targetPort: 3000 }]',
      ', annotations: { service.beta.kubernetes.io/aws-load-balancer-internal: "true" }',
      { reach: 'address' },
    ],
    [
      'type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8], ports: [{ port: 80, targetPort: http }]',
      '',
      { reach: 'address' },
    ],
    [
      'type: NodePort, ports: [{ port: 80, targetPort: http, nodePort: 30080 }]',
      '',
      { reach: 'any', host: known(30_080), by: { kind: 'NodePort' } },
    ],
  ])('open a port: %s', (spec, metadata, expected) => {
    const { published, userFacing, weight } = container(ports, '', [service(spec, metadata)])
    expect(published).toHaveLength(1)
    expect(published[0]).toMatchObject({ container: known(3000), protocol: 'tcp', ...(expected as object) })
    expect([userFacing, weight]).toEqual([true, 3])
  })

  it('within the cluster open none', () => {
    const { published, userFacing, pod } = container(ports, '', [service('ports: [{ port: 80 }]')])
    expect([published, userFacing, pod?.served]).toEqual([[], false, true])
  })

  it('that select other labels lead nowhere', () => {
    expect(container(ports, '', [service('ports: [{ port: 80 }]').replace('app: api', 'app: web')]).pod?.served).toBe(
      false,
    )
  })

  it('lead to the container that has the port', () => {
    const system = systemOfManifests([
      deployment().replace(
        'containers:\n',
        'containers:\n        - { name: edge, image: "envoyproxy/envoy:v1.35", ports: [{ name: web, containerPort: 8080 }] }\n',
      ),
      service('type: LoadBalancer, ports: [{ port: 80, targetPort: web }]'),
    ])
    expect(system.workloads.map(one => [one.name, one.published.length, one.userFacing])).toEqual([
      ['api/edge', 1, true],
      ['api', 0, false],
    ])
  })

  it.each([
    [
      'networking.k8s.io/v1',
      'Ingress',
      'rules: [{ host: a.example, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }]',
      true,
    ],
    [
      'networking.k8s.io/v1',
      'Ingress',
      'rules: [{ http: { paths: [{ path: /, backend: { service: { name: other, port: { number: 80 } } } }] } }]',
      false,
    ],
    ['networking.k8s.io/v1', 'Ingress', 'defaultBackend: { service: { name: api, port: { name: web } } }', true],
    [
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'parentRefs: [{ name: edge }], rules: [{ backendRefs: [{ name: api, port: 80 }] }]',
      true,
    ],
    [
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'parentRefs: [{ kind: Service, name: api }], rules: [{ backendRefs: [{ name: api, port: 80 }] }]',
      false,
    ],
    [
      'traefik.io/v1alpha1',
      'IngressRoute',
      'routes: [{ match: "Host(`a`)", services: [{ name: api, port: web }] }]',
      true,
    ],
    [
      'networking.istio.io/v1',
      'VirtualService',
      'hosts: ["*"], gateways: [edge], http: [{ route: [{ destination: { host: api, port: { number: 80 } } }] }]',
      true,
    ],
    [
      'networking.istio.io/v1',
      'VirtualService',
      'hosts: [api], http: [{ route: [{ destination: { host: api } }] }]',
      false,
    ],
    ['projectcontour.io/v1', 'HTTPProxy', 'routes: [{ services: [{ name: api, port: 80 }] }]', true],
    ['route.openshift.io/v1', 'Route', 'to: { kind: Service, name: api }', true],
  ])('are reached from outside by %s %s %#', (apiVersion, kind, spec, reached) => {
    const route = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: edge }\nspec: { ${spec} }`
    const { role, userFacing } = container(ports, '', [
      service('ports: [{ name: web, port: 80, targetPort: http }]'),
      route,
    ])
    expect([role, userFacing]).toEqual(reached ? ['user-facing', true] : ['service', false])
  })

  it.each(['db', 'db.shop', 'db.shop.svc', 'db.shop.svc.cluster.local'])('answer to %s', host => {
    const inShop = (text: string) => text.replace('metadata: { name: api', 'metadata: { namespace: shop, name: api')
    const store = deployment()
      .replace('name: api }', 'name: store, namespace: shop }')
      .replaceAll('app: api', 'app: store')
      .replace('name: api\n', 'name: store\n')
      .replace('ghcr.io/acme/api:1.4.0', 'postgres:17.2')
    const named =
      'apiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: shop }\nspec: { selector: { app: store }, ports: [{ port: 5432 }] }'
    const client = inShop(deployment(`env: [{ name: DATABASE_URL, value: "postgres://erp@${host}:5432/erp" }]`))
    expect(systemOfManifests([client, store, named]).connections.map(one => [one.from.name, one.to?.name])).toEqual([
      ['api', 'store'],
    ])
    // Another namespace needs the longer name.
    const elsewhere = client.replace('namespace: shop', 'namespace: other')
    expect(systemOfManifests([elsewhere, store, named]).connections[0]?.to?.name).toBe(
      host === 'db' ? undefined : 'store',
    )
  })

  it('give the pods of a StatefulSet names', () => {
    const set = deployment('', '', 'replicas: 2\nserviceName: api').replace('kind: Deployment', 'kind: StatefulSet')
    const { networks } = workload(systemOfManifests([set, service('clusterIP: None, ports: [{ port: 80 }]')]), 'api')
    expect(networks[0]?.aliases).toEqual(expect.arrayContaining(['api', 'api-0.api', 'api-1.api']))
    expect(networks[0]?.aliases).not.toContain('api-2.api')
  })

  it('let the containers of a pod reach each other over localhost', () => {
    const system = systemOfManifests([
      deployment('env: [{ name: DATABASE_URL, value: "postgres://erp@127.0.0.1:5432/erp" }]').replace(
        'containers:\n',
        'containers:\n        - { name: sql, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.18", ports: [{ containerPort: 5432 }] }\n',
      ),
    ])
    expect(system.connections.map(one => [one.from.name, one.to?.name])).toEqual([['api', 'api/sql']])
  })
})

describe('autoscalers', () => {
  it('set the least number of replicas', () => {
    const scaler = (minimum: string) =>
      `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }, ${minimum} maxReplicas: 5 }`
    expect(value(container('', '', [scaler('minReplicas: 3,')]).autoscaledFrom)).toBe(3)
    expect(value(container('', '', [scaler('')]).autoscaledFrom)).toBe(1)
    expect(container('', '', [scaler('').replace('name: api }, ', 'name: web }, ')]).autoscaledFrom).toBeUndefined()
  })
})

describe('a CronJob', () => {
  const job = (settings: string) =>
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: dump }\nspec:\n  schedule: "0 2 * * *"\n${settings}  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: dump, image: "postgres:17.2", command: [sh, -c, "pg_dump -h db erp | aws s3 cp - s3://erp/x"] }] } } } }\n`

  it('is a backup that runs by itself, unless it is suspended', () => {
    const backups = (settings: string) =>
      systemOfManifests([job(settings)]).backups.map(one => [one.tool, one.scheduled, one.destination])
    expect(backups('')).toEqual([['pg_dump', true, 'off-host']])
    expect(backups('  suspend: true\n')).toEqual([['pg_dump', false, 'off-host']])
  })
})

describe('images', () => {
  const files = { 'api/Dockerfile': 'FROM node:24.1-slim\nUSER node\n' }

  it.each<[string, Record<string, string>]>([
    ['compose', { 'compose.dev.yaml': 'services:\n  api: { build: ./api, image: "ghcr.io/acme/api:${TAG}" }\n' }],
    ['a script', { 'build.sh': 'docker build -t ghcr.io/acme/api:$(git rev-parse HEAD) api\n' }],
    [
      'a Makefile',
      { Makefile: 'image:\n\tdocker buildx build --push -f api/Dockerfile --tag=ghcr.io/acme/api:$(TAG) api\n' },
    ],
    ['a registry in a variable', { Makefile: 'image:\n\tdocker build -t $(REGISTRY)/api:1 ./api\n' }],
    [
      'Skaffold',
      {
        'skaffold.yaml':
          'apiVersion: skaffold/v4beta11\nkind: Config\nbuild: { artifacts: [{ image: ghcr.io/acme/api, context: api }] }\n',
      },
    ],
    [
      'an action',
      {
        '.github/workflows/build.yml':
          'jobs:\n  build:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { context: api, tags: "ghcr.io/acme/api:${{ github.sha }}" }\n',
      },
    ],
    [
      'an action with names in env and a matrix',
      {
        '.github/workflows/build.yml':
          'env: { REGISTRY: ghcr.io, OWNER: acme }\njobs:\n  build:\n    strategy: { matrix: { service: [api, web] } }\n    env: { IMAGE: "${{ env.REGISTRY }}/${{ env.OWNER }}/${{ matrix.service }}" }\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { context: "${{ matrix.service }}", tags: "${{ env.IMAGE }}:${{ github.sha }}" }\n',
        'web/Dockerfile': 'FROM node:24.1-slim\n',
      },
    ],
    [
      'a command with names in env',
      {
        '.github/workflows/build.yml':
          'env:\n  IMAGE: ghcr.io/acme/api\njobs:\n  build:\n    steps:\n      - run: docker build -t ${{ env.IMAGE }}:${{ github.sha }} ./api\n',
      },
    ],
    [
      'an action with tags of another step',
      {
        '.github/workflows/build.yml':
          'jobs:\n  build:\n    steps:\n      - id: meta\n        uses: docker/metadata-action@v5\n        with: { images: ghcr.io/acme/api }\n      - uses: docker/build-push-action@v6\n        with: { context: ., file: api/Dockerfile, tags: "${{ steps.meta.outputs.tags }}" }\n',
      },
    ],
  ])('that %s builds are known by their Dockerfile', (_, build) => {
    expect(container('', '', [], { ...files, ...build }).image).toMatchObject({
      id: 'image:api/Dockerfile',
      origin: 'built',
    })
  })

  it('are known by the end of a name that is filled in', () => {
    const build =
      'jobs:\n  build:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { context: api, tags: "ghcr.io/${{ github.repository }}-api:1" }\n      - uses: docker/build-push-action@v6\n        with: { context: web, tags: "ghcr.io/${{ github.repository }}-web:1" }\n'
    const all = { ...files, 'web/Dockerfile': 'FROM x\n', '.github/workflows/build.yml': build }
    const manifest = deployment('', '').replace('ghcr.io/acme/api', 'ghcr.io/acme/erp-api')
    expect(systemOfManifests([manifest], all).workloads[0]?.image).toMatchObject({ id: 'image:api/Dockerfile' })
  })

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['another name', { 'build.sh': 'docker build -t ghcr.io/acme/web:1 api\n' }],
    [
      'two builds that may be',
      { 'build.sh': 'docker build -t $R/api:1 api\ndocker build -t $S/api:1 web\n', 'web/Dockerfile': 'FROM x\n' },
    ],
    ['a Dockerfile that is not here', { 'build.sh': 'docker build -t ghcr.io/acme/api:1 other\n' }],
  ])('are pulled where there is %s', (_, build) => {
    expect(container('', '', [], { ...files, ...build }).image?.origin).toBe('pulled')
  })
})

describe('custom resources', () => {
  const cluster =
    'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db }\nspec: { instances: 3, storage: { size: 10Gi }, resources: { limits: { memory: 1Gi } } }'

  it('stand for the data services that operators run', () => {
    const system = systemOfManifests([
      deployment('env: [{ name: DATABASE_URL, value: "postgres://erp@db-rw:5432/erp" }]'),
      cluster,
    ])
    const db = workload(system, 'db')
    expect(db).toMatchObject({
      role: 'datastore',
      stateful: true,
      weight: 3,
      health: { state: 'checked' },
      pod: { operator: 'CloudNativePG' },
    })
    expect([value(db.replicas), value(db.resources.memoryLimit)]).toEqual([3, 2 ** 30])
    expect(system.connections.map(one => one.to?.name)).toEqual(['db'])
  })

  it('say what copies them', () => {
    const schedule = (name: string) =>
      `apiVersion: postgresql.cnpg.io/v1\nkind: ScheduledBackup\nmetadata: { name: nightly }\nspec: { schedule: "0 0 2 * * *", cluster: { name: ${name} } }`
    const covered = (others: readonly string[]) =>
      systemOfManifests([cluster, ...others]).backups.flatMap(one => one.stores ?? [])
    expect(covered([schedule('db')])).toEqual(['kubernetes:k8s/all.yaml/cluster/db'])
    expect(covered([schedule('other')])).toEqual([])
    const velero =
      'apiVersion: velero.io/v1\nkind: Schedule\nmetadata: { name: all }\nspec: { schedule: "@daily", template: { includedNamespaces: [shop] } }'
    expect(covered([velero])).toHaveLength(1)
    expect(
      systemOfManifests([cluster.replace('name: db', 'namespace: hr, name: db'), velero]).backups.flatMap(
        one => one.stores ?? [],
      ),
    ).toEqual([])
  })

  it('that are not read are named', () => {
    const system = systemOfManifests([
      deployment(),
      'apiVersion: example.com/v1\nkind: PostgresCluster\nmetadata: { name: mine }',
      'apiVersion: example.com/v1\nkind: KafkaTopic\nmetadata: { name: topic }',
    ])
    expect(system.notEvaluated.map(one => one.because)).toEqual([
      'PostgresCluster mine of example.com is not evaluated',
    ])
  })
})

describe('a manifest that cannot be read', () => {
  it('is missed in production', () => {
    const { unreadable } = systemOf({
      'k8s/api.yaml': `${deployment()}\n]}{[ "\n`,
      'k8s/web.yaml': deployment().replaceAll('api', 'web'),
    })
    expect(unreadable).toMatchObject([{ path: 'k8s/api.yaml', format: 'kubernetes', production: true }])
    expect(unreadable[0]?.mayDeclare).toBeGreaterThanOrEqual(2)
  })

  it('is one whose pods have no containers, too', () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { template: { spec: { containers: api } } }\n'
    const { unreadable } = systemOf({
      'k8s/kustomization.yaml': 'resources: [api.yaml, web.yaml]\n',
      'k8s/api.yaml': text,
      'k8s/web.yaml': deployment().replaceAll('api', 'web'),
    })
    expect(unreadable.map(one => one.problems[0]?.message)).toEqual(['Deployment api has no list of containers'])
  })
})

describe('Compose beside Kubernetes', () => {
  const compose =
    'services:\n  api: { build: ./api }\n  worker: { image: "acme/worker:dev" }\n  db: { image: "postgres:17" }\n'
  const worker = deployment().replaceAll(': api', ': worker').replace('acme/api', 'acme/worker')
  const manifests = { 'k8s/api.yaml': deployment(), 'k8s/worker.yaml': worker }
  const purpose = (files: Record<string, string>) => {
    const { deployments } = systemOf(files)
    return deployments.find(one => one.platform === 'compose')
  }

  it('is for development where nothing deploys it and the cluster runs the same programs', () => {
    const local = purpose({ 'compose.yaml': compose, ...manifests })
    expect([local?.purpose, local?.because]).toEqual([
      'development',
      'nothing deploys it, and k8s runs the same programs on Kubernetes',
    ])
    expect(local?.workloads.map(one => one.weight)).toEqual([0, 0, 0])
  })

  it.each([
    [
      'the programs are behind a profile',
      'services:\n  api: { build: ./api, profiles: [apps] }\n  db: { image: "postgres:17" }\n',
      '',
    ],
    [
      'it starts no more than databases that the cluster has',
      'services: { db: { image: "postgres:17" } }\n',
      'postgres:17',
    ],
  ])('is for development where %s', (_, text, image) => {
    const db = deployment()
      .replaceAll(': api', ': db')
      .replace(/image: \S+/, `image: ${image}`)
    const files = { 'compose.yaml': text, ...manifests, ...(image && { 'k8s/db.yaml': db }) }
    expect(purpose(files)?.purpose).toBe('development')
  })

  it('is production where it starts a database that the cluster does not have', () => {
    expect(purpose({ 'compose.yaml': 'services: { db: { image: "postgres:17" } }\n', ...manifests })?.purpose).toBe(
      'production',
    )
  })

  it.each<[string, Record<string, string>]>([
    ['a program runs in Compose alone', { 'k8s/worker.yaml': '' }],
    ['a script deploys it', { 'deploy.sh': 'docker compose pull\ndocker compose up -d\n' }],
    ['a target deploys it', { Makefile: 'deploy:\n\tdocker compose up -d --wait\n' }],
    [
      'the manifests are for development',
      { 'k8s/api.yaml': '', 'k8s/worker.yaml': '', 'k8s/dev/api.yaml': deployment(), 'k8s/dev/worker.yaml': worker },
    ],
    ['the manifests cannot be read', { 'k8s/api.yaml': `{[\n${deployment()}`, 'k8s/worker.yaml': `{[\n${worker}` }],
  ])('is production where %s', (_, files) => {
    expect(purpose({ 'compose.yaml': compose, ...manifests, ...files })?.purpose).toBe('production')
  })

  it('is production under a name that says so, and where the configuration does', () => {
    expect(purpose({ 'compose.prod.yaml': compose, ...manifests })?.purpose).toBe('production')
    const configured = [{ files: ['compose.yaml'], purpose: 'production' as const }]
    const { deployments } = systemOf({ 'compose.yaml': compose, ...manifests }, configured)
    expect(deployments.map(one => [one.platform, one.purpose])).toEqual([
      ['compose', 'production'],
      ['kubernetes', 'production'],
    ])
  })
})
