import { createBrowserRouter } from 'react-router';
import { loadAllWords, loadStageWords } from '../kit/i18n.ts';
import { Root } from './Root.tsx';
import { RouteError } from './RouteError.tsx';

/** Every screen is a chunk of its own, and so is the frame around them: the first page carries neither. */
export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/landing/LandingPage.tsx')).LandingPage }) },
      {
        lazy: async () => {
          const [{ Data }] = await Promise.all([import('./Data.tsx'), loadStageWords()]);
          return { Component: Data };
        },
        children: [
          {
            lazy: async () => {
              const [{ Frame }] = await Promise.all([import('./Frame.tsx'), loadAllWords()]);
              return { Component: Frame };
            },
            children: [
              {
                ErrorBoundary: RouteError,
                children: [
                  { path: 'sign-in', lazy: async () => ({ Component: (await import('../features/account/SignInPage.tsx')).SignInPage }) },
                  { path: 'sign-up', lazy: async () => ({ Component: (await import('../features/account/SignUpPage.tsx')).SignUpPage }) },
                  { path: 'magic', lazy: async () => ({ Component: (await import('../features/account/MagicPage.tsx')).MagicPage }) },
                  { path: 'help', lazy: async () => ({ Component: (await import('../features/help/HelpPage.tsx')).HelpPage }) },
                  { path: 'library', lazy: async () => ({ Component: (await import('../features/content/LibraryPage.tsx')).LibraryPage }) },
                  { path: 'scenarios/:slug', lazy: async () => ({ Component: (await import('./ScenarioPage.tsx')).ScenarioPage }) },
                  {
                    lazy: async () => ({ Component: (await import('./RequireMember.tsx')).RequireMember }),
                    children: [
                      { path: 'home', lazy: async () => ({ Component: (await import('./HomePage.tsx')).HomePage }) },
                      { path: 'sessions', lazy: async () => ({ Component: (await import('../features/session/HistoryPage.tsx')).HistoryPage }) },
                      { path: 'progress', lazy: async () => ({ Component: (await import('../features/progress/ProgressPage.tsx')).ProgressPage }) },
                      { path: 'sessions/:id/debrief', lazy: async () => ({ Component: (await import('../features/report/DebriefPage.tsx')).DebriefPage }) },
                      { path: 'account', lazy: async () => ({ Component: (await import('../features/account/AccountPage.tsx')).AccountPage }) },
                    ],
                  },
                  { path: '*', lazy: async () => ({ Component: (await import('./NotFoundPage.tsx')).NotFoundPage }) },
                ],
              },
            ],
          },
          {
            lazy: async () => ({ Component: (await import('./RequireMember.tsx')).RequireMember }),
            children: [{ path: 'sessions/:id', lazy: async () => ({ Component: (await import('../features/session/StagePage.tsx')).StagePage }) }],
          },
        ],
      },
    ],
  },
]);
