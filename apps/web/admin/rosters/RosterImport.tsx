import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { t } from '../../words/words.ts'
import { ImportSteps } from './ImportSteps.tsx'

/** Brings in students from a list: read, look, import, print. */
export default function RosterImport(): ReactElement {
  return (
    <>
      <p>{t('admin.import_about')}</p>
      <ImportSteps
        after={
          <Link className="button" href="/classes">
            {t('classes.to_classes')}
          </Link>
        }
      />
    </>
  )
}
