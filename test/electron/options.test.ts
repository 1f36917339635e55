import { describe, expect, it } from 'vitest'

import { folderOf, portOf, readOptions } from '../../electron/options'

const options = { data: { type: 'string', value: 'FOLDER' }, 'no-open': { type: 'boolean' } } as const

describe('options', () => {
  it('are read in both forms', () => {
    expect(readOptions(['--data', '/a b', '--no-open'], options).values).toEqual({ data: '/a b', 'no-open': true })
    expect(readOptions(['--data=/x', 'CASE.json'], options)).toMatchObject({
      values: { data: '/x' },
      positionals: ['CASE.json'],
    })
  })

  it('that are not known are refused by name, with those there are', () => {
    expect(() => readOptions(['--dta', '/x'], options)).toThrow(
      'There is no option --dta. The options are --data FOLDER, --no-open.',
    )
    expect(() => readOptions(['-q'], options)).toThrow('There is no option -q.')
  })

  it('without their value are refused', () => {
    expect(() => readOptions(['--data'], options)).toThrow('--data needs a value: --data FOLDER.')
    expect(() => readOptions(['--data', '--no-open'], options)).toThrow('--data needs a value: --data FOLDER.')
  })

  it('hold ports that there are', () => {
    expect([portOf(undefined), portOf('0'), portOf('65535')]).toEqual([undefined, 0, 65535])
    for (const text of ['65536', '-1', 'http', '80.5', '', '1e3']) expect(() => portOf(text)).toThrow('is not a port')
    expect(folderOf('a')).toMatch(/[/\\]a$/)
  })
})
