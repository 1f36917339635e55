import { createContext, useContext, type ReactNode } from 'react'

/** How far headings are lowered: a standalone report begins at h1, a preview inside a page below that page's h1. */
export const HeadingShift = createContext(0)

export function Heading({ level, children }: { readonly level: 1 | 2 | 3 | 4; readonly children: ReactNode }) {
  const Tag = `h${Math.min(6, level + useContext(HeadingShift))}` as 'h1'
  return <Tag className={`level-${level}`}>{children}</Tag>
}
