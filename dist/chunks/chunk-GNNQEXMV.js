"use strict";
const {
  WEIGHTS
} = require("./chunk-KHVWFIBF.js");
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
