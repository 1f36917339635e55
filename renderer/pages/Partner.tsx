import { PageHead } from '../components/entry/PageHead'
import { Calls } from '../components/partner/Calls'
import { Documents } from '../components/partner/Documents'
import { Journal } from '../components/partner/Journal'
import { Organizations } from '../components/partner/Organizations'
import { Questions } from '../components/partner/Questions'
import { Scorecard } from '../components/partner/Scorecard'
import { Tabs } from '../components/partner/Tabs'
import { PARTNER_TABS, usePartnerPlace, type PartnerTab } from '../state/partner'

/** The organizations behind the offers: what is known, the owner's opinion, and what to ask. */
export default function Partner() {
  const { tab, show } = usePartnerPlace()
  return (
    <>
      <PageHead
        title="Partner"
        says="The organization behind the money: what it is, what it promises, what others found. Nothing here changes a dollar figure."
      />
      <Tabs
        label="Parts of this page"
        items={Object.entries(PARTNER_TABS) as [PartnerTab, string][]}
        current={tab}
        onChosen={show}
      />
      {tab === 'organizations' && <Organizations />}
      {tab === 'scorecard' && <Scorecard />}
      {tab === 'calls' && <Calls />}
      {tab === 'questions' && <Questions />}
      {tab === 'documents' && <Documents />}
      {tab === 'journal' && <Journal />}
    </>
  )
}
