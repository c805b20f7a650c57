import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { readerNetworkWall as wall } from './reader-network.ts'

const folder = 'apps/server/library/reading'

describe('reader without network', () => {
  it.each([
    `import { get } from 'node:https'`,
    `import net from 'net'`,
    `const dns = await import('node:dns/promises')`,
    `await fetch(address)`,
    `new WebSocket(address)`,
  ])('the reader may not hold: %s', (text) => {
    expect(breachesIn(wall, { [`${folder}/child.ts`]: text })).toHaveLength(1)
  })

  it('sees what is loaded through other files', () => {
    const found = breachesIn(wall, {
      [`${folder}/child.ts`]: `import '../../platform/log.ts'`,
      'apps/server/platform/log.ts': `import 'node:net'`,
    })
    expect(found).toEqual([`${folder}/child.ts loads apps/server/platform/log.ts → node:net`])
  })

  it('lets files, processes and a method named fetch be', () => {
    const text = `import { readFile } from 'node:fs/promises'\nimport { spawn } from 'node:child_process'\nconst fetched = 1`
    expect(breachesIn(wall, { [`${folder}/child.ts`]: text })).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(
      seenIn(wall, { [`${folder}/a.ts`]: '', [`${folder}/a.test.ts`]: '', 'apps/server/b.ts': '' }),
    ).toBe(1)
  })
})
