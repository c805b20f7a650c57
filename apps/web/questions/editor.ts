import type { ComponentType } from 'react'

/**
 * What the editor of a kind gets. `Content` is that of `packages/questions/<kind>/content.ts`; while someone
 * types, texts may be blank and numbers missing (NaN).
 */
export interface EditorProps<Content = unknown> {
  content: Content
  preset: string | null
  onChange: (content: Content) => void
}

/** What each `<kind>/Editor.tsx` exports. */
export interface EditorModule {
  Editor: ComponentType<EditorProps>
}
