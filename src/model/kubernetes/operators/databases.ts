import { child, descend, textOf } from '../../../parse/node.js'
import { known, knownValue } from '../../../source.js'
import { booleanFact, itemsOf, numberFact } from '../../read-node.js'
import { behind, count, isOn, type OperatorRecipe, one, sum } from './recipe.js'

/** Operators of Postgres, MySQL, MariaDB and MongoDB, from their documentation. */
export const DATABASES: readonly OperatorRecipe[] = [
  {
    // https://cloudnative-pg.io/documentation/current/service_management/
    kind: 'postgresql.cnpg.io/Cluster',
    operator: 'CloudNativePG',
    software: 'postgres',
    nodes: count('instances')(1),
    names: behind('-rw', '-ro', '-r'),
    resources: ['resources'],
    image: ['imageName'],
    showsMetrics: isOn('monitoring', 'enablePodMonitor'),
  },
  {
    kind: 'postgresql.cnpg.io/Pooler',
    operator: 'CloudNativePG',
    software: 'edoburu/pgbouncer',
    nodes: count('instances')(1),
    names: behind(''),
  },
  {
    // https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/5.8.x/postgrescluster
    kind: 'postgres-operator.crunchydata.com/PostgresCluster',
    operator: 'PGO',
    software: 'postgres',
    nodes: sum(['instances'], 'replicas', 1),
    names: behind('-primary', '-replicas', '-ha', '-pgbouncer'),
    image: ['image'],
    serviceTypes: [
      ['service', 'type'],
      ['proxy', 'pgBouncer', 'service', 'type'],
    ],
  },
  {
    // https://docs.percona.com/percona-operator-for-postgresql/latest/operator.html
    kind: 'pgv2.percona.com/PerconaPGCluster',
    operator: 'Percona Operator for PostgreSQL',
    software: 'postgres',
    nodes: sum(['instances'], 'replicas', 1),
    names: behind('-primary', '-replicas', '-ha', '-pgbouncer'),
    image: ['image'],
    serviceTypes: [
      ['expose', 'type'],
      ['proxy', 'pgBouncer', 'expose', 'type'],
    ],
  },
  {
    // https://postgres-operator.readthedocs.io/en/latest/reference/cluster_manifest/
    kind: 'acid.zalan.do/postgresql',
    operator: "Zalando's Postgres Operator",
    software: 'postgres',
    nodes: count('numberOfInstances')(1),
    names: behind('', '-repl', '-pooler'),
    resources: ['resources'],
    image: ['dockerImage'],
  },
  {
    // https://docs.percona.com/percona-operator-for-mysql/pxc/operator.html
    kind: 'pxc.percona.com/PerconaXtraDBCluster',
    operator: 'Percona Operator for MySQL',
    software: 'mysql',
    nodes: count('pxc', 'size')(3),
    names: behind('-pxc', '-haproxy', '-haproxy-replicas', '-proxysql'),
    resources: ['pxc', 'resources'],
    image: ['pxc', 'image'],
    serviceTypes: [
      ['pxc', 'expose', 'type'],
      ['haproxy', 'exposePrimary', 'type'],
      ['proxysql', 'expose', 'type'],
    ],
  },
  {
    // https://docs.percona.com/percona-operator-for-mysql/ps/operator.html
    kind: 'ps.percona.com/PerconaServerMySQL',
    operator: 'Percona Operator for MySQL',
    software: 'mysql',
    nodes: count('mysql', 'size')(3),
    names: behind('-mysql', '-haproxy', '-router', '-mysql-primary'),
    resources: ['mysql', 'resources'],
    image: ['mysql', 'image'],
  },
  {
    // https://dev.mysql.com/doc/mysql-operator/en/mysql-operator-properties.html
    kind: 'mysql.oracle.com/InnoDBCluster',
    operator: 'MySQL Operator',
    software: 'mysql',
    nodes: count('instances')(1),
    names: behind('', '-instances'),
  },
  {
    // https://github.com/mariadb-operator/mariadb-operator/blob/main/docs/api_reference.md
    kind: 'k8s.mariadb.com/MariaDB',
    operator: 'MariaDB Operator',
    software: 'mariadb',
    nodes: object => {
      const spec = child(object.node, 'spec')
      const wired = ['galera', 'replication'].some(
        key => knownValue(booleanFact(descend(spec, key, 'enabled'))) === true,
      )
      // Several servers that are not told of each other are as many single ones.
      return wired ? (numberFact(child(spec, 'replicas')) ?? known(1, object.at)) : one(object)
    },
    names: behind('', '-primary', '-secondary', '-internal'),
    resources: ['resources'],
    image: ['image'],
    serviceTypes: [
      ['service', 'type'],
      ['primaryService', 'type'],
    ],
  },
  {
    // https://github.com/mongodb/mongodb-kubernetes
    kind: 'mongodbcommunity.mongodb.com/MongoDBCommunity',
    operator: 'MongoDB Community Operator',
    software: 'mongo',
    nodes: count('members')(1),
    names: behind('-svc'),
  },
  {
    // https://docs.percona.com/percona-operator-for-mongodb/operator.html
    kind: 'psmdb.percona.com/PerconaServerMongoDB',
    operator: 'Percona Operator for MongoDB',
    software: 'mongo',
    nodes: sum(['replsets'], 'size', 3),
    names: object => [
      `${object.name}-mongos`,
      ...itemsOf(descend(object.node, 'spec', 'replsets')).map(
        set => `${object.name}-${textOf(child(set, 'name')) ?? 'rs0'}`,
      ),
    ],
    image: ['image'],
  },
]
