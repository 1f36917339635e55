/** Not drawn yet. */
export default function Compare() {
  return <p className="quiet">This page is not drawn yet.</p>
}
