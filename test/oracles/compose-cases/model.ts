import type { Shape } from './shapes.js'

/** The types of compose-go's model (types/*.go, v2.16): which zero values it can show, and what is a size or a time. */

const texts: Shape = { list: 'text' }
const options: Shape = { map: 'value' }
const labels: Shape = { map: 'value' }
const environment: Shape = { map: 'value', nulls: true }

/** Addresses by host, each list in any order: compose-go sorts them. */
const hosts: Shape = { map: { list: 'text', sorted: true } }
const grant: Shape = { record: { source: 'text', target: 'text', uid: 'text', gid: 'text', mode: 'mode' } }
const ulimit: Shape = { record: { soft: 'number', hard: 'number', single: 'number' }, or: 'number' }
const deviceRequest: Shape = {
  record: { capabilities: texts, driver: 'text', count: 'devices', device_ids: texts, options },
}
const resources: Shape = {
  record: { cpus: 'number', memory: 'bytes', pids: 'number', devices: { list: deviceRequest } },
}
const rollout: Shape = {
  record: {
    parallelism: 'count',
    delay: 'delay',
    failure_action: 'text',
    monitor: 'delay',
    max_failure_ratio: 'number',
    order: 'text',
  },
}
const weighted: Shape = { record: { path: 'text', weight: 'number' } }
const throttled: Shape = { record: { path: 'text', rate: 'bytes' } }
const hook: Shape = {
  record: {
    command: { list: 'value', keepEmpty: true },
    user: 'text',
    privileged: 'flag',
    working_dir: 'text',
    environment,
  },
  keepEmpty: true,
}

const build: Shape = {
  record: {
    context: 'path',
    dockerfile: 'text',
    dockerfile_inline: 'text',
    target: 'text',
    args: environment,
    labels,
    additional_contexts: { map: 'path' },
    no_cache: 'flag',
    pull: 'flag',
    privileged: 'flag',
    shm_size: 'bytes',
    ssh: { map: 'path', nulls: true },
    extra_hosts: hosts,
    secrets: { list: grant },
    ulimits: { map: ulimit },
  },
  keepEmpty: true,
}

const deploy: Shape = {
  record: {
    mode: 'text',
    replicas: 'count',
    labels,
    update_config: rollout,
    rollback_config: rollout,
    resources: { record: { limits: resources, reservations: resources } },
    restart_policy: { record: { condition: 'text', delay: 'duration', max_attempts: 'count', window: 'duration' } },
    placement: {
      record: {
        constraints: texts,
        preferences: { list: { record: { spread: 'text' } } },
        max_replicas_per_node: 'number',
      },
    },
    endpoint_mode: 'text',
  },
}

const mount: Shape = {
  record: {
    type: 'text',
    source: 'path',
    target: 'text',
    read_only: 'flag',
    consistency: 'text',
    bind: { record: { selinux: 'text', propagation: 'text', create_host_path: 'optOut', recursive: 'text' } },
    volume: { record: { labels, nocopy: 'flag', subpath: 'text' } },
    tmpfs: { record: { size: 'bytes', mode: 'mode' } },
    image: { record: { subpath: 'text' } },
  },
}

const attachment: Shape = {
  record: {
    aliases: texts,
    driver_opts: options,
    gw_priority: 'number',
    interface_name: 'text',
    ipv4_address: 'text',
    ipv6_address: 'text',
    link_local_ips: texts,
    mac_address: 'text',
    priority: 'number',
  },
  keepEmpty: true,
}

