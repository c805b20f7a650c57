/** A reporter for knip that says how many files it looked at. */
export default function reportCount({ counters }: { counters: { processed: number } }): void {
  process.stdout.write(`Looked at ${counters.processed} files\n`)
}
