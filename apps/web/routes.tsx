import { lazy, type ReactElement, Suspense } from 'react'
import { useLocation } from 'wouter'
import { loadExplained } from './explain.ts'
import { type Me, MeProvider, useRenewedToken, useSession } from './session.tsx'
import { SignIn } from './sign-in/SignIn.tsx'
import { SignInAgain } from './sign-in/SignInAgain.tsx'
import { EvidenceDrawer } from './ui/EvidenceDrawer.tsx'
import { useMainAction } from './ui/main-action.ts'
import { ReadingSettings } from './ui/ReadingSettings.tsx'
import { Loading, Stated } from './ui/Stated.tsx'
import { stateOf } from './ui/shown.ts'

const StudentArea = lazy(() => import('./learn/StudentArea.tsx'))
const StaffArea = lazy(() => import('./staff/StaffArea.tsx'))
const Welcome = lazy(() => import('./staff/Welcome.tsx'))

const ReplyToClaim = lazy(() => import('./learn/ReplyToClaim.tsx'))

/** Students reply to what is said of them where they read it. */
const replyTo = ({ subject_id }: { subject_id: string }) => (
  <Suspense fallback={<Loading />}>
    <ReplyToClaim claimId={subject_id} />
  </Suspense>
)

/** Pages of the staff area that need no sign-in: setting up a school, an invitation, a new password. */
const openPages = ['/setup', '/invitation', '/reset-password']

/** The area of whoever is signed in; without a sign-in, the door. */
export function Routes(): ReactElement {
  const session = useSession()
  const [path] = useLocation()
  useMainAction()
  const open = openPages.some((page) => path === page || path.startsWith(`${page}/`))
  // Who was signed in stays so while the network is gone: a quiz under way is never taken off the screen.
  if (session.data === undefined && !open) return <Asking session={session} />
  return (
    <Suspense fallback={<Waiting />}>
      {open ? (
        <Welcome />
      ) : session.data ? (
        <Area key={session.data.membership_id} me={session.data} />
      ) : (
        <SignIn />
      )}
    </Suspense>
  )
}

function Asking({ session }: { session: ReturnType<typeof useSession> }) {
  return (
    <main className="page">
      <Stated shown={stateOf(session)} onRetry={() => session.refetch()}>
        {() => null}
      </Stated>
    </main>
  )
}

function Area({ me }: { me: Me }) {
  useRenewedToken(me)
  return (
    <MeProvider value={me}>
      <ReadingSettings account={me.user.id}>
        {me.role === 'student' ? <StudentArea /> : <StaffArea />}
        <SignInAgain />
        {me.role === 'student' && <EvidenceDrawer load={loadExplained} replyTo={replyTo} />}
      </ReadingSettings>
    </MeProvider>
  )
}

function Waiting() {
  return (
    <main className="page">
      <Loading />
    </main>
  )
}
