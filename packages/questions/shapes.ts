import { z } from 'zod'

/** Pieces of shape that several kinds share. Lengths are in UTF-16 units, as JSON Schema counts them. */

/** The id of a part: 6 random characters when we give it; imports may bring others of this form. */
export const PartId = z.string().regex(/^[a-z0-9_-]{1,24}$/)

/** Text that says something: NFC, not only white space. */
export const text = (max: number) => z.string().normalize('NFC').regex(/\S/, 'must not be blank').max(max)

const placeholders = /\{(score|total|correct|passed)\}/g

/** Feedback: at most 280 characters; braces hold only score, total, correct or passed. */
export const FeedbackText = text(280).refine((value) => !/[{}]/.test(value.replace(placeholders, '')), {
  message: 'braces may hold only {score}, {total}, {correct} or {passed}',
  params: { code: 'unknown_placeholder' },
})

export const MisconceptionId = z.string().min(1).max(64)

/** A number as an author gives it, kept as decimal text so that nothing is lost: 0.1 stays 0.1. */
export const DecimalText = z
  .union([z.number(), z.string().regex(/^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,2})?$/)])
  .transform(String)

/** A share of the points: 0 to 1. */
export const Credit = z.number().min(0).max(1)
