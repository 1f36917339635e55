import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

import classes from '../components/entry/entry.module.css'
import { PageHead } from '../components/entry/PageHead'
import { go } from '../components/frame/actions'
import { questionsOf, type Question } from '../components/interview/questions'
import { newOffer } from '../components/offer/templates'
import { useDocument } from '../state/store'

/** How far somebody is within the section of a question, and what is still to come. */
function progress(questions: readonly Question[], { section, id }: Question): string {
  const all = questions.filter((other) => other.section === section)
  const place =
    all.length === 1 ? section : `${section}: ${all.findIndex((other) => other.id === id) + 1} of ${all.length}`
  return questions[0]!.section === section || questions[1]!.section === section
    ? `${place} (then each offer, in about three questions)`
    : place
}

/**
 * The minimum for a meaningful comparison, asked in about ten minutes; everything can be refined on the other pages.
 */
export default function Interview() {
  const document = useDocument()
  const [at, setAt] = useState(0)
  const head = useRef<HTMLDivElement>(null)
  // A new offer's questions replace the one that asked for it, so the position stays and the question changes.
  const questions = questionsOf(document, newOffer)
  const place = Math.min(at, questions.length - 1)
  const question = questions[place]!
  // The next question starts at its top, for the eye and for screen readers; the first is where the page begins.
  const asked = useRef(question.id)
  useEffect(() => {
    if (asked.current === question.id) return
    asked.current = question.id
    globalThis.scrollTo(0, 0)
    head.current?.focus({ preventScroll: true })
  }, [question.id])
  const last = place === questions.length - 1
  return (
    <div className={classes.interview}>
      <div>
        <div ref={head} tabIndex={-1} className={classes.question}>
          <p className="quiet small">{progress(questions, question)}</p>
          <PageHead title={question.title} says={question.says} />
        </div>
        {place === 0 && (
          <p className="small">
            If you have the letter of intent or your books as files,{' '}
            <button type="button" className="link" onClick={() => go('documents')}>
              read them first
            </button>
            : what they answer is filled in.
          </p>
        )}
      </div>
      <div>
        <div className={classes.asked} key={question.id}>
          {question.body}
        </div>
        <Group mt="xl" gap="xs">
          {place > 0 && (
            <Button variant="default" onClick={() => setAt(place - 1)}>
              Back
            </Button>
          )}
          {last ? (
            <Button onClick={() => go('compare')}>See the comparison</Button>
          ) : (
            <Button data-onward onClick={() => setAt(place + 1)}>
              Next question
            </Button>
          )}
        </Group>
      </div>
    </div>
  )
}
