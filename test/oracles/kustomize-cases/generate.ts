import type { Case } from './cases.js'

/** Numbers from a seed: the same every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Dice {
  readonly pick: <T>(items: readonly T[]) => T
  readonly chance: (probability: number) => boolean
  readonly some: <T>(items: readonly T[], least: number) => readonly T[]
}

function diceOf(seed: number): Dice {
  const next = random(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
  return {
    pick,
    chance: probability => next() < probability,
    some: (items, least) => {
      const found = items.filter(() => next() < 0.5)
      return found.length >= least ? found : items.slice(0, least)
    },
  }
}

const NAMES = ['web', 'api', 'db']
const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'] as const

/** Repositories of up to three layers, with transformers and patches that may or may not fit. Texts are JSON, which is YAML. */
export function generateCases(seed: number, count: number): readonly Case[] {
  return Array.from({ length: count }, (_, index) => {
    const dice = diceOf(seed + index * 7_919)
    const files = new Map<string, string>()
    layer('base', [], dice, files)
    const top = dice.chance(0.7)
    if (top) layer('overlays/prod', ['../../base'], dice, files)
    const component = top && dice.chance(0.4)
    if (component) {
      layer('components/extra', [], dice, files, 'Component')
      const path = 'overlays/prod/kustomization.yaml'
      const own = JSON.parse(files.get(path) ?? '{}') as object
      files.set(path, text({ ...own, components: ['../../components/extra'] }))
    }
    return { name: `generated ${index}`, files, root: top ? 'overlays/prod' : 'base', rejected: 'unstated' }
  })
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function layer(
  directory: string,
  below: readonly string[],
  dice: Dice,
  files: Map<string, string>,
  kind: 'Kustomization' | 'Component' = 'Kustomization',
): void {
  const isBase = below.length === 0 && kind === 'Kustomization'
  const objects = isBase ? objectsOf(dice) : dice.chance(0.3) ? [service(`${dice.pick(NAMES)}-more`, dice)] : []
  if (objects.length > 0) files.set(`${directory}/all.yaml`, objects.map(text).join('---\n'))
  const kustomization = {
    apiVersion: `kustomize.config.k8s.io/${kind === 'Component' ? 'v1alpha1' : 'v1beta1'}`,
    kind,
    resources: [...below, ...(objects.length > 0 ? ['all.yaml'] : [])],
    ...settings(dice, directory, files),
  }
  files.set(`${directory}/kustomization.yaml`, text(kustomization))
}

function settings(dice: Dice, directory: string, files: Map<string, string>): object {
  const maybe = (probability: number, value: () => object) => (dice.chance(probability) ? value() : {})
  return {
    ...maybe(0.3, () => ({ namePrefix: dice.pick(['a-', 'prod-']) })),
    ...maybe(0.2, () => ({ nameSuffix: dice.pick(['-x', '-v2']) })),
    ...maybe(0.3, () => ({ namespace: dice.pick(['shop', 'default', 'other']) })),
    ...maybe(0.3, () => ({ commonLabels: { team: dice.pick(['one', 'two']) } })),
    ...maybe(0.3, () => ({
      labels: [
        {
          pairs: { tier: dice.pick(['front', 'back']) },
          ...maybe(0.4, () => ({ includeSelectors: true })),
          ...maybe(0.4, () => ({ includeTemplates: true })),
        },
      ],
    })),
    ...maybe(0.2, () => ({ commonAnnotations: { note: 'text' } })),
    ...maybe(0.4, () => ({ images: dice.some(IMAGES, 1) })),
    ...maybe(0.1, () => ({ replicas: [{ name: dice.pick(NAMES), count: dice.pick([0, 2, 5]) }] })),
    ...maybe(0.4, () => ({ configMapGenerator: [generator('settings', dice)] })),
    ...maybe(0.3, () => ({ secretGenerator: [generator('secret', dice)] })),
    ...maybe(0.6, () => ({
      patches: Array.from({ length: dice.pick([1, 1, 2, 3]) }, () => patch(dice, directory, files)),
    })),
    ...maybe(0.15, () => ({ replacements: [replacement(dice)] })),
  }
}

const IMAGES = [
  { name: 'acme/web', newTag: '2' },
  { name: 'acme/api', newName: 'registry.example.org:5000/api' },
  { name: 'acme/db', digest: 'sha256:0123' },
  { name: 'acme/(web|api)', newTag: '3' },
]

function generator(name: string, dice: Dice): object {
  return {
    name,
    literals: dice.some(['A=1', 'B="two"', 'C=<3>', 'D=a=b'], 1),
    ...(dice.chance(0.15) ? { behavior: dice.pick(['create', 'merge', 'replace']) } : {}),
    ...(dice.chance(0.2) ? { options: { disableNameSuffixHash: true } } : {}),
  }
}

function objectsOf(dice: Dice): readonly object[] {
  const names = dice.some(NAMES, 1)
  return [
    ...names.map(name => controller(name, dice)),
    ...names.filter(() => dice.chance(0.7)).map(name => service(name, dice)),
    ...(dice.chance(0.4) ? [autoscaler(dice.pick(names))] : []),
    ...(dice.chance(0.4) ? [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'runner' } }] : []),
    ...(dice.chance(0.3) ? [binding()] : []),
    ...(dice.chance(0.3) ? [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }] : []),
  ]
}

