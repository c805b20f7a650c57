export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Text as it may stand between tags and in attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** `[Content_Types].xml`: the type of each part, pictures by their ending. */
export function contentTypes(overrides: Record<string, string>): string {
  const parts = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  )
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${parts.join('')}</Types>`
}

/** A part's relationships; a type without a scheme is one of the Office document types. */
export function relationships(targets: { id: string; type: string; target: string }[]): string {
  const entries = targets.map(({ id, type, target }) => {
    const fullType = type.includes('://') ? type : `${relationshipTypes}/${type}`
    return `<Relationship Id="${id}" Type="${fullType}" Target="${target}"/>`
  })
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`
}

export function coreProperties(title: string): string {
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Waymark</dc:creator></cp:coreProperties>`
}

export const coreType = 'application/vnd.openxmlformats-package.core-properties+xml'
export const coreRelationship =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
