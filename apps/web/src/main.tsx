import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Routes } from './app/Routes.tsx'
import { SessionProvider } from './app/session.tsx'
import { ErrorBoundary } from './app/states.tsx'
import { ToastProvider } from './components/Toast.tsx'
import { LanguageProvider } from './i18n/LanguageProvider.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/components.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ErrorBoundary>
        <ToastProvider>
          <SessionProvider>
            <Routes />
          </SessionProvider>
        </ToastProvider>
      </ErrorBoundary>
    </LanguageProvider>
  </StrictMode>,
)
