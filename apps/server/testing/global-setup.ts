import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareDatabase, testSettings } from './test-database.ts'

/** Migrates once per test run; every test file then begins from a copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-tests-'))
  const prepared = await prepareDatabase()
  if (prepared.snapshot) {
    const file = path.join(folder, 'snapshot.tar')
    writeFileSync(file, prepared.snapshot)
    process.env[testSettings.snapshot] = file
  }
  if (prepared.template) process.env[testSettings.template] = prepared.template
  return async () => {
    await prepared.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
