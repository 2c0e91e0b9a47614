"use strict";

// src/report/text/capacity.ts
var capacityLines = (function capacityLines(capacities, paint, width, verbose) {
  const shown = verbose ? capacities : capacities.slice(0, MOST_DEPLOYMENTS);
  const more = capacities.length - shown.length;
  const assumed = assumedText(shown)?.replaceAll("`", '"');
  return [
    `${paint("bold", "Capacity")}${paint("dim", `, ${CAPACITY_CAVEAT}`)}`,
    ...shown.flatMap((capacity) => [
      "",
      ...capacities.length > 1 ? [`  ${paint("dim", plain(capacity.deployment.name))}`] : [],
      ...linesOf(capacity, width, verbose)
    ]),
    ...more > 0 ? ["", `  ${paint("dim", `${plural(more, "more deployment")}: --verbose shows them`)}`] : [],
    ...assumed === void 0 ? [] : ["", ...wrap(assumed, width - 2).map((line) => `  ${paint("dim", line)}`)]
  ];
});
var linesOf = (function linesOf(capacity, width, verbose) {
  const lines = capacityLinesOf(capacity, verbose ? Number.POSITIVE_INFINITY : MOST_PROGRAMS);
  const longest = Math.min(24, Math.max(...lines.map(({ name }) => plain(name).length)));
  return lines.flatMap(({ name, text }) => {
    const [first = "", ...rest] = wrap(plain(text), Math.max(20, width - longest - 4));
    return [`  ${pad(plain(name), longest)}  ${first}`, ...rest.map((line) => `  ${" ".repeat(longest)}  ${line}`)];
  });
});
const {
  CAPACITY_CAVEAT,
  assumedText,
  capacityLinesOf
} = require("./chunk-IIIDBK52.js");
require("./chunk-5RLMKV7O.js");
require("./chunk-DM46Y3K7.js");
const {
  plain,
  plural,
  runAudit
} = require("./chunk-3TQROPE4.js");
const {
  pad,
  wrap
} = require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/text/capacity.ts
var MOST_PROGRAMS = 6;
var MOST_DEPLOYMENTS = 3;


module.exports = {
  capacityLines,
  house: runAudit
};
