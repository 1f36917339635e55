// American spelling in everything that people read: the interface, the report, comments, identifiers, documentation.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Beginnings or endings of words that only British English spells so. */
const BRITISH = new RegExp(
  [
    '(?:organ|item|amort|capital|normal|recogn|real|util|summar|priorit|categor|special|standard|initial|serial|optim|minim|maxim|final|author|apolog|critic|penal|visual|emphas)is(?:e[drs]?|ing|ations?)\\b',
    '(?:colour|favour|behaviour|neighbour|honour|labour|endeavour|flavour|rumour|humour)',
    '\\b(?:instalment|judgement|adviser|acknowledgement|licence|defence|offence|cheque|programmes?\\b|catalogue|dialogue|artefact|grey\\b|ageing|enrol\\b|enrolment|fulfil\\b|fulfilment|skilful|whilst|amongst|learnt|spelt|afterwards|towards|backwards|forwards\\b|upwards|downwards)',
    '\\b(?:cancel|label|model|travel|level|total|signal|channel)l(?:ed|ing)\\b',
    '\\b(?:centre|metre|litre|fibre|theatre)s?\\b',
    '\\banalys(?:e[dr]?|ing)\\b',
    '(?:paediatric|anaesthe|orthopaed|haemo|gynaecolog)',
  ].join('|'),
  'gi',
)

/** Keys of case files and of the files that reading letters and books writes: they cannot change, but no one reads them. */
const STORED = /\b(?:behaviour|instalments|recapitalisations|amortisation|intangiblesAmortised)\b/g

/** The verb: "it forwards the signal". */
const ALLOWED = new Set(['forwards'])

const EXTENSIONS = /\.(?:ts|tsx|mjs|css|html|md|yml|svg)$/
const isComment = (line: string): boolean => /^\s*(?:\*|\/\/|\/\*)/.test(line)

/** British spellings in a text, each with its line number. */
function britishIn(text: string): string[] {
  return text.split('\n').flatMap((line, i) => {
    const words = isComment(line) ? line : line.replace(STORED, '')
    return [...words.matchAll(BRITISH)].flatMap(([word]) =>
      ALLOWED.has(word.toLowerCase()) ? [] : [`${i + 1}: ${word}`],
    )
  })
}

it('knows a British word where it sees one', () => {
  const text = 'Capitalise the colour of an instalment towards the organisation.\n * behaviour\n{ behaviour }'
  expect(britishIn(text)).toEqual([
    '1: Capitalise',
    '1: colour',
    '1: instalment',
    '1: towards',
    '1: organisation',
    '2: behaviour',
  ])
  expect(
    britishIn('analyses, realistic, specialists, cancellation, exercise, promised, controlled, premises, programmed'),
  ).toEqual([])
})

it('is American', () => {
  const files = ['shared', 'electron', 'renderer', 'build', 'test', '.github']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(root, folder, path)),
    )
    .concat(
      readdirSync(root)
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(root, name)),
    )
    .filter((path) => EXTENSIONS.test(path))
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    // Letters are read as people wrote them, and fixtures are as they came.
    .filter((path) => !/^(?:shared\/intake\/|test\/fixtures\/|test\/intake\/|test\/spelling\.test\.ts)/.test(path))
  const found = files.flatMap((path) =>
    britishIn(readFileSync(join(root, path), 'utf8')).map((word) => `${path}:${word}`),
  )
  expect(files.length).toBeGreaterThan(900)
  expect(found).toEqual([])
})
