/** Addresses that belong to making quizzes. */
export const authorPaths = /^\/(library|create|quizzes)(\/|$)/

/** The student's own pages, as an author sees them. */
export const previewPath = /^\/quizzes\/[^/]+\/preview(\/|$)/
