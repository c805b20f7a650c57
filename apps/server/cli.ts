import { readFileSync } from 'node:fs'

/** The `waymark` program. Only the version of Node is checked here, before anything else is loaded. */
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `Waymark needs Node 24 or newer and found ${process.versions.node}. Start it with "npm start" or "npx waymark": the project brings its own Node.\n`,
  )
  process.exit(1)
}
if (process.argv[2] === '--version')
  process.stdout.write(
    `${(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version}\n`,
  )
else {
  const { runCommandLine } = await import('./command-line/program.ts')
  await runCommandLine(process.argv)
}
