"use strict";
const {
  formatScore
} = require("./chunk-RIMU2UQE.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-YLVDSGH3.js");

// src/report/badge.ts
var COLORS = {
  A: "brightgreen",
  B: "green",
  C: "yellow",
  D: "orange",
  F: "red"
};
function renderBadge({ score }) {
  const message = score ? `${formatScore(score.total)} / 100` : "nothing to audit";
  const color = score ? COLORS[score.letter] : "lightgrey";
  return `${JSON.stringify({ schemaVersion: 1, label: "production ready", message, color })}
`;
}
module.exports = {
  renderBadge
};
