const monospaced =
  /\bmono|mono\b|^(courier|consolas|menlo|monaco|inconsolata|lucida (console|sans typewriter)|andale|source code|fira code|cascadia|sf mono|terminal|letter gothic|hack$)/i

/** Whether a typeface of that name gives every character one width, as program listings are set. */
export function isMonospaced(typeface: string | undefined): boolean {
  return typeface !== undefined && monospaced.test(typeface.trim())
}

/** Whether a style's name says that its text is a program listing. */
export function isCodeStyle(name: string | undefined): boolean {
  return (
    name !== undefined &&
    /\b(source ?code|code|listing|preformatted|html pre|python|macro text)\b/i.test(name)
  )
}
