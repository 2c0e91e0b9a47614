"use strict";
// src/knowledge/secret-values.ts
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
  return bits;
}
function hasSequence(text, least) {
  let up = 1;
  let down = 1;
  for (let at = 1; at < text.length; at++) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= least || down >= least) return true;
  }
  return false;
}
function isRepetition(text) {
  if (text.length < 6) return false;
  for (let period = 1; period <= Math.min(64, Math.floor(text.length / 3)); period++) {
    let at = period;
    while (at < text.length && text[at] === text[at - period]) at++;
    if (at === text.length) return true;
  }
  return false;
}
function mask(value) {
  const shown = value.length >= 20 ? 5 : value.length >= 12 ? 3 : value.length >= 8 ? 2 : 0;
  const start = value.slice(0, shown).replace(/[^\x21-\x7e]/g, "?");
  return `${start}\u2026 (${value.length} character${value.length === 1 ? "" : "s"})`;
}

module.exports = {
  entropy,
  hasSequence,
  isRepetition,
  mask
};
