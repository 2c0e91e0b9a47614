import { dictionary, either, list, map, type Shape, scalar, strictMap, words } from './shape.js'

/*
 * The Compose Specification as shapes, after its JSON schema as of compose-go v2.16
 * (https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json).
 */

const NAME = /^[a-zA-Z0-9._-]+$/

const text = scalar('string')
const flag = scalar('boolean', 'string')
const whole = scalar('integer', 'string')
const number = scalar('number', 'string')
const anything: Shape = { any: true }
const texts = list(text)
const distinctTexts = list(text, 'unique')
const oneOrMore = either(text, distinctTexts)
const keyValues = either(dictionary(scalar('string', 'number', 'boolean', 'null')), distinctTexts)
const command = either(scalar('string', 'null'), texts)
const driverOptions = dictionary(scalar('string', 'number'), /./, 'open')
const extraHosts = either(dictionary(either(text, texts)), distinctTexts)
const from0 = (max?: number): Shape => ({
  scalar: { types: ['integer', 'string'], min: 0, ...(max === undefined ? {} : { max }) },
})

const grants = list(either(text, map({ source: text, target: text, uid: text, gid: text, mode: number })))
const ulimits = dictionary(either(whole, map({ hard: whole, soft: whole }, 'soft', 'hard')), /^[a-z]+$/, 'open')
const device = {
  capabilities: distinctTexts,
  count: whole,
  device_ids: distinctTexts,
  driver: text,
  options: keyValues,
}
const hook = map({ command, user: text, privileged: flag, working_dir: text, environment: keyValues }, 'command')

const blockWeight = strictMap({ path: text, weight: whole })
const blockLimit = strictMap({ path: text, rate: whole })
const blockIo = strictMap({
  device_read_bps: list(blockLimit),
  device_read_iops: list(blockLimit),
  device_write_bps: list(blockLimit),
  device_write_iops: list(blockLimit),
  weight: whole,
  weight_device: list(blockWeight),
})

const attachment = map({
  aliases: distinctTexts,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: distinctTexts,
  mac_address: text,
  driver_opts: driverOptions,
  priority: scalar('number'),
  gw_priority: scalar('number'),
  use_service_name_alias: flag,
})

const mount = map(
  {
    type: words('bind', 'volume', 'tmpfs', 'cluster', 'npipe', 'image'),
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: map({
      propagation: text,
      create_host_path: flag,
      recursive: words('enabled', 'disabled', 'writable', 'readonly'),
      selinux: words('z', 'Z'),
    }),
    volume: map({ labels: keyValues, nocopy: flag, subpath: text }),
    tmpfs: map({ size: from0(), mode: number }),
    image: map({ subpath: text }),
  },
  'type',
)

const PULL_POLICY = /^(?:always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:[0-9]+[wdhms])+)$/

const container: Readonly<Record<string, Shape>> = {
  annotations: keyValues,
  blkio_config: blockIo,
  cap_add: distinctTexts,
  cap_drop: distinctTexts,
  cgroup: words('host', 'private'),
  cgroup_parent: text,
  command,
  configs: grants,
  cpu_count: from0(),
  cpu_percent: from0(100),
  cpu_shares: number,
  cpu_quota: number,
  cpu_period: number,
  cpu_rt_period: number,
  cpu_rt_runtime: number,
  cpus: number,
  cpuset: text,
  credential_spec: map({ config: text, file: text, registry: text }),
  device_cgroup_rules: distinctTexts,
  devices: list(either(text, map({ source: text, target: text, permissions: text }, 'source'))),
  dns: oneOrMore,
  dns_opt: distinctTexts,
  dns_search: oneOrMore,
  domainname: text,
  entrypoint: command,
  env_file: either(text, list(either(text, strictMap({ path: text, format: text, required: flag }, 'path')))),
  label_file: either(text, texts),
  environment: keyValues,
  extra_hosts: extraHosts,
  gpus: either(words('all'), list({ map: openMap(device) })),
  group_add: list(scalar('string', 'number'), 'unique'),
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  labels: keyValues,
  logging: map({ driver: text, options: dictionary(scalar('string', 'number', 'null'), /./, 'open') }),
  mac_address: text,
  mem_limit: number,
  mem_reservation: whole,
  mem_swappiness: whole,
  memswap_limit: number,
  network_mode: text,
  models: either(
    distinctTexts,
    dictionary(either(map({ endpoint_var: text, model_var: text }), scalar('null')), NAME, 'open'),
  ),
  networks: either(distinctTexts, dictionary(either(attachment, scalar('null')), NAME)),
  oom_kill_disable: flag,
  oom_score_adj: { scalar: { types: ['integer', 'string'], min: -1000, max: 1000 } },
  pid: scalar('string', 'null'),
  pids_limit: number,
  platform: text,
  privileged: flag,
  pull_policy: { scalar: { types: ['string'], pattern: PULL_POLICY } },
  pull_refresh_after: text,
  read_only: flag,
  runtime: text,
  security_opt: distinctTexts,
  shm_size: number,
  secrets: grants,
  sysctls: keyValues,
  stop_grace_period: text,
  stop_signal: text,
  storage_opt: dictionary(anything),
  tmpfs: oneOrMore,
  ulimits,
  umask: { scalar: { types: ['integer', 'string', 'null'], min: 0, max: 4_294_967_295 } },
  use_api_socket: scalar('boolean'),
  user: text,
  uts: text,
  userns_mode: text,
  volumes: list(either(text, mount), 'unique'),
  volumes_from: distinctTexts,
  working_dir: text,
}