function controller(name: string, dice: Dice): object {
  const labels = { app: name }
  return {
    apiVersion: 'apps/v1',
    kind: dice.pick(KINDS),
    metadata: { name, ...(dice.chance(0.5) ? { labels } : {}), ...(dice.chance(0.2) ? { namespace: 'shop' } : {}) },
    spec: {
      ...(dice.chance(0.5) ? { replicas: 1 } : {}),
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          ...(dice.chance(0.4) ? { serviceAccountName: 'runner' } : {}),
          containers: [container(name, dice), ...(dice.chance(0.3) ? [container('side', dice)] : [])],
          ...(dice.chance(0.4) ? { volumes: [{ name: 'a', configMap: { name: 'settings' } }] } : {}),
        },
      },
    },
  }
}

function container(name: string, dice: Dice): object {
  return {
    name,
    image: dice.pick([`acme/${name}`, `acme/${name}:1`, `acme/${name}:1@sha256:ff`]),
    ...(dice.chance(0.5) ? { env: dice.some(ENVIRONMENT, 1) } : {}),
    ...(dice.chance(0.4)
      ? { envFrom: [{ configMapRef: { name: 'settings' } }, { secretRef: { name: 'secret' } }] }
      : {}),
    ...(dice.chance(0.5) ? { ports: dice.some(PORTS, 1) } : {}),
    ...(dice.chance(0.3) ? { volumeMounts: [{ name: 'a', mountPath: '/a' }] } : {}),
  }
}

const ENVIRONMENT = [
  { name: 'A', value: '1' },
  { name: 'B', value: 'two' },
  { name: 'C', valueFrom: { secretKeyRef: { name: 'secret', key: 'A' } } },
]
const PORTS = [{ containerPort: 80 }, { containerPort: 81, protocol: 'UDP' }, { containerPort: 82, name: 'more' }]

function service(name: string, dice: Dice): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: {
      selector: { app: name },
      ports: dice.some([{ port: 80 }, { port: 53, protocol: 'UDP' }, { port: 443, name: 'tls' }], 1),
    },
  }
}

function autoscaler(name: string): object {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, maxReplicas: 5 },
  }
}

function binding(): object {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'runner' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'runner' },
    subjects: [
      { kind: 'ServiceAccount', name: 'runner', namespace: 'default' },
      { kind: 'ServiceAccount', name: 'default' },
    ],
  }
}

function patch(dice: Dice, directory: string, files: Map<string, string>): object {
  const kind = dice.pick([...KINDS, 'Service'])
  const name = dice.pick(NAMES)
  const json = dice.chance(0.4)
  const content = json ? dice.some(OPERATIONS.slice(0, dice.chance(0.1) ? 5 : 4), 1) : mergePatch(kind, name, dice)
  const target = { kind: dice.pick([kind, '.*Set', 'Deployment|Service']), ...(dice.chance(0.5) ? { name } : {}) }
  const own = text(content)
  const path = `patch-${files.size}.yaml`
  if (dice.chance(0.5)) files.set(`${directory}/${path}`, own)
  return {
    ...(files.has(`${directory}/${path}`) ? { path } : { patch: own }),
    ...(json || dice.chance(0.85) ? { target } : {}),
  }
}

const OPERATIONS = [
  { op: 'add', path: '/metadata/labels', value: { added: 'yes' } },
  { op: 'add', path: '/metadata/annotations/added', value: 'yes' },
  { op: 'replace', path: '/spec/replicas', value: 4 },
  { op: 'add', path: '/spec/paused', value: true },
  { op: 'test', path: '/spec/selector/app', value: 'web' },
]

function mergePatch(kind: string, name: string, dice: Dice): object {
  const apiVersion = kind === 'Service' ? 'v1' : 'apps/v1'
  const spec =
    kind === 'Service'
      ? {
          ports: dice.some(
            [{ port: 80, targetPort: 8080 }, { port: 53, protocol: 'UDP', name: 'dns' }, { port: 1 }],
            1,
          ),
        }
      : {
          ...(dice.chance(0.4) ? { replicas: dice.pick([3, null]) } : {}),
          template: {
            ...(dice.chance(0.3) ? { metadata: { labels: { patched: 'yes', app: dice.pick([null, name]) } } } : {}),
            spec: {
              containers: [
                {
                  name,
                  ...(dice.chance(0.5)
                    ? {
                        env: [
                          { name: 'A', ...(dice.chance(0.5) ? { $patch: 'delete' } : { value: '9' }) },
                          { name: 'Z', value: 'z' },
                        ],
                      }
                    : {}),
                  ...(dice.chance(0.4)
                    ? { ports: [{ containerPort: 80, protocol: 'TCP' }, { containerPort: 99 }] }
                    : {}),
                  ...(dice.chance(0.3) ? { image: 'acme/patched:1' } : {}),
                },
                ...(dice.chance(0.3) ? [{ name: 'side', $patch: 'delete' }] : []),
                ...(dice.chance(0.2) ? [{ name: 'new', image: 'acme/new' }] : []),
              ],
              ...(dice.chance(0.3) ? { volumes: [{ name: dice.pick(['a', 'b']), emptyDir: {} }] } : {}),
            },
          },
        }
  return { apiVersion, kind, metadata: { name }, ...(dice.chance(0.1) ? { $patch: 'delete' } : {}), spec }
}

function replacement(dice: Dice): object {
  return {
    source: {
      kind: dice.pick(KINDS),
      name: dice.pick(NAMES),
      fieldPath: dice.pick(['metadata.name', 'spec.template.spec.containers.0.image']),
    },
    targets: [
      {
        select: { kind: 'Service' },
        fieldPaths: [dice.pick(['metadata.annotations.from', 'spec.selector.app'])],
        options: { create: dice.chance(0.7) },
      },
    ],
  }
}
