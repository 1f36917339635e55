/** A version with its changes for users, in list order. */
export interface Release {
  readonly version: string
  /** As written in the list: a date, or "unreleased". */
  readonly when: string
  readonly news: readonly string[]
}

/**
 * Parses CHANGELOG.md: a heading `## 1.2.3 (date)` per version, newest first, and an entry `- …` for each change, which
 * may continue on indented lines.
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

/**
 * The versions newer than the one whose news was last seen: everything above it in the list.
 * @param seen null if none was
 */
export function since(releases: readonly Release[], seen: string | null): readonly Release[] {
  const at = releases.findIndex(({ version }) => version === seen)
  return at < 0 ? releases.slice(0, 1) : releases.slice(0, at)
}
