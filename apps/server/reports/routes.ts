import { endpoints } from '@waymark/contract/reports.ts'
import { route } from '../platform/http/route.ts'
import { openExplanation } from './explain/open-explanation.ts'
import { getClassMastery } from './get-class-mastery.ts'
import { getClassOverview } from './get-class-overview.ts'
import { getHome } from './get-home.ts'
import { getProgress } from './get-progress.ts'
import { listStudentTimeline } from './list-student-timeline.ts'

export const routes = {
  explain: route(endpoints.explain, (ctx, { params, query }) => openExplanation(ctx, params, query)),
  getHome: route(endpoints.getHome, (ctx) => getHome(ctx)),
  getClassOverview: route(endpoints.getClassOverview, (ctx, { params }) =>
    getClassOverview(ctx, params.classroom_id),
  ),
  getClassMastery: route(endpoints.getClassMastery, (ctx, { params, query }) =>
    getClassMastery(ctx, params.classroom_id, query.topic_id),
  ),
  getProgress: route(endpoints.getProgress, (ctx, { params }) => getProgress(ctx, params.student_id)),
  listStudentTimeline: route(endpoints.listStudentTimeline, (ctx, { params, query }) =>
    listStudentTimeline(ctx, params.student_id, query),
  ),
}
