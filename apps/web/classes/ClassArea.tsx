import { lazy, type ReactElement } from 'react'
import { Route, Switch } from 'wouter'
import './classes.css'

const ClassList = lazy(() => import('./ClassList.tsx'))
const GivenQuizzes = lazy(() => import('./GivenQuizzes.tsx'))
const ClassPage = lazy(() => import('./classroom/ClassPage.tsx'))
const ClassRoll = lazy(() => import('./classroom/ClassRoll.tsx'))
const MasteryMap = lazy(() => import('./mastery/MasteryMap.tsx'))

/** The classes, and one class with its quizzes, its list and its mastery map. */
export default function ClassArea(): ReactElement {
  return (
    <Switch>
      <Route path="/classes/:id/list">{({ id }) => <ClassRoll key={id} classroomId={id} />}</Route>
      <Route path="/classes/:id/mastery">{({ id }) => <MasteryMap key={id} classroomId={id} />}</Route>
      <Route path="/classes/quizzes" component={GivenQuizzes} />
      <Route path="/classes/:id">{({ id }) => <ClassPage key={id} classroomId={id} />}</Route>
      <Route>
        <ClassList />
      </Route>
    </Switch>
  )
}
