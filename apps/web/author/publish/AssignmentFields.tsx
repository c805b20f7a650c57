import type { AssignmentSettings } from '@waymark/contract/attempts/assignments.ts'
import type { ReactElement } from 'react'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'

interface Props {
  settings: AssignmentSettings
  onChange: (part: Partial<AssignmentSettings>) => void
}

/** How the quiz is taken: order, help, feedback, tries, and when results are shown. */
export function AssignmentFields({ settings, onChange }: Props): ReactElement {
  return (
    <div className="stack wide">
      <Pick
        label={t('author.question_order')}
        value={settings.question_order}
        options={{ fixed: t('author.order_fixed'), shuffled: t('author.order_shuffled') }}
        onPick={(question_order) => onChange({ question_order })}
      />
      <Flag
        label={t('author.shuffle_all_options')}
        checked={settings.shuffle_options}
        onChange={(shuffle_options) => onChange({ shuffle_options })}
      />
      <Flag
        label={t('author.allow_hints')}
        checked={settings.allow_hints}
        onChange={(allow_hints) => onChange({ allow_hints })}
      />
      <Feedback settings={settings} onChange={onChange} />
      <Attempts settings={settings} onChange={onChange} />
      <Pick
        label={t('author.marks_release')}
        value={ruleOf(settings.marks_release)}
        options={releases()}
        onPick={(marks_release) => onChange({ marks_release })}
      />
      <Pick
        label={t('author.answers_release')}
        value={ruleOf(settings.answers_release)}
        options={releases()}
        onPick={(answers_release) => onChange({ answers_release })}
      />
    </div>
  )
}

function Feedback({ settings, onChange }: Props) {
  const isImmediate = settings.feedback_mode === 'immediate'
  return (
    <>
      <Pick
        label={t('author.feedback_mode')}
        value={settings.feedback_mode}
        options={{ deferred: t('author.feedback_deferred'), immediate: t('author.feedback_immediate') }}
        onPick={(feedback_mode) => onChange({ feedback_mode })}
      />
      {isImmediate && (
        <Flag
          label={t('author.allow_retry')}
          checked={settings.allow_question_retry}
          onChange={(allow_question_retry) => onChange({ allow_question_retry })}
        />
      )}
      {isImmediate && settings.allow_question_retry && (
        <Count
          label={t('author.max_retries')}
          value={settings.max_question_retries}
          onChange={(max_question_retries) => onChange({ max_question_retries })}
        />
      )}
    </>
  )
}

function Attempts({ settings, onChange }: Props) {
  return (
    <>
      <Count
        label={t('author.max_attempts')}
        value={settings.max_attempts}
        onChange={(max_attempts) => onChange({ max_attempts })}
      />
      {settings.max_attempts !== 1 && (
        <Pick
          label={t('author.attempt_counts')}
          value={settings.attempt_counts}
          options={{
            best: t('author.counts_best'),
            latest: t('author.counts_latest'),
            first: t('author.counts_first'),
          }}
          onPick={(attempt_counts) => onChange({ attempt_counts })}
        />
      )}
    </>
  )
}

type Rule = 'on_finish' | 'after_all_closed' | 'manual'

const releases = (): Record<Rule, string> => ({
  on_finish: t('author.release_on_finish'),
  after_all_closed: t('author.release_after_all_closed'),
  manual: t('author.release_manual'),
})

/** A day as release is not offered here; the class's own page sets one. */
function ruleOf(release: string): Rule {
  return release === 'on_finish' || release === 'after_all_closed' ? release : 'manual'
}

function Pick<Value extends string>({
  label,
  value,
  options,
  onPick,
}: {
  label: string
  value: Value
  options: Readonly<Record<Value, string>>
  onPick: (value: Value) => void
}) {
  const all = Object.entries(options) as [Value, string][]
  return (
    <SelectField
      label={label}
      value={value}
      options={all.map(([id, text]) => ({ value: id, text }))}
      onChange={(event) => onPick(event.currentTarget.value as Value)}
    />
  )
}

function Flag({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}

/** 0 to 100; 0 is as many as the student likes. */
function Count({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  return (
    <TextField
      label={label}
      help={t('author.zero_is_any')}
      type="number"
      min={0}
      max={100}
      value={value}
      onChange={(event) => {
        const count = event.currentTarget.valueAsNumber
        if (count >= 0 && count <= 100) onChange(Math.floor(count))
      }}
    />
  )
}
