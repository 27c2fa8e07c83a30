import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** What the first screen of everybody is made of. */
const BASE = [
  'react|react-dom|scheduler|use-sync-external-store|openapi-fetch',
  '@tanstack/(query-core|react-query|history|react-router|router-core|react-store|store)',
  '@floating-ui|react-remove-scroll|react-remove-scroll-bar',
  '@mantine/core/esm/core',
  '@mantine/core/esm/components/(Button|Combobox|Group|Input|Kbd|Loader|MultiSelect|Popover)',
  '@mantine/core/esm/components/(ScrollArea|Select|Stack|Text|Textarea)',
  '@mantine/core/esm/components/(Accordion|Alert|Anchor|AppShell|Burger|Checkbox|FloatingIndicator)',
  '@mantine/core/esm/components/(InlineInput|Menu|NativeSelect|SegmentedControl|Skeleton|Tabs)',
  '@mantine/core/esm/components/(TextInput|Title)',
].join('|');

/** And what every area of ours is made of; dialogs load when they are opened. */
const OUR_BASE =
  '/web/(platform|words|theme)/|/web/parts/(?!dialog|template|flat-map)|/domain/(status-names|roles|permissions)';

/** One build serves every stage: what differs comes from /config.json when the app starts. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    // The security policy allows no data: fonts or scripts; a file a resource.
    assetsInlineLimit: 0,
    // scripts/web-size.ts reads from it what a first visit loads.
    manifest: true,
    // Browsers since May 2024: the first that know light-dark(), by which the colours of both schemes are written.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // What a first visit loads has a budget of its own; a warning for each lazy part would say nothing.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        // In one file: thirty small ones compress worse by 3 % and cost a request each.
        codeSplitting: {
          groups: [{ name: 'base', test: new RegExp(`/node_modules/(${BASE})/|${OUR_BASE}`) }],
        },
      },
      treeshake: {
        // The domain only declares: a table that is read here must not bring the schemas of its neighbours along.
        moduleSideEffects: (id) => !id.includes('/shared/'),
      },
    },
  },
});
