import type { KindScript } from './kind-script.ts'
import { cloze } from './kinds/cloze.ts'
import { extendedText } from './kinds/extended-text.ts'
import { matching } from './kinds/matching.ts'
import { multipleChoice } from './kinds/multiple-choice.ts'
import { multipleSelect } from './kinds/multiple-select.ts'
import { numeric } from './kinds/numeric.ts'
import { ordering } from './kinds/ordering.ts'
import { textInput } from './kinds/text-input.ts'

/** One script for each kind of question, in the order of the quiz that is made of them. */
export const kindScripts: readonly KindScript[] = [
  multipleChoice,
  multipleSelect,
  textInput,
  matching,
  ordering,
  cloze,
  numeric,
  extendedText,
]
