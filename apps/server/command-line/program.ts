import { Command } from 'commander'
import { ConfigFault } from '../config.ts'
import { version } from '../platform/version.ts'
import { auditCommand } from './audit.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { rotateKeys } from './keys.ts'
import { migrateCommand } from './migrate.ts'
import { openapiCommand } from './openapi.ts'
import { type Answer, CommandFault, type GlobalOptions, say, sayProblem } from './speech.ts'
import { startCommand } from './start.ts'
import { usersCommands } from './users.ts'

/** A command does its work and answers a sentence for people and facts for `--json`. */
export type Run<A extends readonly unknown[]> = (...options: A) => Promise<Answer>

const perform =
  <A extends readonly unknown[]>(program: Command, run: Run<A>) =>
  async (...options: A) => {
    const { json } = program.opts<GlobalOptions>()
    try {
      const answer = await run(...options)
      say(json ? JSON.stringify(answer.facts) : answer.sentence)
      if (answer.failed) process.exitCode = 1
    } catch (fault) {
      process.exitCode = 1
      sayProblem(sentenceOf(fault), json ?? false)
    }
  }

const sentenceOf = (fault: unknown): string => {
  if (fault instanceof ConfigFault) return `Waymark cannot start with these settings:\n${fault.message}`
  if (fault instanceof CommandFault) return fault.message
  return fault instanceof Error ? fault.message : String(fault)
}

export async function runCommandLine(argv: readonly string[]): Promise<void> {
  const program = new Command('waymark')
    .description("Marks students' work, explains what the work shows, and points to the next step.")
    .option('--json', 'answer in JSON')
    .version(version)
    .showHelpAfterError()
  program
    .command('start')
    .description('start the server')
    .option('--roles <list>', 'web, worker, relay', 'web,worker,relay')
    .option('--no-build', 'serve the web app as it was last built')
    .action(perform(program, startCommand))
  program
    .command('demo')
    .description('create or reset the sample school')
    .action(perform(program, demoCommand))
  program
    .command('migrate')
    .description('bring the database to this version')
    .option('--dry-run', 'only name what would run')
    .action(perform(program, migrateCommand))
  program
    .command('doctor')
    .description('check settings, database, disk, clock and port; say how to mend each')
    .option('--data', 'also recount the data and verify checksums and the audit chain')
    .action(perform(program, doctorCommand))
  program
    .command('backup')
    .description('write a dump of the database and the files')
    .argument('<folder>', 'an empty or new folder')
    .action(perform(program, backupCommand))
  program
    .command('restore')
    .description('restore a backup into an empty place')
    .argument('<folder>', 'a folder that "waymark backup" wrote')
    .action(perform(program, restoreCommand))
  program
    .command('keys')
    .description('keys that access tokens are signed with')
    .command('rotate')
    .description('sign new tokens with a new key; those signed before hold until they end')
    .action(perform(program, rotateKeys))
  const users = program.command('users').description('accounts')
  for (const { name, description, argument, options, run } of usersCommands) {
    const command = users.command(name).description(description)
    if (argument) command.argument(argument.name, argument.description)
    for (const [flags, text] of options) command.requiredOption(flags, text)
    command.action(perform(program, run as Run<unknown[]>))
  }
  program
    .command('audit')
    .description('the audit log')
    .command('verify')
    .description('check the chain and name the first broken link')
    .action(perform(program, auditCommand))
  program.command('openapi').description('print the API document').action(perform(program, openapiCommand))
  program
    .command('version')
    .description('print the version')
    .action(perform(program, async () => ({ sentence: version, facts: { version } })))
  await program.parseAsync([...argv])
}
