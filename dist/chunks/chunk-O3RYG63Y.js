import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  SEVERITIES
} from "./chunk-7H2JSQ6Q.js";

// src/report/formats.ts
var FORMATS = ["text", "json", "sarif"];

// src/cli/options.ts
var OPTIONS = [
  {
    name: "format",
    short: "f",
    value: "format[=file]",
    repeat: true,
    default: "text",
    group: "Report",
    text: `${FORMATS.join(", ")}; with =file it is written there`
  },
  { name: "output", short: "o", value: "file", group: "Report", text: "write the report there instead of standard output" },
  { name: "only", value: "rules", repeat: true, group: "Report", text: "show and gate only these: rule id, area/*, category" },
  { name: "skip", value: "rules", repeat: true, group: "Report", text: "neither show nor gate these; the score still counts them" },
  { name: "advice", group: "Report", text: "show advice too (confidence C, never scored)" },
  { name: "include-suppressed", group: "Report", text: "show what was accepted with a reason" },
  { name: "quiet", short: "q", group: "Report", text: "problems and score only" },
  { name: "verbose", short: "v", group: "Report", text: "every place of every finding, stack traces" },
  { name: "color", value: "when", choices: ["auto", "always", "never"], default: "auto", group: "Report", text: "auto, always or never" },
  { name: "no-progress", group: "Report", text: "no progress on standard error" },
  {
    name: "fail-on",
    value: "severity",
    choices: [...SEVERITIES, "never"],
    default: "high",
    group: "Gate",
    text: `exit 1 on such findings: ${SEVERITIES.join(", ")}, never`
  },
  { name: "min-score", value: "number", default: "80", group: "Gate", text: "exit 1 below this score" },
  { name: "exit-zero", group: "Gate", text: "exit 0 when the gate fails" },
  { name: "config", short: "c", value: "file", group: "Configuration", text: "read this file instead of looking for one" },
  { name: "no-config", group: "Configuration", text: "read no configuration file" },
  { name: "version", group: "Other", text: "print the version", flagOnly: true },
  { name: "help", short: "h", group: "Other", text: "print this help", flagOnly: true }
];
var COMMANDS = [
  { name: "rules", usage: "rules [--json]", text: "list every rule" },
  { name: "explain", usage: "explain <rule>", text: "the page of a rule: why, what to do, examples" }
];
function environmentName(option) {
  return `ERP_AUDIT_${option.name.replace(/^no-/, "no_").replaceAll("-", "_").toUpperCase()}`;
}

export {
  FORMATS,
  OPTIONS,
  COMMANDS,
  environmentName
};
