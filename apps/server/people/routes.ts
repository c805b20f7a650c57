import { endpoints } from '@waymark/contract/people.ts'
import { route } from '../platform/http/route.ts'
import { acceptInvitation, readInvitation } from './accounts/accept-invitation.ts'
import { changeUser, disableAccount, enableAccount } from './accounts/change-user.ts'
import { createUser } from './accounts/create-user.ts'
import { createInvitation, listOwnInvitations, withdrawInvitation } from './accounts/invitations.ts'
import { makeResetLink } from './accounts/make-reset-link.ts'
import { changeRole, giveRole, listRoles } from './accounts/memberships.ts'
import { changeSchoolSettings, showSchoolSettings } from './accounts/school-settings.ts'
import { listUsers, showUser } from './accounts/show-account.ts'
import { listAccessLog, listAuditLog } from './audit/list-audit.ts'
import { changeClassroom, createClassroom } from './classes/change-classroom.ts'
import { endEnrolment, enrolStudents, listStudentsOfClass } from './classes/enrolments.ts'
import { resetSignIn } from './classes/reset-sign-in.ts'
import { listOwnClasses, showClassroom } from './classes/show-classroom.ts'
import { applyImport } from './rosters/apply-import.ts'
import { listImportItems, showImport } from './rosters/show-import.ts'
import { startImport } from './rosters/start-import.ts'
import { listSchoolNames } from './setup/list-school-names.ts'
import { setUpSchool, showSetup } from './setup/set-up-school.ts'
import { changePassword } from './sign-in/change-password.ts'
import { endOtherSessions, endOwnSession, listOwnSessions } from './sign-in/own-sessions.ts'
import { refreshTokens } from './sign-in/refresh-tokens.ts'
import { register } from './sign-in/register.ts'
import { requestPasswordReset, resetPassword } from './sign-in/reset-password.ts'
import { showMe } from './sign-in/show-me.ts'
import { signIn } from './sign-in/sign-in.ts'
import { signInToSample } from './sign-in/sign-in-to-sample.ts'
import { signOut } from './sign-in/sign-out.ts'
import { switchRole } from './sign-in/switch-role.ts'

const signInRoutes = {
  listSchools: route(endpoints.listSchools, (ctx) => listSchoolNames(ctx)),
  signIn: route(endpoints.signIn, (ctx, { body }, request) => signIn(ctx, body, request)),
  register: route(endpoints.register, (ctx, { body }) => register(ctx, body)),
  refreshTokens: route(endpoints.refreshTokens, (ctx, { body }) => refreshTokens(ctx, body)),
  signOut: route(endpoints.signOut, (ctx) => signOut(ctx)),
  showMe: route(endpoints.showMe, (ctx, _, request) => showMe(ctx, request)),
  switchRole: route(endpoints.switchRole, (ctx, { body }, request) => switchRole(ctx, body, request)),
  listSessions: route(endpoints.listSessions, (ctx) => listOwnSessions(ctx)),
  endSession: route(endpoints.endSession, (ctx, { params }) => endOwnSession(ctx, params.session_id)),
  endOtherSessions: route(endpoints.endOtherSessions, (ctx) => endOtherSessions(ctx)),
  changePassword: route(endpoints.changePassword, (ctx, { body }, request) =>
    changePassword(ctx, body, request),
  ),
  requestPasswordReset: route(endpoints.requestPasswordReset, (ctx, { body }) =>
    requestPasswordReset(ctx, body),
  ),
  resetPassword: route(endpoints.resetPassword, (ctx, { body }) => resetPassword(ctx, body)),
  readInvitation: route(endpoints.readInvitation, (ctx, { body }) => readInvitation(ctx, body)),
  acceptInvitation: route(endpoints.acceptInvitation, (ctx, { body }) => acceptInvitation(ctx, body)),
  showSetup: route(endpoints.showSetup, (ctx, _, request) => showSetup(ctx, request)),
  setUpSchool: route(endpoints.setUpSchool, (ctx, { body }) => setUpSchool(ctx, body)),
  signInToSample: route(endpoints.signInToSample, (ctx, { body }, request) =>
    signInToSample(ctx, body, request),
  ),
}

