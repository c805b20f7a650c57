import { describe, expect, it } from 'vitest'
import { gzippedKilobytes, type Manifest, studentChunks } from './size-check.ts'

const manifest: Manifest = {
  'index.html': { file: 'index.js', imports: ['_shared.js'], dynamicImports: ['learn/StudentArea.tsx'] },
  'learn/StudentArea.tsx': { file: 'student.js', imports: ['_shared.js', '_query.js', 'index.html'] },
  'take/AttemptArea.tsx': { file: 'question.js', imports: ['_query.js'] },
  'staff/StaffArea.tsx': { file: 'staff.js', imports: ['_shared.js', '_heavy.js'] },
  '\u0000virtual:words/en-GB/base': { file: 'words.js' },
  '\u0000virtual:words/en-US/base': { file: 'words-us.js' },
  '_shared.js': { file: 'shared.js' },
  '_query.js': { file: 'query.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'deep.js' },
  '_heavy.js': { file: 'heavy.js' },
}

describe('the size of the student area', () => {
  it('counts entry, area, question, words and all they import, each once, and nothing of the staff', () => {
    expect(studentChunks(manifest).toSorted()).toEqual(
      [
        '\u0000virtual:words/en-GB/base',
        '_deep.js',
        '_query.js',
        '_shared.js',
        'index.html',
        'learn/StudentArea.tsx',
        'take/AttemptArea.tsx',
      ].toSorted(),
    )
  })

  it('refuses a build that lacks one of them, so that a renamed file cannot pass as small', () => {
    const { 'take/AttemptArea.tsx': _, ...rest } = manifest
    expect(() => studentChunks(rest)).toThrow(/AttemptArea/)
    const { '\u0000virtual:words/en-GB/base': __, ...wordless } = manifest
    expect(() => studentChunks(wordless)).toThrow(/words/)
  })

  it('measures what a browser would load', () => {
    const noise = Uint8Array.from({ length: 30_000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255)
    expect(gzippedKilobytes(['a', 'b'], () => noise)).toBeCloseTo(2 * gzippedKilobytes(['a'], () => noise), 6)
  })
})
