import { parser } from '@lezer/python'

/** What makes lines a program rather than words that happen to parse: something is done. */
const telling = new Set([
  'AssignStatement',
  'UpdateStatement',
  'CallExpression',
  'ForStatement',
  'WhileStatement',
  'IfStatement',
  'FunctionDefinition',
  'ClassDefinition',
  'ImportStatement',
  'ReturnStatement',
])

/** Whether the text parses as Python without an error and does something. Nothing is run. */
export function isPython(text: string): boolean {
  let tells = false
  let broken = false
  parser.parse(`${text}\n`).iterate({
    enter: (node) => {
      if (node.type.isError) broken = true
      if (telling.has(node.name)) tells = true
      return !broken
    },
  })
  return tells && !broken
}

/**
 * Whether one line could stand in a program. Prose is sorted out before parsing,
 * since "a, b or c" and "name: text" parse too.
 */
export function mayBePython(line: string): boolean {
  const text = line.trim()
  return (
    /^(?:def|class|for|while|if|elif|else|try|except|finally|with|import|from|return|print|input|break|continue|pass|global|#)\b/.test(
      text,
    ) ||
    /^[a-z_]\w*(?:\[[^\]]*\]|\.\w+)*\s*(?:[-+*/%]?=(?!=)|\()/i.test(text) ||
    /^(?:#.*|[)\]}]+,?)$/.test(text)
  )
}
