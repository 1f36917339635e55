import { Button, Group } from '@mantine/core'

import { saveCounterOffer } from '../../report/save'
import { useExports } from '../../state/exports'
import { tellMade } from '../frame/saved'
import { Exporting } from '../report/Exporting'

/** The chosen asks as a letter to the buyer, and for the owner only what they are worth. */
export function Letter({ offer, asks }: { readonly offer: string; readonly asks: readonly string[] }) {
  const running = useExports((state) => state.running)
  const save = async (what: 'letter' | 'worth') => tellMade('The document', await saveCounterOffer(offer, asks, what))
  return (
    <>
      <Group mt="sm" gap="xs">
        <Button
          variant="default"
          disabled={asks.length === 0}
          loading={running.letter !== undefined}
          onClick={() => void save('letter')}
        >
          Save a counter-offer letter
        </Button>
        <Button
          variant="default"
          disabled={asks.length === 0}
          loading={running.worth !== undefined}
          onClick={() => void save('worth')}
        >
          Save what it is worth, for you alone
        </Button>
      </Group>
      <Exporting />
      <p className="quiet small">
        {asks.length === 0
          ? 'Check the terms you want to ask for. The letter lists each next to the offered term and is not binding; have your attorney read it before you send it.'
          : `${asks.length === 1 ? 'One term is' : `${asks.length} terms are`} asked for. The letter does not say what they are worth to you; that is a separate document. Have your attorney read the letter before it goes out.`}
      </p>
    </>
  )
}
