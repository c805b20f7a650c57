import { accountEndpoints } from './people/accounts.ts'
import { classEndpoints } from './people/classes.ts'
import { signInEndpoints } from './people/sign-in.ts'

export * from './people/shapes.ts'

export const endpoints = { ...signInEndpoints, ...accountEndpoints, ...classEndpoints }
