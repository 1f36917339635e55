import { useEffect, useLayoutEffect } from 'react'

import type { Case } from '../../shared/case/schema'
import type { Capabilities, PaperSize } from '../../shared/host'
import { day } from '../format'

/** What stands on every page of a print, and on which paper. */
export interface Sheet {
  /** The address of the print, which says that it is complete. */
  readonly hash: string
  readonly document: Case
  readonly capabilities: Capabilities
  readonly caseHash: string
  readonly paper: PaperSize
  /** Of the file. */
  readonly title: string
  /** Whether all that is to be printed is there. */
  readonly complete: boolean
}

/** Sets up the page for printing; once it is complete, sets `data-ready` on the root element to its address. */
export function usePaper({ hash, document: owned, capabilities, caseHash, paper, title, complete }: Sheet): void {
  const { today, version } = capabilities
  const { name } = owned
  useLayoutEffect(() => {
    const root = document.documentElement
    // The page margin boxes read these; the title becomes the title of the file.
    root.style.setProperty('--report-case', quoted(owned.name))
    root.style.setProperty('--report-day', quoted(day(today)))
    root.style.setProperty(
      '--report-foot',
      quoted(
        `Sell or Stay ${version} · case ${caseHash} · seed ${owned.risk.seed} · not tax, legal or investment advice`,
      ),
    )
    document.title = title
  }, [owned, today, version, caseHash, title])
  useLayoutEffect(() => layOutOn(paper), [paper])
  useEffect(() => {
    if (!complete) return undefined
    let gone = false
    requestAnimationFrame(() => {
      void loadFonts(`${document.body.textContent}${name}`).then(() => {
        if (!gone) document.documentElement.dataset['ready'] = hash
      })
    })
    return () => {
      gone = true
      delete document.documentElement.dataset['ready']
    }
  }, [hash, name, complete])
}

/** The weights of the report's font, Inter. */
export const WEIGHTS = [400, 600] as const

/** Loads the fonts of a text, of which a page that was never laid out knows nothing. Without one of them another prints. */
const loadFonts = (text: string): Promise<unknown> =>
  Promise.allSettled(WEIGHTS.map((weight) => document.fonts.load(`${weight} 10pt Inter`, text)))

/** Paper other than letter has different margins, so that lines of text and charts are as wide as on letter. */
const PAGES: Readonly<Record<PaperSize, string | undefined>> = {
  letter: undefined,
  a4: '@page { size: 210mm 297mm; margin: 0.85in 17.37mm 0.95in } @page wide { size: 297mm 210mm; margin: 0.6in 24.04mm 0.55in }',
}

function layOutOn(paper: PaperSize): () => void {
  const pages = PAGES[paper]
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pages ?? '')
  document.adoptedStyleSheets = [sheet]
  return () => {
    document.adoptedStyleSheets = []
  }
}

/** A text as a CSS `content` value. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`
