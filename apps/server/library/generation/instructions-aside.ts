/** The rules read no instructions in words: where some were given, the answer says that they were set aside. */
export const instructionsAside = (instructions: string): string[] =>
  instructions.trim() === '' ? [] : ['instructions_not_followed']
