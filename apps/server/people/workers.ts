import { every, type Worker, work } from '../platform/work.ts'
import { sealAudit } from './audit/seal-audit.ts'
import { forgetOld } from './forget-old.ts'
import { hashRosterPasswords } from './jobs.ts'
import { hashPasswords } from './rosters/hash-passwords.ts'
import { rotateSigningKeys } from './sign-in/access-token.ts'

const HOUR = 3600

export const workers: readonly Worker[] = [
  every('people.seal-audit', { seconds: 1 }, sealAudit),
  every('people.forget-old', { seconds: HOUR }, forgetOld),
  every('people.rotate-signing-keys', { seconds: HOUR }, rotateSigningKeys),
  work(hashRosterPasswords, hashPasswords),
]
