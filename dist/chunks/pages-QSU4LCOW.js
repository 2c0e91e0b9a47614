import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  pageOf
} from "./chunk-RG4VLPJO.js";
import "./chunk-R5U37ZOC.js";
export {
  pageOf
};
