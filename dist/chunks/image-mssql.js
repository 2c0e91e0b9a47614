"use strict";
const {
  GIB,
  MIB
} = require("./chunk-SGFGOYHU.js");
const {
  dataAt,
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  firstSet,
  guarded,
  isSet,
  text,
  variable
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/mssql.ts
var MSSQL = "https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-configure-environment-variables";
var mssql_default = software(
  "mssql",
  "SQL Server",
  "database",
  [
    image("official", ["mcr.microsoft.com/mssql/server", "mcr.microsoft.com/mssql/rhel/server"], {
      ...dataAt("/var/opt/mssql", MSSQL),
      variables: {
        reads: [/^MSSQL_/, "ACCEPT_EULA", "SA_PASSWORD", "TZ"],
        ignored: [
          {
            pattern: /^SA_PASSWORD_FILE$|^MSSQL_SA_PASSWORD_FILE$/,
            because: "the SQL Server image reads no password from a file",
            instead: "MSSQL_SA_PASSWORD"
          }
        ],
        refused: [],
        required: [
          { anyOf: ["ACCEPT_EULA"], source: MSSQL },
          { anyOf: ["MSSQL_SA_PASSWORD", "SA_PASSWORD"], firstStartOnly: true, source: MSSQL }
        ],
        prefixes: [],
        source: MSSQL
      },
      builtInHealthcheck: false,
      runsAs: "non-root",
      authentication: (facts) => {
        const given = firstSet(facts, ["MSSQL_SA_PASSWORD", "SA_PASSWORD"]);
        return guarded("the image does not start without a password for sa", given ? variable(given) : void 0);
      },
      defaultCredentials: ["MSSQL_SA_PASSWORD", "SA_PASSWORD"].map((name) => ({
        user: { default: "sa" },
        password: {
          variable: name,
          wellKnown: [
            "yourstrong!passw0rd",
            "yourstrong(!)password",
            "your_password123",
            "yourstrong@passw0rd",
            "p@ssw0rd",
            "password123!"
          ]
        },
        source: MSSQL
      })),
      memory: (facts) => {
        const name = "MSSQL_MEMORY_LIMIT_MB";
        if (!isSet(facts, name)) return void 0;
        const value = text(facts, name);
        return {
          what: "memory of SQL Server",
          ...value && /^\d{1,8}$/.test(value) ? { bytes: Number(value) * MIB } : {},
          by: variable(name),
          share: 0.8,
          setting: (bytes) => `${name}=${Math.floor(bytes / MIB)}`,
          source: MSSQL
        };
      },
      leastMemoryLimit: {
        bytes: 2 * GIB,
        source: "https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-setup#system"
      }
    }),
    image("azure-sql-edge", ["mcr.microsoft.com/azure-sql-edge"], {
      ...dataAt("/var/opt/mssql", MSSQL)
    })
  ],
  {
    stateful: true,
    ports: [{ port: 1433, purpose: "data" }],
    backupTools: ["sqlcmd", "sqlpackage"],
    schemes: ["mssql", "sqlserver", "jdbc:sqlserver", "mssql+pyodbc", "mssql+aioodbc", "mssql+pymssql"]
  }
);
module.exports = {
  default: mssql_default,
  house: runAudit
};
