/** Not drawn yet. */
export default function Report() {
  return <p className="quiet">This page is not drawn yet.</p>
}
