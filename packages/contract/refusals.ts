/**
 * Every way Waymark says no, with its HTTP status and the sentence a person reads.
 * The sentence says what to do; `details` of the problem reply carry the facts (field, time, names).
 * One closed table: a refusal that is not here cannot be thrown.
 */
export const refusals = {
  // 400: the request could not be read
  malformed: { status: 400, message: 'The request could not be read. Check that the body is valid JSON.' },

  // 401, 403: who you are, what you may do
  not_signed_in: { status: 401, message: 'Sign in first.' },
  sign_in_failed: {
    status: 401,
    message: 'The name or the password does not match. Check both and try again.',
  },
  token_expired: { status: 401, message: 'This sign-in has ended. Sign in again.' },
  token_reused: {
    status: 401,
    message: 'This sign-in was ended because its key was used twice. Sign in again.',
  },
  setup_token_invalid: {
    status: 401,
    message: 'The setup token does not match. Copy it from the server window.',
  },
  forbidden: { status: 403, message: 'Your role does not allow this.' },
  csrf: { status: 403, message: 'The page is out of date. Reload it and try again.' },
  registration_closed: { status: 403, message: 'This school does not take registrations. Ask the school.' },
  insecure_connection: {
    status: 403,
    message: 'A browser can sign in through https only, except on the server itself. Use the https address.',
  },
  reason_needed: { status: 403, message: 'Say why you open this record: send the reason with the request.' },

  // 404: unknown, or not yours to know
  not_found: { status: 404, message: 'Not found.' },

  // 409: the state does not allow it
  edit_conflict: {
    status: 409,
    message: 'Someone else changed this since you opened it. Compare both texts and save again.',
  },
  wrong_state: { status: 409, message: 'This cannot be done in the present state.' },
  already_set_up: { status: 409, message: 'This school is already set up. Sign in instead.' },
  real_school_present: {
    status: 409,
    message: 'A real school is set up here, so sample data cannot be created.',
  },
  username_taken: { status: 409, message: 'This user name is taken. Choose another.' },
  account_elsewhere: {
    status: 409,
    message: 'Another school keeps this account. Here you can end the role, not change the account.',
  },
  class_name_taken: { status: 409, message: 'A class of this name exists already. Choose another name.' },
  last_admin: {
    status: 409,
    message: 'This is the only admin of the school. Give someone else the role first.',
  },
  email_taken: { status: 409, message: 'An account with this e-mail exists already.' },
  not_open_yet: { status: 409, message: 'This quiz is not open yet.' },
  window_closed: { status: 409, message: 'This quiz is closed.' },
  no_attempts_left: { status: 409, message: 'You have used all your attempts at this quiz.' },
  excused: { status: 409, message: 'You are excused from this quiz.' },
  attempt_ended: { status: 409, message: 'This attempt has ended. Your saved answers are kept.' },
  writer_moved: {
    status: 409,
    message: 'This quiz was opened on another device. Continue there, or take it over here.',
  },
  sequence_reused: {
    status: 409,
    message: 'Two different answers carry the same number. Both are kept for your teacher.',
  },
  gate_failed: { status: 409, message: 'Some checks do not pass yet. Each finding names the field to mend.' },
  already_applied: { status: 409, message: 'This was applied already.' },
  preview_stale: { status: 409, message: 'Something changed since the preview. Look at the new preview.' },
  version_retired: { status: 409, message: 'This version of the question is no longer in use.' },
  event_id_conflict: {
    status: 409,
    message: 'An event with this id and other content exists. The first one stays.',
  },
  in_use: { status: 409, message: 'This is in use and cannot be removed. Archive it instead.' },

  // 410, 413, 415
  cursor_expired: { status: 410, message: 'This list has moved on. Start it again from the top.' },
  link_used: { status: 410, message: 'This link was used or has ended. Ask for a new one.' },
  too_large: { status: 413, message: 'This is too large.' },
  unsupported_type: { status: 415, message: 'This kind of file cannot be read here.' },
  type_mismatch: {
    status: 415,
    message: 'The content of the file does not fit its name. Save it again from the program that made it.',
  },

  // 422: understood, but a value will not do; `details.pointer` names the field
  invalid: { status: 422, message: 'A value will not do. The details name the field.' },
  school_required: { status: 422, message: 'Say which school: send its short name in "school".' },
  password_weak: { status: 422, message: 'Choose a longer or less common password.' },
  rows_invalid: {
    status: 422,
    message: 'Some rows cannot be used. Nothing was created. Mend the rows named and try again.',
  },
  idempotency_conflict: { status: 422, message: 'This Idempotency-Key was used with another body.' },
  unknown_kind: { status: 422, message: 'This kind of question is not known here.' },
  content_invalid: { status: 422, message: 'The question is not complete. The details name the field.' },
  answer_invalid: { status: 422, message: 'The answer does not have the form this question asks for.' },
  unknown_id: { status: 422, message: 'The answer names a part that this question does not have.' },
  duplicate_pair: { status: 422, message: 'An item is paired twice.' },
  not_a_permutation: { status: 422, message: 'The order must name every item exactly once.' },
  too_many_selections: { status: 422, message: 'More options are chosen than the question allows.' },
  not_enough_material: { status: 422, message: 'There is too little material for a question.' },
  archive_unsafe: {
    status: 422,
    message: 'The file is packed in a way that is not safe to open. Save it again as a new file.',
  },
  encrypted: { status: 422, message: 'The file has a password. Save a copy without a password.' },
  no_text: { status: 422, message: 'These pages are pictures. Upload the slides or a text copy.' },
  files_refused: { status: 422, message: 'None of the files could be used. Each one says why.' },

  // 429, 503
  too_many_requests: { status: 429, message: 'Too many requests. Wait a moment and try again.' },
  sign_in_wait: { status: 429, message: 'Too many tries. Wait for the time named and try again.' },
  storage_full: {
    status: 503,
    message: 'The server has no space left. Keep the page open: your answers are on this device.',
  },
  shutting_down: { status: 503, message: 'The server is restarting. Try again in a moment.' },
  starting: { status: 503, message: 'The server is starting. Try again in a moment.' },
} as const satisfies Record<string, { status: number; message: string }>

export type RefusalCode = keyof typeof refusals

/** The body of every error reply: RFC 9457 problem details with Waymark's fields. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  error_code: RefusalCode | 'fault'
  message: string
  details: Record<string, unknown>
  request_id: string
}
