import type { Browser, Page } from 'playwright-core'
import type { RunningServer, StartOptions } from './server.ts'
import type { Care } from './steps/person.ts'

/** The three sizes at which every screen is looked at; the middle one is the reference. */
export const sizes = {
  phone: { width: 360, height: 740 },
  reference: { width: 1366, height: 768 },
  large: { width: 1920, height: 1080 },
} as const

export type SizeName = keyof typeof sizes
export type SampleRole = 'student' | 'teacher' | 'advisor' | 'guardian' | 'admin'

/** What a journey has at hand. Each page is a browser of its own: another person at another computer. */
export interface Tools {
  browser: Browser
  /** Address of the shared server, which holds the sample school. */
  baseUrl: string
  /** What the shared server has printed so far. */
  serverOutput: () => string
  newPage: (size?: SizeName) => Promise<Page>
  /** Signed in as a person of the sample school; without an id as the first of the role. */
  newSamplePage: (role: SampleRole, userId?: string, size?: SizeName) => Promise<Page>
  newStudentPage: (userId?: string) => Promise<Page>
  /** Fails, naming rule and place, when axe has anything to say about the page in this state. */
  checkAxe: (page: Page, state: string) => Promise<void>
  /** Pictures of the page at the three sizes, in `e2e/screenshots/<journey>/`. */
  takePictures: (page: Page, name: string) => Promise<void>
  /** Whose time to add up, by how much is read; null for nobody's. */
  care: Care | null
  /** Prints a line beside the results. */
  say: (text: string) => void
  /** A server of the journey's own, for what would disturb the others. Stopped at the end. */
  startServer: (options?: StartOptions) => Promise<RunningServer>
}

/** What a file `journeys/*.journey.ts` exports. */
export interface Journey {
  title: string
  /** It uses servers of its own only, so it may run while others share theirs. */
  ownServer?: true
  run: (tools: Tools) => Promise<void>
}
