import { deflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'

import { packedPdf } from '../../electron/documents/packed-pdf'

const about = { title: 'Müller (DSO) \\ 日本: sell or stay', author: 'Dr. Ann', creator: 'Sell or Stay 1.0.0' }

/** A PDF in the form Chromium writes: one classic table, every object separate. */
function written(bodies: readonly string[], trailer = '/Root 2 0 R\n/Info 1 0 R'): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = bodies.map((body, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = text.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${bodies.length + 1}\n${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const content = 'BT /F1 12 Tf 20 20 Td (Hello endobj) Tj ET'
const bodies = [
  "<</Title (old)\n/Creator (Mozilla \\(X11\\))\n/Producer (Skia/PDF m1)\n/CreationDate (D:20261128150614+00'00')>>",
  '<</Type /Catalog\n/Pages 3 0 R>>',
  '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
  '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 200 100]\n/Resources <</Font <</F1 6 0 R>>>>\n/Contents 5 0 R>>',
  `<</Length ${content.length}>> stream\n${content}\nendstream`,
  '<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>',
  // What makes the file large: objects of the structure tree.
  ...Array.from({ length: 450 }, (_, i) => `<</Type /StructElem\n/S /TD\n/K ${i}>>`),
]

/** A table on a page as Chromium writes it: each glyph by itself, each piece of text in an element that means nothing. */
function tagged(): Buffer {
  const text = (font: string, x: number, glyphs: string) =>
    `BT\n/${font} 10.6599998 Tf\n1 0 0 -1 ${x} 44.00390625 Tm\n${glyphs}\nET\n`
  const content = [
    '1 0 0 -1 0 100 cm\n',
    '/NonStruct <</MCID 0 >>BDC\n',
    // "AB" where the widths put it, "A" shifted left by a tenth of the size, "B" again where the width puts it
    text('F4', 20.796875, '<0021> Tj\n6.39600 0 Td <0022> Tj\n4.26401 0 Td <0021> Tj\n6.396 0 Td <0022> Tj'),
    'EMC\n/NonStruct <</MCID 1 >>BDC\n',
    text('F4', 80, '<0021> Tj'),
    'EMC\n/NonStruct <</MCID 2 >>BDC\n',
    text('F4', 120, '<0022> Tj'),
    'EMC\n0 50 20.00390625 1 re\nf\n20.00390625 50 30 1 re\nf\n',
  ].join('')
  const packed = deflateSync(content).toString('latin1')
  const leaf = (parent: number, mark: number) =>
    `<</Type /StructElem\n/S /NonStruct\n/P ${parent} 0 R\n/Pg 4 0 R\n/K ${mark}>>`
  const one = '<</O /Table\n/RowSpan 1>> <</O /Table\n/ColSpan 1>>'
  return written([
    bodies[0]!,
    '<</Type /Catalog\n/Pages 3 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 9 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 200 100]\n/Resources <</Font <</F4 6 0 R>>>>\n/StructParents 0\n/Contents 5 0 R>>',
    `<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed}\nendstream`,
    '<</Type /Font\n/Subtype /Type0\n/BaseFont /Arial\n/Encoding /Identity-H\n/DescendantFonts [7 0 R]\n/ToUnicode 18 0 R>>',
    '<</Type /Font\n/FontDescriptor 8 0 R\n/BaseFont /Arial\n/Subtype /CIDFontType2\n/CIDToGIDMap /Identity\n/CIDSystemInfo <</Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0>>\n/W [33 [600] 34 34 500]\n/DW 0>>',
    '<</Type /FontDescriptor\n/FontName /Arial\n/Flags 4\n/Ascent 900\n/Descent -200\n/StemV 50\n/CapHeight 700\n/ItalicAngle 0\n/FontBBox [0 0 1000 1000]>>',
    '<</Type /StructTreeRoot\n/K 10 0 R\n/ParentTreeNextKey 1\n/ParentTree 16 0 R\n/IDTree 19 0 R>>',
    '<</Type /StructElem\n/S /TR\n/P 9 0 R\n/K [11 0 R 13 0 R]>>',
    `<</Type /StructElem\n/S /TH\n/P 10 0 R\n/K 12 0 R\n/A [<</O /Table\n/Scope /Row>> ${one}]\n/ID (node1)>>`,
    leaf(11, 0),
    `<</Type /StructElem\n/S /TD\n/P 10 0 R\n/K [14 0 R 15 0 R]\n/A [<</O /Table\n/Headers [(node1)]>> ${one}]>>`,
    leaf(13, 1),
    leaf(13, 2),
    '<</Type /ParentTree\n/Nums [0 17 0 R]>>',
    '[12 0 R 14 0 R 15 0 R]',
    `<</Length 190>> stream\n${'/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0021> <0041> <0022> <0042> endbfchar endcmap end end'.padEnd(190)}\nendstream`,
    '<</Limits [(node1) (node1)]\n/Names [(node1) 11 0 R]>>',
  ])
}

async function placed(pdf: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const { items } = await page.getTextContent()
  const tree: unknown = await page.getStructTree()
  await task.destroy()
  return { items: items.flatMap((item) => ('str' in item && item.str ? [item] : [])), tree: JSON.stringify(tree) }
}

it('writes text in fewer operators and tags in fewer elements: every glyph stays where it was, every cell what it is', async () => {
  const pdf = tagged()
  const packed = await packedPdf(pdf, about)
  const [before, after] = [await placed(pdf), await placed(packed)]
  expect(after.items.map(({ str }) => str)).toEqual(before.items.map(({ str }) => str))
  expect(before.items.map(({ str }) => str).join('')).toContain('ABAB')
  after.items.forEach(({ transform, width }, i) => {
    expect(transform[4]).toBeCloseTo(before.items[i]!.transform[4] as number, 1)
    expect(transform[5]).toBeCloseTo(before.items[i]!.transform[5] as number, 1)
    expect(width).toBeCloseTo(before.items[i]!.width, 1)
  })
  // Row, header and cell are still there, in their order; the elements that meant nothing are gone.
  expect([...after.tree.matchAll(/"role":"(\w+)"/g)].map(([, role]) => role)).toEqual(['TR', 'TH', 'TD', 'Root'])
  expect(before.tree).toContain('NonStruct')
})

async function read(pdf: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> }
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join('')
  await task.destroy()
  return { info, text, pages: document.numPages }
}

it('packs what Chromium writes, says whose it is, and leaves the pages as they are', async () => {
  const pdf = written(bodies)
  const packed = await packedPdf(pdf, about)
  expect(packed.length).toBeLessThan(pdf.length / 4)
  const { info, text, pages } = await read(packed)
  expect({ text, pages }).toEqual({ text: 'Hello endobj', pages: 1 })
  expect(info).toMatchObject({
    Title: about.title,
    Author: about.author,
    Creator: about.creator,
    Producer: 'Skia/PDF m1',
    CreationDate: "D:20261128150614+00'00'",
  })
  // The same again, byte for byte.
  expect(Buffer.from(await packedPdf(pdf, about)).equals(Buffer.from(packed))).toBe(true)
})

it('hands on what it does not know: no PDF, one that is encrypted, one that was changed later, one that is cut', async () => {
  const pdf = written(bodies)
  const strange = [
    Buffer.from('%PDF-'),
    Buffer.alloc(0),
    written(bodies, '/Root 2 0 R\n/Info 1 0 R\n/Encrypt 6 0 R'),
    written(bodies, '/Root 2 0 R\n/Info 1 0 R\n/Prev 9'),
    written(bodies, '/Root 2 0 R'),
    pdf.subarray(0, pdf.length / 2),
    Buffer.concat([Buffer.from('x'), pdf]),
  ]
  for (const one of strange) expect(await packedPdf(one, about)).toBe(one)
})
