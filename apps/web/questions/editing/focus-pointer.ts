const focusable = 'input, textarea, select, button, [tabindex]'

/**
 * Puts the focus on the field that a JSON pointer names, or on the nearest part around it that is on the
 * screen. Parts carry their pointer as `data-pointer`. False when nothing on the screen fits.
 */
export function focusPointer(pointer: string, within: ParentNode = document): boolean {
  const parts = [...within.querySelectorAll<HTMLElement>('[data-pointer]')]
  for (const wish of [pointer, ...pointersAround(pointer)]) {
    const part = parts.find((one) => one.dataset.pointer === wish)
    if (part) return focusPart(part)
  }
  return false
}

/** `/content/options/2/text` → `/content/options/2`, `/content/options`, `/content`. */
export function pointersAround(pointer: string): string[] {
  const names = pointer.split('/').slice(1)
  return names.slice(1).map((_, at) => `/${names.slice(0, names.length - 1 - at).join('/')}`)
}

function focusPart(part: HTMLElement): boolean {
  for (
    let around = part.closest('details');
    around;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true
  const field = part.matches(focusable) ? part : part.querySelector<HTMLElement>(focusable)
  field?.focus()
  part.scrollIntoView({ block: 'center' })
  return field !== null
}
