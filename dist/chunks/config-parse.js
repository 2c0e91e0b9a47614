"use strict";
const {
  CONFIG_SCHEMA
} = require("./chunk-OUTXVQLB.js");
require("./chunk-DM46Y3K7.js");
const {
  PACKAGE_KEY,
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  NO_CONFIG,
  child,
  parseBytes,
  parseYaml,
  patternNames,
  placeOf
} = require("./chunk-Q3NCOY3T.js");
const {
  CATEGORIES,
  didYouMean
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/config/data.ts
function toData(root) {
  const valueAt = /* @__PURE__ */ new Map();
  const keyAt = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const visit = (node, pointer) => {
    valueAt.set(pointer, node.at);
    if (node.kind === "list") return node.items.map((item, index) => visit(item, `${pointer}/${index}`));
    if (node.kind === "map") {
      const object = /* @__PURE__ */ Object.create(null);
      for (const [key, entry] of node.entries) {
        const below = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        keyAt.set(below, entry.keyAt);
        object[key] = visit(entry.node, below);
      }
      return object;
    }
    if (node.text === null || node.type === "null") return null;
    if (node.type === "number") return Number(node.text.replaceAll("_", ""));
    if (node.type === "boolean") return node.text.toLowerCase() === "true";
    texts.set(pointer, node.text);
    return node.text;
  };
  return { value: visit(root, ""), valueAt, keyAt, texts };
}

// src/config/validate.generated.ts
var validate_generated_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://unpkg.com/erp-audit/erp-audit.schema.json", "type": "object", "additionalProperties": false, "properties": { "$schema": { "type": "string" }, "minScore": { "type": "number", "minimum": 0, "maximum": 100 }, "failOn": { "enum": ["critical", "high", "medium", "low", "never"] }, "keep": { "enum": ["score", "scope", "all"] }, "baseline": { "type": "string", "pattern": "." }, "exclude": { "type": "array", "items": { "type": "string" } }, "rules": { "type": "object", "additionalProperties": { "anyOf": [{ "enum": ["critical", "high", "medium", "low", "off"] }, { "type": "object", "additionalProperties": false, "properties": { "severity": { "enum": ["critical", "high", "medium", "low", "off"] }, "ignore": { "type": "array", "items": { "type": "string" } }, "reason": { "type": "string" } } }] } }, "weights": { "type": "object", "additionalProperties": false, "properties": { "infrastructure-stability": { "type": "number", "minimum": 0, "maximum": 1e3 }, "service-health": { "type": "number", "minimum": 0, "maximum": 1e3 }, "security": { "type": "number", "minimum": 0, "maximum": 1e3 }, "observability": { "type": "number", "minimum": 0, "maximum": 1e3 }, "disaster-recovery": { "type": "number", "minimum": 0, "maximum": 1e3 }, "performance": { "type": "number", "minimum": 0, "maximum": 1e3 } } }, "deployments": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["files", "purpose"], "properties": { "files": { "type": "array", "items": { "type": "string" }, "minItems": 1 }, "purpose": { "enum": ["production", "development"] } } } }, "proxies": { "type": "object", "additionalProperties": false, "properties": { "tlsTerminatedUpstream": { "type": "boolean" } } }, "capacity": { "type": "object", "additionalProperties": false, "properties": { "targetUsers": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e9 }, "thinkTimeSec": { "type": "number", "minimum": 0 }, "responseSec": { "type": "number", "exclusiveMinimum": 0 }, "cpuPerRequestSec": { "type": "number", "exclusiveMinimum": 0 }, "queriesPerRequest": { "type": "number", "minimum": 0 }, "queryLatencySec": { "type": "number", "minimum": 0 }, "utilisation": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number", "exclusiveMinimum": 0, "maximum": 1 } } } }, "host": { "type": "object", "additionalProperties": false, "properties": { "cpus": { "type": "number", "exclusiveMinimum": 0 }, "memory": { "anyOf": [{ "type": "number", "exclusiveMinimum": 0 }, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?[kKmMgGtT]?(i?[bB])?$" }] } } } } };
var func1 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp(".", "u");
var pattern5 = new RegExp("^[0-9]+(\\.[0-9]+)? ?[kKmMgGtT]?(i?[bB])?$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.$schema !== void 0) {
      if (typeof data.$schema !== "string") {
        const err1 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.minScore !== void 0) {
      let data1 = data.minScore;
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 100 || isNaN(data1)) {
          const err2 = { instancePath: instancePath + "/minScore", schemaPath: "#/properties/minScore/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err3 = { instancePath: instancePath + "/minScore", schemaPath: "#/properties/minScore/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/minScore", schemaPath: "#/properties/minScore/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.failOn !== void 0) {
      let data2 = data.failOn;
      if (!(data2 === "critical" || data2 === "high" || data2 === "medium" || data2 === "low" || data2 === "never")) {
        const err5 = { instancePath: instancePath + "/failOn", schemaPath: "#/properties/failOn/enum", keyword: "enum", params: { allowedValues: schema31.properties.failOn.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.keep !== void 0) {
      let data3 = data.keep;
      if (!(data3 === "score" || data3 === "scope" || data3 === "all")) {
        const err6 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/enum", keyword: "enum", params: { allowedValues: schema31.properties.keep.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.baseline !== void 0) {
      let data4 = data.baseline;
      if (typeof data4 === "string") {
        if (!pattern4.test(data4)) {
          const err7 = { instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/pattern", keyword: "pattern", params: { pattern: "." }, message: 'must match pattern "."' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.exclude !== void 0) {
      let data5 = data.exclude;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data5[i0] !== "string") {
            const err9 = { instancePath: instancePath + "/exclude/" + i0, schemaPath: "#/properties/exclude/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/exclude", schemaPath: "#/properties/exclude/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.rules !== void 0) {
      let data7 = data.rules;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key1 in data7) {
          let data8 = data7[key1];
          const _errs18 = errors;
          let valid4 = false;
          const _errs19 = errors;
          if (!(data8 === "critical" || data8 === "high" || data8 === "medium" || data8 === "low" || data8 === "off")) {
            const err11 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema31.properties.rules.additionalProperties.anyOf[0].enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          var _valid0 = _errs19 === errors;
          valid4 = valid4 || _valid0;
          const _errs20 = errors;
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            for (const key2 in data8) {
              if (!(key2 === "severity" || key2 === "ignore" || key2 === "reason")) {
                const err12 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data8.severity !== void 0) {
              let data9 = data8.severity;
              if (!(data9 === "critical" || data9 === "high" || data9 === "medium" || data9 === "low" || data9 === "off")) {
                const err13 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/severity", schemaPath: "#/properties/rules/additionalProperties/anyOf/1/properties/severity/enum", keyword: "enum", params: { allowedValues: schema31.properties.rules.additionalProperties.anyOf[1].properties.severity.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            if (data8.ignore !== void 0) {
              let data10 = data8.ignore;
              if (Array.isArray(data10)) {
                const len1 = data10.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  if (typeof data10[i1] !== "string") {
                    const err14 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/ignore/" + i1, schemaPath: "#/properties/rules/additionalProperties/anyOf/1/properties/ignore/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                  }
                }
              } else {
                const err15 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/ignore", schemaPath: "#/properties/rules/additionalProperties/anyOf/1/properties/ignore/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data8.reason !== void 0) {
              if (typeof data8.reason !== "string") {
                const err16 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason", schemaPath: "#/properties/rules/additionalProperties/anyOf/1/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          var _valid0 = _errs20 === errors;
          valid4 = valid4 || _valid0;
          if (!valid4) {
            const err18 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          } else {
            errors = _errs18;
            if (vErrors !== null) {
              if (_errs18) {
                vErrors.length = _errs18;
              } else {
                vErrors = null;
              }
            }
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.weights !== void 0) {
      let data13 = data.weights;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (const key3 in data13) {
          if (!(key3 === "infrastructure-stability" || key3 === "service-health" || key3 === "security" || key3 === "observability" || key3 === "disaster-recovery" || key3 === "performance")) {
            const err20 = { instancePath: instancePath + "/weights", schemaPath: "#/properties/weights/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data13["infrastructure-stability"] !== void 0) {
          let data14 = data13["infrastructure-stability"];
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 1e3 || isNaN(data14)) {
              const err21 = { instancePath: instancePath + "/weights/infrastructure-stability", schemaPath: "#/properties/weights/properties/infrastructure-stability/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data14 < 0 || isNaN(data14)) {
              const err22 = { instancePath: instancePath + "/weights/infrastructure-stability", schemaPath: "#/properties/weights/properties/infrastructure-stability/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/weights/infrastructure-stability", schemaPath: "#/properties/weights/properties/infrastructure-stability/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data13["service-health"] !== void 0) {
          let data15 = data13["service-health"];
          if (typeof data15 == "number" && isFinite(data15)) {
            if (data15 > 1e3 || isNaN(data15)) {
              const err24 = { instancePath: instancePath + "/weights/service-health", schemaPath: "#/properties/weights/properties/service-health/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data15 < 0 || isNaN(data15)) {
              const err25 = { instancePath: instancePath + "/weights/service-health", schemaPath: "#/properties/weights/properties/service-health/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/weights/service-health", schemaPath: "#/properties/weights/properties/service-health/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data13.security !== void 0) {
          let data16 = data13.security;
          if (typeof data16 == "number" && isFinite(data16)) {
            if (data16 > 1e3 || isNaN(data16)) {
              const err27 = { instancePath: instancePath + "/weights/security", schemaPath: "#/properties/weights/properties/security/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data16 < 0 || isNaN(data16)) {
              const err28 = { instancePath: instancePath + "/weights/security", schemaPath: "#/properties/weights/properties/security/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/weights/security", schemaPath: "#/properties/weights/properties/security/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data13.observability !== void 0) {
          let data17 = data13.observability;
          if (typeof data17 == "number" && isFinite(data17)) {
            if (data17 > 1e3 || isNaN(data17)) {
              const err30 = { instancePath: instancePath + "/weights/observability", schemaPath: "#/properties/weights/properties/observability/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            if (data17 < 0 || isNaN(data17)) {
              const err31 = { instancePath: instancePath + "/weights/observability", schemaPath: "#/properties/weights/properties/observability/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/weights/observability", schemaPath: "#/properties/weights/properties/observability/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data13["disaster-recovery"] !== void 0) {
          let data18 = data13["disaster-recovery"];
          if (typeof data18 == "number" && isFinite(data18)) {
            if (data18 > 1e3 || isNaN(data18)) {
              const err33 = { instancePath: instancePath + "/weights/disaster-recovery", schemaPath: "#/properties/weights/properties/disaster-recovery/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (data18 < 0 || isNaN(data18)) {
              const err34 = { instancePath: instancePath + "/weights/disaster-recovery", schemaPath: "#/properties/weights/properties/disaster-recovery/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          } else {
            const err35 = { instancePath: instancePath + "/weights/disaster-recovery", schemaPath: "#/properties/weights/properties/disaster-recovery/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data13.performance !== void 0) {
          let data19 = data13.performance;
          if (typeof data19 == "number" && isFinite(data19)) {
            if (data19 > 1e3 || isNaN(data19)) {
              const err36 = { instancePath: instancePath + "/weights/performance", schemaPath: "#/properties/weights/properties/performance/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data19 < 0 || isNaN(data19)) {
              const err37 = { instancePath: instancePath + "/weights/performance", schemaPath: "#/properties/weights/properties/performance/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          } else {
            const err38 = { instancePath: instancePath + "/weights/performance", schemaPath: "#/properties/weights/properties/performance/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
      } else {
        const err39 = { instancePath: instancePath + "/weights", schemaPath: "#/properties/weights/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.deployments !== void 0) {
      let data20 = data.deployments;
      if (Array.isArray(data20)) {
        const len2 = data20.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data21 = data20[i2];
          if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
            if (data21.files === void 0) {
              const err40 = { instancePath: instancePath + "/deployments/" + i2, schemaPath: "#/properties/deployments/items/required", keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            if (data21.purpose === void 0) {
              const err41 = { instancePath: instancePath + "/deployments/" + i2, schemaPath: "#/properties/deployments/items/required", keyword: "required", params: { missingProperty: "purpose" }, message: "must have required property 'purpose'" };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            for (const key4 in data21) {
              if (!(key4 === "files" || key4 === "purpose")) {
                const err42 = { instancePath: instancePath + "/deployments/" + i2, schemaPath: "#/properties/deployments/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data21.files !== void 0) {
              let data22 = data21.files;
              if (Array.isArray(data22)) {
                if (data22.length < 1) {
                  const err43 = { instancePath: instancePath + "/deployments/" + i2 + "/files", schemaPath: "#/properties/deployments/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
                const len3 = data22.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  if (typeof data22[i3] !== "string") {
                    const err44 = { instancePath: instancePath + "/deployments/" + i2 + "/files/" + i3, schemaPath: "#/properties/deployments/items/properties/files/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err44];
                    } else {
                      vErrors.push(err44);
                    }
                    errors++;
                  }
                }
              } else {
                const err45 = { instancePath: instancePath + "/deployments/" + i2 + "/files", schemaPath: "#/properties/deployments/items/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
            if (data21.purpose !== void 0) {
              let data24 = data21.purpose;
              if (!(data24 === "production" || data24 === "development")) {
                const err46 = { instancePath: instancePath + "/deployments/" + i2 + "/purpose", schemaPath: "#/properties/deployments/items/properties/purpose/enum", keyword: "enum", params: { allowedValues: schema31.properties.deployments.items.properties.purpose.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
            }
          } else {
            const err47 = { instancePath: instancePath + "/deployments/" + i2, schemaPath: "#/properties/deployments/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
      } else {
        const err48 = { instancePath: instancePath + "/deployments", schemaPath: "#/properties/deployments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.proxies !== void 0) {
      let data25 = data.proxies;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (const key5 in data25) {
          if (!(key5 === "tlsTerminatedUpstream")) {
            const err49 = { instancePath: instancePath + "/proxies", schemaPath: "#/properties/proxies/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        if (data25.tlsTerminatedUpstream !== void 0) {
          if (typeof data25.tlsTerminatedUpstream !== "boolean") {
            const err50 = { instancePath: instancePath + "/proxies/tlsTerminatedUpstream", schemaPath: "#/properties/proxies/properties/tlsTerminatedUpstream/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
      } else {
        const err51 = { instancePath: instancePath + "/proxies", schemaPath: "#/properties/proxies/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
    }
    if (data.capacity !== void 0) {
      let data27 = data.capacity;
      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
        for (const key6 in data27) {
          if (!(key6 === "targetUsers" || key6 === "thinkTimeSec" || key6 === "responseSec" || key6 === "cpuPerRequestSec" || key6 === "queriesPerRequest" || key6 === "queryLatencySec" || key6 === "utilisation")) {
            const err52 = { instancePath: instancePath + "/capacity", schemaPath: "#/properties/capacity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
        if (data27.targetUsers !== void 0) {
          let data28 = data27.targetUsers;
          if (typeof data28 == "number" && isFinite(data28)) {
            if (data28 > 1e9 || isNaN(data28)) {
              const err53 = { instancePath: instancePath + "/capacity/targetUsers", schemaPath: "#/properties/capacity/properties/targetUsers/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, message: "must be <= 1000000000" };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
            if (data28 <= 0 || isNaN(data28)) {
              const err54 = { instancePath: instancePath + "/capacity/targetUsers", schemaPath: "#/properties/capacity/properties/targetUsers/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
          } else {
            const err55 = { instancePath: instancePath + "/capacity/targetUsers", schemaPath: "#/properties/capacity/properties/targetUsers/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data27.thinkTimeSec !== void 0) {
          let data29 = data27.thinkTimeSec;
          if (typeof data29 == "number" && isFinite(data29)) {
            if (data29 < 0 || isNaN(data29)) {
              const err56 = { instancePath: instancePath + "/capacity/thinkTimeSec", schemaPath: "#/properties/capacity/properties/thinkTimeSec/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          } else {
            const err57 = { instancePath: instancePath + "/capacity/thinkTimeSec", schemaPath: "#/properties/capacity/properties/thinkTimeSec/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
        if (data27.responseSec !== void 0) {
          let data30 = data27.responseSec;
          if (typeof data30 == "number" && isFinite(data30)) {
            if (data30 <= 0 || isNaN(data30)) {
              const err58 = { instancePath: instancePath + "/capacity/responseSec", schemaPath: "#/properties/capacity/properties/responseSec/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
          } else {
            const err59 = { instancePath: instancePath + "/capacity/responseSec", schemaPath: "#/properties/capacity/properties/responseSec/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
        if (data27.cpuPerRequestSec !== void 0) {
          let data31 = data27.cpuPerRequestSec;
          if (typeof data31 == "number" && isFinite(data31)) {
            if (data31 <= 0 || isNaN(data31)) {
              const err60 = { instancePath: instancePath + "/capacity/cpuPerRequestSec", schemaPath: "#/properties/capacity/properties/cpuPerRequestSec/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
          } else {
            const err61 = { instancePath: instancePath + "/capacity/cpuPerRequestSec", schemaPath: "#/properties/capacity/properties/cpuPerRequestSec/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data27.queriesPerRequest !== void 0) {
          let data32 = data27.queriesPerRequest;
          if (typeof data32 == "number" && isFinite(data32)) {
            if (data32 < 0 || isNaN(data32)) {
              const err62 = { instancePath: instancePath + "/capacity/queriesPerRequest", schemaPath: "#/properties/capacity/properties/queriesPerRequest/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err62];
              } else {
                vErrors.push(err62);
              }
              errors++;
            }
          } else {
            const err63 = { instancePath: instancePath + "/capacity/queriesPerRequest", schemaPath: "#/properties/capacity/properties/queriesPerRequest/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
        if (data27.queryLatencySec !== void 0) {
          let data33 = data27.queryLatencySec;
          if (typeof data33 == "number" && isFinite(data33)) {
            if (data33 < 0 || isNaN(data33)) {
              const err64 = { instancePath: instancePath + "/capacity/queryLatencySec", schemaPath: "#/properties/capacity/properties/queryLatencySec/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
          } else {
            const err65 = { instancePath: instancePath + "/capacity/queryLatencySec", schemaPath: "#/properties/capacity/properties/queryLatencySec/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
        }
        if (data27.utilisation !== void 0) {
          let data34 = data27.utilisation;
          if (Array.isArray(data34)) {
            if (data34.length > 2) {
              const err66 = { instancePath: instancePath + "/capacity/utilisation", schemaPath: "#/properties/capacity/properties/utilisation/maxItems", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
            if (data34.length < 2) {
              const err67 = { instancePath: instancePath + "/capacity/utilisation", schemaPath: "#/properties/capacity/properties/utilisation/minItems", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
            const len4 = data34.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data35 = data34[i4];
              if (typeof data35 == "number" && isFinite(data35)) {
                if (data35 > 1 || isNaN(data35)) {
                  const err68 = { instancePath: instancePath + "/capacity/utilisation/" + i4, schemaPath: "#/properties/capacity/properties/utilisation/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
                  if (vErrors === null) {
                    vErrors = [err68];
                  } else {
                    vErrors.push(err68);
                  }
                  errors++;
                }
                if (data35 <= 0 || isNaN(data35)) {
                  const err69 = { instancePath: instancePath + "/capacity/utilisation/" + i4, schemaPath: "#/properties/capacity/properties/utilisation/items/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              } else {
                const err70 = { instancePath: instancePath + "/capacity/utilisation/" + i4, schemaPath: "#/properties/capacity/properties/utilisation/items/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
          } else {
            const err71 = { instancePath: instancePath + "/capacity/utilisation", schemaPath: "#/properties/capacity/properties/utilisation/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err71];
            } else {
              vErrors.push(err71);
            }
            errors++;
          }
        }
      } else {
        const err72 = { instancePath: instancePath + "/capacity", schemaPath: "#/properties/capacity/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data36 = data.host;
      if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
        for (const key7 in data36) {
          if (!(key7 === "cpus" || key7 === "memory")) {
            const err73 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
        }
        if (data36.cpus !== void 0) {
          let data37 = data36.cpus;
          if (typeof data37 == "number" && isFinite(data37)) {
            if (data37 <= 0 || isNaN(data37)) {
              const err74 = { instancePath: instancePath + "/host/cpus", schemaPath: "#/properties/host/properties/cpus/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
          } else {
            const err75 = { instancePath: instancePath + "/host/cpus", schemaPath: "#/properties/host/properties/cpus/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
        }
        if (data36.memory !== void 0) {
          let data38 = data36.memory;
          const _errs85 = errors;
          let valid19 = false;
          const _errs86 = errors;
          if (typeof data38 == "number" && isFinite(data38)) {
            if (data38 <= 0 || isNaN(data38)) {
              const err76 = { instancePath: instancePath + "/host/memory", schemaPath: "#/properties/host/properties/memory/anyOf/0/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err76];
              } else {
                vErrors.push(err76);
              }
              errors++;
            }
          } else {
            const err77 = { instancePath: instancePath + "/host/memory", schemaPath: "#/properties/host/properties/memory/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
          var _valid1 = _errs86 === errors;
          valid19 = valid19 || _valid1;
          const _errs88 = errors;
          if (typeof data38 === "string") {
            if (!pattern5.test(data38)) {
              const err78 = { instancePath: instancePath + "/host/memory", schemaPath: "#/properties/host/properties/memory/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?[kKmMgGtT]?(i?[bB])?$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?[kKmMgGtT]?(i?[bB])?$"' };
              if (vErrors === null) {
                vErrors = [err78];
              } else {
                vErrors.push(err78);
              }
              errors++;
            }
          } else {
            const err79 = { instancePath: instancePath + "/host/memory", schemaPath: "#/properties/host/properties/memory/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err79];
            } else {
              vErrors.push(err79);
            }
            errors++;
          }
          var _valid1 = _errs88 === errors;
          valid19 = valid19 || _valid1;
          if (!valid19) {
            const err80 = { instancePath: instancePath + "/host/memory", schemaPath: "#/properties/host/properties/memory/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err80];
            } else {
              vErrors.push(err80);
            }
            errors++;
          } else {
            errors = _errs85;
            if (vErrors !== null) {
              if (_errs85) {
                vErrors.length = _errs85;
              } else {
                vErrors = null;
              }
            }
          }
        }
      } else {
        const err81 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err81];
        } else {
          vErrors.push(err81);
        }
        errors++;
      }
    }
  } else {
    const err82 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err82];
    } else {
      vErrors.push(err82);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// src/config/problems.ts
var validate = validate_generated_default;
function problemsOf(data, names) {
  const problems = [];
  const add = (at, message) => {
    const known = at ?? data.valueAt.get("");
    if (known && !problems.some((other) => other.at.start === known.start)) problems.push({ at: known, message });
  };
  if (!validate(data.value)) {
    for (const error of innermost(validate.errors ?? [])) {
      const key = error.params.additionalProperty;
      if (typeof key === "string") {
        const pointer = `${error.instancePath}/${escapePointer(key)}`;
        add(data.keyAt.get(pointer), `unknown key "${key}"${didYouMean(key, keysAt(error.instancePath))}`);
      } else add(data.valueAt.get(error.instancePath), sentenceOf(error));
    }
  }
  for (const [pointer, at] of data.keyAt) {
    const pattern = /^\/rules\/([^/]+)$/.exec(pointer)?.[1]?.replaceAll("~1", "/").replaceAll("~0", "~");
    if (pattern === void 0 || names.has(pattern)) continue;
    add(at, `unknown rule "${pattern}"${didYouMean(pattern, names) || '; "erp-audit rules" lists them'}`);
  }
  if (CATEGORIES.every((category) => weightIn(data.value, category) === 0)) {
    add(data.keyAt.get("/weights"), "every weight is 0, so that nothing can be scored; give one category a weight");
  }
  return problems.sort((a, b) => a.at.start - b.at.start);
}
function innermost(errors) {
  const isMismatch = ({ keyword, schemaPath }) => schemaPath.includes("/anyOf/") && (keyword === "type" || keyword === "enum");
  const own = errors.filter((error) => error.keyword !== "anyOf");
  return own.filter((error) => {
    const isBelow = (other) => other.instancePath.startsWith(`${error.instancePath}/`);
    const says = (other) => isBelow(other) || other.instancePath === error.instancePath && !isMismatch(other);
    return !isMismatch(error) || !own.some(says);
  });
}
function weightIn(value, category) {
  const weights = entryOf(value, "weights");
  return entryOf(weights, category);
}
function entryOf(value, key) {
  return typeof value === "object" && value !== null ? value[key] : void 0;
}
function sentenceOf(error) {
  const name = nameOf(error.instancePath);
  const values = error.params.allowedValues;
  if (Array.isArray(values)) return `${name} is one of ${values.join(", ")}`;
  if (error.keyword === "required") return `${name} needs the key "${String(error.params.missingProperty)}"`;
  if (error.keyword === "pattern") return `${name} is a size such as 512m or 16g`;
  if (error.keyword === "minItems") return `${name} needs at least one entry`;
  if (error.keyword === "minimum") return `${name} must be ${String(error.params.limit)} or more`;
  if (error.keyword === "maximum") return `${name} must be ${String(error.params.limit)} or less`;
  if (error.keyword === "exclusiveMinimum") return `${name} must be more than ${String(error.params.limit)}`;
  if (error.keyword === "type") return `${name} must be ${article(String(error.params.type))}`;
  return `${name} ${error.message ?? "is not valid"}`;
}
function nameOf(pointer) {
  if (pointer === "") return "the configuration";
  const isEntry = /\/\d+$/.test(pointer);
  return isEntry ? `an entry of "${lastOf(pointer.replace(/\/\d+$/, ""))}"` : `"${lastOf(pointer)}"`;
}
function article(type) {
  if (type === "array") return "a list";
  if (type === "object") return "a map";
  return `a ${type}`;
}
function lastOf(pointer) {
  return pointer.slice(pointer.lastIndexOf("/") + 1).replaceAll("~1", "/").replaceAll("~0", "~");
}
function escapePointer(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function keysAt(pointer) {
  const properties = CONFIG_SCHEMA.properties;
  if (pointer === "") return Object.keys(properties);
  if (pointer === "/weights") return CATEGORIES;
  if (pointer === "/host") return Object.keys(properties.host.properties);
  if (pointer.startsWith("/deployments/")) return Object.keys(properties.deployments.items.properties);
  return pointer.startsWith("/rules/") ? ["severity", "ignore", "reason"] : [];
}

// src/config/parse.ts
function parseConfig(source, rules, exists = () => true) {
  const yaml = parseYaml(source);
  const document = yaml.documents[0]?.root;
  const isManifest = /(^|\/)package\.json$/.test(source.path);
  const root = isManifest ? child(document, PACKAGE_KEY) : document;
  const problems = yaml.problems.map(({ at, message }) => ({
    at,
    message
  }));
  const second = yaml.documents[1]?.root;
  if (second) problems.push({ at: second.at, message: "a configuration is one document, and here begins a second" });
  if (isManifest && !root && problems.length === 0) {
    problems.push({ at: startOf(source), message: `there is no key "${PACKAGE_KEY}" in it` });
  }
  const data = problems.length === 0 && root && !isEmpty(root) ? toData(root) : void 0;
  if (data) problems.push(...problemsOf(data, patternNames(rules, CATEGORIES)), ...missingFiles(data, exists));
  if (problems.length > 0) {
    const inOrder = problems.toSorted((a, b) => a.at.start - b.at.start);
    return { ok: false, problems: inOrder.map(({ at, message }) => locate(source, at, message)) };
  }
  return { ok: true, config: data ? configOf(data, source) : { ...NO_CONFIG, path: source.path } };
}
function missingFiles(data, exists) {
  return [...data.valueAt].flatMap(([pointer, at]) => {
    if (!/^\/deployments\/\d+\/files\/\d+$/.test(pointer)) return [];
    const path = data.texts.get(pointer);
    return path === void 0 || exists(path) ? [] : [{ at, message: `there is no file "${path}"` }];
  });
}
function isEmpty(node) {
  return node.kind === "scalar" && node.text === null;
}
function startOf(source) {
  return { path: source.path, start: 0, end: 0 };
}
function locate(source, at, message) {
  const { line, column } = placeOf(source, at);
  return { line, column, message };
}
function configOf(data, source) {
  const shape = data.value;
  const memory = typeof shape.host?.memory === "string" ? parseBytes(shape.host.memory) : shape.host?.memory;
  return {
    path: source.path,
    rules: Object.entries(shape.rules ?? {}).map(([pattern, setting]) => ruleSetting(pattern, setting, data, source)),
    ...shape.minScore !== void 0 && { minScore: shape.minScore },
    ...shape.failOn !== void 0 && { failOn: shape.failOn },
    ...shape.keep !== void 0 && { keep: shape.keep },
    ...shape.baseline !== void 0 && { baseline: shape.baseline },
    exclude: shape.exclude ?? [],
    weights: new Map(CATEGORIES.flatMap((category) => weightOf(category, shape.weights?.[category]))),
    deployments: shape.deployments ?? [],
    ...shape.proxies?.tlsTerminatedUpstream !== void 0 && {
      tlsTerminatedUpstream: shape.proxies.tlsTerminatedUpstream
    },
    ...shape.capacity && { capacity: shape.capacity },
    ...shape.host && {
      host: {
        ...shape.host.cpus !== void 0 && { cpus: shape.host.cpus },
        ...memory !== void 0 && { memory }
      }
    }
  };
}
function weightOf(category, weight) {
  return weight === void 0 ? [] : [[category, weight]];
}
function ruleSetting(pattern, setting, data, source) {
  const details = typeof setting === "string" ? { severity: setting } : setting;
  const at = data.keyAt.get(`/rules/${pattern.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  const severity = details.severity;
  return {
    pattern,
    off: severity === "off",
    ...severity !== void 0 && severity !== "off" && { severity },
    ignore: details.ignore ?? [],
    ...details.reason !== void 0 && { reason: details.reason },
    ...at && { line: placeOf(source, at).line }
  };
}
module.exports = {
  house: runAudit,
  parseConfig
};
