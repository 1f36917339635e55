/** The palette is loaded when it is first asked for; until then this is all that is there of it. */
const EVENT = 'open-palette'

export const openPalette = (): void => void globalThis.dispatchEvent(new Event(EVENT))

export function onOpenPalette(listener: () => void): () => void {
  globalThis.addEventListener(EVENT, listener)
  return () => globalThis.removeEventListener(EVENT, listener)
}
