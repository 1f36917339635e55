// Where a window opens: on the display where one was last closed, and within reach of the pointer.
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { placeFor, placesSchema, remember, type Display, type Place } from '../../electron/desktop/places'

const laptop: Display = { id: 'laptop', workArea: { x: 0, y: 25, width: 1440, height: 875 } }
const monitor: Display = { id: 'monitor', workArea: { x: 1440, y: 0, width: 2560, height: 1400 } }
const place: Place = { x: 1700, y: 100, width: 1600, height: 1000, maximized: false, fullScreen: false, zoom: 1 }

it('opens for the first time in the middle of the first display', () => {
  expect(placeFor([laptop, monitor], undefined, 0)).toEqual({
    x: 80,
    y: 33,
    width: 1280,
    height: 860,
    maximized: false,
    fullScreen: false,
    zoom: 0,
  })
})

it('opens where it was, on the display where it was', () => {
  const places = remember(undefined, 'monitor', { ...place, maximized: true })
  expect(placeFor([laptop, monitor], places, 0)).toEqual({ ...place, maximized: true })
})

it('has a place on each display, and goes to that of the last', () => {
  const onLaptop = { ...place, x: 10, y: 40, width: 1000, height: 700 }
  const places = remember(remember(undefined, 'monitor', place), 'laptop', onLaptop)
  expect(placeFor([laptop, monitor], places, 0)).toEqual(onLaptop)
  expect(placeFor([laptop, monitor], { ...places, last: 'monitor' }, 0)).toEqual(place)
})

it('opens on the display that is left when the other is unplugged', () => {
  const places = remember(undefined, 'monitor', place)
  expect(placeFor([laptop], places, 0)).toMatchObject({ x: 80, y: 33, width: 1280, height: 860 })
})

it('keeps the zoom where the place is out of reach', () => {
  const places = remember(undefined, 'laptop', { ...place, x: 1439 })
  expect(placeFor([laptop], places, 0)).toMatchObject({ x: 80, zoom: 1 })
})

it('opens each further window a little lower, and never full screen', () => {
  const places = remember(undefined, 'monitor', { ...place, fullScreen: true })
  expect(placeFor([laptop, monitor], places, 1)).toEqual({ ...place, x: 1728, y: 128 })
})

it('puts every window where a hand can take it, whatever is remembered', () => {
  const area = fc.record({
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.integer({ min: -2000, max: 2000 }),
    width: fc.integer({ min: 640, max: 6000 }),
    height: fc.integer({ min: 480, max: 4000 }),
  })
  const displays = fc
    .array(area, { minLength: 1, maxLength: 3 })
    .map((areas) => areas.map((workArea, i) => ({ id: String(i), workArea })))
  const remembered = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: 400, max: 20_000 }),
    height: fc.integer({ min: 300, max: 20_000 }),
    maximized: fc.boolean(),
    fullScreen: fc.boolean(),
    zoom: fc.double({ min: -8, max: 9, noNaN: true }),
  })
  const places = fc.option(
    fc.record({
      last: fc.constantFrom('0', '1', '2', 'gone'),
      of: fc.dictionary(fc.constantFrom('0', '1', '2'), remembered),
    }),
    { nil: undefined },
  )
  fc.assert(
    fc.property(displays, places, fc.nat(20), (displays, places, open) => {
      const found = placeFor(displays, places && placesSchema.parse(places), open)
      const taken = displays.some(
        ({ workArea: { x, y, width, height } }) =>
          found.x + found.width >= x + 100 && found.x <= x + width - 100 && found.y >= y && found.y <= y + height - 50,
      )
      expect(taken).toBe(true)
    }),
  )
})
