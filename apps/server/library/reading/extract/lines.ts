/** White space as one space each, the ends trimmed, letters composed (NFC). */
export function collapse(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** A listing as it stands, tabs as four spaces, "curly" quotes straight, no blank lines around it. */
export function cleanCode(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** The lines of a cell or paragraph, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The line without the bullet or number typed before it. */
export function stripBullet(line: string): string {
  return line
    .replace(/^\s*(?:[•●○▪■◦‣·∙➢✓✔\uf0b7*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/iu, '')
    .replace(/^[•●▪◦‣\uf0b7]/u, '')
    .trim()
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** Equal for texts that differ only in case, white space and closing punctuation. */
export function likeness(text: string): string {
  return collapse(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.;,:!]+$/, '')
}
