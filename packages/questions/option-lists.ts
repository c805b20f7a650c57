import type { AuthoredText, OptionList } from './kind.ts'

/** What the kinds with options share. */
export interface Option {
  id: string
  text: string
  is_correct: boolean
  feedback?: string | undefined
  misconception_id?: string | undefined
}

/** The id meant by a bare value: an option id, or the exact text of an option. Ids win over texts. */
export function idFromBare(options: readonly Option[], bare: string | number | boolean): string {
  const given = String(bare)
  if (options.some((option) => option.id === given)) return given
  return options.find((option) => option.text === given)?.id ?? given
}

/** The texts of options for the gate; `role` says where their feedback stands. */
export function optionTexts(
  at: string,
  options: readonly Option[],
  role: 'feedback' | 'verdict',
): AuthoredText[] {
  return options.flatMap((option, index) => {
    const texts: AuthoredText[] = [{ pointer: `${at}/${index}/text`, text: option.text, role: 'option' }]
    if (option.is_correct) texts.push({ pointer: `${at}/${index}/text`, text: option.text, role: 'accepted' })
    if (option.feedback) texts.push({ pointer: `${at}/${index}/feedback`, text: option.feedback, role })
    return texts
  })
}

/** The options as a list to choose from. */
export function optionList(pointer: string, options: readonly Option[], most: number): OptionList {
  return {
    pointer,
    most,
    options: options.map((option) => ({
      text: option.text,
      isCorrect: option.is_correct,
      explained: option.feedback !== undefined || option.misconception_id !== undefined,
    })),
  }
}
