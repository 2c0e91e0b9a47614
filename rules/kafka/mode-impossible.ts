import { kafkaProperty, kafkaRoles } from '../../src/knowledge/engines/kafka.js'
import { goneIn } from '../../src/knowledge/facts.js'
import { clusterKey, type KafkaServer, kafkaServersOf, quorumVoters } from '../../src/model/datastore/kafka.js'
import type { System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'kafka/mode-impossible',
  title: 'A Kafka server cannot form its cluster',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A server that is to use ZooKeeper in a version without it, or that does not fit into its quorum, ends at start or never becomes ready: no message goes through.',
  fix: 'Describe the same quorum on every server: KAFKA_PROCESS_ROLES, a KAFKA_NODE_ID of its own, the same CLUSTER_ID, and KAFKA_CONTROLLER_QUORUM_VOTERS with an odd number of controllers that exist.',
  refs: [
    'https://kafka.apache.org/documentation/#kraft',
    'https://kafka.apache.org/documentation/#upgrade_servers_400',
    'https://kafka.apache.org/documentation/#brokerconfigs_controller.quorum.voters',
  ],
  check({ system, pass, fail }) {
    const servers = kafkaServersOf(system)
    for (const server of servers) {
      const { workload } = server
      pass(workload)
      for (const obstacle of obstaclesOf(server, servers, system)) {
        const at = obstacle.variable === undefined ? undefined : workload.environment.get(obstacle.variable)
        fail(workload, obstacle.at ?? at ?? workload, `${workload.name}: ${obstacle.because}`, {
          key: obstacle.key,
          ...(obstacle.fix ? { fix: obstacle.fix } : {}),
          ...(obstacle.key === 'even' ? { severity: 'medium', why: EVEN } : {}),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            zookeeper: { image: "confluentinc/cp-zookeeper:7.9.0" }
            kafka:
              image: confluentinc/cp-kafka:8.0.0
              environment:
                KAFKA_BROKER_ID: 1
                KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181 #! kafka: this version of Kafka has no ZooKeeper mode
        `,
      },
      {
        'compose.yaml': `
          services:
            k1:
              image: apache/kafka:4.1.1
              environment:
                KAFKA_NODE_ID: 1
                KAFKA_PROCESS_ROLES: broker,controller
                KAFKA_CONTROLLER_QUORUM_VOTERS: 1@k1:9093,2@k2:9093,3@k3:9093 #! k1: its quorum names k3, which no service answers to
            k2:
              image: apache/kafka:4.1.1
              environment:
                KAFKA_NODE_ID: 1 #! k2: node id 1 is also that of k1
                KAFKA_PROCESS_ROLES: broker,controller
                KAFKA_CONTROLLER_QUORUM_VOTERS: 1@k1:9093,2@k2:9093,3@k3:9093 #! k2: its quorum names k3
        `,
      },
      {
        'compose.yaml': `
          services:
            k1:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                CLUSTER_ID: MkU3OEVBNTcwNTJENDM2Qk
                KAFKA_NODE_ID: 1
                KAFKA_PROCESS_ROLES: broker,controller
                KAFKA_CONTROLLER_QUORUM_VOTERS: 1@k1:9093,2@k2:9093 #! k1: its quorum has 2 controllers
            k2:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                CLUSTER_ID: 4L6g3nShT-eMCtK--X86sw #! k2: it has another cluster id than k1
                KAFKA_NODE_ID: 5 #! k2: it is a controller, and its quorum does not name its node id 5
                KAFKA_PROCESS_ROLES: broker,controller
                KAFKA_CONTROLLER_QUORUM_VOTERS: 1@k1:9093,2@k2:9093 #! k2: its quorum has 2 controllers
            k3:
              image: apache/kafka:4.1.1
              environment:
                KAFKA_NODE_ID: 1
                KAFKA_PROCESS_ROLES: broker,controller #! k3: it is to run without ZooKeeper and no quorum is named
            k4:
              image: apache/kafka:4.1.1
              environment:
                KAFKA_NODE_ID: 7
                KAFKA_PROCESS_ROLES: broker,controller
                KAFKA_CONTROLLER_QUORUM_VOTERS: 7@k4:9093
              deploy:
                replicas: 3 #! k4: its 3 replicas all have node id 7
        `,
      },
      {
        'k8s/kafka.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: kafka }
          spec:
            replicas: 3 #! its 3 replicas all have node id 1, and only one of them can join
            selector: { matchLabels: { app: kafka } }
            template:
              metadata: { labels: { app: kafka } }
              spec:
                containers:
                  - name: kafka
                    image: apache/kafka:4.1.1
                    env:
                      - { name: KAFKA_PROCESS_ROLES, value: "broker,controller" }
                      - { name: KAFKA_CONTROLLER_QUORUM_VOTERS, value: "0@kafka-0.kafka:9093,1@kafka-1.kafka:9093,2@kafka-2.kafka:9093" }
                      - { name: KAFKA_NODE_ID, value: "1" }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          x-kafka: &kafka { KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "1@k1:9093,2@k2:9093,3@k3:9093", CLUSTER_ID: MkU3OEVBNTcwNTJENDM2Qk }
          services:
            k1: { image: "confluentinc/cp-kafka:8.0.0", environment: { <<: *kafka, KAFKA_NODE_ID: 1 } }
            k2: { image: "confluentinc/cp-kafka:8.0.0", environment: { <<: *kafka, KAFKA_NODE_ID: 2 } }
            k3: { image: "confluentinc/cp-kafka:8.0.0", environment: { <<: *kafka, KAFKA_NODE_ID: 3 } }
            b4: { image: "confluentinc/cp-kafka:8.0.0", environment: { <<: *kafka, KAFKA_NODE_ID: 4, KAFKA_PROCESS_ROLES: broker } }
        `,
      },
      {
        'compose.yaml': `
          services:
            zookeeper: { image: "confluentinc/cp-zookeeper:7.9.0" }
            old: { image: "confluentinc/cp-kafka:7.9.0", environment: { KAFKA_BROKER_ID: 1, KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181" } }
            packaged: { image: "apache/kafka:4.1.1" }
            elsewhere: { image: "apache/kafka:4.1.1", environment: { KAFKA_NODE_ID: 4, KAFKA_PROCESS_ROLES: broker, KAFKA_CONTROLLER_QUORUM_VOTERS: "1@k1.internal:9093,2@k2.internal:9093,3@k3.internal:9093" } }
            mirror: { image: "bitnami/kafka:3.9.0", environment: { KAFKA_CFG_NODE_ID: 4, KAFKA_CFG_PROCESS_ROLES: "broker,controller", KAFKA_CFG_CONTROLLER_QUORUM_VOTERS: "4@localhost:9093" } }
        `,
      },
      {
        'k8s/kafka.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: kafka }
          spec:
            replicas: 3
            selector: { matchLabels: { app: kafka } }
            template:
              metadata: { labels: { app: kafka } }
              spec:
                containers:
                  - name: kafka
                    image: apache/kafka:4.1.1
                    command: [sh, -c, "export KAFKA_NODE_ID=\${HOSTNAME##*-} && exec /etc/kafka/docker/run"]
                    env:
                      - { name: KAFKA_PROCESS_ROLES, value: "broker,controller" }
                      - { name: KAFKA_CONTROLLER_QUORUM_VOTERS, value: "0@kafka-0.kafka:9093,1@kafka-1.kafka:9093,2@kafka-2.kafka:9093" }
        `,
      },
    ],
  },
})

const EVEN =
  'A quorum needs more than half of its controllers: two stop as soon as either is down, and four survive no more than three do.'

interface Obstacle {
  readonly key: string
  readonly because: string
  readonly fix?: string
  readonly variable?: string
  readonly at?: Span
}

function obstaclesOf(server: KafkaServer, servers: readonly KafkaServer[], system: System): readonly Obstacle[] {
  return [
    withoutZooKeeper(server),
    withoutQuorum(server),
    ...voterObstacles(server, system),
    sameId(server, servers),
    otherCluster(server, servers),
  ].flatMap(found => found ?? [])
}

/** ZooKeeper alone, in a version that has none. With process.roles beside it the setting only has no effect. */
function withoutZooKeeper({ facts }: KafkaServer): Obstacle | undefined {
  if (facts.configMounted || kafkaRoles(facts) !== undefined) return undefined
  const { variable, value } = kafkaProperty(facts, 'zookeeper.connect')
  const gone = goneIn(facts.distribution, facts.version).find(each => each.variable === variable)
  if (!gone || value === undefined || value === '') return undefined
  return { key: 'zookeeper', variable, because: gone.because, fix: `Replace ${variable} by ${gone.instead}.` }
}

function withoutQuorum(server: KafkaServer): Obstacle | undefined {
  const { facts } = server
  if (facts.configMounted || !kafkaRoles(facts) || facts.distribution.id === 'bitnami') return undefined
  const named = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers']
  if (named.some(property => kafkaProperty(facts, property).value !== undefined)) return undefined
  return {
    key: 'quorum',
    variable: kafkaProperty(facts, 'process.roles').variable,
    because: 'it is to run without ZooKeeper and no quorum is named',
    fix: `Set ${kafkaProperty(facts, 'controller.quorum.voters').variable} to <node id>@<host>:9093 of every controller.`,
  }
}

function voterObstacles(server: KafkaServer, system: System): readonly (Obstacle | undefined)[] {
  const voters = quorumVoters(server)
  if (!voters) return []
  const { variable } = kafkaProperty(server.facts, 'controller.quorum.voters')
  const found: Obstacle[] = []
  const here = voters.filter(voter => answers(voter.host, server.workload, system))
  const missing = voters.filter(voter => !here.includes(voter) && !isElsewhere(voter.host))
  // A quorum of which nothing is here is another deployment's.
  if (missing.length > 0 && here.length > 0)
    found.push({
      key: 'missing',
      variable,
      because: `its quorum names ${listOf(missing.map(voter => voter.host))}, which no service answers to`,
      fix: 'Add the missing controllers as services, or take them out of the list on every server.',
    })
  else if (voters.length % 2 === 0)
    found.push({
      key: 'even',
      variable,
      because: `its quorum has ${voters.length} controllers, an even number`,
      fix: `Make it ${voters.length + 1} controllers, or ${voters.length - 1}, on every server.`,
    })
  if (server.controller && server.id !== undefined && !voters.some(voter => voter.id === server.id))
    found.push({
      key: 'id',
      variable: kafkaProperty(server.facts, 'node.id').variable,
      because: `it is a controller, and its quorum does not name its node id ${server.id}`,
      fix: `Use the node id that ${variable} gives this host.`,
    })
  return found
}

/** Names with a dot may be on another host, and its own are given by the container itself. */
function isElsewhere(host: string): boolean {
  return host.includes('.') || host.includes('$') || host === 'localhost' || host === ''
}

function answers(host: string, from: Workload, system: System): boolean {
  // Names of pods that a Service makes are not all told by manifests.
  if (host === 'localhost' || host === '127.0.0.1' || from.platform === 'kubernetes') return true
  return system.workloads.some(
    other =>
      other.deployment === from.deployment &&
      ((other.hostname?.known && other.hostname.value.toLowerCase() === host) ||
        other.networkMode !== undefined ||
        other.networks.some(
          network =>
            network.network.startsWith('external:') || network.aliases.some(name => name.toLowerCase() === host),
        )),
  )
}

function sameId(server: KafkaServer, servers: readonly KafkaServer[]): Obstacle | undefined {
  const { workload, id, facts } = server
  if (id === undefined) return undefined
  const variable = ['node.id', 'broker.id']
    .map(name => kafkaProperty(facts, name).variable)
    .find(name => workload.environment.has(name))
  const { replicas } = workload
  if (replicas?.known && replicas.value > 1)
    return {
      key: 'replicas',
      at: replicas.at,
      because: `its ${replicas.value} replicas all have node id ${id}, and only one of them can join`,
      fix: workload.pod
        ? 'Take the node id from the number of the pod in the command: `export KAFKA_NODE_ID=${HOSTNAME##*-}` before the server starts.'
        : 'Declare one service for each broker, with a node id of its own.',
    }
  const key = clusterKey(server)
  const twin = servers
    .slice(0, servers.indexOf(server))
    .find(other => other.id === id && key !== null && clusterKey(other) === key)
  return (
    twin && {
      key: 'twin',
      ...(variable ? { variable } : {}),
      because: `node id ${id} is also that of ${twin.workload.name}`,
      fix: 'Give every server of the cluster a node id of its own.',
    }
  )
}

const CLUSTER_IDS = ['CLUSTER_ID', 'KAFKA_KRAFT_CLUSTER_ID', 'KAFKA_CLUSTER_ID']

function otherCluster(server: KafkaServer, servers: readonly KafkaServer[]): Obstacle | undefined {
  const key = clusterKey(server)
  const variable = CLUSTER_IDS.find(name => server.facts.environment(name))
  const own = variable && server.facts.environment(variable)
  if (!own || !quorumVoters(server)) return undefined
  const other = servers.find(
    one => key !== null && clusterKey(one) === key && CLUSTER_IDS.some(name => one.facts.environment(name)),
  )
  const theirs = other && CLUSTER_IDS.map(name => other.facts.environment(name)).find(Boolean)
  if (!other || other === server || theirs === own) return undefined
  return {
    key: 'cluster',
    variable,
    because: `it has another cluster id than ${other.workload.name}, of the same quorum`,
    fix: `Set ${variable} to the same value on every server of the cluster.`,
  }
}
