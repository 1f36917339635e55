import { inWords } from '../../shared/case/dates'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { methodPage } from '../../shared/present/method'
import { methodHtml } from '../../shared/present/method-html'
import { writeWhole } from '../documents/atomic'
import { readCaseFile, writeCaseFile } from '../documents/case-file'
import { Refused } from '../refused'
import { version } from '../root'
import { expectAnotherFile, expectArguments, readInput } from './arguments'
import { printing } from './printing'
import { paperNamed } from './report'

/**
 * The published method with the lines that a case has; without one, those of the first sample. As Markdown, or in a second
 * file: an HTML page, or a PDF if its name ends so.
 */
export async function method(args: readonly string[], paper: string | undefined): Promise<string> {
  expectArguments(args, 'method [CASE.json [OUT.html | OUT.pdf]]', 0, 2)
  const [path, to] = args
  if (path !== undefined && to !== undefined) expectAnotherFile(path, to)
  const document = path === undefined ? samples[0]!.document : readCaseFile(readInput(path))
  if (to !== undefined && /\.pdf$/i.test(to)) {
    await printing(1, async (call) => {
      const { id } = await call('importCase', { text: writeCaseFile(document) })
      const { content } = await call('methodPdf', { id, ...(paper !== undefined && { paper: paperNamed(paper) }) })
      await writeWhole(to, Buffer.from(content, 'base64'))
    })
    return ''
  }
  if (paper !== undefined)
    throw new Refused('invalid', '--paper belongs to a method in a PDF. Name OUT.pdf, or leave it out.')
  const outcome = evaluateCase(document)
  if (to === undefined) return methodPage(outcome)
  const today = new Date().toISOString().slice(0, 10)
  await writeWhole(to, methodHtml(outcome, { day: inWords(today), version }))
  return ''
}
