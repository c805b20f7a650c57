import type { strands } from '@waymark/questions/question.ts'

type Strand = (typeof strands)[number]

/** Words that place a computing question in a strand of the curriculum. */
const signs: Record<Strand, RegExp> = {
  NW: /\b(networks?|wi-?fi|routers?|internet|servers?|switch|protocols?|packets?|ip address|ipv\d|web|wide area|local area|bandwidth)\b/giu,
  CM: /\b(images? edit\w*|video|audio|animations?|podcasts?|graphics|layout|photo\w*|vector)\b/giu,
  DI: /\b(binary|denary|hexadecimal|bits?|bytes?|nibbles?|pixels?|data|encod\w*|represent\w*|digits?|ascii|unicode|spreadsheets?|databases?)\b/giu,
  DD: /\b(design\w*|prototypes?|user needs|requirements|wireframes?|success criteria)\b/giu,
  CS: /\b(cpu|processors?|memory|ram|rom|storage|hardware|software|operating systems?|input|output|devices?|computers?|logic gates?|drives?)\b/giu,
  IT: /\b(society|environment\w*|impact|ethic\w*|law|copyright|jobs|privacy)\b/giu,
  AL: /\b(algorithms?|sort\w*|search\w*|flowcharts?|decompos\w*|abstraction|pseudocode|sequence)\b/giu,
  PG: /\b(programs?|programming|python|variables?|loops?|iteration|selection|functions?|debug\w*|code|syntax|strings?|integers?)\b/giu,
  ET: /\b(word process\w*|presentation|files?|folders?|shortcuts?|formatting|save)\b/giu,
  SS: /\b(passwords?|malware|virus\w*|phishing|online safety|personal data|security|hack\w*|encrypt\w*)\b/giu,
}

/** The strand whose words a text holds most; that of the unit's title where it holds none. */
export function strandOf(about: string, unitTitle: string): Strand {
  return strongest(about) ?? strongest(unitTitle) ?? 'CS'
}

function strongest(text: string): Strand | null {
  let best: { strand: Strand; count: number } | null = null
  for (const [strand, sign] of Object.entries(signs) as [Strand, RegExp][]) {
    const count = text.match(sign)?.length ?? 0
    if (count > (best?.count ?? 0)) best = { strand, count }
  }
  return best?.strand ?? null
}

export const isComputing = (subject: string): boolean => /comput|^ict$|\bit\b/iu.test(subject)
