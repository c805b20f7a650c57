export {
  auditClassLook,
  displayName,
  getClassroomFor,
  getOwnSchool,
  getStudentFor,
  listOwnClassrooms,
  listStudentsOf,
  maySeeStudent,
} from './access.ts'
export { disableUser, inviteUser, resetUser } from './accounts/command-line.ts'
export { audit } from './audit/audit.ts'
export { verifyAudit } from './audit/verify-audit.ts'
export { mayHearOf } from './hear-of.ts'
export { room } from './room.ts'
export {
  type PlantedSchool,
  plantSampleSchool,
  type SampleSchool,
} from './setup/plant-sample-school.ts'
export { createSetupToken, schoolsPresent } from './setup/setup-token.ts'
export { publicKeys, renewSigningKey } from './sign-in/access-token.ts'
export { authenticate } from './sign-in/authenticate.ts'
export { type Classroom, listClassroomNames } from './store/classrooms.ts'
export { listClassroomIdsOf } from './store/enrolments.ts'
export { listMembershipsOf } from './store/memberships.ts'
export { findSchool } from './store/schools.ts'
export { findStudent, mapRosterIds } from './store/students.ts'
export { listPeople, type Person } from './store/users.ts'
