import { type ReactElement, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { t } from '../../words/words.ts'
import { type Quiz, useQuizChanged } from '../asking.ts'
import { kindName } from '../kind-name.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { exampleFor, examples } from './examples.ts'

/** Adds a question written by hand: it starts as the example of its kind and opens in the editor. */
export function AddQuestion({ quiz }: { quiz: Quiz }): ReactElement | null {
  const [asking, setAsking] = useState(false)
  if (quiz.status === 'archived') return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('author.add_question')}</Button>
      {asking && <Kinds quiz={quiz} onClose={() => setAsking(false)} />}
    </>
  )
}

function Kinds({ quiz, onClose }: { quiz: Quiz; onClose: () => void }) {
  const [chosen, setChosen] = useState('multiple_choice')
  const [, navigate] = useLocation()
  const changed = useQuizChanged(quiz.id)
  const adding = useAct(async () => {
    const unit = await call('listUnitCompetencies', { params: { unit_id: quiz.unit_id } })
    const competency = quiz.objectives[0]?.id ?? unit.objectives[0]?.id ?? unit.topic.id
    const added = await call('addQuestion', {
      params: { quiz_id: quiz.id },
      body: { question: exampleFor(chosen, competency) },
    })
    void changed()
    navigate(`/quizzes/${quiz.id}/questions/${added.id}`)
  })
  return (
    <Dialog title={t('author.add_question')} onClose={onClose}>
      <p>{t('author.starts_as_example')}</p>
      <RadioGroup
        legend={t('author.kind')}
        choices={examples().map(({ id, kind, preset }) => ({ id, text: kindName(kind, preset) }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      {adding.error !== null && <Refusal error={adding.error} />}
      <div className="row">
        <Button look="main" busy={adding.busy} onClick={() => adding.run()}>
          {t('author.add_and_edit')}
        </Button>
        <Button onClick={onClose}>{t('ui.close')}</Button>
      </div>
    </Dialog>
  )
}
