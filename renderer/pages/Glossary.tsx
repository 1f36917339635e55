import { useState } from 'react'

import { searchGlossary } from '../../shared/present/glossary'
import { capital } from '../../shared/present/sentence'
import { PageHead } from '../components/entry/PageHead'
import classes from './glossary.module.css'

/** Every technical term the program uses, each explained in one sentence. */
export default function Glossary() {
  const [search, setSearch] = useState('')
  const found = searchGlossary(search)
  return (
    <>
      <PageHead
        title="Glossary"
        says="Every term of the trade in one sentence. On other pages, a term with a dotted underline shows its sentence when you point at it or move the focus to it."
      />
      <label className={classes.search}>
        Search
        <input type="search" value={search} onChange={({ currentTarget }) => setSearch(currentTarget.value)} />
      </label>
      <p className="quiet small" role="status">
        {found.length === 0
          ? 'No term matches these words. Try fewer.'
          : `${found.length} ${found.length === 1 ? 'term' : 'terms'}`}
      </p>
      <dl className={classes.terms}>
        {found.map(({ term, sentence, source }) => (
          <div key={term}>
            <dt>{capital(term)}</dt>
            <dd>
              {sentence} {source && <span className="quiet small">{source}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
