/** What an objective asks a student to do, lowest first. */
export const groups = ['recall', 'understand', 'apply', 'analyse', 'create'] as const
export type VerbGroup = (typeof groups)[number]

const verbs: Record<VerbGroup, readonly string[]> = {
  recall: [
    'name',
    'state',
    'define',
    'list',
    'identify',
    'recall',
    'recognise',
    'recognize',
    'label',
    'match',
    'know',
  ],
  understand: [
    'explain',
    'describe',
    'understand',
    'summarise',
    'summarize',
    'outline',
    'discuss',
    'give',
    'say',
  ],
  apply: ['use', 'convert', 'calculate', 'apply', 'solve', 'represent', 'add', 'work out', 'measure'],
  analyse: [
    'trace',
    'compare',
    'debug',
    'analyse',
    'analyze',
    'contrast',
    'sort',
    'order',
    'sequence',
    'predict',
    'evaluate',
    'test',
  ],
  create: ['write', 'design', 'create', 'build', 'make', 'plan', 'program', 'develop', 'produce'],
}

/** Kinds of question that suit each group, best first (02 §3). Kinds the registry lacks are passed over. */
export const kindsOfGroup: Record<VerbGroup, readonly string[]> = {
  recall: ['multiple_choice', 'text_input', 'matching', 'cloze'],
  understand: ['multiple_choice', 'multiple_select', 'extended_text', 'drag_label'],
  apply: ['binary_convert', 'numeric', 'logic_gates', 'code_completion', 'python_code'],
  analyse: ['trace_table', 'code_predict', 'code_debug', 'ordering', 'multiple_select'],
  create: ['parsons', 'python_code', 'code_completion'],
}

const groupOfVerb = new Map(groups.flatMap((group) => verbs[group].map((verb) => [verb, group] as const)))
const verbPattern = new RegExp(`\\b(${[...groupOfVerb.keys()].join('|')})\\b`, 'i')

/** The first verb we know in an objective, in lower case; null when there is none. */
export function verbOf(objective: string): string | null {
  return objective.match(verbPattern)?.[1]?.toLowerCase() ?? null
}

/** The group of an objective's first known verb; an objective without one is for understanding. */
export function groupOf(objective: string): VerbGroup {
  return groupOfVerb.get(verbOf(objective) ?? '') ?? 'understand'
}

/** Without an objective the level says how demanding a question should be. */
export function groupOfLevel(level: number): VerbGroup {
  if (level <= 2) return 'recall'
  if (level === 3) return 'understand'
  return level === 4 ? 'apply' : 'analyse'
}

/**
 * Kinds to try, rung by rung: the group's own, then each next lower group. Only where nothing lower is left
 * come the higher ones, nearest first, since a question of another kind is better than none.
 */
export function ladderOf(group: VerbGroup): (readonly string[])[] {
  const at = groups.indexOf(group)
  const rungs = [...groups.slice(0, at + 1).toReversed(), ...groups.slice(at + 1)]
  return rungs.map((rung) => kindsOfGroup[rung])
}

/** Words that say what to do, not what it is about. */
export const isVerb = (word: string): boolean => groupOfVerb.has(word.toLowerCase())
