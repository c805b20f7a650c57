import * as attempts from './attempts.ts'
import * as evidence from './evidence.ts'
import * as library from './library.ts'
import * as mastery from './mastery.ts'
import * as people from './people.ts'
import * as platform from './platform.ts'
import * as reports from './reports.ts'

/** Every endpoint by operation name; `operationId` of the OpenAPI document and key of the web client. */
export const endpoints = {
  ...platform.endpoints,
  ...people.endpoints,
  ...library.endpoints,
  ...attempts.endpoints,
  ...evidence.endpoints,
  ...mastery.endpoints,
  ...reports.endpoints,
}

export type Endpoints = typeof endpoints
export type Operation = keyof Endpoints
