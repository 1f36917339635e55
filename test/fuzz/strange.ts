import fc from 'fast-check'

/** JSON values that no field accepts. */
const json = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(null, '', 0, -1, 1e300, 1e-300, -0, 0.5, true, [], {}, 'x', '__proto__') },
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('2027-02-30', '2027-06-30', '0000-00-00', '9999-12-31', 'entered', 'harbor', 'rolled'),
  fc.constantFrom('x🦷'.repeat(3000), ' '.repeat(5000), '\u001b[2J\n', '\uD83E', '\uFFFE'),
  fc.constantFrom({ id: '__proto__' }, { id: 'a', toString: 1 }, { constructor: null }, [{ id: 'a' }, { id: 'a' }]),
  fc.jsonValue({ maxDepth: 3 }),
)

const nested = (levels: number): unknown => {
  let inner: unknown = 0
  for (let level = 0; level < levels; level++) inner = level % 2 ? { a: inner } : [inner]
  return inner
}
const circle = (): unknown => {
  const one: Record<string, unknown> = {}
  return Object.assign(one, { one, list: [one] })
}

/** Values that no file can hold, but a program may be passed. */
export const strange: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: json },
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
  // oxlint-disable-next-line unicorn/no-new-array
  fc.constantFrom(nested(40), nested(10_000), circle(), Number.NaN, Infinity, 5n, () => 1, Symbol('x'), new Array(1e8)),
)

const keys = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'kind', 'length', 'k'.repeat(5000)),
)

/** One change somewhere in a value: the numbers choose the place, whatever the value looks like. */
const change = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'double'),
  key: keys,
  value: strange,
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

/** A valid value with a few changes. The original is not modified. */
export const changedFrom = <T>(valid: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc
    .tuple(valid, fc.array(change, { maxLength: 4 }))
    .map(([value, changes]) => changes.reduce<unknown>(changed, structuredClone(value)))

function changed(root: unknown, { way, how, key, value }: Change): unknown {
  let node = root as Record<string, unknown>
  if (!isNode(node)) return value
  const [last, ...before] = way.toReversed() as [number, ...number[]]
  for (const step of before.toReversed()) {
    const inside = Object.values(node).filter(isNode)
    if (inside.length > 0) node = inside[step % inside.length] as Record<string, unknown>
  }
  const names = Object.keys(node)
  // A list has a length of its own.
  if (key === 'length' && Array.isArray(node)) return root
  const name = names.length > 0 ? names[last % names.length]! : key
  if (how === 'remove') delete node[name]
  else if (how === 'double' && Array.isArray(node)) node.push(node[0])
  else Object.defineProperty(node, how === 'add' ? key : name, { ...PLAIN, value })
  return root
}

const PLAIN = { enumerable: true, writable: true, configurable: true }
const isNode = (value: unknown): boolean => value !== null && typeof value === 'object' && !Object.isFrozen(value)
