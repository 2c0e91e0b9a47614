import { hasWord, option } from '../arguments.js'
import { image, software } from '../define.js'
import { argument, type ServiceFacts } from '../facts.js'
import type { Authentication, Replication } from '../judgement.js'
import { alone, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

const FLAGS = 'https://docs.nats.io/running-a-nats-service/introduction/flags'
const JETSTREAM = 'https://docs.nats.io/running-a-nats-service/configuration/resource_management'

const jetStream = ['-js', '--js', '--jetstream', '-jetstream']

/** Whether its settings come from a file other than the one in the image. */
function ownFile(facts: ServiceFacts): boolean {
  return facts.configMounted || option(facts.argv, 'c', 'config').given === 'yes'
}

function authentication(facts: ServiceFacts): Authentication {
  const fix = 'Mount a nats-server.conf with an authorization block, or start it with --user and --pass.'
  for (const name of ['--pass', '--auth', '--user']) {
    if (option(facts.argv, name).given === 'yes') return guarded(`${name} is given`, argument(name))
  }
  if (ownFile(facts) || option(facts.argv, 'pass').given === 'unknown') return undecided(FILE_DECIDES, fix)
  return open('neither its command nor a configuration file asks for a login', fix)
}

function replication(facts: ServiceFacts): Replication {
  const routes = option(facts.argv, 'routes')
  if (routes.given === 'yes')
    return wired('member', '--routes names its partners', hostsIn(routes.value ?? ''), argument('--routes'))
  if (ownFile(facts) || routes.given === 'unknown') return unclear(FILE_DECIDES)
  return alone('--routes is not given')
}

function keepsData(facts: ServiceFacts): 'yes' | 'no' | 'unknown' {
  const on = hasWord(facts.argv, jetStream)
  if (on === 'no' && ownFile(facts)) return 'unknown'
  return on
}

function storeDirectory(facts: ServiceFacts): string | null | undefined {
  const set = option(facts.argv, 'sd', 'store_dir')
  if (set.given === 'yes') return set.value ?? null
  return set.given === 'unknown' || ownFile(facts) ? null : undefined
}

export default software(
  'nats',
  'NATS',
  'broker',
  [
    image('official', ['nats', 'public.ecr.aws/docker/library/nats'], {
      dataPaths: [{ paths: ['/tmp/nats/jetstream'], mountAt: '/data', source: JETSTREAM }],
      dataPath: storeDirectory,
      keepsData,
      builtInHealthcheck: false,
      healthCommand: 'wget -qO- http://localhost:8222/healthz',
      authentication,
      replication,
    }),
    image('bitnami', ['bitnami/nats', 'bitnamilegacy/nats'], { runsAs: 'non-root' }),
  ],
  {
    stateful: true,
    ports: [
      { port: 4222, purpose: 'data' },
      { port: 8222, purpose: 'admin' },
      { port: 6222, purpose: 'cluster' },
    ],
    cluster: {
      nodes: 3,
      how: `three servers with one --cluster_name and --routes to each other (${FLAGS}); streams with three replicas`,
    },
    backupTools: ['nats stream backup', 'nats account backup'],
    schemes: ['nats', 'tls+nats'],
  },
)
