import { useStore } from './store'

/**
 * What support needs to know, as text: the program, its environment, its state, and where an error came from. It
 * contains no case data, no name and no amount: not even an error's message, which may contain one.
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

/** Type and locations of an error; its message is left out. */
function whereFrom(error: unknown): string[] {
  if (!(error instanceof Error)) return ['Error: of no kind']
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at |@\w+:\/\//.test(line))
  return [`Error: ${error.name}`, ...places.slice(0, 12).map((line) => line.replace(/\w+:\/\/[^/\s]+/, ''))]
}
