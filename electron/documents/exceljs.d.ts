// The writer alone, without the readers and old libraries the package ships with.
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type ExcelJS from 'exceljs'

  const WorkbookWriter: typeof ExcelJS.stream.xlsx.WorkbookWriter
  export default WorkbookWriter
}

declare module 'exceljs/lib/xlsx/xform/sheet/sheet-properties-xform.js' {
  interface Part {
    render(stream: object, model: unknown): boolean
  }
  interface Stream {
    openNode(name: string): void
    closeNode(): void
  }
  export default class SheetPropertiesXform {
    map: Record<string, Part | undefined>
    render(stream: Stream, model: Readonly<Record<string, unknown>> | undefined): boolean
  }
}

declare module 'exceljs/lib/xlsx/xform/book/workbook-xform.js' {
  export default class WorkbookXform {
    prepare(model: object): void
    toXml(model: object): string
  }
}
