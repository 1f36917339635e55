/** The palette is loaded on first use; until then this event is all there is of it. */
const EVENT = 'open-palette'

export const openPalette = (): void => void globalThis.dispatchEvent(new Event(EVENT))

export function onOpenPalette(listener: () => void): () => void {
  globalThis.addEventListener(EVENT, listener)
  return () => globalThis.removeEventListener(EVENT, listener)
}
