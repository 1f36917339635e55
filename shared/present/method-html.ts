import { kindOfLine, type MethodLine } from '../formula/method'
import type { Outcome } from '../model'
import { citedNumbers, METHOD_NOTES, methodOf } from './method'
import { capital } from './sentence'

/** What the page says about itself. */
export interface MethodAbout {
  /** In words: "November 28, 2026". */
  readonly day: string
  readonly version: string
}

/**
 * The published method as one HTML page that needs nothing else, to read or to print: the method in words, each line with
 * its formula, and each number taken from the law or a publication with its source.
 */
export function methodHtml(outcome: Outcome, { day, version }: MethodAbout): string {
  const sections = methodOf(outcome)
  return page(`
<h1>The method of Sell or Stay</h1>
<p class="quiet">${html(outcome.document.name)} · ${html(day)} · Sell or Stay ${html(version)}</p>
<nav><ul>
<li><a href="#words">In words</a></li>
<li><a href="#numbers">Numbers from the law and publications</a></li>
${sections.map(({ title }, i) => `<li><a href="#s${i}">${html(title)}</a></li>`).join('\n')}
</ul></nav>
<h2 id="words">In words</h2>
${METHOD_NOTES.map(([title, text]) => `<h3>${html(title)}</h3>\n<p>${html(text)}</p>`).join('\n')}
<h2 id="numbers">Numbers from the law and publications</h2>
<table>
<thead><tr><th scope="col">Number</th><th scope="col" class="number">Value</th><th scope="col">Tax year</th><th scope="col">Source</th></tr></thead>
<tbody>
${citedNumbers(outcome)
  .map(
    ({ label, written, year, source }) =>
      `<tr><th scope="row">${html(capital(label))}</th><td class="number">${written}</td><td>${year ?? ''}</td><td>${html(source)}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>
${sections
  .map(({ title, lines }, i) => `<h2 id="s${i}">${html(title)}</h2>\n<dl>\n${lines.map(lineHtml).join('\n')}\n</dl>`)
  .join('\n')}`)
}

function lineHtml({ id, also, label, unit, shape, meaning, first, later }: MethodLine): string {
  const formula =
    later === undefined
      ? `<dd class="formula">${html(first)}</dd>`
      : `<dd class="formula">first year: ${html(first)}</dd>\n<dd class="formula">later years: ${html(later)}</dd>`
  return `<dt>${html(capital(label))} <span class="quiet">${[id, ...also].map((one) => `<code>${html(one)}</code>`).join(', ')}, ${kindOfLine({ unit, shape })}</span></dt>\n<dd>${html(meaning)}</dd>\n${formula}`
}

const page = (body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The method of Sell or Stay</title>
<style>
body { font: 11pt/1.45 system-ui, sans-serif; color: #000; background: #fff; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h2 { margin-top: 2rem; break-after: avoid; }
h3, dt { break-after: avoid; }
.quiet { color: #444; font-weight: 400; font-size: 0.85em; }
nav ul { columns: 2; font-size: 0.9em; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: 2pt 6pt 2pt 0; border-bottom: 1px solid #ccc; }
thead th { font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
dt { font-weight: 600; margin-top: 8pt; }
dd { margin: 0; }
.formula { padding-left: 12pt; font-size: 0.9em; }
</style>
</head>
<body>${body}
</body>
</html>
`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes a text for HTML: names of offers are free text. */
const html = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]!)
