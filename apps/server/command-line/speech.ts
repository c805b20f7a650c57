export interface GlobalOptions {
  json?: boolean
}

/** What a command says: a sentence for people, facts for programs. */
export interface Answer {
  sentence: string
  facts: Record<string, unknown>
  /** True when the command did its work and found something that is not in order. */
  failed?: boolean
}

/** A command cannot do its work; the message says what to do. */
export class CommandFault extends Error {}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Progress and problems go to standard error, so that `--json` stays readable. */
export const sayProgress = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

export const sayProblem = (sentence: string, json: boolean): void => {
  process.stderr.write(json ? `${JSON.stringify({ error: sentence })}\n` : `${sentence}\n`)
}
