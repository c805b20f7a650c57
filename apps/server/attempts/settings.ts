import {
  AssignmentSettings,
  type SettingsChange,
  usualSettings,
} from '@waymark/contract/attempts/assignments.ts'

/** Settings are stored as they travel. */
export { AssignmentSettings }

/** The settings a teacher named, the usual ones for the rest. */
export const settingsWith = (
  given: SettingsChange,
  before: AssignmentSettings = usualSettings,
): AssignmentSettings =>
  Object.fromEntries(
    Object.entries(before).map(([name, value]) => [name, given[name as keyof SettingsChange] ?? value]),
  ) as AssignmentSettings
