import { xmlHead } from './parts.ts'

export const slideNamespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

const colourMap =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'

function placeholder(id: number, kind: string, [x, y, cx, cy]: [number, number, number, number]): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Placeholder ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`
}

const titlePlace: [number, number, number, number] = [609_600, 365_125, 10_972_800, 1_000_000]
const bodyPlace: [number, number, number, number] = [609_600, 1_600_200, 10_972_800, 4_525_963]

const bodyLevels = [0, 1, 2]
  .map(
    (level) =>
      `<a:lvl${level + 1}pPr marL="${342_900 + 400_000 * level}" indent="-342900"><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="${2_400 - 200 * level}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${level + 1}pPr>`,
  )
  .join('')

export const slideMasterXml = `${xmlHead}<p:sldMaster ${slideNamespaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${emptyGroup}${placeholder(2, 'type="title"', titlePlace)}${placeholder(3, 'type="body" idx="1"', bodyPlace)}</p:spTree></p:cSld><p:clrMap ${colourMap}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="3600" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${bodyLevels}</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`

export const slideLayoutXml = `${xmlHead}<p:sldLayout ${slideNamespaces} type="obj"><p:cSld name="Title and content"><p:spTree>${emptyGroup}${placeholder(2, 'type="title"', titlePlace)}${placeholder(3, 'idx="1"', bodyPlace)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`

export const notesMasterXml = `${xmlHead}<p:notesMaster ${slideNamespaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${emptyGroup}${placeholder(2, 'type="body" idx="1"', [685_800, 4_400_550, 5_486_400, 3_600_450])}</p:spTree></p:cSld><p:clrMap ${colourMap}/></p:notesMaster>`

const colours = {
  dk1: '1A1A1A',
  lt1: 'FFFFFF',
  dk2: '1F3864',
  lt2: 'EEF2F7',
  accent1: '2F5597',
  accent2: 'C55A11',
  accent3: '548235',
  accent4: '7F6000',
  accent5: '7030A0',
  accent6: '833C0B',
  hlink: '0563C1',
  folHlink: '954F72',
}

const scheme = Object.entries(colours)
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join('')

const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const plainLine = `<a:ln w="9525">${plainFill}</a:ln>`
const noEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
const typeface = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'

export const themeXml = `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Lesson"><a:themeElements><a:clrScheme name="Lesson">${scheme}</a:clrScheme><a:fontScheme name="Lesson"><a:majorFont>${typeface}</a:majorFont><a:minorFont>${typeface}</a:minorFont></a:fontScheme><a:fmtScheme name="Lesson"><a:fillStyleLst>${plainFill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${plainLine.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
