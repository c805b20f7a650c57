#!/usr/bin/env node
// `npx waymark`: hands over to the command line on the Node that the project brings.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const own = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
const node = existsSync(own) ? own : process.execPath
const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
const { status } = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)
