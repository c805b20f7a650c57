// biome-ignore lint/suspicious/noExplicitAny: placeholder until the first generation
export type Tables = any
