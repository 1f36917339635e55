import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import { findLibreOffice } from '../../build/libreoffice.mjs'

/** The path of LibreOffice; undefined if missing: the tests that need it say so and are skipped. */
export const libreOffice = findLibreOffice()

// LibreOffice trusts the cached results of a foreign workbook unless its profile says "recalculate always".
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`

/** The workbooks as recalculated by LibreOffice, all in one run. */
export async function recalculated(workbooks: readonly ExcelJS.Workbook[]): Promise<ExcelJS.Workbook[]> {
  if (!libreOffice) throw new Error('LibreOffice is not installed.')
  const folder = mkdtempSync(join(tmpdir(), 'recalculated-'))
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true })
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), PROFILE)
    const paths = workbooks.map((_, i) => join(folder, `${i}.xlsx`))
    for (const [i, workbook] of workbooks.entries()) await workbook.xlsx.writeFile(paths[i]!)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const format = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out')]
    const options = [profile, '--headless', '--norestore', ...format]
    const { status, stderr } = spawnSync(libreOffice, [...options, ...paths], { encoding: 'utf8', timeout: 400_000 })
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
    return await Promise.all(
      paths.map(async (_, i) => {
        const workbook = new ExcelJS.Workbook()
        await workbook.xlsx.readFile(join(folder, 'out', `${i}.xlsx`))
        return workbook
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The value of a cell: a number, or NaN if it is empty or an error. */
export function shown(cell: ExcelJS.Cell): number {
  const result = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value // `value` omits a result of 0
  return typeof result === 'number' ? result : NaN
}
