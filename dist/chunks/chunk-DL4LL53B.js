import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/report/text/paint.ts
import { styleText } from "node:util";
function painter(color) {
  if (!color) return (_, text) => text;
  return (style, text) => text === "" ? "" : styleText([style].flat(), text, { validateStream: false });
}
var SEVERITY_STYLES = {
  critical: ["bold", "red"],
  high: ["red"],
  medium: ["yellow"],
  low: ["blue"]
};

export {
  painter,
  SEVERITY_STYLES
};
