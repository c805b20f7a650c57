import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { Figure } from '../../ui/Figure.tsx'
import { number, t } from '../../words/words.ts'

type TileValues = Reply<'getClassResults'>['tiles']
const names = ['mean', 'median', 'highest', 'lowest', 'sd'] as const
type Name = (typeof names)[number]

interface Parts {
  assignmentId: string
  tiles: TileValues
  /** Answers that wait for a person. */
  waiting: number
}

/** The figures of a class. One that does not exist is "?" with the reason, never 0, and opens nothing. */
export function Tiles({ assignmentId, tiles, waiting }: Parts): ReactElement {
  const subject = (figure: string) => ({
    subject_type: 'class_figure',
    subject_id: `${assignmentId}~${figure}`,
  })
  return (
    <section className="stack">
      <h2>{t('classes.whole_class')}</h2>
      {waiting > 0 && <p className="muted">{t('classes.figures_provisional')}</p>}
      <dl className="tiles">
        <div className="card">
          <dt>{t('classes.tile_completed')}</dt>
          <dd>
            <Figure
              {...subject('completed')}
              text={t('classes.of', { n: tiles.completed, all: tiles.expected })}
            />
          </dd>
        </div>
        {names.map((name) => {
          const value = tiles[name]
          return (
            <div key={name} className="card">
              <dt>{t(`classes.tile_${name}`)}</dt>
              <dd>
                {value === null ? (
                  <Missing completed={tiles.completed} />
                ) : (
                  <Figure {...subject(name)} text={shown(name, value)} spoken={spoken(name, value)} />
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function Missing({ completed }: { completed: number }) {
  return (
    <>
      <span className="figure-missing">?</span>
      <span className="muted">
        {t(completed === 0 ? 'classes.nobody_finished' : 'classes.too_few_results')}
      </span>
    </>
  )
}

/** The spread is in points of percent, the others are percentages. */
const shown = (name: Name, value: number): string =>
  name === 'sd' ? number(value) : t('classes.percent', { n: number(value) })

const spoken = (name: Name, value: number): string =>
  t('classes.tile_spoken', {
    name: t(`classes.tile_${name}`),
    value: name === 'sd' ? number(value) : t('classes.percent_spoken', { n: number(value) }),
  })
