import { type ReactElement, use } from 'react'
import { Route, Switch } from 'wouter'
import { loadStaffWords } from '../words/load.ts'
import { AcceptInvitation } from './AcceptInvitation.tsx'
import { SetUp } from './SetUp.tsx'

const words = loadStaffWords()

/** Pages that need no sign-in: the first run, and the link of an invitation. */
export default function Welcome(): ReactElement {
  use(words)
  return (
    <Switch>
      <Route path="/invitations/:token">{({ token }) => <AcceptInvitation token={token} />}</Route>
      <Route>
        <SetUp />
      </Route>
    </Switch>
  )
}
