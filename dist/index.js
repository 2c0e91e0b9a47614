"use strict";
require("./chunks/chunk-YLVDSGH3.js");

// door:src/library.ts
var room;
function enter() {
  return room ??= require("./chunks/library.js");
}
function defineRule(...given) {
  return enter().defineRule(...given);
}
function audit(...given) {
  return enter().audit(...given);
}
module.exports = {
  audit,
  defineRule
};
