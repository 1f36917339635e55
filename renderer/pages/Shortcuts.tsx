import { PageHead } from '../components/entry/PageHead'
import { commandKey } from '../components/frame/commands'
import { keyOf, STEPS } from '../components/frame/steps'
import classes from './shortcuts.module.css'

const KEYS = '1234567890-='

/** In the order of the keys on the keyboard. */
const pages = STEPS.map(({ page, name }) => `${keyOf(page)!.slice(-1)} ${name}`).toSorted(
  (a, b) => KEYS.indexOf(a[0]!) - KEYS.indexOf(b[0]!),
)

const groups: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      [`${commandKey} K`, 'Find a page or a command by typing'],
      ['Alt 1 … 9, 0, -, =', pages.join(', ')],
      [`${commandKey} Z`, 'Undo the last change (while you type in a field: the last typing)'],
      [`${commandKey} Shift Z`, 'Redo'],
      ['Tab, Shift Tab', 'Next or previous control'],
    ],
  },
  {
    title: 'In a field',
    keys: [
      ['Enter', 'Accept and confirm the value, then move to the next field'],
      ['Tab', 'Accept what was typed and move on; an untouched value stays assumed'],
      ['Escape', 'Restore the previous value'],
      ['Shift Enter', 'A new line, in notes'],
      ['F1', 'Background on the field, with sources'],
      ['Tab to the field', 'An underlined term in its label is explained; Escape hides the explanation'],
    ],
  },
  {
    title: 'In a table',
    keys: [
      [`${commandKey} Enter`, 'Add a row'],
      ['Alt ↑, Alt ↓', 'Move the row up or down; in an offer, the part of the price'],
      [`${commandKey} Shift Backspace`, 'Remove the row'],
      [`${commandKey} V`, 'Paste cells from a spreadsheet, starting at this cell'],
    ],
  },
  {
    title: 'In charts and in the year table',
    keys: [
      ['← →', 'Read a chart year by year'],
      ['↑ ↓', 'Read a chart bar by bar'],
      ['Arrow keys, Page Up, Page Down', 'Move among the cells of the year table'],
      ['Home, End', `To the first or last year of a line; with ${commandKey} to the first or last line`],
      ['Enter', 'Why this figure; on the name of a section: open or close it'],
    ],
  },
]

const amounts: readonly (readonly [string, string])[] = [
  ['85k, 1.2m', '$85,000 and $1,200,000'],
  ['$1,200', '$1,200'],
  ['(15,000)', 'minus $15,000, where an amount may be negative'],
  ['=20*12*450', '$108,000: sums and products after an equals sign'],
  ['30 or 30%', '30%; percentages are read as typed, so 0.3 is 0.3%'],
  ['6/30/2027, June 30 2027, 2027-06-30', 'June 30, 2027'],
  ['67, at 67, 66 and a half', 'the day you reach that age, where work ends or Social Security starts'],
]

/** All keyboard shortcuts, and what can be typed into a field. */
export default function Shortcuts() {
  return (
    <>
      <PageHead title="Keyboard" says="Everything can be done without a mouse." />
      <div className={classes.tables}>
        {groups.map(({ title, keys }) => (
          <Table key={title} title={title} first="Keys" second="Action" rows={keys} keys />
        ))}
        <Table title="What you can type" first="Typed" second="Read as" rows={amounts} />
      </div>
    </>
  )
}

function Table(props: {
  readonly title: string
  readonly first: string
  readonly second: string
  readonly rows: readonly (readonly [string, string])[]
  readonly keys?: boolean
}) {
  const { title, first, second, rows, keys } = props
  return (
    <table className={classes.table}>
      <caption>{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{second}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([left, right]) => (
          <tr key={left}>
            <th scope="row">{keys ? <kbd>{left}</kbd> : <code>{left}</code>}</th>
            <td>{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
