// The letter that asks for other terms, as Word receives it.
import { describe, expect, it } from 'vitest'

import { asks } from '../../shared/analysis/asks'
import { Variations } from '../../shared/analysis/variations'
import { samples } from '../../shared/case/samples'
import { Engine } from '../../shared/model'
import { hostOn } from '../support/host'
import { unzipped } from '../support/zip'

const { document } = samples.find(({ name }) => name === 'general-dentist')!
const offer = document.offers[0]!
const all = asks(new Variations(new Engine().structureOf(document)), document, offer)
const some = ['price/multiple', 'job/rate'].map((term) => all.find(({ lever }) => lever.id.endsWith(term))!)

async function lettersOf(what: 'letter' | 'worth', ids = some.map(({ lever }) => lever.id)) {
  const host = hostOn({ now: () => new Date('2026-11-28T12:00:00Z') })
  const { id } = await host.value('createCase', { sample: 'general-dentist' })
  const { name, content } = await host.value('counterOffer', { id, offer: offer.id, asks: ids, what })
  const files = unzipped(Buffer.from(content, 'base64'))
  const text = files
    .get('word/document.xml')!
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&apos;', "'")
  return { name, text, all: [...files.values()].join('\n') }
}

describe('a counter-offer letter', () => {
  it('states each chosen term as offered and as asked for, and binds nobody', async () => {
    const { name, text } = await lettersOf('letter')
    expect(name).toBe('Harbor, counter-offer.docx')
    expect(text).toContain('November 28, 2026')
    expect(text).toMatch(/^6\.5× EBITDA$/m)
    // The letter is in the owner's voice, not the program's.
    expect(text).toContain('Pay for my work\n28% of my collections\n29% of my collections')
    expect(text).toContain('neither an offer nor an acceptance')
    expect(text).toContain('DRAFT for review by your attorney')
  })

  it('says nothing of what the terms are worth; that is a document of its own', async () => {
    const worth = some.map(({ expected }) => Math.round(expected).toLocaleString('en-US'))
    const letter = await lettersOf('letter')
    for (const amount of worth) expect(letter.all).not.toContain(amount)
    const own = await lettersOf('worth')
    for (const amount of worth) expect(own.text).toContain(`$${amount}`)
    expect(own.name).toContain('PRIVATE')
    expect(own.text).toContain('Do not send this to the buyer.')
  })

  it('is refused where nothing that was chosen can be asked for', async () => {
    const host = hostOn()
    const { id } = await host.value('createCase', { sample: 'general-dentist' })
    const call = (of: string, ids: string[]) => host.call('counterOffer', { id, offer: of, asks: ids, what: 'letter' })
    expect(await call(offer.id, ['offers/harbor/nothing'])).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(await call('gone', [some[0]!.lever.id])).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await call(offer.id, [])).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })
})
