"use strict";
const {
  DEFAULT_ASSUMPTIONS
} = require("./chunk-DM46Y3K7.js");
const {
  WEIGHTS
} = require("./chunk-Q3NCOY3T.js");
const {
  CATEGORIES,
  SEVERITIES
} = require("./chunk-FCJI7VTO.js");

// src/config/schema.ts
var severityOrOff = { enum: [...SEVERITIES, "off"] };
var globs = { type: "array", items: { type: "string" } };
var CONFIG_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://unpkg.com/erp-audit/erp-audit.schema.json",
  title: "Configuration of erp-audit",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string", description: "Where editors find this schema." },
    minScore: {
      type: "number",
      minimum: 0,
      maximum: 100,
      default: 80,
      description: "The gate fails when the score is below this."
    },
    failOn: {
      enum: [...SEVERITIES, "never"],
      default: "high",
      description: "The gate fails when a finding of this severity or worse is open."
    },
    keep: {
      enum: ["score", "scope", "all"],
      description: "What fails the gate when it is less than at the base of a comparison: the score, the number of workloads, or both."
    },
    baseline: {
      type: "string",
      pattern: ".",
      default: ".erp-audit-baseline.json",
      description: "The file of known findings, from the folder of this file. They do not fail the gate."
    },
    exclude: { ...globs, description: "Globs of files that are not read, from the root of the repository." },
    rules: {
      type: "object",
      description: "Rule id, `area/*` or category: a severity, `off`, or details. The most exact name wins.",
      additionalProperties: {
        anyOf: [
          severityOrOff,
          {
            type: "object",
            additionalProperties: false,
            properties: {
              severity: {
                ...severityOrOff,
                description: "Shown and gated with this severity; the score keeps its weights."
              },
              ignore: { ...globs, description: "Findings in files that match are accepted, and earn no points." },
              reason: { type: "string", description: "Why: printed wherever the accepted findings are." }
            }
          }
        ]
      }
    },
    weights: {
      type: "object",
      description: "Weight of each category in the total; the report prints those in force.",
      additionalProperties: false,
      properties: Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          { type: "number", minimum: 0, maximum: 1e3, default: WEIGHTS.categories[category] }
        ])
      )
    },
    deployments: {
      type: "array",
      description: "Which sets of files are deployed together, and whether that is production. Replaces what is guessed from names and from how the repository itself calls Compose.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["files", "purpose"],
        properties: {
          files: { ...globs, minItems: 1, description: "Paths from the root of the repository, in the order of `-f`." },
          purpose: { enum: ["production", "development"], description: "Only production is scored." }
        }
      }
    },
    proxies: {
      type: "object",
      description: "What stands in front of the system and is not in the repository.",
      additionalProperties: false,
      properties: {
        tlsTerminatedUpstream: {
          type: "boolean",
          default: false,
          description: "A load balancer, CDN or tunnel in front encrypts what users send."
        }
      }
    },
    capacity: {
      type: "object",
      description: "What is known of the load, in place of what the estimate of the capacity assumes.",
      additionalProperties: false,
      properties: {
        targetUsers: {
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1e9,
          description: "Users that are to be active at the same time."
        },
        thinkTimeSec: {
          type: "number",
          minimum: 0,
          default: DEFAULT_ASSUMPTIONS.thinkTimeSec,
          description: "Seconds between an answer and the next request of the same user."
        },
        responseSec: {
          type: "number",
          exclusiveMinimum: 0,
          description: "Seconds until a request is answered. Assumed: 0.5 for Python, else 0.2."
        },
        cpuPerRequestSec: {
          type: "number",
          exclusiveMinimum: 0,
          description: "Seconds of one processor for each request. Assumed: 0.05 for Python, 0.02 for Node.js, 0.005 for Go."
        },
        queriesPerRequest: {
          type: "number",
          minimum: 0,
          default: DEFAULT_ASSUMPTIONS.queriesPerRequest,
          description: "Queries of a database for each request."
        },
        queryLatencySec: {
          type: "number",
          minimum: 0,
          default: DEFAULT_ASSUMPTIONS.queryLatencySec,
          description: "Seconds for each of these."
        },
        utilisation: {
          type: "array",
          minItems: 2,
          maxItems: 2,
          items: { type: "number", exclusiveMinimum: 0, maximum: 1 },
          default: DEFAULT_ASSUMPTIONS.utilisation,
          description: "The least and the largest share of what would be possible that users find bearable."
        }
      }
    },
    host: {
      type: "object",
      description: "The machine that production runs on: what all its workloads together may take.",
      additionalProperties: false,
      properties: {
        cpus: { type: "number", exclusiveMinimum: 0, description: "Cores." },
        memory: {
          description: "Bytes, or a size as Compose writes it: `16g`, `512m`.",
          anyOf: [
            { type: "number", exclusiveMinimum: 0 },
            { type: "string", pattern: "^[0-9]+(\\.[0-9]+)? ?[kKmMgGtT]?(i?[bB])?$" }
          ]
        }
      }
    }
  }
};

module.exports = {
  CONFIG_SCHEMA
};
