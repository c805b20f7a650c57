/** Writes the sample unit's files anew: `node apps/server/sample/make-office-files.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { drawDiagram } from './diagram.ts'
import { glossary } from './glossary.ts'
import { homework } from './homework.ts'
import { lessonPlan } from './lesson-plan.ts'
import { slides } from './slides.ts'

const folder = new URL('./files/', import.meta.url)
const files: Record<string, Buffer> = {
  'lesson-3-binary-numbers.docx': lessonPlan(),
  'lesson-1-computer-systems.pptx': slides(await drawDiagram()),
  'glossary-computer-systems.docx': glossary(),
  'homework-binary-numbers.pdf': homework(),
}
await mkdir(folder, { recursive: true })
for (const [name, bytes] of Object.entries(files)) await writeFile(new URL(name, folder), bytes)
