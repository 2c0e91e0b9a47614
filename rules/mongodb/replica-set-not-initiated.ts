import type { ServiceFacts } from '../../src/knowledge/facts.js'
import { firstSet } from '../../src/knowledge/facts.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'mongodb/replica-set-not-initiated',
  title: 'A MongoDB replica set never comes into being',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A mongod that is started with --replSet takes no writes until somebody initiates the set, and with a login it does not even start without a key for its members: nothing is replicated, however many nodes run.',
  fix: 'Initiate the set once with `mongosh --eval "rs.initiate({ … })"`, in a set-up service that is in the repository, and give all members the same --keyFile.',
  refs: [
    'https://www.mongodb.com/docs/manual/tutorial/deploy-replica-set/',
    'https://www.mongodb.com/docs/manual/tutorial/deploy-replica-set-with-keyfile-access-control/',
    'https://www.mongodb.com/docs/manual/reference/method/rs.initiate/',
  ],
  check({ system, pass, fail }) {
    for (const members of replicaSets(system)) {
      const [first, ...others] = members
      if (!first) continue
      pass(first.workload)
      if (system.replicaSetInitiations.length === 0 && !hasSidecar(first.workload, system)) {
        const names = listOf(members.map(member => member.workload.name))
        fail(
          first.workload,
          first.workload.start ?? first.workload,
          `nothing in the repository initiates the replica set of ${names}`,
          {
            key: 'initiate',
            related: others.map(member => ({
              at: member.workload.start?.at ?? member.workload.at,
              message: `${member.workload.name} belongs to it`,
            })),
          },
        )
      }
      for (const { workload, facts } of members) {
        if (needsKey(facts))
          fail(
            first.workload,
            workload.start ?? workload,
            `${workload.name} does not start: it asks for a login and has --replSet without --keyFile`,
            {
              key: `key.${workload.name}`,
              fix: 'Add `--keyFile /run/secrets/mongo-keyfile` with the same secret on every member (`openssl rand -base64 756`, owner 999, mode 400).',
            },
          )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            mongo-1:
              image: mongo:8.0
              command: mongod --replSet rs0 --bind_ip_all #! nothing in the repository initiates the replica set of mongo-1 and mongo-2
            mongo-2: { image: "mongo:8.0", command: mongod --replSet rs0 --bind_ip_all }
        `,
      },
      {
        'compose.yaml': `
          services:
            mongo:
              image: mongo:8.0
              command: ["--replSet", "rs0"] #! mongo does not start: it asks for a login and has --replSet without --keyFile
              environment: { MONGO_INITDB_ROOT_USERNAME: erp, MONGO_INITDB_ROOT_PASSWORD: "\${MONGO_PASSWORD}" }
              healthcheck: { test: "mongosh --eval 'try { rs.status() } catch { rs.initiate() }'" }
        `,
      },
      {
        'k8s/documents.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: documents }
          spec:
            replicas: 3
            selector: { matchLabels: { app: documents } }
            template:
              metadata: { labels: { app: documents } }
              spec:
                containers:
                  - name: documents
                    image: mongo:8.0
                    command: [mongod, --replSet, rs0] #! nothing in the repository initiates the replica set of documents
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            mongo-1: { image: "mongo:8.0", command: "mongod --replSet rs0 --keyFile /run/secrets/key", environment: { MONGO_INITDB_ROOT_USERNAME: erp, MONGO_INITDB_ROOT_PASSWORD_FILE: /run/secrets/pw } }
            mongo-2: { image: "mongo:8.0", command: "mongod --replSet rs0 --keyFile /run/secrets/key" }
            alone: { image: "mongo:8.0" }
            bitnami: { image: "bitnami/mongodb:8.0", environment: { MONGODB_REPLICA_SET_MODE: primary, MONGODB_ROOT_PASSWORD_FILE: /run/secrets/pw } }
        `,
        'infra/initiate.js': `rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo-1' }, { _id: 1, host: 'mongo-2' }] })`,
      },
      {
        'compose.yaml': `
          services:
            mongo:
              image: mongo:8.0
              command: mongod --replSet rs0
              healthcheck: { test: "mongosh --eval 'try { rs.status().ok } catch { rs.initiate().ok }'" }
        `,
      },
      {
        'compose.yaml': `
          services:
            mongo: { image: "mongo:8.0", command: "mongod --replSet rs0" }
            init: { image: "mongo:8.0", command: "mongosh --host mongo --eval 'db.adminCommand({ replSetInitiate: {} })'", restart: "no" }
        `,
      },
      {
        'k8s/documents.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: documents }
          spec:
            replicas: 3
            selector: { matchLabels: { app: documents } }
            template:
              metadata: { labels: { app: documents } }
              spec:
                containers:
                  - name: documents
                    image: mongo:8.0
                    command: [mongod, --replSet, rs0]
                  - { name: sidecar, image: "cvallance/mongo-k8s-sidecar:latest" }
        `,
      },
    ],
  },
})

interface Member {
  readonly workload: Workload
  readonly facts: ServiceFacts
}

/** A container beside it that initiates the set: https://github.com/cvallance/mongo-k8s-sidecar */
function hasSidecar({ deployment }: Workload, { workloads }: System): boolean {
  return workloads.some(one => one.deployment === deployment && /mongo-k8s-sidecar/.test(one.image?.name ?? ''))
}

/** Servers that are told to belong to a replica set and that do not build it by themselves, by deployment and name of the set. */
function replicaSets(system: System): readonly (readonly Member[])[] {
  const sets = new Map<string, Member[]>()
  for (const workload of system.workloads) {
    const facts = serviceFactsOf(workload)
    if (!facts || workload.software?.id !== 'mongodb' || !facts.distribution.setting) continue
    const set = facts.distribution.setting(facts, 'replSet')
    if (set.given !== 'yes') continue
    const key = `${workload.deployment}\n${set.value ?? ''}`
    sets.set(key, [...(sets.get(key) ?? []), { workload, facts }])
  }
  return [...sets.values()]
}

/** The official image starts mongod with --auth when it is given a root user. */
function needsKey(facts: ServiceFacts): boolean {
  const given = (name: string) => facts.distribution.setting?.(facts, name).given
  const login =
    given('auth') === 'yes' ||
    (firstSet(facts, ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_USERNAME_FILE']) !== undefined &&
      firstSet(facts, ['MONGO_INITDB_ROOT_PASSWORD', 'MONGO_INITDB_ROOT_PASSWORD_FILE']) !== undefined)
  return login && ['keyFile', 'clusterAuthMode', 'noauth', 'config', 'f'].every(name => given(name) === 'no')
}
