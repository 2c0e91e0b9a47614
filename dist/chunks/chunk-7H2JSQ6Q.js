import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/finding.ts
var SEVERITIES = ["critical", "high", "medium", "low"];
var CATEGORIES = [
  "infrastructure-stability",
  "service-health",
  "security",
  "observability",
  "disaster-recovery",
  "performance"
];

export {
  SEVERITIES,
  CATEGORIES
};
