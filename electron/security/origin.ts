/** Scheme and origin under which the desktop shell serves its pages: no `file:`, which would reach the whole disk. */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://main`

export const isOurs = (address: string): boolean => address === ORIGIN || address.startsWith(`${ORIGIN}/`)
