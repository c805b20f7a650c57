import { kindCodes } from '@waymark/questions/generated/codes.ts'
import type { ReactElement } from 'react'
import { CheckboxGroup } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import type { Unit } from '../asking.ts'
import { kindName } from '../kind-name.ts'
import { objectivesOf, readyDocuments, type Settings, withCount } from './generation-settings.ts'

interface Props {
  unit: Unit
  settings: Settings
  onChange: (part: Partial<Settings>) => void
}

const levels = [1, 2, 3, 4, 5]

/** What the quiz is to be like. What rarely differs is said in one line, which opens to be changed. */
export function GenerationFields({ unit, settings, onChange }: Props): ReactElement {
  return (
    <>
      <TextField
        label={t('author.quiz_title')}
        value={settings.title}
        maxLength={200}
        required
        autoComplete="off"
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <div className="field-pair">
        <Count
          label={t('author.question_count')}
          value={settings.count}
          min={1}
          max={40}
          onChange={(count) => onChange(withCount(settings, count))}
        />
        <Count
          label={t('author.minutes')}
          value={settings.minutes}
          min={5}
          max={120}
          onChange={(minutes) => onChange({ minutes, ownMinutes: true })}
        />
      </div>
      <Disclosure summary={rangeText(unit, settings)}>
        <div className="stack wide">
          <Levels settings={settings} onChange={onChange} />
          <div className="choices-wide wide">
            <CheckboxGroup
              legend={t('author.kinds')}
              choices={kindCodes.map((code) => ({ id: code, text: kindName(code) }))}
              chosen={settings.kinds}
              onChange={(ids) => onChange({ kinds: kindCodes.filter((code) => ids.includes(code)) })}
            />
          </div>
          <Objectives unit={unit} settings={settings} onChange={onChange} />
        </div>
      </Disclosure>
      <Sources unit={unit} settings={settings} onChange={onChange} />
    </>
  )
}

/** "Levels 1 to 5, 8 of 8 kinds of question, 5 of 5 objectives". */
function rangeText(unit: Unit, { lowest, highest, kinds, objectives }: Settings): string {
  return t('author.range', {
    lowest,
    highest,
    kinds: kinds.length,
    all_kinds: kindCodes.length,
    objectives: objectives.length,
    all_objectives: objectivesOf(unit).length,
  })
}

function Count({
  onChange,
  ...rest
}: {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}) {
  return (
    <TextField
      type="number"
      required
      {...rest}
      value={Number.isNaN(rest.value) ? '' : rest.value}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  )
}

function Levels({ settings, onChange }: Omit<Props, 'unit'>) {
  const options = levels.map((n) => ({ value: String(n), text: t('author.level_n', { n }) }))
  // The other bound follows, so that the range is never empty.
  const setLowest = (lowest: number) => onChange({ lowest, highest: Math.max(lowest, settings.highest) })
  const setHighest = (highest: number) => onChange({ highest, lowest: Math.min(highest, settings.lowest) })
  return (
    <div className="field-pair">
      <SelectField
        label={t('author.lowest_level')}
        value={settings.lowest}
        options={options}
        onChange={(event) => setLowest(Number(event.currentTarget.value))}
      />
      <SelectField
        label={t('author.highest_level')}
        value={settings.highest}
        options={options}
        onChange={(event) => setHighest(Number(event.currentTarget.value))}
      />
    </div>
  )
}

function Objectives({ unit, settings, onChange }: Props) {
  const objectives = objectivesOf(unit)
  if (objectives.length === 0) return <p className="note">{t('author.no_objectives')}</p>
  return (
    <CheckboxGroup
      legend={t('author.objectives')}
      choices={objectives}
      chosen={settings.objectives}
      onChange={(ids) => onChange({ objectives: ids })}
    />
  )
}

function Sources({ unit, settings, onChange }: Props) {
  const documents = readyDocuments(unit)
  return (
    <Disclosure summary={t('author.more_settings')}>
      <div className="stack wide">
        {documents.length > 1 && (
          <CheckboxGroup
            legend={t('author.use_documents')}
            choices={documents.map(({ id, filename }) => ({ id, text: filename }))}
            chosen={settings.documents}
            onChange={(ids) => onChange({ documents: ids })}
          />
        )}
        <Count
          label={t('author.variation')}
          value={settings.variation}
          min={0}
          max={1_000_000}
          onChange={(variation) => onChange({ variation })}
        />
        <p className="muted">{t('author.variation_help')}</p>
      </div>
    </Disclosure>
  )
}
