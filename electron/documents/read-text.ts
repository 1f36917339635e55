import { basename } from 'node:path'

import { otherEncoding, textOf } from '../../shared/encoding'
import { Refused } from '../refused'
import { readWithin } from './read-within'

/**
 * The text of a file in any of the usual encodings.
 * @param limit in bytes
 * @throws TooLarge; Refused if characters would be garbled; errors of reading
 */
export function readText(path: string, limit: number): string {
  const bytes = readWithin(path, limit)
  const text = textOf(bytes, (bytes, encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes))
  if (text === undefined) throw new Refused('invalid', otherEncoding(basename(path)))
  return text
}
