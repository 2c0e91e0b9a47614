"use strict";
const {
  copyOf
} = require("./chunk-Q3NCOY3T.js");

// src/model/image/copied-files.ts
var arrivals = /* @__PURE__ */ new WeakMap();
function isCopiedBefore(before, names, stage, context) {
  if (!context?.present || !context.declared) return void 0;
  if (before.flags.some((flag) => flag.name === "mount" && /type=bind|from=/.test(flag.value ?? ""))) return void 0;
  const known = arrivals.get(stage) ?? /* @__PURE__ */ new Map();
  const arrival = known.get(names.join(" ")) ?? arrivalOf(names, stage, context);
  arrivals.set(stage, known.set(names.join(" "), arrival));
  const at = stage.instructions.indexOf(before);
  if (arrival.brought < at) return true;
  return arrival.open < at ? void 0 : false;
}
function arrivalOf(names, stage, context) {
  const { instructions, file } = stage;
  const triggers = file.stages.some((each) => each.instructions.some((one) => one.keyword === "ONBUILD"));
  const brings = (instruction) => {
    const copy = copyOf(instruction);
    return copy !== void 0 && !copy.from && copy.sources.some((source) => holds(source.text, names, context));
  };
  return {
    brought: positionOf(instructions.findIndex(brings)),
    open: triggers ? -1 : positionOf(instructions.findIndex(mayBringAnything))
  };
}
function positionOf(index) {
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}
function mayBringAnything(instruction) {
  const copy = copyOf(instruction);
  if (copy) return copy.from !== void 0 || copy.open || copy.sources.some((source) => source.text.includes("://"));
  return instruction.keyword === "RUN" && /\b(?:git|curl|wget|tar|unzip|npm\s+(?:init|shrinkwrap)|turbo\s+prune|nx\s+)\b|lock/.test(instruction.text);
}
function holds(source, names, context) {
  return context.find(source).some((file) => names.includes(file.slice(file.lastIndexOf("/") + 1)) && !context.leavesOut(file));
}

module.exports = {
  isCopiedBefore
};
