import { expect, it } from 'vitest'

import { packingOnce } from '../../electron/jobs/packing'

const about = (title: string) => ({ title, author: 'A', creator: 'C' })

it('packs a PDF once, and again under another title or after a failure', async () => {
  const packed: string[] = []
  let broken = false
  const pack = packingOnce(async (pdf, { title }) => {
    if (broken) throw new Error('no memory')
    packed.push(`${title} ${pdf.length}`)
    return `packed ${title} ${pdf.length}`
  })
  const [one, same] = [new Uint8Array(1), new Uint8Array(1)]
  expect(await pack(one, about('Q'))).toBe('packed Q 1')
  expect(await pack(one, about('Q'))).toBe('packed Q 1')
  expect(packed).toEqual(['Q 1'])

  expect(await pack(one, about('R'))).toBe('packed R 1')
  // Another print with the same bytes may be of another case.
  await pack(same, about('R'))
  expect(packed).toEqual(['Q 1', 'R 1', 'R 1'])

  broken = true
  const other = new Uint8Array(2)
  await expect(pack(other, about('Q'))).rejects.toThrow('no memory')
  broken = false
  expect(await pack(other, about('Q'))).toBe('packed Q 2')
})
