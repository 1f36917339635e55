import { expect, test } from 'vitest'

import { parseCase } from '../shared/case/problems'
import { notPlain } from '../shared/plain-data'

test.each(['length', 'size'])(
  'an object that poses as a text with a %s of its own is refused before it is measured',
  (name) => {
    const posing = { [name]: { toString: 1 } }
    expect(notPlain({ practice: posing })?.message).toBe(
      `There is no field "${name}" at $.practice. Check the spelling, or leave it out.`,
    )
    expect(parseCase({ app: 'sell-or-stay', name: posing })).toMatchObject({ ok: false })
    expect(notPlain({ practice: { [name]: 3 } })).toBeUndefined()
  },
)
