import { argon2, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'

interface Cost {
  /** KiB. */
  memory: number
  passes: number
  parallelism: number
}

const cost: Cost = { memory: 64 * 1024, passes: 2, parallelism: 1 }
const TAG_BYTES = 32
const phcForm =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,172})$/

/** A hash of this cost that no password has: unknown users take as long to refuse as known ones. */
const nobodysSalt = Buffer.alloc(16, 'nobody')

// Each hash takes 64 MiB and a thread of the pool that also reads files, so only a few run at once.
const lanes = Math.min(3, availableParallelism())
let running = 0
const waiting: (() => void)[] = []

async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (running >= lanes) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

const derive = (password: string, salt: Uint8Array, { memory, passes, parallelism }: Cost, bytes: number) =>
  inLane(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        const message = password.normalize('NFKC')
        argon2(
          'argon2id',
          { message, nonce: salt, memory, passes, parallelism, tagLength: bytes },
          (fault, tag) => (fault ? reject(fault) : resolve(tag)),
        )
      }),
  )

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** Hashes a password off the main thread; a PHC string with its cost and salt (16 random bytes). */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const tag = await derive(password, salt, cost, TAG_BYTES)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

/** Whether the password made this hash. Takes as long without a hash (an unknown user) as with one. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const match = phcForm.exec(hash ?? '')
  if (!match) {
    await derive(password, nobodysSalt, cost, TAG_BYTES)
    return false
  }
  const [, memory, passes, parallelism, salt = '', tag = ''] = match
  const expected = Buffer.from(tag, 'base64')
  const made = await derive(
    password,
    Buffer.from(salt, 'base64'),
    { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    expected.length,
  )
  return timingSafeEqual(made, expected)
}
