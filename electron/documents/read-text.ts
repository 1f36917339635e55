import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

import { otherEncoding, textOf } from '../../shared/encoding'
import { Refused } from '../refused'

/** The text of a file, whichever usual encoding it is in. @throws Refused where its letters would come out wrong */
export function readText(path: string): string {
  const text = textOf(readFileSync(path), (bytes, encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes))
  if (text === undefined) throw new Refused('invalid', otherEncoding(basename(path)))
  return text
}
