import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { useAddressView } from '../../staff/address-view.ts'
import { StartPasswordSheet } from '../../staff/StartPasswordSheet.tsx'
import { useTabDraft } from '../../staff/tab-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { ListForm, type ListToRead } from './ListForm.tsx'
import type { PastedList } from './pasted-list.ts'

type Applied = Reply<'applyRosterImport'>

/** The three steps of an import. The read list is named in the address, so that a reload comes back to it. */
export function ImportSteps({ after }: { after: ReactNode }): ReactElement {
  const client = useQueryClient()
  const [view, changeView] = useAddressView(['import'])
  const [text, setText] = useTabDraft(`list.${useMe().user.id}`)
  const [list, setList] = useState<PastedList | null>(null)
  const [applied, setApplied] = useState<Applied | null>(null)
  const read = async ({ body, createClasses, pasted }: ListToRead) => {
    body.set('create_classes', String(createClasses))
    const { import_id } = await call('startRosterImport', {}, { form: body })
    setList(pasted)
    changeView({ import: import_id })
  }
  const finish = async (reply: Applied) => {
    setApplied(reply)
    setText('')
    changeView({ import: '' })
    await client.invalidateQueries()
  }
  if (applied) {
    return (
      <Done applied={applied}>
        {after}
        <Button className="no-print" onClick={() => setApplied(null)}>
          {t('admin.import_another')}
        </Button>
      </Done>
    )
  }
  if (view.import) {
    return (
      <ImportPreview
        importId={view.import}
        text={text}
        list={list}
        onApplied={finish}
        onBack={() => changeView({ import: '' })}
      />
    )
  }
  return <ListForm text={text} onText={setText} onRead={read} />
}

function Done({ applied, children }: { applied: Applied; children: ReactNode }) {
  const { created, updated, sheet } = applied
  return (
    <section className="stack">
      <p role="status" className="note note-good no-print">
        {t('admin.imported', { created, updated })}
      </p>
      {sheet.length > 0 && <StartPasswordSheet sheet={sheet} />}
      <div className="row no-print">{children}</div>
    </section>
  )
}
