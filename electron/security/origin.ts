/** Scheme and origin of the pages in the desktop shell: not `file:`, which would reach the whole disk. */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://main`

export const isOurs = (address: string): boolean => address === ORIGIN || address.startsWith(`${ORIGIN}/`)
