import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { RuleText } from './rule-list.tsx';
import { rulesWords } from './rules-words.ts';
import { rulesKey } from './use-rules.ts';
import { VersionHistory } from './version-history.tsx';

/** Who published which rules, when and why; each rule that a publication touched, as it was and as it is since. */
export function RulesHistory() {
  const words = useWords(rulesWords);
  const api = useApi();
  return (
    <VersionHistory
      queryKey={rulesKey}
      versions={() => ask(api.GET('/v1/directory/rules/versions'))}
      version={(number) =>
        ask(api.GET('/v1/directory/rules/versions/{number}', { params: { path: { number } } }))
      }
      difference={({ added, changed, removed = [] }) =>
        words.difference(added.length, changed.length, removed.length)
      }
      show={({ rules }, code) => {
        const index = rules.findIndex((one) => one.code === code);
        const rule = rules[index];
        return rule && <RuleText rule={rule} number={index + 1} />;
      }}
    />
  );
}
