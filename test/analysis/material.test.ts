import { describe, expect, it } from 'vitest'

import type { Contest } from '../../shared/analysis/contest'
import { material, unconfirmedFields } from '../../shared/analysis/material'
import { set } from '../../shared/case/path'
import { Structure } from '../../shared/model'
import { leadOf, sample, taxedSamples, variationsOf } from './support'

const contestOf = (offer: string): Contest => ({
  paths: [offer, 'keep'],
  view: 'expected',
  figure: 'leadAtRetirementToday',
})

describe('what unconfirmed values may move', () => {
  it.each(taxedSamples)('names every unconfirmed value once, the greatest first (%s)', (_, document) => {
    const found = material(variationsOf(document), document, contestOf(document.offers[0]!.id))
    expect(found.map(({ path }) => path).sort()).toEqual(
      unconfirmedFields(new Structure(document), document).toSorted(),
    )
    expect(found.length).toBeGreaterThan(20)
    found.slice(1).forEach(({ swing }, i) => expect(swing).toBeLessThanOrEqual(found[i]!.swing))
    expect(found.every(({ swing }) => swing >= 0)).toBe(true)
  })

  it('moves the lead by what two evaluations of their own differ', () => {
    const document = sample('general-dentist')
    const offer = document.offers[0]!
    const path = `offers/${offer.id}/job/benefits`
    const unsure = set({ ...document, origins: {} }, path, 10_000)
    const contest = contestOf(offer.id)
    const { swing } = material(variationsOf(unsure), unsure, contest).find((one) => one.path === path)!
    const leads = [8_000, 10_000, 12_000].map((value) => leadOf(set(unsure, path, value), contest))
    expect(swing).toBeCloseTo(Math.max(...leads) - Math.min(...leads), 4)
    expect(swing).toBeGreaterThan(1)
  })

  it('says that an answer may flip exactly where another path is ahead at an end', () => {
    const document = { ...sample('general-dentist'), origins: {} }
    const contest = contestOf(document.offers[0]!.id)
    const lead = leadOf(document, contest)
    const found = material(variationsOf(document), document, contest)
    expect(found.filter(({ flips }) => flips).every(({ swing }) => swing >= Math.abs(lead))).toBe(true)
    expect(found.some(({ flips }) => flips)).toBe(true)
  })

  it('leaves out what is entered or confirmed', () => {
    const document = sample('general-dentist')
    const origins = Object.fromEntries(
      unconfirmedFields(new Structure(document), document).map((path) => [path, 'entered' as const]),
    )
    const confirmed = { ...document, origins: { ...document.origins, ...origins } }
    expect(material(variationsOf(confirmed), confirmed, contestOf(document.offers[0]!.id))).toEqual([])
  })
})
