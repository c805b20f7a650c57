import { type ApiCaller, sampleApi } from '../api.ts'

export interface SampleClass {
  teacher: ApiCaller
  unitId: string
  classroomId: string
  /** An objective of the unit, for questions to belong to. */
  objectiveId: string
  /** The student of the class with this last name. */
  studentId: (lastName: string) => string
}

/** The class 8A of the sample school, with its teacher. */
export async function openSampleClass(baseUrl: string): Promise<SampleClass> {
  const teacher = await sampleApi(baseUrl, 'teacher')
  const { items: classes } = await teacher.call('listClassrooms', {})
  const { items: units } = await teacher.call('listUnits', {})
  const classroom = classes.find(({ name }) => name.startsWith('8A'))
  const unit = units[0]
  if (!classroom || !unit) throw new Error('The sample school lacks class 8A or its unit.')
  const { items } = await teacher.call('listClassroomStudents', { params: { classroom_id: classroom.id } })
  const { objectives } = await teacher.call('listUnitCompetencies', { params: { unit_id: unit.id } })
  const objective = objectives[0]
  if (!objective) throw new Error('The unit of the sample school has no objective.')
  return {
    teacher,
    unitId: unit.id,
    classroomId: classroom.id,
    objectiveId: objective.id,
    studentId: (lastName) => {
      const found = items.find(({ last_name }) => last_name === lastName)
      if (!found) throw new Error(`Nobody in class 8A is called ${lastName}.`)
      return found.id
    },
  }
}
