import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { useActing } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { t } from '../../words/words.ts'

/** What can be done with the class itself. */
export function RollActions({
  classroom,
  onChange,
}: {
  classroom: Reply<'showClassroom'>
  onChange: () => void
}): ReactElement {
  const client = useQueryClient()
  const { busy, error, act } = useActing()
  const archived = classroom.archived_at !== null
  const archive = () =>
    act(async () => {
      const params = { classroom_id: classroom.id }
      await call('changeClassroom', { params, body: { archived: !archived } })
      await client.invalidateQueries()
    })
  return (
    <>
      <Link className="button" href={`/classes/${classroom.id}`}>
        {t('classes.to_class')}
      </Link>
      <Button onClick={onChange}>{t('classes.change')}</Button>
      <Button busy={busy} onClick={archive}>
        {t(archived ? 'classes.unarchive' : 'classes.archive')}
      </Button>
      <ErrorLine text={error} />
    </>
  )
}
