declare module 'virtual:words/*' {
  const messages: import('./compile.ts').Compiled
  export default messages
}
