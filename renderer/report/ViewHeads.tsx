import { VIEWS } from '../../shared/model'
import { capital } from '../../shared/present/sentence'
import { VIEW_NAMES } from '../../shared/present/views'

/** The heads of three columns of numbers, one for each view. */
export const ViewHeads = () =>
  VIEWS.map((view) => (
    <th scope="col" key={view} className="number">
      {capital(VIEW_NAMES[view])}
    </th>
  ))