/** One service. */
export const serviceShape: Shape = {
  record: {
    annotations: labels,
    attach: 'switch',
    blkio_config: {
      record: {
        weight: 'number',
        weight_device: { list: weighted },
        device_read_bps: { list: throttled },
        device_read_iops: { list: throttled },
        device_write_bps: { list: throttled },
        device_write_iops: { list: throttled },
      },
    },
    build,
    cap_add: texts,
    cap_drop: texts,
    cgroup: 'text',
    cgroup_parent: 'text',
    command: { list: 'value', keepEmpty: true },
    configs: { list: grant },
    container_name: 'text',
    cpu_count: 'number',
    cpu_percent: 'number',
    cpu_period: 'number',
    cpu_quota: 'number',
    cpu_rt_period: 'number',
    cpu_rt_runtime: 'number',
    cpu_shares: 'number',
    cpus: 'number',
    cpuset: 'text',
    depends_on: {
      map: { record: { condition: 'text', restart: 'flag', required: 'switch' }, keepEmpty: true },
    },
    deploy,
    develop: {
      record: {
        watch: {
          list: {
            record: {
              path: 'path',
              action: 'text',
              target: 'text',
              ignore: texts,
              include: texts,
              initial_sync: 'flag',
              exec: { record: {} },
            },
          },
        },
      },
    },
    devices: { list: { record: { source: 'text', target: 'text', permissions: 'text' } } },
    dns: texts,
    dns_opt: texts,
    dns_search: texts,
    domainname: 'text',
    entrypoint: { list: 'value', keepEmpty: true },
    env_file: { list: { record: { path: 'path', required: 'optOut', format: 'text' } } },
    environment,
    expose: texts,
    external_links: texts,
    extra_hosts: hosts,
    gpus: { list: deviceRequest },
    group_add: texts,
    healthcheck: {
      record: {
        test: texts,
        interval: 'duration',
        timeout: 'duration',
        start_period: 'duration',
        start_interval: 'duration',
        retries: 'count',
        disable: 'flag',
      },
    },
    hostname: 'text',
    image: 'text',
    init: 'switch',
    ipc: 'text',
    isolation: 'text',
    label_file: { list: 'path' },
    labels,
    links: texts,
    logging: { record: { driver: 'text', options } },
    mac_address: 'text',
    mem_limit: 'bytes',
    mem_reservation: 'bytes',
    mem_swappiness: 'bytes',
    memswap_limit: 'bytes',
    network_mode: 'text',
    networks: { map: attachment },
    oom_kill_disable: 'flag',
    oom_score_adj: 'number',
    pid: 'text',
    pids_limit: 'number',
    platform: 'text',
    ports: {
      list: {
        record: {
          name: 'text',
          mode: 'text',
          host_ip: 'text',
          target: 'number',
          published: 'text',
          protocol: 'text',
          app_protocol: 'text',
        },
      },
    },
    post_start: { list: hook },
    pre_stop: { list: hook },
    privileged: 'flag',
    profiles: texts,
    provider: { record: { type: 'text', options: { map: { list: 'value', wrap: true } } } },
    pull_policy: 'text',
    read_only: 'flag',
    restart: 'text',
    runtime: 'text',
    scale: 'count',
    secrets: { list: grant },
    security_opt: texts,
    shm_size: 'bytes',
    stdin_open: 'flag',
    stop_grace_period: 'duration',
    stop_signal: 'text',
    storage_opt: options,
    sysctls: options,
    tmpfs: texts,
    tty: 'flag',
    ulimits: { map: ulimit },
    use_api_socket: 'flag',
    user: 'text',
    userns_mode: 'text',
    uts: 'text',
    volumes: { list: mount },
    volumes_from: texts,
    working_dir: 'text',
  },
}

/** A network, volume, secret or config at the top level. */
export const resourceShape: Shape = {
  record: {
    name: 'text',
    driver: 'text',
    // The device of a local volume that is a bind mount in disguise is a path.
    driver_opts: { map: 'path' },
    external: 'flag',
    internal: 'flag',
    attachable: 'flag',
    enable_ipv4: 'switch',
    enable_ipv6: 'switch',
    labels,
    ipam: {
      record: {
        driver: 'text',
        options,
        config: {
          list: { record: { subnet: 'text', gateway: 'text', ip_range: 'text', aux_addresses: options } },
        },
      },
    },
    file: 'path',
    environment: 'text',
    content: 'text',
    template_driver: 'text',
  },
  keepEmpty: true,
}
