import { type KindCode, kindCodes } from '@waymark/questions/generated/codes.ts'
import { t } from '../words/words.ts'

const isKind = (code: string): code is KindCode => kindCodes.some((known) => known === code)

/** The name of a kind of question on screens; a preset with a name of its own goes by that. */
export function kindName(code: string, preset: string | null = null): string {
  if (preset === 'true_false') return t('kind.true_false')
  return isKind(code) ? t(`kind.${code}`) : code
}
