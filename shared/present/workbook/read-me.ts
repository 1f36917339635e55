import { VIEW_NOTE } from '../views'
import { READ_ME, type Layout } from './layout'
import { note, row, type SheetPlan } from './sheet'

export function readMe({ outcome }: Layout): SheetPlan {
  return {
    name: READ_ME,
    widths: [95],
    rows: [
      row('title', `${outcome.document.name}: sell or stay`),
      note(
        'Every figure in this workbook is a live formula. Change a yellow cell on the “Inputs” sheet and everything recalculates.',
      ),
      note(
        `“Summary” has the figures of the report. The paths are compared in three views, which are never blended. ${VIEW_NOTE}`,
      ),
      note(
        '“Closing” has the closing statement of each offer, “Tax” the return of each path year by year. “Plan” holds the lines common to all paths; each path has its own year-by-year sheet, beginning with the lines its views share.',
      ),
      note('“Law” lists each number and table of the tax law that the formulas read, with its year and citation.'),
      note(
        '“Checks” reads TRUE throughout as long as the workbook can follow your changes, and says which figures differ from the program’s.',
      ),
      note(
        '“Choices” lists what is fixed here: which paths and terms there are and how they work. To change one, edit the case in the program and save the workbook again.',
      ),
      note(
        'Amounts are in future (nominal) dollars unless a line says otherwise. “n/a” means that a figure has no value there, such as a year that is never reached; where other formulas read such a figure it is #N/A, so that they have none either.',
      ),
      note('This is arithmetic on the assumptions on the “Inputs” sheet. It is not tax, legal or investment advice.'),
    ],
  }
}
