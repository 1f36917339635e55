import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The information a PDF reader has. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly text: string
  /** Each piece of horizontal text, with its box in points from the lower left corner. */
  readonly pieces: readonly TextPiece[]
  /** Roles of the structure tree in order: H1, P, Table, TH … */
  readonly roles: readonly string[]
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[]
  /** The pages, from 1, to which the links lead, in their order. */
  readonly links: readonly number[]
}

export interface TextPiece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

export interface Pdf {
  readonly title: string
  readonly author: string
  readonly creator: string
  readonly language: string | null
  readonly tagged: boolean
  /** Entries of the outline, each with its depth and the page, from 1, on which the heading stands. */
  readonly outline: readonly { readonly title: string; readonly depth: number; readonly page: number }[]
  readonly pages: readonly PdfPage[]
  /** The number of bitmap images. */
  readonly pictures: number
}

interface OutlineNode {
  readonly title: string
  readonly dest: string | unknown[] | null
  readonly items: readonly OutlineNode[]
}
interface Structure {
  readonly role?: string
  readonly children?: readonly Structure[]
}

/** Reads a PDF as an outside reader would. */
export async function readPdf(content: Uint8Array): Promise<Pdf> {
  const task = getDocument({ data: new Uint8Array(content), verbosity: 0, fontExtraProperties: true })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as {
    info: { Title?: string; Author?: string; Creator?: string; Language?: string | null }
  }
  // A map, whatever its declaration says.
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  const outline = ((await document.getOutline()) ?? []) as OutlineNode[]
  const flat = (nodes: readonly OutlineNode[], depth: number): (OutlineNode & { depth: number })[] =>
    nodes.flatMap((node) => [{ ...node, depth }, ...flat(node.items, depth + 1)])
  const pageOf = async (dest: string | unknown[] | null): Promise<number> => {
    const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
    return target ? (await document.getPageIndex(target[0] as Parameters<typeof document.getPageIndex>[0])) + 1 : 0
  }
  const pages: PdfPage[] = []
  for (let i = 1; i <= document.numPages; i++) {
    // Page by page: pdfjs keeps a page's fonts until it is cleaned up.
    // oxlint-disable-next-line no-await-in-loop
    pages.push(await readPage(await document.getPage(i), pageOf))
  }
  const read = {
    title: info.Title ?? '',
    author: info.Author ?? '',
    creator: info.Creator ?? '',
    language: info.Language ?? null,
    tagged: marks?.get('Marked') ?? false,
    outline: await Promise.all(
      flat(outline, 0).map(async ({ title, depth, dest }) => ({ title, depth, page: await pageOf(dest) })),
    ),
    pages,
    pictures:
      Buffer.from(content)
        .toString('latin1')
        .match(/\/Subtype\s*\/Image\b/g)?.length ?? 0,
  }
  await task.destroy()
  return read
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function readPage(page: Page, pageOf: (dest: string | unknown[] | null) => Promise<number>): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const { fnArray, argsArray } = await page.getOperatorList()
  const names = new Set<string>()
  fnArray.forEach((operation, i) => {
    if (operation === OPS.setFont) names.add((argsArray[i] as [string])[0])
  })
  const fonts = [...names].map((name) => {
    const font = page.commonObjs.get(name) as { name: string; missingFile?: boolean }
    return { name: font.name, embedded: font.missingFile !== true }
  })
  const roles = (node: Structure): string[] => [
    ...(node.role ? [node.role] : []),
    ...(node.children ?? []).flatMap(roles),
  ]
  const annotations = (await page.getAnnotations()) as { dest?: string | unknown[] | null }[]
  const links = await Promise.all(annotations.flatMap(({ dest }) => (dest ? [pageOf(dest)] : [])))
  const tree = (await page.getStructTree()) as Structure | null
  return {
    width,
    height,
    text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    pieces: items.flatMap((item) => pieceOf(item)),
    roles: tree ? roles(tree) : [],
    fonts,
    links,
  }
}

/** The height of a letter without ascender or descender, relative to the font size. */
const BODY = 0.7

function pieceOf(item: object): TextPiece[] {
  if (!('str' in item)) return []
  const { str, transform, width } = item as { str: string; transform: number[]; width: number }
  const [a = 0, b = 0, , , left = 0, bottom = 0] = transform
  if (str.trim() === '' || Math.abs(b) > 1e-6) return []
  return [{ text: str, left, right: left + width, bottom, top: bottom + BODY * a }]
}
