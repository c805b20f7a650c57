import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export interface Finished {
  code: number
  output: string
}

/** Runs a script of ours or of a dependency on the project's own Node and collects what it prints. */
export async function runScript(root: string, script: string, ...parameters: string[]): Promise<Finished> {
  if (!existsSync(join(root, script))) return { code: 1, output: `${script} is not there.\n` }
  return run(root, process.execPath, [script, ...parameters])
}

/** Runs a program that npm installed. */
export function runInstalled(root: string, name: string, ...parameters: string[]): Promise<Finished> {
  const ending = process.platform === 'win32' ? '.cmd' : ''
  return run(root, join(root, 'node_modules', '.bin', name + ending), parameters)
}

function run(root: string, program: string, parameters: string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: root, env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
