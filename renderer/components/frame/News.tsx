import type { Release } from '../../state/news'

/** What is new in each version. */
export function News({ releases }: { readonly releases: readonly Release[] }) {
  return releases.map(({ version, when, news }) => (
    <section key={version} aria-label={`Version ${version}`}>
      <h3>
        Version {version} <span className="quiet small">{when}</span>
      </h3>
      <ul>
        {news.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  ))
}
