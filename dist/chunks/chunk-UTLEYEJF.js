"use strict";
const {
  plural
} = require("./chunk-3TQROPE4.js");
const {
  formatEffort,
  formatScore
} = require("./chunk-Q3NCOY3T.js");

// src/report/way.ts
var WAY_COLUMNS = { names: ["Step", "Places", "Effort", "Gain", "Score then"], aligned: "lrlrr" };
var PHASES = [
  ["critical", "What is critical"],
  ["high", "What is high"],
  ["rest", "The rest"]
];
function wayOf({ roadmap, judgements }) {
  if (!roadmap || roadmap.steps.length === 0) return void 0;
  const titles = new Map(judgements.map(({ rule }) => [rule.id, rule.title]));
  const { from, to, threshold, reached, minutes, steps } = roadmap;
  const aim = reached ? `to reach ${threshold}` : "to gain what can be gained";
  const phases = PHASES.map(([phase, title]) => ({
    title,
    steps: steps.filter((step) => step.phase === phase).map(({ rule, findings, minutes: own, gain, to: then }) => {
      const cells = [String(findings), formatEffort(own), `+${formatScore(gain)}`, formatScore(then)];
      return { title: titles.get(rule) ?? rule, rule, cells };
    })
  }));
  return {
    head: `${plural(steps.length, "step")} ${aim}, about ${formatEffort(minutes)}: ${formatScore(from)} \u2192 ${formatScore(to)}.`,
    phases: phases.filter((phase) => phase.steps.length > 0)
  };
}

module.exports = {
  WAY_COLUMNS,
  wayOf
};
