import type { Block } from '../blocks.ts'
import type { StoredPicture } from '../formats/pictures.ts'
import type { Material, Passage, Picture } from '../reading.ts'
import { findActivities } from './activities.ts'
import { cleanBlocks } from './clean.ts'
import { findCodeBlocks } from './code-blocks.ts'
import { findExistingQuestions } from './existing-questions.ts'
import { findListings } from './find-listings.ts'
import { findMisconceptions } from './misconceptions.ts'
import { findObjectives } from './objectives.ts'
import { type Placed, placeBlocks } from './place.ts'
import { findSteps } from './steps.ts'
import { lessonNumberOf, titleOf } from './title.ts'
import { findVocabulary } from './vocabulary.ts'

export interface Extraction {
  title: string
  lesson_number: number | null
  passages: Passage[]
  material: Material
}

/**
 * What a document teaches, from its blocks: passages in reading order, and the material found in them.
 * Hidden text becomes passages and nothing else.
 */
export function extract(
  blocks: Block[],
  filename: string,
  pictures: ReadonlyMap<string, StoredPicture>,
): Extraction {
  const kept = cleanBlocks(findListings(blocks)).filter(
    (block) => block.kind !== 'picture' || pictures.has(block.source) || block.alternative_text !== '',
  )
  const document = placeBlocks(kept)
  const visible = document.filter(({ block }) => !block.hidden)
  const title = titleOf(blocks, filename)
  return {
    title,
    lesson_number: lessonNumberOf(title, filename, blocks),
    passages: document.flatMap(({ passages }) => passages),
    material: {
      objectives: findObjectives(visible),
      vocabulary: findVocabulary(visible),
      step_lists: findSteps(visible),
      misconceptions: findMisconceptions(visible),
      activities: findActivities(visible),
      code_blocks: findCodeBlocks(visible),
      existing_questions: findExistingQuestions(visible),
      pictures: placePictures(visible, pictures),
    },
  }
}

/** Each stored picture once, at the place where the document shows it first. */
function placePictures(visible: Placed[], stored: ReadonlyMap<string, StoredPicture>): Picture[] {
  const seen = new Set<string>()
  return visible.flatMap(({ block, passages }) => {
    const picture = block.kind === 'picture' ? stored.get(block.source) : undefined
    if (block.kind !== 'picture' || picture === undefined || seen.has(block.source)) return []
    seen.add(block.source)
    return [{ ...picture, alternative_text: block.alternative_text, ord: passages[0]?.ord ?? 0 }]
  })
}
