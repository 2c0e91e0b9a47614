import { dictionary, either, list, map, type Shape, scalar, strictMap, words } from './shape.js'

/*
 * What `docker stack deploy` takes: the Compose file format 3, which the Compose Specification has left behind. Everything
 * that one of its versions up to 3.14 allows (https://github.com/docker/cli/tree/master/cli/compose/schema/data, v29).
 */

const NAME = /^[a-zA-Z0-9._-]+$/

const text = scalar('string')
const flag = scalar('boolean')
const whole = scalar('integer')
const texts = list(text)
const distinctTexts = list(text, 'unique')
const oneOrMore = either(text, distinctTexts)
const keyValues = either(dictionary(scalar('string', 'number', 'null')), distinctTexts)
const command = either(scalar('string', 'null'), texts)
const options = dictionary(scalar('string', 'number', 'null'), /./, 'open')
const anything: Shape = { any: true }

function openMap(keys: Readonly<Record<string, Shape>>, ...required: readonly string[]): Shape {
  return { map: { keys: new Map(Object.entries(keys)), open: true, extensions: true, required } }
}

const grants = list(either(text, openMap({ source: text, target: text, uid: text, gid: text, mode: scalar('number') })))

const rollout = strictMap({
  parallelism: whole,
  delay: text,
  failure_action: text,
  monitor: text,
  max_failure_ratio: scalar('number'),
  order: words('start-first', 'stop-first'),
})

const deploy = either(
  scalar('null'),
  strictMap({
    mode: text,
    endpoint_mode: text,
    replicas: whole,
    labels: keyValues,
    rollback_config: rollout,
    update_config: rollout,
    resources: strictMap({
      limits: strictMap({ cpus: text, memory: text, pids: whole }),
      reservations: strictMap({ cpus: text, memory: text, generic_resources: list(anything) }),
      memory_swap: whole,
      memory_swappiness: whole,
    }),
    restart_policy: strictMap({ condition: text, delay: text, max_attempts: whole, window: text }),
    placement: strictMap({
      constraints: texts,
      preferences: list(strictMap({ spread: text })),
      max_replicas_per_node: whole,
    }),
  }),
)

const port = either(
  scalar('number', 'string'),
  strictMap({ mode: text, target: whole, published: whole, protocol: text }),
)

const mount = strictMap(
  {
    type: text,
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: openMap({ propagation: text }),
    volume: openMap({ nocopy: flag }),
    tmpfs: openMap({ size: whole }),
  },
  'type',
)

const attachment = strictMap({
  aliases: distinctTexts,
  driver_opts: options,
  ipv4_address: text,
  ipv6_address: text,
})

const service = map({
  deploy,
  build: anything,
  cap_add: distinctTexts,
  cap_drop: distinctTexts,
  cgroupns_mode: text,
  cgroup_parent: text,
  command,
  configs: grants,
  container_name: text,
  credential_spec: anything,
  depends_on: distinctTexts,
  devices: distinctTexts,
  dns: oneOrMore,
  dns_search: oneOrMore,
  domainname: text,
  entrypoint: command,
  env_file: oneOrMore,
  environment: keyValues,
  expose: list(scalar('string', 'number'), 'unique'),
  external_links: distinctTexts,
  extra_hosts: keyValues,
  group_add: list(scalar('string', 'number'), 'unique'),
  healthcheck: strictMap({
    disable: flag,
    interval: text,
    retries: scalar('number'),
    test: either(text, texts),
    timeout: text,
    start_period: text,
    start_interval: text,
  }),
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  labels: keyValues,
  links: distinctTexts,
  logging: strictMap({ driver: text, options }),
  mac_address: text,
  network_mode: text,
  networks: either(distinctTexts, dictionary(either(attachment, scalar('null')), NAME)),
  oom_score_adj: whole,
  pid: scalar('string', 'null'),
  ports: list(port, 'unique'),
  privileged: flag,
  read_only: flag,
  restart: text,
  secrets: grants,
  security_opt: distinctTexts,
  shm_size: scalar('number', 'string'),
  stdin_open: flag,
  stop_grace_period: text,
  stop_signal: text,
  sysctls: keyValues,
  tmpfs: oneOrMore,
  tty: flag,
  ulimits: dictionary(either(whole, strictMap({ hard: whole, soft: whole }, 'soft', 'hard')), /^[a-z]+$/, 'open'),
  user: text,
  userns_mode: text,
  volumes: list(either(text, mount)),
  working_dir: text,
})

const external = either(flag, strictMap({ name: text }))
const looseExternal = either(flag, openMap({ name: text }))

const network = either(
  scalar('null'),
  map({
    name: text,
    driver: text,
    driver_opts: options,
    ipam: strictMap({ driver: text, config: list(strictMap({ subnet: text })) }),
    external,
    internal: flag,
    attachable: flag,
    labels: keyValues,
  }),
)

const volume = either(
  scalar('null'),
  map({ name: text, driver: text, driver_opts: options, external, labels: keyValues }),
)

const secret = map({
  name: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  driver: text,
  driver_opts: options,
  template_driver: text,
})

const config = map({ name: text, file: text, external: looseExternal, labels: keyValues, template_driver: text })

/** A file of `docker stack deploy`, before it is merged with others. */
export const STACK_SHAPE: Shape = map({
  version: text,
  services: dictionary(service, NAME),
  networks: dictionary(network, NAME, 'open'),
  volumes: dictionary(volume, NAME),
  secrets: dictionary(secret, NAME),
  configs: dictionary(config, NAME),
})
