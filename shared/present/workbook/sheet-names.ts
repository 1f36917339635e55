import { fitted } from '../../text'

/** Excel keeps this name, in any case, for its own record of changes. */
const RESERVED = 'history'

/**
 * Valid Excel sheet names: at most 31 UTF-16 units, no characters that Excel reserves or XML cannot hold, not empty, not
 * a reserved name, unique ignoring case.
 * @param others names already taken
 */
export function sheetNames(texts: readonly string[], others: readonly string[]): string[] {
  const taken = new Set([RESERVED, ...others.map(folded)])
  return texts.map((text) => {
    const name = freeName(text, taken)
    taken.add(folded(name))
    return name
  })
}

function freeName(text: string, taken: ReadonlySet<string>): string {
  const allowed = text.toWellFormed().replaceAll(/[\\/?*[\]:'\p{Cc}\uFFFD-\uFFFF]/gu, ' ')
  const plain = fitted(allowed.replaceAll(/\s+/g, ' ').trim(), 28).trim() || 'Path'
  for (let n = 1; ; n++) {
    const name = n === 1 ? plain : `${plain} ${n}`
    if (!taken.has(folded(name))) return name
  }
}

/** Equal for names that Excel treats as equal. */
const folded = (name: string): string => name.toUpperCase().toLowerCase()
