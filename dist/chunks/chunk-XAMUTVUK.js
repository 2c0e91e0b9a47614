"use strict";
// src/report/width.ts
var WIDE = [
  [4352, 4447],
  [8986, 8987],
  [9193, 9196],
  [9748, 9749],
  [9889, 9889],
  [9989, 9989],
  [10060, 10060],
  [11904, 12350],
  [12353, 42191],
  [43360, 43388],
  [44032, 55203],
  [63744, 64255],
  [65072, 65135],
  [65281, 65376],
  [65504, 65510],
  [127744, 128591],
  [128640, 128767],
  [129280, 129791],
  [131072, 262141]
];
function cellsOf(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code < 768) return 1;
  const joins = code >= 8203 && code <= 8205 || code === 65039;
  if (joins || /^[\p{Mn}\p{Me}]/u.test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
var NARROW = /^[\0-\u02ff]*$/;
function widthOf(text) {
  if (NARROW.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}
function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
function clip(text, width) {
  if (widthOf(text) <= width) return text;
  let cells = 0;
  let kept = "";
  for (const character of text) {
    cells += cellsOf(character);
    if (cells > width - 1) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
var HELD = "\xA0";
function wrap(text, width) {
  const lines = [];
  let line = "";
  let cells = 0;
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const wordCells = widthOf(word);
    if (line !== "" && cells + 1 + wordCells > width) {
      lines.push(line);
      line = word;
      cells = wordCells;
    } else {
      cells += wordCells + (line === "" ? 0 : 1);
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((text2) => text2.replaceAll(HELD, " "));
}

module.exports = {
  cellsOf,
  widthOf,
  pad,
  clip,
  HELD,
  wrap
};
