/** The pages of a case, and those that need none. */
export const CASE_PAGES = [
  'interview',
  'documents',
  'practice',
  'you',
  'offers',
  'ways',
  'partner',
  'unconfirmed',
  'compare',
  'risk',
  'retirement',
  'years',
  'snapshots',
  'report',
] as const
export type CasePage = (typeof CASE_PAGES)[number]
export const OTHER_PAGES = ['start', 'settings', 'shortcuts', 'glossary', 'about'] as const
export type Page = CasePage | (typeof OTHER_PAGES)[number]

export interface Route {
  readonly page: Page
  readonly id: string | undefined
}

const isCasePage = (page: string): page is CasePage => (CASE_PAGES as readonly string[]).includes(page)

/** The route of a hash; unknown ones lead to the start page. */
export function routeOf(hash: string): Route {
  const [path = ''] = hash.replace(/^#\/?/, '').split('?')
  const [first = '', id, page = 'practice'] = path.split('/')
  if (first === 'case' && id) return { page: isCasePage(page) ? page : 'practice', id }
  const other = OTHER_PAGES.find((page) => page === first)
  if (other) return { page: other, id: undefined }
  return { page: 'start', id: undefined }
}

/** The hash of a page; a page of a case needs the case's id. */
export function hashOf(page: Page, id: string | undefined): string {
  if (isCasePage(page)) return id ? `#/case/${id}/${page}` : '#/'
  return page === 'start' ? '#/' : `#/${page}`
}
