import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/source.ts
function known(value, at) {
  return { known: true, value, at };
}
function unknown(at, because) {
  return { known: false, at, because };
}
function knownValue(fact) {
  return fact?.known ? fact.value : void 0;
}
var lineStartsOf = /* @__PURE__ */ new WeakMap();
function lineStarts(source) {
  let starts = lineStartsOf.get(source);
  if (!starts) {
    const found = [0];
    for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1)) found.push(at + 1);
    starts = found;
    lineStartsOf.set(source, starts);
  }
  return starts;
}
function lineIndex(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
function lineOf(source, offset) {
  return lineIndex(lineStarts(source), Math.max(0, Math.min(offset, source.text.length))) + 1;
}
function lineText(source, line) {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === void 0) return "";
  const end = starts[line] ?? source.text.length + 1;
  return source.text.slice(start, end - 1).replace(/\r$/, "");
}
function placeOf(source, span) {
  const starts = lineStarts(source);
  const clamp = (offset) => Math.max(0, Math.min(offset, source.text.length));
  const start = clamp(span.start);
  const end = Math.max(start, clamp(span.end));
  const first = lineIndex(starts, start);
  const last = lineIndex(starts, end);
  return {
    path: source.path,
    line: first + 1,
    column: start - (starts[first] ?? 0) + 1,
    endLine: last + 1,
    endColumn: end - (starts[last] ?? 0) + 1
  };
}

export {
  known,
  unknown,
  knownValue,
  lineOf,
  lineText,
  placeOf
};
