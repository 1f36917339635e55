import fc from 'fast-check'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'

import { DevTools } from '../../electron/browser/devtools'

const pipes = () => ({ incoming: new PassThrough(), outgoing: new PassThrough() })

/** The messages that were sent. */
const sent = (outgoing: PassThrough): { id: number; method: string }[] =>
  String(outgoing.read() ?? '')
    .split('\0')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as { id: number; method: string })

describe('a browser on its pipe', () => {
  it('answers each command, however its messages are cut and in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: 200 }), { maxLength: 12 }),
        fc.boolean(),
        async (words, cuts, backward) => {
          const both = pipes()
          const tools = new DevTools(both)
          const answers = words.map((word) => tools.send('Say', { word }))
          const messages = sent(both.outgoing).map(({ id }, i) => JSON.stringify({ id, result: words[i] }))
          // An event in between is ignored.
          const all = [...(backward ? messages.toReversed() : messages), '{"method":"Page.loadEventFired"}']
          const bytes = Buffer.from(all.map((message) => `${message}\0`).join(''))
          const places = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])]
          places
            .toSorted((a, b) => a - b)
            .forEach((from, i, sorted) => both.incoming.write(bytes.subarray(from, sorted[i + 1] ?? from)))
          expect(await Promise.all(answers)).toEqual(words)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says in its own words what it does not do', async () => {
    const both = pipes()
    const answer = new DevTools(both).send('Page.fly')
    both.incoming.write('{"id":1,"error":{"code":-32601,"message":"Page.fly wasn’t found"}}\0')
    await expect(answer).rejects.toThrow('Page.fly wasn’t found')
  })

  it('lets nobody wait for one that has ended', async () => {
    const both = pipes()
    const tools = new DevTools(both)
    const answer = tools.send('Page.navigate')
    both.incoming.end()
    both.incoming.resume()
    await expect(answer).rejects.toThrow('the browser has ended')
    expect(tools.isOpen).toBe(false)
    await expect(tools.send('Page.navigate')).rejects.toThrow('the browser has ended')
  })
})
