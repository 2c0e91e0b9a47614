"use strict";
// src/report/plain.ts
var ESCAPES = /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,4096}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -~]?/g;
var CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function plain(text, options = {}) {
  const broken = text.replace(/\r\n?/g, "\n").replaceAll("	", "  ");
  const joined = options.lines ? broken : broken.replace(/\s*\n\s*/g, " ");
  return joined.replace(ESCAPES, "").replace(CONTROLS, "");
}

module.exports = {
  plain
};
