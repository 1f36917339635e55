import changelog from '../../../CHANGELOG.md?raw'
import { releasesIn, since } from '../../state/news'
import { News } from './News'

/** What is new since the last version whose news was shown. */
export default function NewsSince({ seen }: { readonly seen: string | null }) {
  return <News releases={since(releasesIn(changelog), seen)} />
}
