import { t } from '../words/words.ts'

/** Where a passage stands in its file, as the reader finds it there. */
export interface Place {
  page?: number | undefined
  slide?: number | undefined
  heading_path?: string[] | undefined
  table?: number | undefined
  row?: number | undefined
}

/** "Slide 3", "Page 2, table 1, row 4", or the heading right above; empty when nothing is known. */
export function placeText({ page, slide, heading_path, table, row }: Place): string {
  const parts = [
    slide === undefined ? null : t('author.place_slide', { n: slide }),
    page === undefined ? null : t('author.place_page', { n: page }),
    heading_path?.at(-1) ?? null,
    table === undefined ? null : t('author.place_table', { n: table }),
    row === undefined ? null : t('author.place_row', { n: row }),
  ]
  return parts.filter((part) => part !== null).join(', ')
}
