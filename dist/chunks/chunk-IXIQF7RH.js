"use strict";
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

module.exports = {
  SEVERITIES,
  CATEGORIES
};
