/** Not drawn yet. */
export default function YearTable() {
  return <p className="quiet">This page is not drawn yet.</p>
}
