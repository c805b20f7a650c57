import path from 'node:path'
import { readConfig } from '../../apps/server/config.ts'
import { buildHouse, type House } from '../../apps/server/house.ts'
import { openEmbedded } from '../../apps/server/platform/db/database.ts'
import { newUuid } from '../../apps/server/platform/ids.ts'
import { openLog } from '../../apps/server/platform/log.ts'
import { plantBenchSchool } from '../school/plant.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Size {
  students: number
  objectives: number
}

/** One class whose evidence another system sends, called through HTTP without a network. */
export class EvidenceSchool {
  readonly house: House
  readonly #classroomId: string
  readonly #students: readonly string[]
  #objectives: readonly string[] = []
  #sent = 0

  private constructor(house: House, classroomId: string, students: readonly string[]) {
    this.house = house
    this.#classroomId = classroomId
    this.#students = students
  }

  static async open(folder: string, size: Size): Promise<EvidenceSchool> {
    const viewers = new Map<string, { userId: string; schoolId: string }>()
    const house = await buildHouse({
      config: readConfig({
        SESSION_SECRET: 'a-secret-of-benchmarks-only-0123456789ab',
        WAYMARK_DATA: folder,
      }),
      database: await openEmbedded(folder),
      log: openLog('error'),
      files: path.join(folder, 'files'),
      // Each call has a session of its own: what is measured is the work, not the limits.
      authenticate: async (_ctx, { bearer }) => {
        const [role = '', sessionId = ''] = (bearer ?? '').split(' ')
        const viewer = viewers.get(role)
        if (!viewer || (role !== 'teacher' && role !== 'service')) return null
        const userId = role === 'service' ? sessionId : viewer.userId
        return {
          viewer: { ...viewer, userId, role, sessionId, isSample: true, locale: 'en-GB' },
          csrfToken: null,
        }
      },
    })
    const { schoolId, people, classrooms } = await plantBenchSchool(house, size.students)
    for (const role of ['teacher', 'service'])
      viewers.set(role, { userId: people.get('teacher') ?? '', schoolId })
    const students = Array.from({ length: size.students }, (_, at) => people.get(`student-${at}`) ?? '')
    const opened = new EvidenceSchool(house, classrooms.get('8B') ?? '', students)
    await opened.#makeObjectives(size.objectives)
    return opened
  }

  async #makeObjectives(count: number): Promise<void> {
    const objectives = Array.from({ length: count }, (_, at) => ({
      text: `Explain part number ${at} of the whole`,
    }))
    const unit = await this.#call<{ id: string }>('POST', '/units', {
      title: 'Parts',
      subject: 'Computing',
      year_group: 8,
      objectives,
    })
    const found = await this.#call<{ objectives: { id: string }[] }>('GET', `/units/${unit.id}/competencies`)
    this.#objectives = found.objectives.map(({ id }) => id)
  }

  /** The next answer: students in turn, objectives spread evenly. */
  answer(n: number, age = HOUR) {
    this.#sent += 1
    const now = this.house.machines.clock.now()
    const id = newUuid(now)
    return {
      event_id: id,
      event_type: 'response.marked',
      student_id: this.#students[n % this.#students.length],
      occurred_at: new Date(now.getTime() - age + this.#sent).toISOString(),
      source: 'bench',
      data: {
        question_id: newUuid(now),
        question_version_id: id,
        mark_id: id,
        score: this.#sent % 3 === 0 ? 0 : 1,
        max_score: 1,
        marker: 'external',
        try_no: 1,
        duration_seconds: 20,
        hints_used: 0,
        revealed: false,
        competencies: [{ competency_id: this.#objectives[this.#sent % this.#objectives.length], weight: 1 }],
        misconception_ids: [],
      },
    }
  }

  lateAnswer(n: number) {
    return this.answer(n, 10 * DAY)
  }

  send(events: readonly object[]) {
    return this.#call('POST', '/mastery/ingest', { events }, 'service')
  }

  sendAndWait(event: object) {
    return this.#call('POST', '/mastery/ingest', { ...event, wait: true }, 'service')
  }

  openMap() {
    return this.#call('GET', `/analytics/classrooms/${this.#classroomId}/mastery`)
  }

  openDrawer(n: number) {
    const student = this.#students[n % this.#students.length]
    return this.#call('GET', `/explain/mastery/${student}~${this.#objectives[n % this.#objectives.length]}`)
  }

  close() {
    return this.house.close()
  }

  async #call<T>(
    method: 'GET' | 'POST',
    address: string,
    body?: object,
    role: 'teacher' | 'service' = 'teacher',
  ): Promise<T> {
    const session = newUuid(this.house.machines.clock.now())
    const response = await this.house.app.inject({
      method,
      url: `/api/v1${address}`,
      headers: {
        authorization: `Bearer ${role} ${session}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { payload: JSON.stringify(body) } : {}),
    })
    if (response.statusCode >= 300)
      throw new Error(`${method} ${address}: ${response.statusCode} ${response.body}`)
    return response.json() as T
  }
}
