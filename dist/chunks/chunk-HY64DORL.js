"use strict";
const {
  IDENTITY,
  patternRewrite,
  prefixReplaced,
  unknownRewrite
} = require("./chunk-Q3NCOY3T.js");

// src/model/rewrite-steps.ts
function rewriteInSteps(steps, path) {
  let progress = { cut: 0, by: "" };
  for (const step of steps) {
    if (step.kind === "pattern" && steps.length === 1)
      return patternRewrite(step.pattern, step.replacement, path, step.at);
    const next = through(step, progress, path);
    if ("kind" in next) return next;
    progress = next;
  }
  return resultOf(progress, path);
}
function through(step, progress, path) {
  const { at } = step;
  switch (step.kind) {
    case "unknown":
      return unknownRewrite(at, step.because);
    case "pattern":
      return unknownRewrite(at, "a regular expression changes the path");
    case "add":
      return { ...progress, by: `${step.prefix}${progress.by}`, at };
    case "whole":
      return { cut: 0, by: step.by, whole: true, at };
    case "strip":
      return stripped(step.prefixes, at, progress, path);
  }
}
function stripped(prefixes, at, progress, path) {
  if (path.match === "regex" && !progress.whole) return unknownRewrite(at, "what is cut off depends on the path");
  const begins = progress.whole ? progress.by : `${progress.by}${path.text.slice(progress.cut)}`;
  const prefix = prefixes.find((one) => begins.startsWith(one));
  if (prefix === void 0) {
    const isPart = !progress.whole && path.match === "prefix" && prefixes.some((one) => one.startsWith(begins));
    return isPart ? unknownRewrite(at, "only a part of the paths is changed") : progress;
  }
  const left = progress.by.slice(prefix.length);
  if (progress.whole) return { ...progress, by: left.startsWith("/") ? left : `/${left}`, at };
  return { cut: progress.cut + Math.max(0, prefix.length - progress.by.length), by: left, at };
}
function resultOf({ cut, by, whole, at }, path) {
  if (!at) return IDENTITY;
  if (whole) return { kind: "replace-path", by, at };
  const prefix = path.text.slice(0, cut);
  return by === "" && prefix !== "" ? { kind: "strip-prefix", prefix, at } : prefixReplaced(prefix, by, at);
}

module.exports = {
  rewriteInSteps
};
