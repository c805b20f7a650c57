import { readHouse } from '../house.ts'
import { complaints } from '../wall.ts'
import { walls } from '../walls.ts'
import { runInstalled, runScript } from './program.ts'
import { countIn, type Outcome, type Step } from './step.ts'

const projects = ['packages', 'apps/server', 'apps/web', '.']

/** The parts of `npm run check`, in the order in which they run. */
export const steps: readonly Step[] = [
  { name: 'types', run: checkTypes },
  { name: 'walls', run: checkWalls },
  { name: 'lint and format', run: checkLint },
  { name: 'dead code', run: checkDeadCode },
  { name: 'generated files', run: checkGenerated },
]

async function checkTypes(root: string): Promise<Outcome> {
  const seen = new Set<string>()
  // A file of two projects is complained of once.
  const complaints = new Set<string>()
  for (const project of projects) {
    const { code, output } = await runInstalled(
      root,
      'tsc',
      '-p',
      project,
      '--listFiles',
      '--pretty',
      'false',
    )
    const lines = output.split('\n').filter((line) => line !== '')
    const files = lines.filter((line) => line.startsWith(root) && !line.includes('node_modules'))
    for (const file of files) seen.add(file)
    if (files.length === 0) complaints.add(`tsc -p ${project} saw no file`)
    if (code !== 0) for (const line of lines.filter((line) => !line.startsWith('/'))) complaints.add(line)
  }
  return { seen: seen.size, complaint: [...complaints].map((line) => `${line}\n`).join('') }
}

async function checkWalls(root: string): Promise<Outcome> {
  const house = readHouse(root)
  const broken = walls.flatMap((wall) => {
    const lines = complaints(wall, wall.look(house))
    return lines.length === 0 ? [] : [`${wall.name}: ${wall.rule}`, ...lines.map((line) => `  ${line}`)]
  })
  return { seen: house.files.length, complaint: broken.map((line) => `${line}\n`).join('') }
}

async function checkLint(root: string): Promise<Outcome> {
  const { code, output } = await runInstalled(
    root,
    'biome',
    'check',
    '--error-on-warnings',
    '--max-diagnostics=50',
    '.',
  )
  return { seen: countIn(output, /Checked (\d+) files/), complaint: code === 0 ? '' : output }
}

async function checkDeadCode(root: string): Promise<Outcome> {
  const { code, output } = await runInstalled(
    root,
    'knip',
    ...[
      '--no-progress',
      '--treat-config-hints-as-errors',
      '--reporter',
      'symbols',
      '--reporter',
      './walls/knip-count.ts',
    ],
  )
  return { seen: countIn(output, /Looked at (\d+) files/), complaint: code === 0 ? '' : output }
}

async function checkGenerated(root: string): Promise<Outcome> {
  const { code, output } = await runScript(root, 'apps/server/gen.ts', '--check')
  return { seen: countIn(output, /(\d+) generated files/), complaint: code === 0 ? '' : output }
}
