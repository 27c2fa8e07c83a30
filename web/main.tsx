import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@mantine/core/styles.css';
import './theme/theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAppRouter } from './app/router.tsx';
import { StartFailed } from './app/start-failed.tsx';
import { createApi } from './platform/api.ts';
import { ApiProblem } from './platform/api-problem.ts';
import { listenToKeys } from './platform/commands.ts';
import { loadConfig } from './platform/config.ts';
import { ServicesProvider } from './platform/services.ts';
import { Session } from './platform/session.ts';
import { cssVariables, theme } from './theme/theme.ts';
import { LanguageProvider } from './words/language.tsx';

/** Tries after the first, for requests that no answer came to; what the API refused it would refuse again. */
const RETRIES = 2;

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no place for the app');
const root = createRoot(place);

listenToKeys(document);
try {
  root.render(await app());
} catch {
  root.render(<StartFailed retry={() => location.reload()} />);
}

async function app() {
  const config = await loadConfig();
  const session = await new Session(config, location.origin).open();
  const router = createAppRouter();
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) =>
          failures < RETRIES && !(error instanceof ApiProblem && error.status > 0),
      },
    },
  });
  const services = { config, session, api: createApi(session) };
  return (
    <StrictMode>
      <ServicesProvider value={services}>
        <QueryClientProvider client={queries}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariables}
            defaultColorScheme="auto"
          >
            <LanguageProvider>
              <RouterProvider router={router} />
            </LanguageProvider>
          </MantineProvider>
        </QueryClientProvider>
      </ServicesProvider>
    </StrictMode>
  );
}
