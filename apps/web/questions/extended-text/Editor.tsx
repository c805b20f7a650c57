import type { Content } from '@waymark/questions/extended-text/content.ts'
import { type ReactElement, useRef } from 'react'
import { RadioGroup } from '../../ui/Choices.tsx'
import { t } from '../../words/words.ts'
import { NumberEdit, ShareEdit, TextEdit } from '../editing/fields.tsx'
import { freshPartId } from '../editing/part-id.ts'
import { Rows } from '../editing/Rows.tsx'
import type { EditorProps } from '../editor.ts'
import { changeScheme, type SchemePart, switchMode } from './scheme.ts'

/** Several sentences, marked by the teacher: by criteria with points, or by a rubric. */
export function Editor({ content, onChange }: EditorProps<Content>): ReactElement {
  // What the mode not in use held, so that changing one's mind loses nothing.
  const aside = useRef<SchemePart | null>(null)
  const change = (part: Partial<Content>) => onChange({ ...content, ...part })
  const choose = (mode: string) => {
    if (mode !== 'mark_scheme' && mode !== 'rubric') return
    const { present, setAside } = switchMode(content, mode, aside.current)
    aside.current = setAside
    onChange(present)
  }
  return (
    <div className="stack wide">
      <NumberEdit
        at="/min_words"
        label={t('author.min_words')}
        value={content.min_words}
        min={0}
        max={1000}
        onChange={(min_words) => change({ min_words })}
      />
      <NumberEdit
        at="/max_words"
        label={t('author.max_words')}
        value={content.max_words}
        min={1}
        max={2000}
        onChange={(max_words) => change({ max_words })}
      />
      <RadioGroup
        legend={t('author.marked_by')}
        choices={[
          { id: 'mark_scheme', text: t('author.mark_scheme') },
          { id: 'rubric', text: t('author.rubric') },
        ]}
        chosen={content.mode}
        onChoose={choose}
      />
      {content.mode === 'mark_scheme' ? (
        <Criteria content={content} onChange={onChange} />
      ) : (
        <Dimensions content={content} onChange={onChange} />
      )}
    </div>
  )
}

type Part = Pick<EditorProps<Content>, 'content' | 'onChange'>

function Criteria({ content, onChange }: Part) {
  return (
    <Rows
      at="/mark_scheme"
      legend={t('author.criteria')}
      items={content.mark_scheme}
      nameOf={(place) => t('author.criterion_n', { n: place })}
      make={() => ({ id: freshPartId(), criterion: '', points: 1 })}
      add={t('author.add_criterion')}
      least={1}
      most={20}
      movable
      onChange={(scheme) => onChange(changeScheme(content, scheme))}
    >
      {(one, index, change) => (
        <>
          <TextEdit
            at={`/mark_scheme/${index}/criterion`}
            label={t('author.criterion')}
            value={one.criterion}
            most={500}
            lines={2}
            onChange={(criterion) => change({ ...one, criterion })}
          />
          <NumberEdit
            at={`/mark_scheme/${index}/points`}
            label={t('author.points')}
            value={one.points}
            min={1}
            max={100}
            onChange={(points) => change({ ...one, points })}
          />
        </>
      )}
    </Rows>
  )
}

function Dimensions({ content, onChange }: Part) {
  return (
    <Rows
      at="/dimensions"
      legend={t('author.dimensions')}
      items={content.dimensions}
      nameOf={(place) => t('author.dimension_n', { n: place })}
      make={() => ({ id: freshPartId(), name: '', weight: 0.25 })}
      add={t('author.add_dimension')}
      least={1}
      most={8}
      movable
      onChange={(dimensions) => onChange({ ...content, dimensions })}
    >
      {(one, index, change) => (
        <>
          <TextEdit
            at={`/dimensions/${index}/name`}
            label={t('author.dimension')}
            value={one.name}
            most={100}
            onChange={(name) => change({ ...one, name })}
          />
          <ShareEdit
            at={`/dimensions/${index}/weight`}
            label={t('author.weight')}
            value={one.weight}
            onChange={(weight) => change({ ...one, weight })}
          />
        </>
      )}
    </Rows>
  )
}
