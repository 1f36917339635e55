// User-chosen offer names in a workbook that Excel accepts: sheet names, cell texts, and tables as CSV.
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { writeWorkbook } from '../../electron/documents/workbook'
import { parseCase } from '../../shared/case/problems'
import { evaluateCase, type Outcome } from '../../shared/model'
import { csv, tsv } from '../../shared/present/data-table'
import { sheetNames } from '../../shared/present/workbook/sheet-names'
import { unzipped } from '../support/zip'

/** A case of a few years with offers of these names. */
function withOffers(names: readonly string[]): Outcome {
  const read = parseCase({
    app: 'sell-or-stay',
    name: '=HYPERLINK("http://example.org")',
    owner: { birthDate: '1968-07-01', retirement: '2029-07-01', horizonAge: 62 },
    offers: names.map((name, i) => ({ id: `o${i}`, name })),
  })
  if (!read.ok) throw new Error(read.problems[0]!.message)
  return evaluateCase(read.value)
}

describe('sheets', () => {
  it('have names that Excel takes, each once, whatever the offers are called', () => {
    const name = fc.oneof(
      fc.constantFrom('History', 'history', '', ' ', "'", '[]', 'Inputs', 'SUMMARY', 'Plan', 'a', 'A', '🦷'.repeat(30)),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    const taken = fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
      const others = ['Summary', 'Inputs', 'Plan', 'Law', 'Read me']
      const sheets = [...others, ...sheetNames(names, others)]
      for (const sheet of sheets) {
        // oxlint-disable-next-line no-control-regex
        expect(sheet).toMatch(/^[^\\/?*[\]:\u0000-\u001F\uFFFE\uFFFF]{1,31}$/)
        expect(sheet).not.toMatch(/^'|'$|^history$|^\s|\s$/i)
        expect(sheet.isWellFormed()).toBe(true)
      }
      expect(new Set(sheets.map((sheet) => sheet.toUpperCase())).size).toBe(sheets.length)
    })
    fc.assert(taken)
  })

  it('keep as much of a name as there is room for', () => {
    const names = ['History', 'Harbor', 'harbor', 'Harbor Dental Partners of the Northwest', '', '👩🏽‍⚕️'.repeat(10)]
    expect(sheetNames(names, [])).toEqual([
      'History 2',
      'Harbor',
      'harbor 2',
      'Harbor Dental Partners of th',
      'Path',
      '👩🏽‍⚕️'.repeat(4),
    ])
  })
})

describe('texts', () => {
  const names = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '_x0041_', 'a\u0001\uFFFEb', 'Plain & <simple>']

  it('stay texts, also when somebody edits their cell, and hold what XML can hold', async () => {
    const archive = await writeWorkbook(withOffers(names), new Date(0))
    const files = unzipped(archive)
    for (const [file, text] of files) {
      // oxlint-disable-next-line no-control-regex
      expect({ file, bad: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(text)?.index }).toEqual({ file })
    }
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(archive as unknown as ArrayBuffer)
    const tax = workbook.getWorksheet('Tax')!
    // The first heading is that of keeping the practice.
    const heads = Array.from({ length: tax.rowCount }, (_, i) => tax.getCell(i + 1, 1))
      .filter(({ font, row }) => font?.bold && Number(row) > 3)
      .slice(1, names.length + 1)
    const shown = heads.map(({ text }) => text)
    expect(shown).toEqual([...names.slice(0, 5), '_x005F_x0041_', 'ab', names[7]])

    // The style of each heading, and whether it is marked as text.
    const styles = [
      ...files
        .get('xl/styles.xml')!
        .split('<cellXfs')[1]!
        .matchAll(/<xf [^>]*>/g),
    ].map(([xf]) => xf)
    const sheet = files.get(`xl/worksheets/sheet${workbook.worksheets.indexOf(tax) + 1}.xml`)!
    const marked = heads.map(({ address }) => {
      const cell = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(sheet)!
      return styles[Number(cell[1])]!.includes('quotePrefix="1"')
    })
    expect(marked).toEqual([true, true, true, true, true, false, false, false])
    expect(files.get('xl/styles.xml')).not.toContain('applyProtection')
  })

  it('stay texts in a table that is copied or saved', () => {
    const table = {
      head: ['Offer', 'Price'],
      rows: [
        ['=1+1', -5],
        ['＠x', 2],
        ['\n=1', 1],
        ['Harbor', 0.1],
      ],
    } as const
    expect(csv(table)).toBe(`Offer,Price\r\n'=1+1,-5\r\n'＠x,2\r\n"'\n=1",1\r\nHarbor,0.1`)
    expect(tsv(table).split('\n')[1]).toBe("'=1+1\t-5")
  })
})
