import type { Piece, Withdrawal } from './derive.ts'

type Answer = Pick<Piece, 'student_id' | 'source' | 'mark_id' | 'question_version_id'>

/** The first of these withdrawals that takes back this answer; a sender takes back only what is its own. */
export const withdrawalOver = (piece: Answer, withdrawals: readonly Withdrawal[]): Withdrawal | null =>
  withdrawals.find(({ student_id, source, subject, subject_id }) => {
    const own = subject === 'mark' ? piece.mark_id : piece.question_version_id
    return student_id === piece.student_id && source === piece.source && subject_id === own
  }) ?? null
