import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `npm run dev`: the server, restarted at each change, and the web app with live reload in front of it. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const serverPort = '3000'

const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/cli.ts', 'start'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: serverPort },
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'apps/web'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WAYMARK_DEV_SERVER: `http://127.0.0.1:${serverPort}` },
  }),
]

const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop).on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
