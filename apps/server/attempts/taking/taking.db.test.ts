import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithQuiz, openClassWithQuiz } from '../testing/class-with-quiz.ts'

let house: ClassWithQuiz
beforeAll(async () => {
  house = await openClassWithQuiz()
})
afterAll(() => house.test.close())

describe('taking a quiz', () => {
  test('from publishing to marks: every right answer gives full marks, the essay waits', async () => {
    const assignment = await house.publish()
    const line = await house.start(assignment)
    for (let place = 1; place <= house.questions.length; place += 1) {
      const { body } = await line.answer(place, house.right(place))
      expect(body.results).toEqual([{ device_seq: place, result: 'accepted' }])
    }
    const finished = await line.finish()
    expect(finished.body).toMatchObject({ status: 'completed', ended_by: 'student', unanswered: [] })
    const { body } = await line.results()
    expect(body.state).toBe('marks')
    const essay = house.placeOf('extended_text')
    expect(body.questions?.map(({ verdict }) => verdict)).toEqual(
      house.questions.map((_, index) => (index + 1 === essay ? 'waiting' : 'correct')),
    )
    expect(body).toMatchObject({ percentage: 100, marks_state: 'provisional', waiting: 1 })
    expect(body.questions?.every((question) => !('correct_answer' in question))).toBe(true)
  })
})
