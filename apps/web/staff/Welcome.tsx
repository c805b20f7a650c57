import { type ReactElement, use } from 'react'
import { Route, Switch } from 'wouter'
import { AcceptInvitation } from '../admin/set-up/AcceptInvitation.tsx'
import { ResetPassword } from '../admin/set-up/ResetPassword.tsx'
import { SetUp } from '../admin/set-up/SetUp.tsx'
import { loadStaffWords } from '../words/load.ts'

const words = loadStaffWords()

/** Pages that need no sign-in: the first run, the link of an invitation, the link for a new password. */
export default function Welcome(): ReactElement {
  use(words)
  const token = location.hash.slice(1)
  return (
    <Switch>
      <Route path="/invitation">
        <AcceptInvitation key={token} token={token} />
      </Route>
      <Route path="/reset-password">
        <ResetPassword key={token} token={token} />
      </Route>
      <Route>
        <SetUp />
      </Route>
    </Switch>
  )
}