const accountRoutes = {
  listUsers: route(endpoints.listUsers, (ctx, { query }) => listUsers(ctx, query)),
  createUser: route(endpoints.createUser, (ctx, { body }) => createUser(ctx, body)),
  showUser: route(endpoints.showUser, (ctx, { params }) => showUser(ctx, params.user_id)),
  changeUser: route(endpoints.changeUser, (ctx, { params, body }) => changeUser(ctx, params.user_id, body)),
  disableUser: route(endpoints.disableUser, (ctx, { params }) => disableAccount(ctx, params.user_id)),
  enableUser: route(endpoints.enableUser, (ctx, { params }) => enableAccount(ctx, params.user_id)),
  makeResetLink: route(endpoints.makeResetLink, (ctx, { params }) => makeResetLink(ctx, params.user_id)),
  listMemberships: route(endpoints.listMemberships, (ctx, { query }) => listRoles(ctx, query)),
  createMembership: route(endpoints.createMembership, (ctx, { body }) => giveRole(ctx, body)),
  changeMembership: route(endpoints.changeMembership, (ctx, { params, body }) =>
    changeRole(ctx, params.membership_id, body),
  ),
  listInvitations: route(endpoints.listInvitations, (ctx, { query }) => listOwnInvitations(ctx, query)),
  createInvitation: route(endpoints.createInvitation, (ctx, { body }) => createInvitation(ctx, body)),
  withdrawInvitation: route(endpoints.withdrawInvitation, (ctx, { params }) =>
    withdrawInvitation(ctx, params.invitation_id),
  ),
  showSchoolSettings: route(endpoints.showSchoolSettings, (ctx, { params }) =>
    showSchoolSettings(ctx, params.school_id),
  ),
  changeSchoolSettings: route(endpoints.changeSchoolSettings, (ctx, { params, body }) =>
    changeSchoolSettings(ctx, params.school_id, body),
  ),
  listAudit: route(endpoints.listAudit, (ctx, { query }) => listAuditLog(ctx, query)),
  listAccessLog: route(endpoints.listAccessLog, (ctx, { params, query }) =>
    listAccessLog(ctx, params.student_id, query),
  ),
}

const classRoutes = {
  listClassrooms: route(endpoints.listClassrooms, (ctx, { query }) => listOwnClasses(ctx, query)),
  createClassroom: route(endpoints.createClassroom, (ctx, { body }) => createClassroom(ctx, body)),
  showClassroom: route(endpoints.showClassroom, (ctx, { params }) => showClassroom(ctx, params.classroom_id)),
  changeClassroom: route(endpoints.changeClassroom, (ctx, { params, body }) =>
    changeClassroom(ctx, params.classroom_id, body),
  ),
  listClassroomStudents: route(endpoints.listClassroomStudents, (ctx, { params, query }) =>
    listStudentsOfClass(ctx, params.classroom_id, query),
  ),
  enrolStudents: route(endpoints.enrolStudents, (ctx, { params, body }) =>
    enrolStudents(ctx, params.classroom_id, body),
  ),
  endEnrolment: route(endpoints.endEnrolment, (ctx, { params, query }) => endEnrolment(ctx, params, query)),
  resetStudentSignIn: route(endpoints.resetStudentSignIn, (ctx, { params }) =>
    resetSignIn(ctx, params.student_id),
  ),
  startRosterImport: route(endpoints.startRosterImport, (ctx, { query }, request) =>
    startImport(ctx, query, request),
  ),
  showRosterImport: route(endpoints.showRosterImport, (ctx, { params }) => showImport(ctx, params.import_id)),
  listRosterItems: route(endpoints.listRosterItems, (ctx, { params, query }) =>
    listImportItems(ctx, params.import_id, query),
  ),
  applyRosterImport: route(endpoints.applyRosterImport, (ctx, { params }) =>
    applyImport(ctx, params.import_id),
  ),
}

export const routes = { ...signInRoutes, ...accountRoutes, ...classRoutes }
