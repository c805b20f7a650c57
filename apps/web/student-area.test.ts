import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { studentReach } from './student-area.ts'
import { isRed } from './ui/contrast.ts'

const root = resolve(import.meta.dirname, '../..')
const reach = studentReach()

describe('what the student area can load', () => {
  it('was looked at: entry, both student folders, every player, the styles', () => {
    expect(reach.length).toBeGreaterThan(50)
    for (const file of [
      'apps/web/main.tsx',
      'apps/web/learn/StudentArea.tsx',
      'apps/web/take/AttemptArea.tsx',
      'apps/web/questions/cloze/Player.tsx',
      'apps/web/ui/tokens.css',
      'packages/contract/generated/paths.ts',
    ])
      expect(reach).toContain(file)
  })

  it('is neither zod nor science, and nothing of the staff', () => {
    const foreign = reach.filter(
      (file) =>
        file === 'zod' ||
        file.startsWith('packages/science/') ||
        /^apps\/web\/(staff|author|mark|classes|admin)\//.test(file),
    )
    expect(foreign).toEqual([])
  })

  it('of our packages is only the table of paths and the answer and student files of the kinds', () => {
    const allowed =
      /^packages\/(contract\/generated\/paths\.ts|questions\/([a-z-]+\/(answer|student)|student-question)\.ts)$/
    expect(reach.filter((file) => file.startsWith('packages/') && !allowed.test(file))).toEqual([])
  })

  it('holds no red, by name or by number', () => {
    const sheets = reach.filter((file) => file.startsWith('apps/') && /\.(css|tsx)$/.test(file))
    const reds = sheets.flatMap((file) => {
      const text = readFileSync(resolve(root, file), 'utf8')
      const numbers = [...text.matchAll(/#[0-9a-f]{6}\b/gi)].map((match) => match[0]).filter(isRed)
      const names = [...text.matchAll(/:\s*(red|crimson|firebrick|tomato|maroon)\b|var\(--danger\)/g)]
      return [...numbers, ...names.map((match) => match[0])].map((red) => `${file}: ${red}`)
    })
    expect(reds).toEqual([])
  })
})
