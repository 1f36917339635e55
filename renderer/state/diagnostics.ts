import { useStore } from './store'

/**
 * What whoever looks after the program needs to know, as text: which program, where it runs, how it stands, and where an
 * error came from. Nothing of a case is in it, no name and no amount: of an error not even its message, which may hold one.
 */
export function diagnostics(error?: unknown): string {
  const { capabilities, page, saved, refusal, document, clashes, theme } = useStore.getState()
  const lines = [
    `Sell or Stay ${capabilities?.version ?? '(version unknown)'}, ${capabilities?.shell ?? 'no answer from the program'}`,
    `Browser: ${navigator.userAgent}`,
    `Window: ${globalThis.innerWidth} × ${globalThis.innerHeight}, ${theme}`,
    `Page: ${page}; case open: ${document ? `yes, version ${document.schemaVersion}` : 'no'}`,
    `Saved: ${saved}${refusal ? ` (${refusal.code})` : ''}; fields to choose: ${clashes.length}`,
    `PDF: ${capabilities?.pdf ?? 'unknown'}`,
  ]
  return [...lines, ...(error === undefined ? [] : ['', ...whereFrom(error)])].join('\n')
}

/** Kind and places of an error; what stands behind the kind is left out. */
function whereFrom(error: unknown): string[] {
  if (!(error instanceof Error)) return ['Error: of no kind']
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at |@\w+:\/\//.test(line))
  return [`Error: ${error.name}`, ...places.slice(0, 12).map((line) => line.replace(/\w+:\/\/[^/\s]+/, ''))]
}
