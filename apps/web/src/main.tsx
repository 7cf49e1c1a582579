import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { startI18n } from './kit/i18n.ts'
import { router } from './routes/router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to draw in.')

await startI18n()
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