/** Attributes that describe any container, be it a service, a job or a hook that runs before a service. */
export const CONTAINER_KEYS: ReadonlySet<string> = new Set(Object.keys(container))

function openMap(keys: Readonly<Record<string, Shape>>): NonNullable<Shape['map']> {
  return { keys: new Map(Object.entries(keys)), open: true, extensions: true, required: [] }
}

const build = map({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: texts,
  args: keyValues,
  ssh: keyValues,
  labels: keyValues,
  cache_from: texts,
  cache_to: texts,
  no_cache: flag,
  no_cache_filter: oneOrMore,
  additional_contexts: keyValues,
  network: text,
  provenance: flag,
  sbom: flag,
  pull: flag,
  target: text,
  shm_size: whole,
  extra_hosts: extraHosts,
  isolation: text,
  privileged: flag,
  secrets: grants,
  tags: texts,
  ulimits,
  platforms: texts,
})

const dependency = map(
  {
    restart: flag,
    required: scalar('boolean'),
    condition: words('service_started', 'service_healthy', 'service_completed_successfully'),
  },
  'condition',
)

const port = either(
  scalar('number', 'string'),
  map({ name: text, mode: text, host_ip: text, target: whole, published: whole, protocol: text, app_protocol: text }),
)

const workload: Readonly<Record<string, Shape>> = {
  build: either(text, build),
  depends_on: either(distinctTexts, dictionary(dependency, NAME)),
  healthcheck: map({
    disable: flag,
    interval: text,
    retries: number,
    test: either(text, texts),
    timeout: text,
    start_period: text,
    start_interval: text,
  }),
  ports: list(port, 'unique'),
  expose: list(scalar('string', 'number'), 'unique'),
  stdin_open: flag,
  tty: flag,
}

const rollout = map({
  parallelism: whole,
  delay: text,
  failure_action: text,
  monitor: text,
  max_failure_ratio: number,
  order: words('start-first', 'stop-first'),
})

const deploy = either(
  scalar('null'),
  map({
    mode: text,
    endpoint_mode: text,
    replicas: whole,
    labels: keyValues,
    rollback_config: rollout,
    update_config: rollout,
    resources: map({
      limits: map({ cpus: number, memory: text, pids: whole }),
      reservations: map({
        cpus: number,
        memory: text,
        generic_resources: list(map({ discrete_resource_spec: map({ kind: text, value: number }) })),
        devices: list(map(device, 'capabilities')),
      }),
    }),
    restart_policy: map({ condition: text, delay: text, max_attempts: whole, window: text }),
    placement: map({ constraints: texts, preferences: list(map({ spread: text })), max_replicas_per_node: whole }),
  }),
)

const watch = map(
  {
    ignore: oneOrMore,
    include: oneOrMore,
    path: text,
    action: words('rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec'),
    target: text,
    exec: hook,
    initial_sync: scalar('boolean'),
  },
  'path',
  'action',
)

const providerOption = scalar('string', 'number', 'boolean')

const service = map({
  ...container,
  ...workload,
  deploy,
  develop: either(scalar('null'), map({ watch: list(watch) })),
  profiles: distinctTexts,
  restart: text,
  scale: whole,
  attach: flag,
  container_name: { scalar: { types: ['string'], pattern: /[a-zA-Z0-9][a-zA-Z0-9_.-]+/ } },
  provider: map({ type: text, options: dictionary(either(providerOption, list(providerOption)), /./, 'open') }, 'type'),
  extends: either(text, strictMap({ service: text, file: text }, 'service')),
  links: distinctTexts,
  external_links: distinctTexts,
  pre_start: list(map({ ...container, per_replica: flag })),
  post_start: list(hook),
  pre_stop: list(hook),
})

const schedule = map(
  { cron: text, timezone: text, concurrency: words('forbid', 'queue'), missed_fires: words('one', 'skip') },
  'cron',
)

const job = map(
  {
    ...container,
    ...workload,
    profiles: distinctTexts,
    triggers: map({ manual: flag, schedule: list(either(text, schedule)) }),
  },
  'triggers',
)

const external = either(flag, map({ name: text }))
const looseExternal = either(flag, { map: openMap({ name: text }) })

const network = either(
  scalar('null'),
  map({
    name: text,
    driver: text,
    driver_opts: driverOptions,
    ipam: map({
      driver: text,
      config: list(map({ subnet: text, ip_range: text, gateway: text, aux_addresses: dictionary(text) })),
      options: dictionary(text),
    }),
    external,
    internal: flag,
    enable_ipv4: flag,
    enable_ipv6: flag,
    attachable: flag,
    labels: keyValues,
  }),
)

const volume = either(
  scalar('null'),
  map({ name: text, driver: text, driver_opts: driverOptions, external, labels: keyValues }),
)

const secret = map({
  name: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  driver: text,
  driver_opts: driverOptions,
  template_driver: text,
})

const config = map({
  name: text,
  content: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  template_driver: text,
})

const model = map({ name: text, model: text, context_size: scalar('integer'), runtime_flags: texts }, 'model')

/** What a whole Compose file may hold once its `include` and `extends` are resolved. */
export const PROJECT_SHAPE: Shape = map({
  version: text,
  name: text,
  include: anything,
  services: dictionary(service, NAME),
  models: dictionary(model, NAME),
  networks: dictionary(network, NAME),
  volumes: dictionary(volume, NAME),
  secrets: dictionary(secret, NAME),
  configs: dictionary(config, NAME),
  jobs: dictionary(job, NAME),
})
