import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { House } from '../apps/server/house.ts'
import type { Figure } from './figure.ts'
import { EvidenceSchool } from './folding/evidence-school.ts'

const STUDENTS = 30
const OBJECTIVES = 40
const BATCH = 500

/**
 * What evidence costs through the whole house on an embedded database on the disk: taking events in durably,
 * folding them, one event to its readable estimate, a late one in a long history, and the screens above.
 */
export async function run({ quick = false } = {}): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-folding-'))
  const school = await EvidenceSchool.open(folder, { students: STUDENTS, objectives: OBJECTIVES })
  try {
    const batches = quick ? 4 : 12
    return [
      ...(await intake(school, batches)),
      ...(await oneByOne(school, quick ? 20 : 100)),
      ...(await screens(school, quick ? 5 : 30)),
    ]
  } finally {
    await school.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function intake(school: EvidenceSchool, batches: number): Promise<Figure[]> {
  const count = batches * BATCH
  const sending = await timed(async () => {
    for (let batch = 0; batch < batches; batch += 1)
      await school.send(Array.from({ length: BATCH }, (_, n) => school.answer(n)))
  })
  const folding = await timed(() => settle(school.house))
  return [
    { name: 'intake, durable', value: perSecond(count, sending), unit: 'events/s', note: `${BATCH} a call` },
    {
      name: 'intake, durable and folded',
      value: perSecond(count, sending + folding),
      unit: 'events/s',
      note: `${STUDENTS} students, ${count} events`,
    },
  ]
}

async function oneByOne(school: EvidenceSchool, count: number): Promise<Figure[]> {
  const times: number[] = []
  const late: number[] = []
  for (let n = 0; n < count; n += 1) {
    times.push(await timed(() => school.sendAndWait(school.answer(n))))
    if (n % 5 === 0) late.push(await timed(() => school.sendAndWait(school.lateAnswer(n))))
  }
  return [
    { name: 'event to estimate p95', value: p95(times), unit: 'ms', limit: 100, note: 'one event, one call' },
    { name: 'late event p95', value: p95(late), unit: 'ms', note: 'the student folded from nothing' },
  ]
}

async function screens(school: EvidenceSchool, count: number): Promise<Figure[]> {
  const [map, drawer]: [number[], number[]] = [[], []]
  for (let n = 0; n < count; n += 1) {
    map.push(await timed(() => school.openMap()))
    drawer.push(await timed(() => school.openDrawer(n)))
  }
  return [
    { name: `mastery map ${STUDENTS} × ${OBJECTIVES} p95`, value: p95(map), unit: 'ms', limit: 150 },
    { name: 'evidence drawer p95', value: p95(drawer), unit: 'ms', limit: 300, note: 'first ten items' },
  ]
}

async function settle(house: House): Promise<void> {
  while ((await house.relay.deliver()) > 0);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const perSecond = (count: number, milliseconds: number) => Math.round((1000 * count) / milliseconds)
const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0
