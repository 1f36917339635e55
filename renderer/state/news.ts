/** A version with what is new in it for the person, in the order of the list. */
export interface Release {
  readonly version: string
  /** As it stands in the list: a date, or that it is not released yet. */
  readonly when: string
  readonly news: readonly string[]
}

/**
 * Reads CHANGELOG.md: a heading `## 1.2.3 (date)` a version, the newest first, and an entry `- …` for each thing that is
 * new, which may go on in indented lines.
 */
export function releasesIn(changelog: string): Release[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...rest] = section.split('\n')
      const [, version = heading, when = ''] = /^(\S+)\s*(?:\((.*)\))?/.exec(heading) ?? []
      const news = rest
        .join('\n')
        .split(/^- /m)
        .slice(1)
        .map((entry) => entry.trim().replace(/\s+/g, ' '))
      return { version, when, news }
    })
}

/** What came after the version whose news was seen: all that stands above it in the list. @param seen null if none was */
export function since(releases: readonly Release[], seen: string | null): readonly Release[] {
  const at = releases.findIndex(({ version }) => version === seen)
  return at < 0 ? releases.slice(0, 1) : releases.slice(0, at)
}
