import { useQuery } from '@tanstack/react-query'
import type { QuestionInput } from '@waymark/questions/kinds.ts'
import { difficultyOfLevel, levelOfDifficulty, strands } from '@waymark/questions/question.ts'
import type { ReactElement } from 'react'
import { call } from '../../api.ts'
import { ErrorAt, usePlace } from '../../questions/editing/editing.tsx'
import { NumberEdit, OptionalTextEdit, PickEdit, TextEdit } from '../../questions/editing/fields.tsx'
import { CheckboxGroup } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../words/words.ts'

interface Props {
  question: QuestionInput
  onChange: (part: Partial<QuestionInput>) => void
}

const levels = ['1', '2', '3', '4', '5'] as const

/** What the student reads first. */
export function StemField({ question, onChange }: Props): ReactElement {
  return (
    <TextEdit
      at="/stem"
      label={t('author.field_stem')}
      value={question.stem}
      most={2000}
      lines={4}
      onChange={(stem) => onChange({ stem })}
    />
  )
}

/** Hint, feedback, level, points, time and what the question is about. */
export function QuestionFields({ question, unitId, onChange }: Props & { unitId: string }): ReactElement {
  return (
    <>
      <OptionalTextEdit
        at="/hint"
        label={t('author.field_hint')}
        help={t('author.hint_help')}
        value={question.hint}
        most={280}
        lines={2}
        onChange={(hint) => onChange({ hint: hint ?? null })}
      />
      <Feedback question={question} onChange={onChange} />
      <div className="field-pair">
        <PickEdit
          at="/difficulty"
          label={t('author.level')}
          value={String(levelOfDifficulty(question.difficulty)) as (typeof levels)[number]}
          options={levels.map((value) => ({ value, text: t('author.level_n', { n: Number(value) }) }))}
          onChange={(level) => onChange({ difficulty: difficultyOfLevel(Number(level)) })}
        />
        <NumberEdit
          at="/points"
          label={t('author.points')}
          value={question.points}
          min={1}
          max={10}
          onChange={(points) => onChange({ points })}
        />
        <NumberEdit
          at="/time_estimate_seconds"
          label={t('author.seconds')}
          value={question.time_estimate_seconds}
          min={30}
          max={600}
          step={5}
          onChange={(time_estimate_seconds) => onChange({ time_estimate_seconds })}
        />
      </div>
      <Competencies question={question} unitId={unitId} onChange={onChange} />
      <Disclosure summary={t('author.more_fields')}>
        <div className="stack wide">
          <Scaffold question={question} onChange={onChange} />
          <Strands question={question} onChange={onChange} />
        </div>
      </Disclosure>
    </>
  )
}

function Feedback({ question, onChange }: Props) {
  const fields = ['correct', 'partial', 'incorrect', 'submitted'] as const
  const { feedback = {} } = question
  return (
    <fieldset className="edit-rows">
      <legend className="label">{t('author.field_feedback')}</legend>
      {fields
        .filter((field) => (field === 'submitted') === (question.kind === 'extended_text') || feedback[field])
        .map((field) => (
          <OptionalTextEdit
            key={field}
            at={`/feedback/${field}`}
            label={t(`author.field_${field}`)}
            value={feedback[field]}
            most={280}
            lines={2}
            onChange={(text) => onChange({ feedback: { ...feedback, [field]: text } })}
          />
        ))}
    </fieldset>
  )
}

function Competencies({ question, unitId, onChange }: Props & { unitId: string }) {
  const { pointer } = usePlace('/competency_ids')
  const known = useQuery({
    queryKey: ['author', 'competencies', unitId],
    queryFn: () => call('listUnitCompetencies', { params: { unit_id: unitId } }),
  })
  if (!known.data) return null
  const { topic, objectives } = known.data
  const choices = [topic, ...objectives].map(({ id, title }) => ({ id, text: title }))
  // What is not of this unit stays, after what is ticked here.
  const change = (ids: string[]) => {
    const own = new Set(choices.map(({ id }) => id))
    onChange({ competency_ids: [...ids, ...question.competency_ids.filter((id) => !own.has(id))] })
  }
  return (
    <div data-pointer={pointer} className="stack wide">
      <CheckboxGroup
        legend={t('author.about_objectives')}
        choices={choices}
        chosen={question.competency_ids}
        onChange={change}
      />
      <ErrorAt at="/competency_ids" />
    </div>
  )
}

function Scaffold({ question, onChange }: Props) {
  const { scaffold } = question
  return (
    <OptionalTextEdit
      at="/scaffold/text"
      label={t('author.field_scaffold')}
      help={t('author.scaffold_help')}
      value={scaffold?.text}
      most={500}
      lines={3}
      onChange={(text) => onChange({ scaffold: text === undefined ? null : { ...scaffold, text } })}
    />
  )
}

function Strands({ question, onChange }: Props) {
  const { pointer } = usePlace('/strands')
  return (
    <div data-pointer={pointer} className="stack wide">
      <CheckboxGroup
        legend={t('author.strands')}
        choices={strands.map((code) => ({ id: code, text: t(`author.strand_${code}`) }))}
        chosen={question.strands ?? []}
        onChange={(ids) => onChange({ strands: strands.filter((code) => ids.includes(code)) })}
      />
    </div>
  )
}
