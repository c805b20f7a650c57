import { likeness } from './lines.ts'

/** What a heading, a lead-in line or a table's label announces. */
export type Cue =
  | 'objectives'
  | 'vocabulary'
  | 'misconceptions'
  | 'corrections'
  | 'activity'
  | 'questions'
  | 'answers'
  | 'other'

/** The whole line is the cue, a closing colon aside. */
const whole: readonly [Cue, RegExp][] = [
  [
    'objectives',
    /^(?:the )?(?:key |main |lesson |unit )?(?:learning|lesson|unit)? ?(?:objectives?|intentions?|outcomes?|goals?)(?: for (?:this|the) (?:lesson|unit))?$/,
  ],
  ['objectives', /^(?:today'?s? )?(?:objectives?|learning outcomes?|outcomes)(?: and success criteria)?$/],
  ['objectives', /^(?:learning )?objectives? ?(?:and|&|\/) ?(?:outcomes?|success criteria)$/],
  ['objectives', /^success criteria$|^walt$|^wilf$|^lo'?s?$|^i can(?: statements?)?(?: ?…| ?\.\.\.)?$/],
  [
    'objectives',
    /^(?:by the end(?: of (?:this|the|today's) [\w ]{3,30}?)?,? ?)?(?:all |most |some )?(?:you|pupils|students|learners|we|children)?,? ?(?:will|should|must|could|can)(?: be able to| know| learn| understand)?(?: how)?(?: to)?(?: ?…| ?\.\.\.)?$/,
  ],
  ['objectives', /^by the end(?: of (?:this|the|today's) [\w ]{3,30})?,?(?: ?…| ?\.\.\.)?$/],
  ['objectives', /^(?:today )?we are learning(?: to| about| how to)?(?: ?…| ?\.\.\.)?$/],
  [
    'vocabulary',
    /^(?:the )?(?:key |new |core |subject |technical |important |unit |lesson |today's )*(?:vocabulary|vocab|key ?words?|keywords?|words?|terms?|terminology|glossary|word bank|definitions)(?: (?:list|bank|and (?:definitions|meanings)|to (?:know|learn)|(?:for|of|from|about|in) .{2,50}))?$/,
  ],
  [
    'misconceptions',
    /^(?:(?:common|likely|possible|typical|key|pupil|pupils'|student|students') )*(?:misconceptions?|misunderstandings?|errors?|mistakes?)(?: (?:and (?:errors?|mistakes?|misconceptions?|corrections?|how to .{3,40}|responses?|what to (?:say|do))|to (?:watch for|look out for|address|avoid)|students make|pupils make))?$/,
  ],
  [
    'misconceptions',
    /^(?:belief|what (?:some )?(?:pupils|students|learners) (?:may |might )?(?:think|believe|say)|(?:pupils|students) (?:may |might |often )?(?:think|believe|say)(?: that)?)$/,
  ],
  [
    'corrections',
    /^(?:the )?(?:corrections?|correct(?:ed)? (?:idea|view|understanding|version)|how to (?:address|correct|respond to) (?:it|this|them)|truth|reality|in fact|response|(?:what is|what's) true|true (?:idea|statement)|fact)$/,
  ],
  [
    'activity',
    /^(?:the )?(?:starter|main|plenary|independent|group|class|paired|extension|practical|unplugged)? ?(?:activity|activities|tasks?|exercises?|challenges?|do now|starter|starter activity)(?: ?[\d.a-f]{1,3})?$/,
  ],
  [
    'questions',
    /^(?:(?:quick|quiz|exit|recap|review|check|hinge|practice|retrieval|multiple[- ]choice|exam|assessment|plenary|test) )*(?:questions?|quiz|exit ticket|check your understanding|test yourself|knowledge check|exit questions?)$/,
  ],
  ['answers', /^(?:the )?(?:answers?|answer key|mark ?scheme|solutions?)$/],
  [
    'other',
    /^(?:resources?(?: needed)?|homework|plenary|differentiation|prior (?:knowledge|learning)|introduction|overview|summary|assessment|notes?|lesson (?:outline|plan|structure|title)|equipment|timings?|support|extension|curriculum links?|date|class|year(?: group)?|duration|time|subject|topic|teacher|unit|stretch|links|materials|context|evaluation|teaching notes?|preparation|key points|think about|next lesson|reading|references|further reading|cross-curricular links?|safety)$/,
  ],
]

/** What the line announces when it announces something and says nothing else. */
export function cueOf(line: string): Cue | null {
  const plain = likeness(line)
    .replace(/[’]/g, "'")
    .replace(/^(?:\d{1,2}[.)]|[a-z][.)]|[•▪●*–-])\s+/, '')
    .trim()
  if (plain === '' || plain.length > 90) return null
  for (const [cue, pattern] of whole) if (pattern.test(plain)) return cue
  return null
}

/** Opens a line that goes on with the thing itself: "Learning objective: …", "Misconception – …". */
export function splitCue(line: string): { cue: Cue; rest: string } | null {
  const found = /^(.{2,60}?)(?::| [–—-] )\s*(\S.*)$/su.exec(line)
  const [, label, rest] = found ?? []
  const cue = label === undefined ? null : cueOf(label)
  return cue === null || rest === undefined ? null : { cue, rest }
}
