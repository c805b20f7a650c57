import type { Relation } from '../office-package.ts'
import type { Lists } from './numbering.ts'
import type { Styles } from './styles.ts'

/** What reading a body needs to know of the rest of the file; `tables` counts those met so far. */
export interface BodySurroundings {
  styles: Styles
  lists: Lists
  relations: Map<string, Relation>
  tables: number
}
