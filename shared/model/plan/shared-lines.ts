import type { Declaration, Line, Model, Operand } from '../../formula'

/** Lines that the views of a path have in common: the first view declares them, the others find them. */
export interface SharedLines {
  row(id: string, declaration: Declaration, formula: Operand): Line
  figure(id: string, declaration: Declaration, formula: Operand): Line
}

/** @param m the scope that the lines belong to, above the views */
export const sharedLines = (m: Model): SharedLines => ({
  row: (id, declaration, formula) => (m.hasLocal(id) ? m.lineLocal(id) : m.row(id, declaration, formula)),
  figure: (id, declaration, formula) => (m.hasLocal(id) ? m.lineLocal(id) : m.figure(id, declaration, formula)),
})
