import type { House } from '../house.ts'
import { type PlantedSchool, plantSampleSchool } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { newUuid } from '../platform/ids.ts'
import { settle } from '../platform/settle.ts'
import { makeUnit } from './lesson.ts'
import { generateQuiz, type PublishedQuiz, publishQuiz } from './quizzes.ts'
import { class8A, class8B, type SampleStudent, sampleSchool } from './school.ts'
import { sit } from './sitting.ts'
import { share } from './slips.ts'
import { type Visitor, visit } from './visitor.ts'
import { essayOf, makeWrittenQuiz } from './written-quiz.ts'

const DAY = 86_400_000
const classes = [
  { name: '8A Computing', students: class8A },
  { name: '8B Computing', students: class8B },
]

/** The story is told day by day: everything through the API, at the time it would have happened. */
class Story {
  readonly house: House
  readonly planted: PlantedSchool
  #day = 0

  constructor(house: House, planted: PlantedSchool) {
    this.house = house
    this.planted = planted
  }

  /** Moves to so many days before today. */
  on(daysAgo: number): void {
    this.house.machines.clock.shift(-daysAgo * DAY)
    this.#day += 1
  }

  get now(): Date {
    return this.house.machines.clock.now()
  }

  teacher(): Promise<Visitor> {
    return visit(this.house, 'teacher', this.idOf('Okoro'), this.#address)
  }

  student(username: string): Promise<Visitor> {
    return visit(this.house, 'student', this.idOf(username), this.#address)
  }

  idOf(name: string): string {
    const id = this.planted.people.get(name)
    if (!id) throw new Error(`Nobody in the sample school is called ${name}.`)
    return id
  }

  /** Publishes to both classes from now on. */
  publish(teacher: Visitor, quizId: string, days: number): Promise<PublishedQuiz> {
    return publishQuiz(teacher, quizId, {
      classroom_ids: [...this.planted.classrooms.values()],
      available_from: this.now.toISOString(),
      available_until: new Date(this.now.getTime() + days * DAY).toISOString(),
    })
  }

  /** Who is there takes the quiz; `takes` leaves some for later, `running` stop half-way. */
  async sitting(
    quiz: PublishedQuiz,
    who: { takes?: (student: SampleStudent) => boolean; running?: (student: SampleStudent) => boolean } = {},
  ): Promise<void> {
    for (const { name, students } of classes)
      for (const student of students) {
        if (student.habit === 'absent' || who.takes?.(student) === false) continue
        const visitor = await this.student(student.username)
        await sit(visitor, student, quiz.assignments.get(name) ?? '', quiz.known, {
          essay: essayOf(student),
          now: this.now,
          leaveRunning: who.running?.(student) ?? false,
        })
      }
    await settle(this.house)
  }

  get #address(): string {
    return `127.0.1.${this.#day}`
  }
}

/**
 * Creates the sample school, or makes it anew: two classes, a unit from genuine Office files, quizzes made
 * from it by the generator, and five weeks of answers by students of different ability and habits.
 */
export async function fillSampleSchool(house: House, progress: (line: string) => void): Promise<void> {
  const { clock } = house.machines
  try {
    clock.shift(-35 * DAY)
    progress('Sample school: people and classes')
    const story = new Story(house, await plantSampleSchool(makeContext(house.machines), sampleSchool))
    await tell(story, progress)
  } finally {
    clock.shift(0)
  }
}

async function tell(story: Story, progress: (line: string) => void): Promise<void> {
  const { house } = story
  progress('Sample school: reading the lesson files')
  story.on(28)
  const unit_id = await makeUnit(house, await story.teacher())
  const quizOf = async (title: string, question_count: number, variation: number, days: number) => {
    const teacher = await story.teacher()
    return story.publish(
      teacher,
      await generateQuiz(house, teacher, { unit_id, title, question_count, variation }),
      days,
    )
  }

  progress('Sample school: first quiz')
  const first = await quizOf('Inside a computer', 12, 0, 3)
  story.on(27)
  await story.sitting(first)

  progress('Sample school: second quiz')
  story.on(14)
  const second = await quizOf('Memory, storage and binary', 10, 1, 3)
  story.on(13)
  await story.sitting(second, { takes: ({ username }) => share(`${username}/second`) < 0.9 })

  progress('Sample school: a quiz with written answers')
  story.on(5)
  const written = await makeWrittenQuiz(await story.teacher(), unit_id)
  const third = await story.publish(await story.teacher(), written, 4)
  story.on(4)
  await story.sitting(third)
  story.on(3)
  await markSome(story)
  await judge(story, unit_id)

  progress('Sample school: this week')
  story.on(1)
  const fourth = await quizOf('Check-up: computer systems', 8, 2, 6)
  await story.sitting(fourth, {
    takes: ({ username }) => username !== 'chen.m' && share(`${username}/fourth`) < 0.4,
    running: ({ username }) => share(`${username}/running`) < 0.15,
  })
}

/** The teacher has marked half of the written answers and left the rest. */
async function markSome(story: Story): Promise<void> {
  const teacher = await story.teacher()
  const { items } = await teacher.call('listMarkingQueue', {})
  for (const { mark_id, scheme, answer_text } of items.slice(0, 14)) {
    const awarded = Object.fromEntries(
      scheme.parts.map((part) => [
        part.id,
        share(`${answer_text}/${part.text}`) < 0.65 && 'points' in part ? part.points : 0,
      ]),
    )
    await teacher.call('decideMark', { params: { mark_id }, body: { awarded } })
  }
  await settle(story.house)
}

/** A judgement that the answers do not bear out: the estimate shows as contested. */
async function judge(story: Story, unitId: string): Promise<void> {
  const teacher = await story.teacher()
  const { objectives } = await teacher.call('listUnitCompetencies', { params: { unit_id: unitId } })
  for (const [index, { id: competency_id }] of objectives.slice(0, 3).entries())
    await teacher.call('ingestEvents', {
      body: {
        event_id: newUuid(story.now),
        event_type: 'judgement.given',
        student_id: story.idOf(index === 2 ? 'taylor.i' : 'evans.n'),
        occurred_at: story.now.toISOString(),
        source: 'teacher',
        data: { competency_id, judgement: 'gap', note: 'Could not explain it in class.' },
      },
    })
  await settle(story.house)
}
