import { type ComponentType, lazy, type ReactElement, Suspense, useEffect } from 'react'
import type { EditorModule, EditorProps } from '../../questions/editor.ts'
import { editors } from '../../questions/generated/editors.ts'
import { Loading } from '../../ui/Stated.tsx'
import { t } from '../../words/words.ts'

const loaders = editors as unknown as Record<string, (() => Promise<EditorModule>) | undefined>

const components = new Map<string, ComponentType<EditorProps>>(
  Object.entries(loaders).flatMap(([kind, load]) =>
    load ? [[kind, lazy(async () => ({ default: (await load()).Editor }))]] : [],
  ),
)

/** The part of the editor that belongs to the kind. `onReady` is called once its fields are on the screen. */
export function KindPart({
  kind,
  onReady,
  ...props
}: EditorProps & { kind: string; onReady: () => void }): ReactElement {
  const Editor = components.get(kind)
  if (!Editor) return <p className="note note-not-yet">{t('author.unknown_kind')}</p>
  return (
    <Suspense fallback={<Loading />}>
      <Editor {...props} />
      <Ready onReady={onReady} />
    </Suspense>
  )
}

function Ready({ onReady }: { onReady: () => void }) {
  useEffect(onReady, [onReady])
  return null
}
