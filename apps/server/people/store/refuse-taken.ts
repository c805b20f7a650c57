import { Refused } from '../../platform/refused.ts'

const UNIQUE_VIOLATION = '23505'

/** Names that two people may choose at the same moment, by the constraint that lets only one have them. */
const taken = [
  { constraint: 'users_email_key', code: 'email_taken', pointer: '/email' },
  { constraint: 'students_school_id_username_key', code: 'username_taken', pointer: '/username' },
  { constraint: 'classrooms_name', code: 'class_name_taken', pointer: '/name' },
] as const

/** Runs a write; whoever comes second to a name is told so. */
export async function refuseTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (fault) {
    const { code, constraint, message } = fault as { code?: string; constraint?: string; message?: string }
    const name = code === UNIQUE_VIOLATION ? `${constraint ?? ''} ${message ?? ''}` : ''
    const found = taken.find((one) => name.includes(one.constraint))
    if (found) throw new Refused(found.code, { pointer: found.pointer })
    throw fault
  }
}
