import { useLayoutEffect, useRef, useState } from 'react'

/** As wide as two digits, and empty: the page number, which is known only when the pages are, goes here (`pdf-contents.ts`). */
const PLACE = '\u2007\u2007'

/**
 * The chapters of the report with their pages. It lists what the page holds, for a chapter without content is left out.
 * @param of what the chapters are made from: another report may follow on the same page
 */
export function Contents({ of: report }: { readonly of: unknown }) {
  const own = useRef<HTMLElement>(null)
  const [titles, setTitles] = useState<readonly string[]>([])
  useLayoutEffect(() => {
    const found = [...(own.current?.closest('.report')?.querySelectorAll('.level-2') ?? [])]
    found.forEach((heading, i) => (heading.id = `chapter-${i + 1}`))
    const names = found.map((heading) => heading.textContent)
    setTitles((now) => (now.join('\n') === names.join('\n') ? now : names))
  }, [report])
  return (
    <nav className="contents" aria-label="Contents" ref={own}>
      {titles.map((title, i) => (
        <span key={`${i} ${title}`}>
          <a href={`#chapter-${i + 1}`}>{title}</a> <span>{PLACE}</span>
        </span>
      ))}
    </nav>
  )
}
