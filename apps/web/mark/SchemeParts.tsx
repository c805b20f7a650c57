import { type ReactElement, useId } from 'react'
import { number, t } from '../words/words.ts'
import { type Awarded, choicesFor, type Scheme } from './award.ts'

/** The criteria or dimensions of a scheme, each with what may be given. The keys 0–9 go to the marked one. */
export function SchemeParts({
  scheme,
  awarded,
  at,
  onAt,
  onAward,
}: {
  scheme: Scheme
  awarded: Awarded
  at: number
  onAt: (at: number) => void
  onAward: (partId: string, value: number) => void
}): ReactElement {
  const name = useId()
  return (
    <>
      {scheme.parts.map((part, index) => (
        <fieldset
          key={part.id}
          className="scheme-part"
          data-current={index === at || undefined}
          onFocus={() => onAt(index)}
        >
          <legend className="label">
            {part.text} <span className="muted">{worthOf(part)}</span>
          </legend>
          <div className="row">
            {choicesFor(scheme, part.id).map((value) => (
              <label key={value} className="choice">
                <input
                  type="radio"
                  name={`${name}-${part.id}`}
                  checked={awarded[part.id] === value}
                  onChange={() => onAward(part.id, value)}
                />
                <span>{scheme.mode === 'rubric' ? t('mark.level', { n: value }) : number(value)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

/** "up to 2 marks" of a criterion, "counts 30%" of a dimension. */
function worthOf(part: Scheme['parts'][number]): string {
  return 'points' in part
    ? t('mark.up_to', { n: part.points })
    : t('mark.weight', { n: number(part.weight * 100, 0) })
}
