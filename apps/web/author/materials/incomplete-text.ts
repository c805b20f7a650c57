import { t } from '../../words/words.ts'
import type { firstIncomplete } from './lists.ts'

/** Which row is not complete and what it needs. */
export function incompleteText({
  list,
  row,
  field,
}: NonNullable<ReturnType<typeof firstIncomplete>>): string {
  const name = t('author.found_n', { list: t(`author.list_${list}`), n: row + 1 })
  if (field === 'steps') return t('author.needs_two_steps', { name })
  return list === 'objectives' ? t('author.objective_too_short', { name }) : t('author.incomplete', { name })
}
