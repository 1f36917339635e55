import { SHORTEST_PASSPHRASE } from '../../shared/host'
import { writeWhole } from '../documents/atomic'
import { contentOf } from '../documents/case-content'
import { readCaseFile, writeCaseFile } from '../documents/case-file'
import { protect, unprotected } from '../documents/protected'
import { Refused } from '../refused'
import { version } from '../root'
import { expectAnotherFile, expectArguments, readInput } from './arguments'

/** A file that contains only a passphrase. */
const LARGEST_PASSPHRASE_FILE = 1000

/** The case in this version's format, for another machine; with a passphrase, an encrypted file. */
export async function exportCase(args: readonly string[], passphraseFile: string | undefined): Promise<string> {
  expectArguments(args, 'export CASE.json OUT.json [--passphrase-file FILE]', 2)
  const [from, to] = args as [string, string]
  expectAnotherFile(from, to)
  const text = writeCaseFile(readCaseFile(readInput(from)), version)
  const passphrase = passphraseIn(passphraseFile)
  if (passphrase !== undefined && passphrase.length < SHORTEST_PASSPHRASE)
    throw new Refused(
      'invalid',
      `The passphrase in ${passphraseFile} has ${passphrase.length} characters and needs at least ${SHORTEST_PASSPHRASE}. Choose a longer one.`,
    )
  await writeWhole(to, passphrase === undefined ? text : await protect(text, passphrase))
  return ''
}

/**
 * The content of a case file, encrypted or not, as JSON; with a second name, also the case itself in this version's
 * format.
 */
export async function importCase(args: readonly string[], passphraseFile: string | undefined): Promise<string> {
  expectArguments(args, 'import FILE [OUT.json] [--passphrase-file FILE]', 1, 2)
  const [from, to] = args as [string, string | undefined]
  if (to !== undefined) expectAnotherFile(from, to)
  const given = readInput(from)
  const passphrase = passphraseIn(passphraseFile)
  if (passphrase === undefined && /"protected": ?1/.test(given.slice(0, 200)))
    throw new Refused('invalid', `${from} is protected. Give its passphrase in a file: --passphrase-file FILE.`)
  const text = await unprotected(given, passphrase)
  const document = readCaseFile(text)
  const content = `${JSON.stringify(contentOf(document, text), null, 2)}\n`
  if (to !== undefined) await writeWhole(to, writeCaseFile(document, version))
  return content
}

/** The first line of a file: other processes could read it on the command line itself. */
function passphraseIn(path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  return readInput(path, LARGEST_PASSPHRASE_FILE, 'a file with the passphrase').split(/\r?\n/, 1)[0]
}
