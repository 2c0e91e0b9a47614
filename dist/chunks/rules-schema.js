"use strict";

// rules/schema/foreign-key-unindexed.ts
var judgedKeys = (function judgedKeys(schema) {
  if (!["postgresql", "sqlite", "mysql", "unknown"].includes(schema.dialect)) return [];
  return schema.entities.flatMap(
    (entity) => entity.foreignKeys.flatMap((key) => {
      const parent = entityOf(schema, key.entity);
      const isDemanded = !key.indexed && key.columns.length > 0 && parent !== void 0 && growthOf(parent) !== "low";
      return isDemanded ? [{ key, entity }] : [];
    })
  );
});

// rules/schema/money-as-float.ts
var kindOf = (function kindOf({ name, type }) {
  if (type !== "float" && type !== "decimal" && type !== "integer") return void 0;
  const words = wordsOf(name);
  if (words.some((word) => NO_MONEY.test(word))) return void 0;
  const isRate = words.some((word) => /^(?:rates?|percent|percentage|pct|ratio)$/.test(word));
  if (isRate) return words.some((word) => MONEY_RATE.test(word) || MONEY.test(word)) ? "rate" : void 0;
  return words.some((word) => MONEY.test(word)) ? "money" : void 0;
});
const {
  entityOf,
  fieldNameOf,
  growthOf,
  isIndexed,
  subjectOf,
  wordsOf
} = require("./chunk-YJNSRYEU.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  listOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/schema/foreign-key-unindexed.ts
var foreign_key_unindexed_default = defineRule({
  id: "schema/foreign-key-unindexed",
  title: "Foreign keys have no index",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "PostgreSQL and SQLite index what a foreign key refers to, not the column itself. Each list of the rows of one parent, each join, and each delete of a parent then reads the whole table, and that grows with the business.",
  fix: "Make an index that begins with the column of each foreign key: `@@index([customerId])` in a Prisma model, or `CREATE INDEX CONCURRENTLY ON orders (customer_id);` in a migration.",
  refs: [
    "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK",
    "https://www.sqlite.org/foreignkeys.html#fk_indexes",
    "https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/relation-mode#indexes",
    "https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const schema of system.schemas) {
      if (schema.dialect === "mongodb" || !schema.entities.some(({ foreignKeys }) => foreignKeys.length > 0)) continue;
      const keys = judgedKeys(schema);
      const subject = subjectOf(schema);
      const missing = keys.filter(({ key, entity }) => !isIndexed(key, entity));
      const [first, ...others] = missing;
      if (!first) pass(subject);
      else if (schema.dialect === "unknown") {
        unverified(
          subject,
          first.key,
          `whether the server of ${schema.name} makes indexes for foreign keys is not known`
        );
      } else {
        const names = missing.slice(0, MOST_NAMES).map(nameOf);
        const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : "";
        fail(
          subject,
          first.key,
          `${missing.length} of ${keys.length} foreign keys of ${schema.name} ${missing.length === 1 ? "has" : "have"} no index: ${names.join(", ")}${more}`,
          {
            severity: missing.length * 2 >= keys.length ? "medium" : "low",
            key: "foreign-keys",
            fix: fixFor(schema, first, others.length > 0),
            related: others.map((one) => ({ at: one.key.at, message: `${nameOf(one)} refers to ${one.key.entity}` }))
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var MOST_NAMES = 4;

function nameOf({ key, entity }) {
  return `${entity.name}.${key.columns.map((column) => fieldNameOf(entity, column)).join("+")}`;
}
function fixFor({ source, dialect }, { key, entity }, hasOthers) {
  const same = (words) => hasOthers ? words : "";
  const { columns } = key;
  const fields = columns.map((column) => fieldNameOf(entity, column));
  const [field = ""] = fields;
  const name = `${entity.table}_${columns.join("_")}_idx`;
  switch (source) {
    case "prisma":
      return `Add \`@@index([${fields.join(", ")}])\` to ${entity.name}${same(", the same to the other models")}, and make the migration: \`npx prisma migrate dev --name foreign_key_indexes\`.`;
    case "typeorm":
      return `Write \`@Index()\` above ${field} of ${entity.name}${same(", the same above the others")}, and make the migration: \`npx typeorm migration:generate src/migrations/ForeignKeyIndexes -d <your data source>\`.`;
    case "drizzle":
      return `Write \`index('${name}').on(table.${fields.join(", table.")})\` in the third argument of the table ${entity.table}${same(", the same for the others")}, and make the migration: \`npx drizzle-kit generate\`.`;
    case "sequelize":
      return `Add a migration with \`queryInterface.addIndex('${entity.table}', ['${columns.join("', '")}'])\`${same(", and one such line for each of the others")}.`;
    case "sqlalchemy":
      return `Write \`index=True\` into the column ${field} of ${entity.name}${same(", the same for the others")}, and make the migration: \`alembic revision --autogenerate\`.`;
    default: {
      const concurrently = dialect === "postgresql" ? "CONCURRENTLY " : "";
      const quoted = (one) => dialect === "postgresql" && /[A-Z]/.test(one) ? `"${one}"` : one;
      return `Add a migration with \`CREATE INDEX ${concurrently}${quoted(name)} ON ${quoted(entity.table)} (${columns.map(quoted).join(", ")});\`${same(", and one such line for each of the others")}.`;
    }
  }
}

// rules/schema/migrations-not-run.ts
var migrations_not_run_default = defineRule({
  id: "schema/migrations-not-run",
  title: "Nothing that deploys the system applies its migrations",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The new version starts against the old tables, and fails at the first column that is not there, until somebody remembers the command. A database that is set up anew, in a disaster too, stays empty.",
  fix: "Apply them in the deployment, once and before the new version starts. Use a step of the pipeline, a Job or init container, or a one-shot Compose service that the others wait for with `condition: service_completed_successfully`.",
  refs: [
    "https://www.prisma.io/docs/orm/prisma-client/deployment/deploy-database-changes-with-prisma-migrate",
    "https://alembic.sqlalchemy.org/en/latest/tutorial.html#running-our-first-migration",
    "https://typeorm.io/docs/migrations/executing",
    "https://docs.docker.com/compose/how-tos/startup-order/"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const schema of system.schemas) {
      if (schema.dialect === "mongodb" || schema.weight === 0) continue;
      const subject = subjectOf(schema);
      const { run, ignoredAt, synchronisations, made } = schema;
      if (run?.state === "run") pass(subject);
      else if (run?.state === "unknown")
        unverified(subject, run, `whether the start applies migrations is not known: ${run.because}`);
      else if (run && isVersioned(schema)) {
        fail(
          subject,
          run,
          `nothing that deploys ${run.program ?? schema.name} applies the migrations in ${foldersOf(schema)}`,
          {
            key: "not-run",
            fix: fixFor2(schema),
            related: schema.migrations.map(({ at, files }) => ({
              at,
              message: `the first of ${files.length === 1 ? "1 migration" : `${files.length} migrations`}`
            }))
          }
        );
      } else if (synchronisations.length > 0) implied(subject, "schema/synchronised-in-production");
      else if (ignoredAt) {
        fail(subject, ignoredAt, `git ignores the migrations of ${schema.name}, so no deployment has them`, {
          key: "ignored",
          fix: "Remove the line, make the migrations, and commit them: they are source code, and every database has to get the same."
        });
      } else if (made) {
        const { what, workload } = made;
        unverified(
          subject,
          made,
          `${what} makes the tables that are missing when ${workload} starts, and what changes those that are there is not in the repository`
        );
      } else if (schema.source !== "sql") {
        unverified(subject, schema, `what makes the tables of ${schema.name} in production is not in the repository`);
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function isVersioned({ migrations }) {
  return migrations.some(
    ({ tool, folder, files }) => tool !== "sql" || /migrat/i.test(folder) || files.some((path) => /(?:^|\/)V?\d+[^/]*\.sql$/i.test(path))
  );
}
function foldersOf({ migrations }) {
  return [...new Set(migrations.map(({ folder }) => folder))].join(" and ");
}
var COMMANDS = {
  prisma: "npx prisma migrate deploy",
  typeorm: "npx typeorm migration:run -d dist/data-source.js",
  sequelize: "npx sequelize-cli db:migrate",
  knex: "npx knex migrate:latest",
  drizzle: "npx drizzle-kit migrate",
  alembic: "alembic upgrade head",
  django: "python manage.py migrate --no-input",
  flyway: "flyway migrate",
  goose: "goose up",
  dbmate: "dbmate up",
  "golang-migrate": 'migrate -path migrations -database "$DATABASE_URL" up'
};
function fixFor2({ migrations }) {
  const command = migrations.map(({ tool }) => COMMANDS[tool]).find((one) => one !== void 0);
  const what = command === void 0 ? "Apply the scripts with a tool that keeps account of them (Flyway, goose, dbmate)" : `Run \`${command}\``;
  return `${what} in the deployment, once and before the new version starts, as a step of the pipeline, a Job or init container, or a one-shot Compose service that the others wait for with \`condition: service_completed_successfully\`.`;
}

// rules/schema/migrations-race.ts
var migrations_race_default = defineRule({
  id: "schema/migrations-race",
  title: "Several processes apply the migrations at the same time",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The tool takes no lock: each process finds the same migration missing and begins it. One of them fails at a table that is there already and goes down in the middle of a release; where the migration moves data, it may be moved twice.",
  fix: "Apply them once, before the new version starts: in a one-shot Compose service that the others wait for with `condition: service_completed_successfully`, in a Job, or in a step of the pipeline. Or take a lock around it, such as `pg_advisory_lock`.",
  refs: [
    "https://github.com/sqlalchemy/alembic/issues/633",
    "https://github.com/typeorm/typeorm/issues/4588",
    "https://github.com/sequelize/umzug/issues/518",
    "https://docs.docker.com/compose/how-tos/startup-order/"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const schema of system.schemas) {
      if (schema.source === "sql" || schema.dialect === "mongodb" || schema.weight === 0) continue;
      const subject = subjectOf(schema);
      const { race } = schema;
      if (!race) pass(subject);
      else
        fail(
          subject,
          race,
          `${whoOf(race)} apply the migrations when they start, by ${race.command}, which takes no lock`,
          {
            key: "race",
            related: race.runners.slice(1).map(({ workload, at }) => ({ at, message: `${workload.name} does so here` }))
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
function whoOf({ runners }) {
  const [first, ...others] = runners;
  if (others.length > 0) return listOf(runners.map(({ workload: workload2 }) => workload2.name).sort());
  const { copies = 0, workload } = first ?? {};
  return copies === 2 ? `both replicas of ${workload?.name}` : `all ${copies} replicas of ${workload?.name}`;
}

// rules/schema/money-as-float.ts
var money_as_float_default = defineRule({
  id: "schema/money-as-float",
  title: "Money is kept in binary floating point",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Binary floating point cannot hold 0.10. Sums of such columns drift by cents, comparisons with an invoice fail, and books do not balance; once rounded values are stored nobody can tell the right ones.",
  fix: "Make the column `numeric(19, 4)` (in Prisma `Decimal @db.Decimal(19, 4)`), or an integer of the smallest unit, and compute with decimals in code, too.",
  refs: [
    "https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-FLOAT",
    "https://dev.mysql.com/doc/refman/8.4/en/problems-with-float.html",
    "https://www.prisma.io/docs/orm/prisma-client/special-fields-and-types#working-with-decimal"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const schema of system.schemas) {
      const columns = schema.entities.flatMap(
        (entity) => entity.fields.flatMap((field) => {
          const kind = kindOf(field);
          return kind && { kind, entity, field, isFloat: field.type === "float" };
        })
      );
      const held = columns.filter((column) => column !== void 0);
      if (held.length === 0) continue;
      const subject = subjectOf(schema);
      pass(subject);
      for (const kind of ["money", "rate"]) {
        const floats = held.filter((one) => one.kind === kind && one.isFloat);
        const [first, ...others] = floats;
        if (!first) continue;
        const names = floats.slice(0, MOST_NAMES2).map(nameOf2);
        const more = floats.length > names.length ? ` and ${floats.length - names.length} more` : "";
        const what = kind === "money" ? "money" : "a rate that money is multiplied by";
        fail(
          subject,
          first.field,
          `${schema.name} keeps ${what} in binary floating point: ${names.join(", ")}${more} (${first.field.written})`,
          {
            severity: kind === "money" ? "medium" : "low",
            key: kind,
            fix: fixFor3(schema, first),
            related: others.map((one) => ({ at: one.field.at, message: `${nameOf2(one)} is ${one.field.written}` }))
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var MOST_NAMES2 = 4;
var MONEY = /^(?:\w*(?:amount|price|total|balance|salary|salaries|cost|commission)s?|fees?|tax|taxes)$/;
var NO_MONEY = /^(?:time|hours?|minutes?|seconds?|days?|months?|years?|duration|weights?|length|width|height|volume|area|distance|km|kg|kwh|temperature|score|scores|points?|counts?|quantity|quantities|qty|units|pieces|index|lat|lng|latitude|longitude|progress|leave|leaves|attendance|energy|power)$/;
var MONEY_RATE = /^(?:exchange|currency|tax|vat|interest|hourly|daily|pay|wage|commission|discount|conversion)$/;

function nameOf2({ entity, field }) {
  return `${entity.name}.${field.name}`;
}
function fixFor3({ source, dialect }, { entity, field }) {
  if (dialect === "sqlite" || dialect === "mongodb") {
    return `Keep ${field.name} as an integer of the smallest unit (cents): ${dialect === "sqlite" ? "SQLite has no exact decimals" : "then it is exact whatever reads it"}.`;
  }
  if (source === "prisma") {
    return `Write \`${field.name} Decimal @db.Decimal(19, 4)\`, the same for the others, and make the migration: \`npx prisma migrate dev --name exact_money\`.`;
  }
  const alteration = dialect === "mysql" ? `ALTER TABLE ${entity.table} MODIFY ${field.column} decimal(19,4);` : `ALTER TABLE ${entity.table} ALTER COLUMN ${field.column} TYPE numeric(19,4);`;
  return `Add a migration with \`${alteration}\` and the same for the others, and compute with decimals in code, too.`;
}

// rules/schema/synchronised-in-production.ts
var synchronised_in_production_default = defineRule({
  id: "schema/synchronised-in-production",
  title: "The start of production alters the schema by itself",
  category: "infrastructure-stability",
  severity: "high",
  worst: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "The tool brings the tables to what the code says today: a renamed field is a dropped column and its data, nobody has seen the statements before, they lock tables while users work, and every replica tries at once.",
  fix: "Turn it off in production, make migrations from the difference, review them, and apply them in the deployment.",
  refs: [
    "https://www.prisma.io/docs/orm/prisma-migrate/workflows/prototyping-your-schema",
    "https://typeorm.io/docs/data-source/data-source-options",
    "https://sequelize.org/docs/v6/core-concepts/model-basics/#synchronization-in-production",
    "https://gorm.io/docs/migration.html"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const schema of system.schemas) {
      if (schema.source === "sql" || schema.source === "mongoose" || schema.dialect === "mongodb") continue;
      const subject = subjectOf(schema);
      pass(subject);
      for (const one of schema.synchronisations) {
        fail(subject, one, messageOf(one, schema), {
          key: one.kind,
          ...one.kind === "push" && PUSH_FIXES[schema.source] ? { fix: PUSH_FIXES[schema.source] } : {},
          ...one.deletes ? { severity: "critical" } : {}
        });
      }
      const { undecided } = schema;
      if (schema.synchronisations.length === 0 && undecided) unverified(subject, undecided, undecided.because);
    }
  }),
  examples: { bad: [], good: [] }
});
var PUSH_FIXES = {
  prisma: "Make a first migration of what is there (`npx prisma migrate diff --from-empty --to-schema prisma/schema.prisma --script > prisma/migrations/0_init/migration.sql`, before Prisma 7 with `--to-schema-datamodel`; then `npx prisma migrate resolve --applied 0_init`), and run `npx prisma migrate deploy` instead.",
  drizzle: "Make migrations of it with `npx drizzle-kit generate`, review and commit them, and run `npx drizzle-kit migrate` in the deployment instead.",
  typeorm: "Make migrations of it with `npx typeorm migration:generate`, review and commit them, and run `npx typeorm migration:run` in the deployment instead."
};
function messageOf({ kind, what, because, workload, deletes }, { name }) {
  const reason = because === void 0 ? "" : `: ${because}`;
  const runner = workload ?? (kind === "push" ? "the deployment" : name);
  if (deletes === "tables")
    return `${runner} deletes all tables at every ${workload ? "start" : "run"}, by ${what}${reason}`;
  switch (kind) {
    case "push":
      return `${workload ?? "the deployment"} runs ${what}${workload === void 0 ? "" : " when it starts"}, which alters the tables of ${name} without a migration${deletes ? ", and drops with its data what the schema no longer has" : ""}${reason}`;
    case "synchronise":
      return `${what} alters the tables of ${workload ?? name} at every start${reason}`;
    case "create":
      return `${what} makes the tables of ${workload ?? name} at every start${reason}`;
  }
}

// area:schema
var rules = {
  "schema/foreign-key-unindexed": foreign_key_unindexed_default,
  "schema/migrations-not-run": migrations_not_run_default,
  "schema/migrations-race": migrations_race_default,
  "schema/money-as-float": money_as_float_default,
  "schema/synchronised-in-production": synchronised_in_production_default
};
module.exports = {
  house: runAudit,
  rules
};
