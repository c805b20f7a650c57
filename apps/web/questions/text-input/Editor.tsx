import type { Content } from '@waymark/questions/text-input/content.ts'
import type { ReactElement } from 'react'
import { TextKeyEdit } from '../editing/TextKeyEdit.tsx'
import type { EditorProps } from '../editor.ts'

/** A word or a short phrase. */
export function Editor({ content, onChange }: EditorProps<Content>): ReactElement {
  return <TextKeyEdit at="" textKey={content} onChange={onChange} />
}
