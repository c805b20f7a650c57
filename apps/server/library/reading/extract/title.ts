import type { Block } from '../blocks.ts'
import { collapse } from './lines.ts'

const longestTitle = 200

/** Title style, else the first heading, else the first words of slide 1, else the file's name. */
export function titleOf(blocks: Block[], filename: string): string {
  const headings = blocks.filter((block) => block.kind === 'heading' && !block.hidden)
  const chosen =
    headings.find((block) => block.kind === 'heading' && block.level === 0) ??
    headings[0] ??
    blocks.find((block) => block.slide === 1 && !block.hidden && block.kind === 'paragraph')
  const text = chosen !== undefined && 'text' in chosen ? collapse(chosen.text).replace(/\n/g, ' ') : ''
  return (text || nameWithoutEnding(filename)).slice(0, longestTitle)
}

/** The number in "L3" or "Lesson 3", looked for in the title, then the file's name, then the first headings. */
export function lessonNumberOf(title: string, filename: string, blocks: Block[]): number | null {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && !block.hidden ? [block.text] : []))
  for (const text of [title, filename, ...headings.slice(0, 3)]) {
    const found = /(?<![\p{L}\p{N}])(?:L|[Ll]esson[\s_-]*|LESSON[\s_-]*)(\d{1,3})(?![\p{L}\p{N}])/u.exec(text)
    if (found?.[1] !== undefined) return Number(found[1])
  }
  return null
}

function nameWithoutEnding(filename: string): string {
  const base = filename.split(/[\\/]/).at(-1) ?? filename
  return collapse(base.replace(/\.[^.]+$/, '').replace(/_+/g, ' ')) || base
}
