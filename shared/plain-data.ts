import { jsonPath } from './case/path'
import { clipped } from './text'

/** Levels of lists and objects inside each other. A case has nine. */
const DEEPEST = 32
/** Values in all. The largest case that the schema allows has some 50,000. */
const MOST_VALUES = 200_000

export interface NotPlain {
  readonly keys: readonly PropertyKey[]
  /** A sentence. */
  readonly message: string
}

/**
 * Looks at what comes from outside before anything else does: only null, booleans, numbers, texts, lists, and objects
 * of these may come in, neither too deep (a circle is too deep) nor too many. Whoever reads what has passed need fear
 * no endless walk and no value that cannot be printed. Undefined if all is well. Never throws.
 * @param most values in all
 */
export function notPlain(value: unknown, most = MOST_VALUES): NotPlain | undefined {
  let left = most
  const look = (node: unknown, keys: readonly PropertyKey[]): NotPlain | undefined => {
    if (node === null || node === undefined) return undefined
    if (typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean') return undefined
    const list = Array.isArray(node)
    if (!list && Object.prototype.toString.call(node) !== '[object Object]')
      return {
        keys,
        message: `${jsonPath(keys)} is ${typeof node === 'object' ? 'an object of a special kind' : `a ${typeof node}`}, which no file can hold. Use a text, a number, true, false, null, a list or an object.`,
      }
    if (keys.length >= DEEPEST)
      return {
        keys: [],
        message: `Nothing is read that is nested more than ${DEEPEST} levels deep, as at ${clipped(jsonPath(keys), 80)}. Make it flatter.`,
      }
    const names = Object.keys(node as object)
    // A list may carry names besides its entries when it comes from another process; `constructor` would be one to fear.
    if (list && !/^\d*$/.test(names.at(-1) ?? ''))
      return {
        keys,
        message: `${jsonPath(keys)} is a list and has names as well, which no file can hold. Leave the names out.`,
      }
    // Checks of a text's length ask any object for its own, and fail on one that cannot be compared with a number.
    const posing = list
      ? undefined
      : ['length', 'size'].find((name) => typeof Reflect.get(node as object, name) === 'object')
    if (posing)
      return {
        keys,
        message: `There is no field "${posing}" at ${clipped(jsonPath(keys), 80)}. Check the spelling, or leave it out.`,
      }
    left -= list ? node.length : names.length
    if (left < 0)
      return {
        keys: [],
        message: `Nothing is read that holds more than ${most.toLocaleString('en-US')} values. Leave out what is not needed.`,
      }
    const inside = list ? node.entries() : Object.entries(node as object)
    for (const [key, item] of inside) {
      const found = look(item, [...keys, key])
      if (found) return found
    }
    return undefined
  }
  return look(value, [])
}
