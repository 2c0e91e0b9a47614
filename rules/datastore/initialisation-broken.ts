import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'datastore/initialisation-broken',
  title: 'What sets a database up at its first start is broken',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The scripts run once, on an empty data directory, and the container ends with the first error in them. The next start finds data and runs none: the server then works without the roles, databases and tables that come behind, and the application is refused.',
  fix: 'Correct the statement, and try it on an empty volume: `docker compose down`, then `up` with another project name (`-p try`).',
  refs: [
    'https://hub.docker.com/_/postgres',
    'https://hub.docker.com/_/mysql',
    'https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION',
    'https://www.postgresql.org/docs/current/sql-createdatabase.html',
    'https://dev.mysql.com/doc/refman/8.4/en/native-pluggable-authentication.html',
  ],
  reads: ['compose', 'kubernetes'],
  check({ system, pass, fail, unverified }) {
    for (const { server, faults } of system.initialisations) {
      pass(server)
      for (const { at, message, fix, key, misread, unsure } of faults) {
        if (unsure) unverified(server, at, unsure)
        else
          fail(server, at, `${server.name} ${message}`, {
            key,
            fix,
            related: [{ at: server.at, message: server.name }],
            ...(misread ? { why: MISREAD } : {}),
          })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment: { POSTGRES_USER: erp, POSTGRES_DB: erp, POSTGRES_PASSWORD: "\${PW}", APP_PASSWORD: "\${APP_PASSWORD}" }
              volumes: ["data:/var/lib/postgresql/data", "./db:/docker-entrypoint-initdb.d:ro"]
          volumes: { data: {} }
        `,
        'db/01.sql': `
          CREATE DATABASE erp; --#! db stops at its first start: the database erp is there already, the image makes what POSTGRES_DB names
          CREATE DATABASE IF NOT EXISTS reports; --#! PostgreSQL has no CREATE DATABASE IF NOT EXISTS
          CREATE USER erp WITH PASSWORD 'x'; --#! the role erp is there already
          CREATE USER app WITH PASSWORD '\${APP_PASSWORD}'; --#! db takes \${APP_PASSWORD} for the text itself: no shell reads a .sql file
          GRANT CONNECT ON DATABASE \${POSTGRES_DB:-erp} TO app; --#! psql does not replace \${POSTGRES_DB:-…}
          GRANT ALL ON DATABASE shop TO app; --#! there is no database shop
          GRANT ALL ON SCHEMA public TO shop_user; --#! there is no role shop_user
          CREATE TABLE item (id INT AUTO_INCREMENT PRIMARY KEY); --#! AUTO_INCREMENT is MySQL
        `,
        'db/02.sql': `
          DO $$
          BEGIN
            IF NOT EXISTS (SELECT FROM pg_database WHERE datname = 'audit') THEN
              CREATE DATABASE audit; --#! CREATE DATABASE cannot run in a block
            END IF;
          END
          $$;
          DO $$ --#! the dollar quote that begins here is closed nowhere
          BEGIN
            RAISE NOTICE 'done';
          END;
        `,
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2-alpine
              environment: { POSTGRES_PASSWORD: "\${PW}", APP_PASSWORD: "\${APP_PASSWORD}" }
              volumes: ["data:/var/lib/postgresql/data", "./roles.sh:/docker-entrypoint-initdb.d/roles.sh:ro"]
          volumes: { data: {} }
        `,
        'roles.sh': `
          #!/bin/sh
          set -e
          psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" \\\\
            -v pw="$APP_PASSWORD" <<'EOSQL'
          DO $$
          BEGIN
            CREATE ROLE app LOGIN PASSWORD :'pw'; --#! psql replaces no variables within dollar quotes, so that :'pw' is a mistake in the block
          END
          $$;
          EOSQL
          psql -v ON_ERROR_STOP=1 <<EOSQL
          DO $$ --#! the shell replaces $$ in this heredoc by its own number
          BEGIN
            CREATE ROLE reader;
          END
          $$;
          EOSQL
        `,
      },
      {
        'compose.yaml': `
          services:
            shop:
              image: mysql:8.4
              environment: { MYSQL_DATABASE: shop, MYSQL_USER: shop, MYSQL_PASSWORD: "\${PW}", MYSQL_ROOT_PASSWORD: "\${ROOT}" }
              volumes: ["shop:/var/lib/mysql", "./shop.sql:/docker-entrypoint-initdb.d/shop.sql:ro"]
            stock:
              image: mysql:8.4
              environment: { MYSQL_ROOT_PASSWORD: "\${ROOT}" }
              volumes: ["stock:/var/lib/mysql", "./stock.sql:/docker-entrypoint-initdb.d/stock.sql:ro"]
          volumes: { shop: {}, stock: {} }
        `,
        'shop.sql': `
          CREATE DATABASE shop; --#! the database shop is there already, the image makes what MYSQL_DATABASE names
          CREATE USER 'shop'@'%' IDENTIFIED BY 'x'; --#! the user shop is there already
          CREATE USER 'old'@'%' IDENTIFIED WITH mysql_native_password BY 'x'; --#! MySQL 8.4 does not load mysql_native_password
          GRANT ALL ON shop.* TO 'new'@'%' IDENTIFIED BY 'x'; --#! MySQL 8.4 takes no IDENTIFIED BY in GRANT
        `,
        'stock.sql': `
          CREATE TABLE item (id INT PRIMARY KEY); --#! no database is chosen
          CREATE TABLE place (id INT PRIMARY KEY);
        `,
      },
    ],
    good: [
      {
        // What makes sure by itself, what psql reads, what is a text of its own, and names that come from elsewhere.
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment: { POSTGRES_USER: erp, POSTGRES_DB: erp, POSTGRES_PASSWORD: "\${PW}", APP_PASSWORD: "\${APP_PASSWORD}" }
              volumes: ["data:/var/lib/postgresql/data", "./db:/docker-entrypoint-initdb.d:ro"]
            other:
              image: postgres:17.2
              environment: { POSTGRES_USER: "\${USER_NAME}", POSTGRES_PASSWORD: "\${PW}" }
              volumes: ["other:/var/lib/postgresql/data", "./other.sql:/docker-entrypoint-initdb.d/other.sql:ro"]
          volumes: { data: {}, other: {} }
        `,
        'db/01.sql': `
          \\\\getenv pw APP_PASSWORD
          -- \${APP_PASSWORD} is read by psql
          CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
          SELECT 'CREATE DATABASE reports' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'reports') \\\\gexec
          CREATE DATABASE shop OWNER erp;
          CREATE ROLE app LOGIN PASSWORD :'pw';
          DO $$
          BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN CREATE ROLE reader; END IF;
            PERFORM '\${x}'::text;
          END
          $$;
          GRANT ALL ON DATABASE shop, reports TO app;
          GRANT reader TO app;
          GRANT USAGE ON SCHEMA public TO PUBLIC;
          CREATE TABLE mail (engine text CHECK (engine = 'smtp'), body text DEFAULT 'Dear \${name}');
          INSERT INTO mail (body) VALUES ('Dear \${name}, your code is $CODE');
        `,
        'other.sql': `
          GRANT ALL ON DATABASE erp TO erp;
          CREATE DATABASE postgres_exporter;
        `,
      },
      {
        'compose.yaml': `
          services:
            shop:
              image: mysql:8.4
              environment: { MYSQL_DATABASE: shop, MYSQL_USER: shop, MYSQL_PASSWORD: "\${PW}", MYSQL_ROOT_PASSWORD: "\${ROOT}" }
              volumes: ["shop:/var/lib/mysql", "./shop.sql:/docker-entrypoint-initdb.d/shop.sql:ro"]
            old: { image: "mysql:8.0", environment: { MYSQL_ROOT_PASSWORD: "\${ROOT}" }, volumes: ["old:/var/lib/mysql", "./old.sql:/docker-entrypoint-initdb.d/old.sql:ro"] }
          volumes: { shop: {}, old: {} }
        `,
        'shop.sql': `
          CREATE DATABASE IF NOT EXISTS shop;
          CREATE USER 'shop'@'localhost' IDENTIFIED BY 'x';
          CREATE TABLE item (id INT AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;
          INSERT INTO mail VALUES ("Dear \${name}", '\${name}');
          GRANT ALL ON shop.* TO 'shop'@'%';
        `,
        'old.sql': `
          CREATE DATABASE stock;
          USE stock;
          CREATE USER 'old'@'%' IDENTIFIED WITH mysql_native_password BY 'x';
          CREATE TABLE item (id INT PRIMARY KEY);
        `,
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2-alpine
              environment: { POSTGRES_PASSWORD: "\${PW}" }
              volumes: ["data:/var/lib/postgresql/data", "./roles.sh:/docker-entrypoint-initdb.d/roles.sh:ro"]
          volumes: { data: {} }
        `,
        'roles.sh': `
          #!/bin/sh
          psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" <<-EOSQL
            DO \\\\$\\\\$
            BEGIN
              CREATE ROLE app LOGIN PASSWORD '$APP_PASSWORD';
            END
            \\\\$\\\\$;
            GRANT ALL ON DATABASE $POSTGRES_DB TO app;
          EOSQL
          psql <<'EOSQL'
          CREATE DATABASE postgres;
          EOSQL
        `,
      },
    ],
  },
})

const MISREAD =
  'Whatever the variable is set to, the value is the text that stands there, which everybody with the repository knows; and the application that has the real one is refused.'
