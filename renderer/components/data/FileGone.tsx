import { Button } from '@mantine/core'

import { exportData, writeDataAgain } from '../../state/data'
import { tellSaved } from '../frame/saved'
import { tell, told } from '../frame/tell'

/** What to do when the data file was moved or deleted while the program was running. */
export function FileGone() {
  const again = async () => {
    if (told(await writeDataAgain())) tell('All data has been saved again.')
  }
  const elsewhere = async () => {
    const done = await exportData()
    tellSaved('All data', done)
  }
  return (
    <>
      <Button variant="default" onClick={() => void again()}>
        Save all data again
      </Button>
      <Button variant="default" onClick={() => void elsewhere()}>
        Save all data elsewhere
      </Button>
    </>
  )
}
