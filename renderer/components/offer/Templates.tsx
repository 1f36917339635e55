import { useDocument } from '../../state/store'
import classes from './offer.module.css'
import { TEMPLATES, templatesFor, type TemplateName } from './templates'

/** The kinds of offer to choose from, each with an explanation. */
export function Templates({ onChosen }: { readonly onChosen: (template: TemplateName) => void }) {
  const { role } = useDocument().practice
  return (
    <ul className={classes.templates} aria-label="Kinds of offer">
      {templatesFor(role).map((template) => (
        <li key={template}>
          <button type="button" onClick={() => onChosen(template)}>
            <strong>{TEMPLATES[template].name}</strong>
            <span className="quiet small">{TEMPLATES[template].says}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
