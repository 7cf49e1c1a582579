import { createBrowserRouter } from 'react-router'
import { RequireMember } from '../features/account/RequireMember.tsx'
import { Frame } from './Frame.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Root } from './Root.tsx'
import { RouteError } from './RouteError.tsx'

/** Every screen is a chunk of its own; only the frame around them comes at once. */
export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/landing/LandingPage.tsx')).LandingPage }) },
      {
        Component: Frame,
        children: [
          {
            ErrorBoundary: RouteError,
            children: [
              { path: 'sign-in', lazy: async () => ({ Component: (await import('../features/account/SignInPage.tsx')).SignInPage }) },
              { path: 'sign-up', lazy: async () => ({ Component: (await import('../features/account/SignUpPage.tsx')).SignUpPage }) },
              { path: 'magic', lazy: async () => ({ Component: (await import('../features/account/MagicPage.tsx')).MagicPage }) },
              { path: 'help', lazy: async () => ({ Component: (await import('../features/help/HelpPage.tsx')).HelpPage }) },
              { path: 'scenarios/:slug', lazy: async () => ({ Component: (await import('../features/content/ScenarioPage.tsx')).ScenarioPage }) },
              {
                Component: RequireMember,
                children: [
                  { path: 'home', lazy: async () => ({ Component: (await import('../features/content/HomePage.tsx')).HomePage }) },
                  { path: 'sessions', lazy: async () => ({ Component: (await import('../features/session/HistoryPage.tsx')).HistoryPage }) },
                  { path: 'sessions/:id/debrief', lazy: async () => ({ Component: (await import('../features/report/DebriefPage.tsx')).DebriefPage }) },
                  { path: 'account', lazy: async () => ({ Component: (await import('../features/account/AccountPage.tsx')).AccountPage }) },
                ],
              },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
      {
        Component: RequireMember,
        ErrorBoundary: RouteError,
        children: [
          { path: 'sessions/:id', lazy: async () => ({ Component: (await import('../features/session/StagePage.tsx')).StagePage }) },
        ],
      },
    ],
  },
])
