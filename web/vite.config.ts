import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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
      treeshake: {
        // The domain only declares: a table that is read here must not bring the schemas of its neighbours along.
        moduleSideEffects: (id) => !id.includes('/shared/'),
      },
    },
  },
});
