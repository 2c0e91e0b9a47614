import { DATABASES } from './operators/databases.js'
import { MONITORING } from './operators/monitoring.js'
import type { OperatorRecipe } from './operators/recipe.js'
import { STORES } from './operators/stores.js'
import { STREAMS } from './operators/streams.js'

/** The custom resources that stand for data services and for what watches over them. */
export const OPERATOR_RECIPES: readonly OperatorRecipe[] = [...DATABASES, ...STREAMS, ...STORES, ...MONITORING]
