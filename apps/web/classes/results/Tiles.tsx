import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { Figure } from '../../ui/Figure.tsx'
import { number, t } from '../../words/words.ts'

type TileValues = Reply<'getClassResults'>['tiles']
const names = ['mean', 'median', 'highest', 'lowest', 'sd'] as const

/** The figures of a class. Without a finished attempt a figure is "–", never 0. */
export function Tiles({
  assignmentId,
  tiles,
  waiting,
}: {
  assignmentId: string
  tiles: TileValues
  waiting: number
}): ReactElement {
  const subject = (figure: string) => ({
    subject_type: 'class_figure',
    subject_id: `${assignmentId}~${figure}`,
  })
  return (
    <section className="stack">
      <h2>{t('classes.whole_class')}</h2>
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
        {names.map((name) => (
          <div key={name} className="card">
            <dt>{t(`classes.tile_${name}`)}</dt>
            <dd>
              <Figure
                {...subject(name)}
                text={shown(name, tiles[name])}
                spoken={t('classes.tile_spoken', {
                  name: t(`classes.tile_${name}`),
                  value: spoken(name, tiles[name]),
                })}
              />
              {waiting > 0 && tiles[name] !== null && (
                <span className="muted">{t('classes.provisional_short')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The spread is in points of percent, the others are percentages. */
function shown(name: (typeof names)[number], value: number | null): string {
  if (value === null) return '–'
  return name === 'sd' ? number(value) : t('classes.percent', { n: number(value) })
}

function spoken(name: (typeof names)[number], value: number | null): string {
  if (value === null) return t('classes.not_yet_known')
  return name === 'sd' ? number(value) : t('classes.percent_spoken', { n: number(value) })
}
