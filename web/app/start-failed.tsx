import { commonWords } from '../words/common.ts';
import { keptLanguage } from '../words/language.tsx';

/** There is no configuration, so there is nothing else yet either: no theme, no session. */
export function StartFailed({ retry }: { readonly retry: () => void }) {
  const words = commonWords[keptLanguage()];
  return (
    <main style={{ padding: 24 }}>
      <p role="alert">{words.unreachable}</p>
      <button type="button" onClick={retry}>
        {words.retry}
      </button>
    </main>
  );
}
