import '@mantine/spotlight/styles.css'
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useEffect, useState } from 'react'

import { elementName } from '../../../shared/case/names'
import { nameOf } from '../../../shared/case/problems'
import { VIEWS } from '../../../shared/model'
import { goToField } from '../../state/goto'
import { PARTNER_TABS, usePartnerPlace, type PartnerTab } from '../../state/partner'
import { useStore } from '../../state/store'
import { fieldsOfOffers } from '../offer/fields'
import { exportOpenCase, go, importFile, newCase } from './actions'
import { keyOf, STEPS } from './steps'
import { VIEW_WORDS } from '../compare/dollars'

const [store, palette] = createSpotlight()

/**
 * The command palette: everything that can be done from anywhere, found by typing. `asked` increases each time it is to
 * open.
 */
export default function Commands({ asked }: { readonly asked: number }) {
  const caseId = useStore((state) => state.caseId)
  const document = useStore((state) => state.document)
  const offers = document?.offers
  const partner = document?.partner
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (asked > 0) palette.open()
  }, [asked])
  const { undo, redo, setView, setDollars, setTheme, setOffer } = useStore.getState()
  const inCase: SpotlightActionGroupData[] = [
    {
      group: 'Pages',
      actions: [
        action(
          'Guided interview (10 minutes)',
          () => go('interview'),
          'The fewest answers that give a sound comparison',
        ),
        ...STEPS.map(({ page, name, says }) =>
          action(name, () => go(page), [says, keyOf(page)].filter(Boolean).join('. ')),
        ),
      ],
    },
    {
      group: 'Offers',
      actions: (offers ?? []).map((offer) => ({
        ...action(`Offer: ${elementName(`offers/${offer.id}`, { offers })}`, () => {
          setOffer(offer.id)
          go('offers')
        }),
        id: `offer-${offer.id}`,
      })),
    },
    {
      group: 'Partner',
      actions: [
        ...Object.entries(PARTNER_TABS).map(([tab, name]) =>
          action(`Partner: ${name}`, () => {
            showPartner(tab as PartnerTab)
            go('partner')
          }),
        ),
        ...(partner?.organizations ?? []).map(({ id }) => ({
          ...action(`Organization: ${elementName(`partner/organizations/${id}`, { partner })}`, () => {
            showPartner('organizations', id)
            go('partner')
          }),
          id: `organization-${id}`,
        })),
      ],
    },
    {
      group: 'This case',
      actions: [
        action('Undo', undo),
        action('Redo', redo),
        action('Export the case as a file', () => void exportOpenCase()),
        ...VIEWS.map((view) => action(`Show the ${VIEW_WORDS[view]}`, () => setView(view))),
        action('Show today’s dollars', () => setDollars('today')),
        action('Show future dollars', () => setDollars('future')),
      ],
    },
  ]
  // Hundreds of fields would bury the pages, so they appear only while searching.
  const fields: SpotlightActionGroupData = {
    group: 'Fields of the offers',
    actions:
      document && query.trim().length > 1
        ? fieldsOfOffers(document).map((path) => ({
            // As it closes, the palette would otherwise take the focus back from the chosen field.
            ...action(nameOf(path, document), () => requestAnimationFrame(() => goToField(path))),
            id: path,
          }))
        : [],
  }
  const always: SpotlightActionGroupData[] = [
    {
      group: 'Program',
      actions: [
        action('Your cases', () => go('start')),
        action('New case', () => void newCase()),
        action('Import a case file', () => void importFile()),
        action('Light theme', () => setTheme('light')),
        action('Dark theme', () => setTheme('dark')),
        action('System theme', () => setTheme('auto')),
        action('Glossary', () => go('glossary'), 'Every term of the trade in one sentence'),
        action('Keyboard shortcuts', () => go('shortcuts')),
        action('Settings', () => go('settings')),
        action('About: version, what’s new, diagnostics, licenses', () => go('about')),
      ],
    },
  ]
  return (
    <Spotlight
      store={store}
      // The shortcut is handled outside, before this component is loaded.
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={[...(caseId ? [...inCase, fields] : []), ...always].filter((group) => group.actions.length > 0)}
      nothingFound="No matching page, field or command."
      searchProps={{ placeholder: 'Go to a page or a field of an offer, or run a command', 'aria-label': 'Command' }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': 'Pages and commands' } }}
      scrollable
      maxHeight={420}
    />
  )
}

const showPartner = usePartnerPlace.getState().show

const action = (label: string, run: () => void, description?: string): SpotlightActionData => ({
  id: label,
  label,
  onClick: run,
  ...(description === undefined ? {} : { description }),
})
