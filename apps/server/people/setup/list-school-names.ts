import type { Context } from '../../platform/context.ts'
import { listSchools } from '../store/schools.ts'

/** Schools one can sign in to, for the choice on the sign-in page. */
export async function listSchoolNames(ctx: Context) {
  const schools = await ctx.systemTransaction(listSchools)
  return { items: schools.map(({ slug, name, locale }) => ({ slug, name, locale })) }
}
