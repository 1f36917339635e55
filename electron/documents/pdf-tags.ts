import { referenceTo } from './pdf-objects'

/** A leaf of the structure tree that says nothing but which marked content it is. */
const LEAF = /^<<\/Type \/StructElem\n\/S \/NonStruct\n\/P (\d+) 0 R\n\/Pg (\d+) 0 R\n\/K (\d+)>>\s*$/

const ELEMENT = /^<<\/Type \/StructElem\n/
const KIDS = /\n\/K (?:(\d+ 0 R)|\[((?:\d+ 0 R ?)+)\])/

/** A piece of marked content: where it is, and what it belongs to. */
export interface Leaf {
  readonly parent: number
  /** Its place among what the parent has. */
  readonly place: number
  readonly page: string
  readonly content: string
}

/** Marked content by the page and its number there. */
export const contentKey = ({ page, content }: { readonly page: string; readonly content: string }): string =>
  `${page} ${content}`

/**
 * Text that Chromium wraps into elements without a meaning (NonStruct), by the numbers of these elements.
 * @param text of an object that is not a stream, by its number
 */
export function leavesOf(text: ReadonlyMap<number, string>): Map<number, Leaf> {
  const leaves = new Map<number, Leaf>()
  for (const [parent, body] of text) {
    if (!ELEMENT.test(body)) continue
    kidsOf(body).forEach((kid, place) => {
      const found = LEAF.exec(text.get(kid) ?? '')
      if (found && Number(found[1]) === parent) leaves.set(kid, { parent, place, page: found[2]!, content: found[3]! })
    })
  }
  return leaves
}

function kidsOf(body: string): number[] {
  const found = KIDS.exec(body)
  return ((found?.[1] ?? found?.[2])?.match(/\d+(?= 0 R)/g) ?? []).map(Number)
}

/**
 * The structure tree with fewer objects and the same sense: a leaf's content belongs to the element around it (ISO 32000-1
 * §14.7.4), and what a cell's place in its table says already is left out. Headings, tables with the scope of their headers,
 * lists, links and alternative texts stay.
 * @param joined keys of content that has become part of the one before it
 * @returns the objects that change, by their numbers; null for one that is gone
 */
export function flatterTags(
  text: ReadonlyMap<number, string>,
  leaves: ReadonlyMap<number, Leaf>,
  joined: ReadonlySet<string>,
): Map<number, string | null> {
  const changed = new Map<number, string | null>()
  const scoped = allScoped(text)
  const names = scoped ? nameTree(text) : []
  for (const number of names) changed.set(number, null)
  for (const number of leaves.keys()) changed.set(number, null)
  for (const [number, body] of text) {
    if (changed.get(number) === null) continue
    const written = ELEMENT.test(body)
      ? attributes(withContent(body, leaves, joined), scoped)
      : body.startsWith('[') // what the marked contents of a page belong to
        ? body.replaceAll(/(\d+) 0 R/g, (whole, one: string) => {
            const leaf = leaves.get(Number(one))
            return leaf ? `${leaf.parent} 0 R` : whole
          })
        : scoped && body.startsWith('<</Type /StructTreeRoot')
          ? body.replace(/\n\/IDTree \d+ 0 R/, '')
          : body
    if (written !== body) changed.set(number, written)
  }
  return changed
}

/** The objects of the tree in which an element is found by its name. */
function nameTree(text: ReadonlyMap<number, string>): number[] {
  const root = [...text.values()].find((body) => body.startsWith('<</Type /StructTreeRoot'))
  const below = (number: number): number[] => [
    number,
    ...[...(/\/Kids \[([^\]]*)\]/.exec(text.get(number) ?? '')?.[1] ?? '').matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) =>
      below(Number(kid)),
    ),
  ]
  const top = referenceTo('IDTree', root ?? '')
  return top === undefined ? [] : below(top)
}

/** Content on the element's page by its number, content on another page with that page. */
function withContent(body: string, leaves: ReadonlyMap<number, Leaf>, joined: ReadonlySet<string>): string {
  const own = /\n\/Pg (\d+) 0 R/.exec(body)?.[1]
  const kids = kidsOf(body)
  const page = own ?? kids.map((kid) => leaves.get(kid)?.page).find((one) => one !== undefined)
  if (!kids.some((kid) => leaves.has(kid))) return body
  const written = kids.flatMap((kid) => {
    const leaf = leaves.get(kid)
    if (!leaf) return [`${kid} 0 R`]
    if (joined.has(contentKey(leaf))) return []
    return [leaf.page === page ? leaf.content : `<</Type/MCR/Pg ${leaf.page} 0 R/MCID ${leaf.content}>>`]
  })
  const onPage = own === undefined ? `\n/Pg ${page} 0 R` : ''
  return body.replace(KIDS, `${onPage}\n/K ${written.length === 1 ? written[0] : `[${written.join(' ')}]`}`)
}

/** A span of one row or column, which is what a cell has anyway (ISO 32000-1 §14.8.5.7). */
const SPAN = / ?<<\/O \/Table\n\/(?:Row|Col)Span 1>>/g

/** Which header cells belong to a cell, and the name by which one is known. */
const HEADERS = / ?<<\/O \/Table\n\/Headers \[[^\]]*\]>>/g
const NAME = /\n\/ID \([^)]*\)/

const attributes = (body: string, headers: boolean): string => {
  const spanned = body.replaceAll(SPAN, '')
  return (headers ? spanned.replaceAll(HEADERS, '').replace(NAME, '') : spanned).replace('\n/A []', '')
}

/** Whether each header cell says whether it heads its row or its column: then nothing more need be said (§14.8.4.3.4). */
const allScoped = (text: ReadonlyMap<number, string>): boolean =>
  [...text.values()].every((body) => !body.startsWith('<</Type /StructElem\n/S /TH\n') || body.includes('/Scope /'))
