import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { startI18n } from './kit/i18n.ts';
import { router } from './routes/router.tsx';

// Schemas are not compiled with `new Function`: the content security policy refuses it, and reports even the attempt.
// A schema decides when it is made, and those come with later chunks; the library reads its settings from this global,
// and importing it here for one setting would weigh on the first page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw in.');

await startI18n();
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
