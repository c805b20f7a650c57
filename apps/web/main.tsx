import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Unreachable } from './api.ts'
import { Routes } from './routes.tsx'
import { localeTried } from './session.tsx'
import './ui/ui.css'
import { registerShell } from './shell/register.ts'
import { Boundary } from './ui/Boundary.tsx'
import { Live } from './ui/Live.tsx'
import { Toasts } from './ui/Toasts.tsx'
import { loadWords } from './words/load.ts'
import { chooseLocale } from './words/locales.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a server that was not reached is asked again.
      retry: (failures, error) => error instanceof Unreachable && failures < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

await loadWords(chooseLocale([localeTried(), ...navigator.languages]))

const root = document.getElementById('root')
if (!root) throw new Error('The page lacks its root element.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Live>
        <Toasts>
          <Boundary>
            <Routes />
          </Boundary>
        </Toasts>
      </Live>
    </QueryClientProvider>
  </StrictMode>,
)

// A browser that refuses only loses the reload without a network.
registerShell().catch(() => undefined)
