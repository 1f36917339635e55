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
