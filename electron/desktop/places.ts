import { z } from 'zod'

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
  /** Chromium's zoom level: 0 is 100%; each step is 20%. */
  zoom: z.number().min(-8).max(9),
})

/** Window bounds when last closed: one per display, and the display of the last one. */
export const placesSchema = z.object({ last: z.string(), of: z.record(z.string(), placeSchema) })
export type Place = z.output<typeof placeSchema>
export type Places = z.output<typeof placesSchema>

/** In desktop pixels across all displays; a display to the left of the first has negative values. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Display {
  readonly id: string
  readonly workArea: Area
}

const USUAL = { width: 1280, height: 860 }
/** Offset of each further window, so that the one behind it remains visible. */
const STEP = 28

/**
 * Where a window opens: on the display of the window last closed, at its bounds there. If that display is gone or
 * smaller, centered on the first display and no larger than it.
 * @param displays the primary display first; at least one
 * @param open how many windows are already open
 */
export function placeFor(displays: readonly Display[], places: Places | undefined, open: number): Place {
  const { id, workArea } = displays.find((one) => one.id === places?.last) ?? displays[0]!
  const remembered = places?.of[id]
  const reachable = remembered && canBeReached(remembered, workArea)
  const place = reachable ? remembered : inTheMiddle(workArea, remembered?.zoom ?? 0)
  if (open === 0) return place
  const down = (open % 8) * STEP
  const moved = { ...place, x: place.x + down, y: place.y + down, maximized: false, fullScreen: false }
  return canBeReached(moved, workArea) ? moved : inTheMiddle(workArea, place.zoom)
}

/** With the entry for this display replaced. */
export const remember = (places: Places | undefined, display: string, place: Place): Places => ({
  last: display,
  of: { ...places?.of, [display]: place },
})

/** Whether enough of the title bar is on the display to drag it. */
const canBeReached = ({ x, y, width }: Place, area: Area): boolean =>
  x + width >= area.x + 100 && x <= area.x + area.width - 100 && y >= area.y && y <= area.y + area.height - 50

function inTheMiddle(area: Area, zoom: number): Place {
  const width = Math.min(USUAL.width, area.width)
  const height = Math.min(USUAL.height, area.height)
  const x = area.x + Math.round((area.width - width) / 2)
  const y = area.y + Math.round((area.height - height) / 2)
  return { x, y, width, height, maximized: false, fullScreen: false, zoom }
}
