"use strict";
// src/report/sentences.ts
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
function whole({ message, why, fix }) {
  return `${sentence(message)} ${why} ${fix}`;
}

module.exports = {
  sentence,
  whole
};
