/** What a single key does while marking. */
export type KeyAct =
  | { do: 'award'; value: number }
  | { do: 'next' }
  | { do: 'previous' }
  | { do: 'show_keys' }

/** What a key press means; null where it means nothing or somebody is typing. */
export function actOfKey(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  isTyping: boolean,
): KeyAct | null {
  if (isTyping || press.ctrlKey || press.metaKey || press.altKey) return null
  if (/^\d$/.test(press.key)) return { do: 'award', value: Number(press.key) }
  switch (press.key.toLowerCase()) {
    case 'n':
      return { do: 'next' }
    case 'p':
      return { do: 'previous' }
    case '?':
      return { do: 'show_keys' }
    default:
      return null
  }
}

/** Whether keys go into a text where they are pressed. */
export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !/^(radio|checkbox|button)$/.test(target.type)
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
}
